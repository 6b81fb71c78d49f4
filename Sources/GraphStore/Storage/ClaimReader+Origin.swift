internal import Claims
internal import SQLite

extension ClaimReader {
  /// How a claim was read; nil where that is not kept.
  ///
  /// - Parameter sentence: the whole sentence, out of which the words are cut.
  func origin(document: Int, position: Int, sentence: Claim.Evidence) throws -> Claim.Origin? {
    let statement = try connection.statement(
      """
      SELECT o.source, o.place, o.construction, o.subject_way, o.object_way, o.subject_ground, o.object_ground,
        c.probability, c.trigger_start, c.trigger_end
      FROM claim_origin c JOIN origin o ON o.id = c.origin WHERE c.document = ? AND c.position = ?
      """)
    try statement.bind([document, position])
    guard try statement.step(), let source = Claim.Origin.Source(rawValue: statement.text(at: 0)) else {
      return nil
    }
    func text(_ column: Int32) -> String? {
      let text = statement.text(at: column)
      return text.isEmpty ? nil : text
    }
    func ground(_ column: Int32) -> Claim.Origin.Ground? {
      text(column).flatMap { Claim.Origin.Ground(rawValue: $0) }
    }
    var trigger: Claim.Origin.Words?
    if let start = statement.optionalInteger(at: 8), let end = statement.optionalInteger(at: 9) {
      trigger = Self.words(start, end, of: sentence)
    }
    return Claim.Origin(
      source: source, place: text(1), construction: text(2), probability: statement.optionalNumber(at: 7),
      trigger: trigger, subject: Claim.Origin.Role(way: text(3), ground: ground(5)),
      object: Claim.Origin.Role(way: text(4), ground: ground(6)),
      marks: try marks(document: document, position: position, sentence: sentence))
  }

  private func marks(document: Int, position: Int, sentence: Claim.Evidence) throws -> [Claim.Origin.Mark] {
    let statement = try connection.statement(
      "SELECT kind, start, end FROM origin_mark WHERE document = ? AND position = ? ORDER BY start, kind")
    try statement.bind([document, position])
    var marks: [Claim.Origin.Mark] = []
    while try statement.step() {
      guard let kind = Claim.Origin.Mark.Kind(rawValue: statement.text(at: 0)),
        let words = Self.words(statement.integer(at: 1), statement.integer(at: 2), of: sentence)
      else { continue }
      marks.append(Claim.Origin.Mark(kind: kind, words: words))
    }
    return marks
  }

  private static func words(_ start: Int, _ end: Int, of sentence: Claim.Evidence) -> Claim.Origin.Words? {
    guard start <= end, sentence.range.lowerBound <= start, end <= sentence.range.upperBound else {
      return nil
    }
    let scalars = sentence.text.unicodeScalars
      .dropFirst(start - sentence.range.lowerBound).prefix(end - start)
    return Claim.Origin.Words(text: String(scalars), range: start..<end)
  }
}
