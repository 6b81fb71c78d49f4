internal import Claims
internal import SQLite

/// Reads rows of graph files back as claims.
struct ImportedRowReader {
  let connection: Connection
  /// What entities go by, where that is asked for.
  var entities: EntityIdentifiers?

  /// All rows, wherever they stand: alias it `e`.
  static let rows = """
    (SELECT document, row, subject, relation, object, confidence FROM edge WHERE document IS NOT NULL
      UNION ALL SELECT document, row, subject, relation, object, confidence FROM imported_row)
    """

  /// What `claim` reads, of `e`, `document d` and `relation r`.
  static let columns =
    "d.name, d.id, e.row, e.subject, r.name, e.object, e.confidence, r.layer"

  /// The claim of the row that a statement of `columns` stands at.
  func claim(_ statement: borrowing Statement, withQualifiers: Bool) throws -> Claim {
    let document = statement.integer(at: 1)
    let line = statement.integer(at: 2)
    let ends =
      try ownEnds(document: document, line: line) ?? (statement.integer(at: 3), statement.integer(at: 5))
    return Claim(
      layer: Claim.Layer(rawValue: statement.text(at: 7)) ?? .imported,
      subject: try party(ends.0, document: document), relation: statement.text(at: 4),
      object: try party(ends.1, document: document), method: .imported,
      confidence: statement.number(at: 6), document: statement.text(at: 0), evidence: nil,
      row: Claim.Row(
        line: line, qualifiers: withQualifiers ? try qualifiers(document: document, line: line) : []))
  }

  /// The claim of a row, with its qualifiers; nil where its document or relation is missing.
  func claim(_ key: EdgeKey, document: Int, line: Int, confidence: Double) throws -> Claim? {
    let statement = try connection.statement(
      """
      SELECT d.name, d.id, ?3, ?4, r.name, ?5, ?6, r.layer FROM document d JOIN relation r ON r.id = ?2 WHERE d.id = ?1
      """)
    try statement.bind([document, key.relation, line, key.subject, key.object, confidence])
    return try statement.step() ? try claim(statement, withQualifiers: true) : nil
  }

  /// The ends that a row has itself, where its edge stands between others; nil where it stands between them.
  private func ownEnds(document: Int, line: Int) throws -> (Int, Int)? {
    let statement = try connection.statement(
      "SELECT subject, object FROM moved_row WHERE document = ? AND row = ?")
    try statement.bindInteger(document, at: 1)
    try statement.bindInteger(line, at: 2)
    return try statement.step() ? (statement.integer(at: 0), statement.integer(at: 1)) : nil
  }

  /// An entity as a file calls it, or as the graph does where the file does not say.
  private func party(_ entity: Int, document: Int) throws -> Party {
    let statement = try connection.statement(
      """
      SELECT coalesce(p.name, e.name), coalesce(p.type, e.type), e.identifier
      FROM entity e LEFT JOIN imported_party p ON p.entity = e.id AND p.document = ?2 WHERE e.id = ?1
      """)
    try statement.bindInteger(entity, at: 1)
    try statement.bindInteger(document, at: 2)
    guard try statement.step() else { return Party(name: "", type: EntityType(rawValue: "")) }
    return Party(
      name: statement.text(at: 0), type: EntityType(rawValue: statement.text(at: 1)),
      aliases: try aliases(of: entity, document: document), identifier: statement.optionalText(at: 2),
      entity: try entities?[entity])
  }

  private func aliases(of entity: Int, document: Int) throws -> [String] {
    let statement = try connection.statement(
      """
      SELECT a.name FROM alias a JOIN imported_alias i ON i.alias = a.id AND i.document = ?2
      WHERE a.entity = ?1 ORDER BY a.name
      """)
    try statement.bindInteger(entity, at: 1)
    try statement.bindInteger(document, at: 2)
    var result: [String] = []
    while try statement.step() { result.append(statement.text(at: 0)) }
    return result
  }

  func qualifiers(document: Int, line: Int) throws -> [Claim.Qualifier] {
    let statement = try connection.statement(
      "SELECT name, value FROM qualifier WHERE document = ? AND row = ? ORDER BY name, value")
    try statement.bindInteger(document, at: 1)
    try statement.bindInteger(line, at: 2)
    var result: [Claim.Qualifier] = []
    while try statement.step() {
      result.append(Claim.Qualifier(name: statement.text(at: 0), value: statement.text(at: 1)))
    }
    return result
  }
}
