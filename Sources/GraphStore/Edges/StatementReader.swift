internal import Claims
internal import SQLite

/// Reads what states an edge.
struct StatementReader {
  let connection: Connection
  let filter: WalkFilter

  private static let ends = "e.subject = ?1 AND e.relation = ?2 AND e.object = ?3"

  /// All statements behind an edge that fit the filter, in the order of documents and of their text or rows.
  func statements(behind row: EdgeReader.Row) throws -> [EdgeStatement] {
    // Where a row is named, it is the whole support.
    let claims = row.document == nil ? try claims(behind: row.key) : []
    return claims + (try rows(behind: row.key))
  }

  private func claims(behind key: EdgeKey) throws -> [EdgeStatement] {
    func name(_ mention: String) -> String {
      """
      (SELECT p.name FROM mention said JOIN party p ON p.document = said.document AND p.position = said.party
        WHERE said.document = e.document AND said.position = \(mention))
      """
    }
    func page(_ column: String) -> String {
      """
      (SELECT \(column) FROM page p WHERE p.document = e.document AND p.start <= s.start
        ORDER BY p.start DESC, p.number DESC LIMIT 1)
      """
    }
    let statement = try connection.statement(
      """
      SELECT d.name, s.position, s.start, s.end, s.text, m.start, m.end, n.start, n.end, \(page("number")),
        \(page("label")), e.confidence, e.time_text, e.time_value, e.phrase, e.tense,
        \(name("coalesce(e.attribution_mention, e.speaker_mention)")), \(name("e.place_mention"))
      FROM claim e JOIN document d ON d.id = e.document
        JOIN sentence s ON s.document = e.document AND s.position = e.sentence
        LEFT JOIN mention m ON m.document = e.document AND m.position = e.subject_mention
        LEFT JOIN mention n ON n.document = e.document AND n.position = e.object_mention
      WHERE \(Self.ends) AND e.polarity = 'positive' AND e.modality = 'certain'\(filter.claimSQL)
      ORDER BY d.name, e.position
      """)
    try statement.bind([key.subject, key.relation, key.object])
    var result: [EdgeStatement] = []
    while try statement.step() { result.append(Self.claim(statement)) }
    return result
  }

  private static func claim(_ statement: borrowing Statement) -> EdgeStatement {
    func range(_ first: Int?, _ second: Int?) -> Range<Int>? {
      if let first, let second, first <= second { first..<second } else { nil }
    }
    let (start, end) = (statement.integer(at: 2), statement.integer(at: 3))
    var evidence = Claim.Evidence(
      sentence: statement.integer(at: 1), range: start..<max(start, end), text: statement.text(at: 4),
      around: [
        range(statement.optionalInteger(at: 5), statement.optionalInteger(at: 6)),
        range(statement.optionalInteger(at: 7), statement.optionalInteger(at: 8)),
      ])
    evidence.page = statement.optionalInteger(at: 9)
    evidence.pageLabel = statement.optionalText(at: 10)
    let words = statement.optionalText(at: 12)
    return EdgeStatement(
      document: statement.text(at: 0), evidence: evidence, row: nil, confidence: statement.number(at: 11),
      time: words.map { Claim.Time(text: $0, value: statement.optionalText(at: 13)) },
      phrase: statement.optionalText(at: 14),
      tense: statement.optionalText(at: 15).flatMap { Claim.Tense(rawValue: $0) },
      saidBy: statement.optionalText(at: 16), place: statement.optionalText(at: 17))
  }

  private func rows(behind key: EdgeKey) throws -> [EdgeStatement] {
    let columns = "e.document, e.row, e.confidence, e.subject, e.relation, e.object"
    let statement = try connection.statement(
      """
      SELECT d.name, d.id, e.row, e.confidence FROM (
        SELECT \(columns) FROM edge e WHERE \(Self.ends) AND e.document IS NOT NULL
        UNION ALL SELECT \(columns) FROM imported_row e WHERE \(Self.ends)) e
      JOIN document d ON d.id = e.document WHERE TRUE\(filter.rowSQL) ORDER BY d.name, e.row
      """)
    try statement.bind([key.subject, key.relation, key.object])
    let reader = ImportedRowReader(connection: connection)
    var result: [EdgeStatement] = []
    while try statement.step() {
      let line = statement.integer(at: 2)
      let qualifiers = try reader.qualifiers(document: statement.integer(at: 1), line: line)
      result.append(
        EdgeStatement(
          document: statement.text(at: 0), evidence: nil,
          row: Claim.Row(line: line, qualifiers: qualifiers), confidence: statement.number(at: 3), time: nil,
          phrase: nil, tense: nil, saidBy: nil, place: nil))
    }
    return result
  }
}
