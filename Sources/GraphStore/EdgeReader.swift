internal import Claims
internal import SQLite

/// Reads edges with their names and evidence.
struct EdgeReader {
  let connection: Connection

  /// An edge before its names and evidence are looked up.
  struct Row {
    var key: EdgeKey
    var relation: String
    var layer: Claim.Layer
    var isSymmetric: Bool
    var support: Int
    var attributed: Int
    var confidence: Double
    var polarity: Claim.Polarity = .positive
    var modality: Claim.Modality = .certain
  }

  func name(of entity: Int) throws -> EntityName {
    let statement = try connection.statement("SELECT name, type, identifier FROM entity WHERE id = ?")
    try statement.bind(entity, at: 1)
    guard try statement.step() else { return EntityName(name: "", type: "") }
    return EntityName(
      name: statement.text(at: 0), type: statement.text(at: 1), identifier: statement.optionalText(at: 2))
  }

  /// The edge as seen from `entity`.
  func edge(_ row: Row, from entity: Int, hop: Int = 1) throws -> Edge {
    let subject = try name(of: row.key.subject)
    let object = try name(of: row.key.object)
    let isSubject = row.key.subject == entity
    let neighbor = isSubject ? object : subject
    // A symmetric relation is shown from the side of the one who was asked for.
    let flipped = row.isSymmetric && !isSubject
    return Edge(
      subject: flipped ? object : subject, relation: row.relation, object: flipped ? subject : object,
      direction: row.isSymmetric ? .both : isSubject ? .out : .in, neighbor: neighbor, layer: row.layer,
      support: row.support, attributed: row.attributed, confidence: row.confidence, polarity: row.polarity,
      modality: row.modality, evidence: try evidence(for: row), hop: hop)
  }

  /// The best sentence behind an edge or a group of claims.
  func evidence(for row: Row) throws -> Edge.Evidence? {
    let statement = try connection.statement(
      """
      SELECT d.name, s.position, s.start, s.end, s.text
      FROM claim c JOIN document d ON d.id = c.document
        JOIN sentence s ON s.document = c.document AND s.position = c.sentence
      WHERE c.subject = ? AND c.relation = ? AND c.object = ? AND c.polarity = ? AND c.modality = ?
      ORDER BY c.attribution_mention IS NOT NULL, c.confidence DESC, d.name, c.position LIMIT 1
      """)
    try statement.bind([
      row.key.subject, row.key.relation, row.key.object, row.polarity.rawValue, row.modality.rawValue,
    ])
    guard try statement.step() else { return nil }
    return Edge.Evidence(
      document: statement.text(at: 0), sentence: statement.integer(at: 1),
      range: statement.integer(at: 2)..<max(statement.integer(at: 2), statement.integer(at: 3)),
      text: statement.text(at: 4))
  }

  /// Reads the row that a statement of `columns` stands at.
  static func row(_ statement: borrowing Statement) -> Row {
    Row(
      key: EdgeKey(
        subject: statement.integer(at: 0), relation: statement.integer(at: 1),
        object: statement.integer(at: 2)),
      relation: statement.text(at: 3), layer: Claim.Layer(rawValue: statement.text(at: 4)) ?? .open,
      isSymmetric: statement.integer(at: 5) == 1, support: statement.integer(at: 6),
      attributed: statement.integer(at: 7),
      confidence: statement.number(at: 8),
      polarity: Claim.Polarity(rawValue: statement.text(at: 9)) ?? .positive,
      modality: Claim.Modality(rawValue: statement.text(at: 10)) ?? .certain)
  }

  /// What `row` reads, of `edge e JOIN relation r`.
  static let columns = sharedColumns + ", 'positive', 'certain'"
  /// What `row` reads, of `doubtful e JOIN relation r`.
  static let doubtfulColumns = sharedColumns + ", e.polarity, e.modality"

  private static let sharedColumns =
    "e.subject, e.relation, e.object, r.name, r.layer, r.symmetric, e.support, e.attributed, e.confidence"

  /// The claims of a condition that make no edge, grouped in the shape of `edge`.
  static func doubtful(where condition: String) -> String {
    """
    (SELECT subject, relation, object, count(*) AS support, count(attribution_mention) AS attributed,
      max(confidence) AS confidence, polarity, modality FROM claim
      WHERE \(condition) AND NOT (polarity = 'positive' AND modality = 'certain')
      GROUP BY subject, relation, object, polarity, modality)
    """
  }
}
