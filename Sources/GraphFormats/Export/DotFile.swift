internal import GraphStore

/// The part as a picture that GraphViz draws: made for the eye where it is small or only the best known things are asked for, else as
/// it comes.
enum DotFile: ExportForm {
  static let purpose = "for GraphViz"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    let (edges, left) = try drawn(part, options)
    guard let edges else {
      try stream(part, write)
      return ["for the eye, --top N draws the N things with the most edges, --around one and what is near it"]
    }
    var picture = options.picture
    picture.hiddenEdges = left
    try write(Array(GraphPicture(edges, picture).text.utf8))
    return left == 0 ? [] : ["\(Report.count(left, "edge")) not drawn"]
  }

  /// The edges of a picture, and how many are left out; nil for more than a picture shows.
  private static func drawn(_ part: GraphPart, _ options: ExportOptions) throws -> ([Edge]?, Int) {
    var kept: Set<EntityName>?
    if let top = options.picture.top {
      var degrees: [EntityName: Int] = [:]
      try part.graph.forEachEdge(part.query) { edge in
        degrees[edge.subject, default: 0] += 1
        if edge.object != edge.subject { degrees[edge.object, default: 0] += 1 }
      }
      kept = GraphPicture.best(top, of: degrees, with: options.picture.center)
    }
    var edges: [Edge] = []
    var left = 0
    do {
      try part.graph.forEachEdge(part.query) { edge in
        if let kept, !kept.contains(edge.subject) || !kept.contains(edge.object) {
          left += 1
          return
        }
        if kept == nil, edges.count == GraphPicture.mostEdges { throw TooMany() }
        edges.append(edge)
      }
    } catch is TooMany {
      return (nil, 0)
    }
    return (edges, left)
  }

  private struct TooMany: Error {}

  private static func stream(_ part: GraphPart, _ write: ([UInt8]) throws -> Void) throws {
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
  }
}
