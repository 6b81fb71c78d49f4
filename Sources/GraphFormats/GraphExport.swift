internal import Claims
package import GraphStore

/// Writes a graph, or a part of it, to a file of another program.
package struct GraphExport {
  /// The forms a graph can be written in.
  package enum Format: String, CaseIterable, Sendable { case dot, jsonl, graphml, csv }

  private let graph: Graph
  private let query: ExcerptQuery

  package init(graph: Graph, query: ExcerptQuery) {
    self.graph = graph
    self.query = query
  }

  /// Hands the export to `write`, piece by piece.
  ///
  /// Of a whole graph, JSON lines are the claims it was made of; of a part, those behind its edges.
  package func write(_ format: Format, _ write: ([UInt8]) throws -> Void) throws {
    switch format {
    case .jsonl: try claims(write)
    case .csv:
      // The heading goes with the first edge, so that a question that fails writes nothing.
      var heading = SeparatedValues.commas.line(Edge.columns)
      try graph.forEachEdge(query) { edge in
        try write(Array((heading + SeparatedValues.commas.line(edge.cells)).utf8))
        heading = ""
      }
      if !heading.isEmpty { try write(Array(heading.utf8)) }
    case .dot: try write(Array(DotGraph(try edges()).text.utf8))
    case .graphml: try write(Array(GraphML(try edges()).text.utf8))
    }
  }

  private func edges() throws -> [Edge] {
    var edges: [Edge] = []
    try graph.forEachEdge(query) { edges.append($0) }
    return edges
  }

  private func claims(_ write: ([UInt8]) throws -> Void) throws {
    var json = JSONWriter()
    try graph.forEachClaim(in: query) { claim in
      json.claim(claim)
      json.endLine()
      try write(json.take())
    }
  }
}
