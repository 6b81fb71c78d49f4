internal import Claims
package import GraphStore

/// Writes a graph, or a part of it, to a file of another program.
package struct GraphExport {
  /// The forms a graph can be written in.
  package enum Format: String, CaseIterable, Sendable { case dot, jsonl, graphml, csv, html }

  private let graph: Graph
  private let query: ExcerptQuery

  package init(graph: Graph, query: ExcerptQuery) {
    self.graph = graph
    self.query = query
  }

  /// Hands the export to `write`, piece by piece, in memory that does not grow with the number of edges (but, for dot and
  /// graphml, with that of the entities).
  ///
  /// Of a whole graph, JSON lines are the claims it was made of; of a part, those behind its edges.
  ///
  /// - Parameter isForSpreadsheets: whether tables are written so that a spreadsheet takes every cell for text.
  package func write(
    _ format: Format, isForSpreadsheets: Bool = false, _ write: ([UInt8]) throws -> Void
  ) throws {
    switch format {
    case .jsonl: try claims(write)
    case .csv:
      // As everywhere here, what comes first goes with the first edge, so that a question that fails writes nothing.
      let form = isForSpreadsheets ? SeparatedValues.spreadsheet : .commas
      var heading = (isForSpreadsheets ? "\u{FEFF}" : "") + form.line(Edge.columns)
      try graph.forEachEdge(query) { edge in
        try write(Array((heading + form.line(edge.cells)).utf8))
        heading = ""
      }
      if !heading.isEmpty { try write(Array(heading.utf8)) }
    case .dot:
      var writer = DotWriter()
      var head = DotWriter.head
      var subject: EntityName?
      try graph.forEachEdge(query) { edge in
        // Edges come by subject, so that all that share an arrow come together.
        let arrows = edge.subject == subject ? "" : writer.flush()
        subject = edge.subject
        try write(Array((head + arrows + writer.add(edge)).utf8))
        head = ""
      }
      try write(Array((head + writer.flush() + DotWriter.tail).utf8))
    case .html: try write(try handOver())
    case .graphml:
      var writer = GraphML()
      var head = GraphML.head
      try graph.forEachEdge(query) { edge in
        try write(Array((head + writer.add(edge)).utf8))
        head = ""
      }
      try write(Array((head + GraphML.tail).utf8))
    }
  }

  /// The part as a page of its own.
  private func handOver() throws -> [UInt8] {
    var edges: [Edge] = []
    try graph.forEachEdge(query) { edge in
      guard edges.count < HandOver.mostEdges else {
        throw GraphError(
          .tooLarge, "a page holds at most \(HandOver.mostEdges) edges; take the part around an entity")
      }
      edges.append(edge)
    }
    return try HandOver(edges, center: try query.center.map { try graph.name(of: $0) }, in: graph).html()
  }

  private func claims(_ write: ([UInt8]) throws -> Void) throws {
    var json = JSONWriter()
    try graph.forEachClaim(in: query, withEntities: true) { claim in
      json.claim(claim)
      json.endLine()
      try write(json.take())
    }
  }
}
