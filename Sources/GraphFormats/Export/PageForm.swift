internal import GraphStore

/// A part of the graph as a page of its own, which a browser shows without a server.
enum PageForm: ExportForm {
  static let purpose = "for a browser"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var edges: [Edge] = []
    try part.graph.forEachEdge(part.query) { edge in
      guard edges.count < HandOver.mostEdges else {
        throw GraphError(
          .tooLarge, "a page holds at most \(HandOver.mostEdges) edges; take the part around an entity")
      }
      edges.append(edge)
    }
    let center = try part.query.center.map { try part.graph.name(of: $0) }
    try write(try HandOver(edges, center: center, in: part.graph).html())
    return []
  }
}
