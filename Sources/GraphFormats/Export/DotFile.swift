internal import GraphStore

/// The part as a picture that GraphViz draws.
enum DotFile: ExportForm {
  static let purpose = "for GraphViz"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var writer = DotWriter()
    var head = DotWriter.head
    var subject: EntityName?
    try part.graph.forEachEdge(part.query) { edge in
      // Edges come by subject, so that all that share an arrow come together.
      let arrows = edge.subject == subject ? "" : writer.flush()
      subject = edge.subject
      try write(Array((head + arrows + writer.add(edge)).utf8))
      head = ""
    }
    try write(Array((head + writer.flush() + DotWriter.tail).utf8))
    return []
  }
}
