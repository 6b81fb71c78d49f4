internal import Claims
internal import GraphStore

/// The claim records that a part of the graph was made of, one a line.
///
/// Of a whole graph they are the claims it was made of; of a part, those behind its edges. They are the form that loses least.
enum ClaimRecordFile: ExportForm {
  static let purpose = "for the claim records that the graph was made of, which kg import reads back"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var json = JSONWriter()
    try part.graph.forEachClaim(in: part.query, withEntities: true, withOrigins: true) { claim in
      json.claim(claim, isExplained: true)
      json.endLine()
      try write(json.take())
    }
    return []
  }
}
