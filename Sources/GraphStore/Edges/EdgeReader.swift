internal import Claims
internal import SQLite

/// Reads edges with their names and evidence.
struct EdgeReader {
  let connection: Connection
  let names: EntityNames
  let relations: RelationTable
  private let documents: DocumentNames

  init(_ graph: Graph) throws {
    connection = graph.connection
    names = try EntityNames(connection: connection)
    relations = try graph.relations()
    documents = DocumentNames(connection: connection)
  }

  /// An edge before its names and evidence are looked up.
  struct Row {
    var key: EdgeKey
    var support: Int
    var attributed: Int
    var confidence: Double
    var polarity: Claim.Polarity = .positive
    var modality: Claim.Modality = .certain
    /// The graph file and its row that are the whole support, or nil.
    var document: Int?
    var row: Int?
  }

  /// The edge as seen from `entity`.
  func edge(_ row: Row, from entity: Int, hop: Int = 1) throws -> Edge {
    let relation = try relations[row.key.relation]
    let subject = try names[row.key.subject]
    let object = try names[row.key.object]
    let isSubject = row.key.subject == entity
    let neighbor = isSubject ? object : subject
    // A symmetric relation is shown from the side of the one who was asked for.
    let flipped = relation.isSymmetric && !isSubject
    let ground = row.document == nil ? try evidence(for: row) : nil
    let times = ground == nil ? [] : try times(of: row)
    let source = ground == nil ? try source(of: row) : nil
    return Edge(
      subject: flipped ? object : subject, relation: relation.name, object: flipped ? subject : object,
      direction: relation.isSymmetric ? .both : isSubject ? .out : .in, neighbor: neighbor,
      layer: relation.layer,
      support: row.support, attributed: row.attributed, confidence: row.confidence, polarity: row.polarity,
      modality: row.modality, evidence: ground?.evidence, times: source?.time.map { [$0] } ?? times,
      saidBy: ground?.saidBy, source: source?.source, hop: hop)
  }

  /// The edge of a key, or nil where there is none.
  func row(_ key: EdgeKey) throws -> Row? {
    let statement = try connection.statement(
      "SELECT \(Self.columns) FROM edge e WHERE e.subject = ? AND e.relation = ? AND e.object = ?")
    try statement.bindInteger(key.subject, at: 1)
    try statement.bindInteger(key.relation, at: 2)
    try statement.bindInteger(key.object, at: 3)
    return try statement.step() ? Self.row(statement) : nil
  }

  /// The claims of a key that make no edge for the same reason, or nil where there are none.
  func doubtfulRow(_ key: EdgeKey, _ doubt: Doubt, filter: WalkFilter) throws -> Row? {
    let statement = try connection.statement(
      """
      SELECT count(*), count(e.attribution_mention), max(e.confidence) FROM claim e
      WHERE e.subject = ? AND e.relation = ? AND e.object = ? AND e.polarity = ? AND e.modality = ?\(filter.claimSQL)
      """)
    try statement.bind([
      key.subject, key.relation, key.object, doubt.polarity.rawValue, doubt.modality.rawValue,
    ])
    guard try statement.step(), statement.integer(at: 0) > 0 else { return nil }
    return Row(
      key: key, support: statement.integer(at: 0), attributed: statement.integer(at: 1),
      confidence: statement.number(at: 2), polarity: doubt.polarity, modality: doubt.modality)
  }

  /// The best sentence behind an edge or a group of claims.
  private func evidence(for row: Row) throws -> (evidence: Edge.Evidence, saidBy: String?)? {
    let statement = try connection.statement(
      """
      SELECT d.name, s.position, s.start, s.end, s.text, m.start, m.end, n.start, n.end, c.document,
        coalesce(c.attribution_mention, c.speaker_mention)
      FROM claim c JOIN document d ON d.id = c.document
        JOIN sentence s ON s.document = c.document AND s.position = c.sentence
        LEFT JOIN mention m ON m.document = c.document AND m.position = c.subject_mention
        LEFT JOIN mention n ON n.document = c.document AND n.position = c.object_mention
      WHERE c.subject = ? AND c.relation = ? AND c.object = ? AND c.polarity = ? AND c.modality = ?
      ORDER BY c.attribution_mention IS NOT NULL, c.confidence DESC, d.name, c.position LIMIT 1
      """)
    try statement.bind([
      row.key.subject, row.key.relation, row.key.object, row.polarity.rawValue, row.modality.rawValue,
    ])
    guard try statement.step() else { return nil }
    func range(_ start: Int?, _ end: Int?) -> Range<Int>? {
      if let start, let end, start <= end { start..<end } else { nil }
    }
    let shown = Claim.Evidence(
      sentence: statement.integer(at: 1),
      range: statement.integer(at: 2)..<max(statement.integer(at: 2), statement.integer(at: 3)),
      text: statement.text(at: 4),
      around: [
        range(statement.optionalInteger(at: 5), statement.optionalInteger(at: 6)),
        range(statement.optionalInteger(at: 7), statement.optionalInteger(at: 8)),
      ])
    var evidence = Edge.Evidence(
      document: statement.text(at: 0), sentence: shown.sentence, range: shown.range, text: shown.text)
    (evidence.page, evidence.pageLabel) = try page(
      document: statement.integer(at: 9), offset: statement.integer(at: 2))
    guard let said = statement.optionalInteger(at: 10) else { return (evidence, nil) }
    return (evidence, try party(document: statement.integer(at: 9), mention: said))
  }

  /// The page on which an offset stands; nil where the document has none.
  private func page(document: Int, offset: Int) throws -> (number: Int?, label: String?) {
    let statement = try connection.statement(
      "SELECT number, label FROM page WHERE document = ? AND start <= ? ORDER BY start DESC, number DESC LIMIT 1"
    )
    try statement.bindInteger(document, at: 1)
    try statement.bindInteger(offset, at: 2)
    return try statement.step() ? (statement.integer(at: 0), statement.optionalText(at: 1)) : (nil, nil)
  }

  /// What the document calls the party of a mention.
  private func party(document: Int, mention: Int) throws -> String? {
    let statement = try connection.statement(
      """
      SELECT p.name FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      WHERE m.document = ? AND m.position = ?
      """)
    try statement.bindInteger(document, at: 1)
    try statement.bindInteger(mention, at: 2)
    return try statement.step() ? statement.text(at: 0) : nil
  }

  /// The times of the claims behind an edge, the first of them where there are very many.
  private func times(of row: Row) throws -> [String] {
    let statement = try connection.statement(
      """
      SELECT DISTINCT coalesce(time_value, time_text) FROM claim
      WHERE subject = ? AND relation = ? AND object = ? AND polarity = ? AND modality = ? AND time_text IS NOT NULL
      ORDER BY 1 LIMIT 20
      """)
    try statement.bind([
      row.key.subject, row.key.relation, row.key.object, row.polarity.rawValue, row.modality.rawValue,
    ])
    var result: [String] = []
    while try statement.step() { result.append(statement.text(at: 0)) }
    return result
  }

  /// The row of a graph file behind an edge that no sentence states: the surest, then the first.
  private func source(of row: Row) throws -> (source: Edge.Source, time: String?)? {
    var place: (document: Int, row: Int)?
    if let document = row.document, let number = row.row {
      place = (document, number)
    } else if row.polarity == .positive && row.modality == .certain {
      let statement = try connection.statement(
        """
        SELECT r.document, r.row FROM imported_row r JOIN document d ON d.id = r.document
        WHERE r.subject = ? AND r.relation = ? AND r.object = ? ORDER BY r.confidence DESC, d.name, r.row LIMIT 1
        """)
      try statement.bind([row.key.subject, row.key.relation, row.key.object])
      if try statement.step() { place = (statement.integer(at: 0), statement.integer(at: 1)) }
    }
    guard let place, let document = try documents.name(of: place.document) else { return nil }
    let statement = try connection.statement(
      "SELECT name, value FROM qualifier WHERE document = ? AND row = ? ORDER BY name, value")
    try statement.bindInteger(place.document, at: 1)
    try statement.bindInteger(place.row, at: 2)
    var qualifiers: [Claim.Qualifier] = []
    while try statement.step() {
      qualifiers.append(Claim.Qualifier(name: statement.text(at: 0), value: statement.text(at: 1)))
    }
    let notes = qualifiers.filter { $0.name == "source" }.map(\.value)
    let note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    return (Edge.Source(document: document, row: place.row, note: note), RowTime.value(qualifiers))
  }

  /// Reads the row that a statement of `columns` stands at.
  static func row(_ statement: borrowing Statement) -> Row {
    Row(
      key: EdgeKey(
        subject: statement.integer(at: 0), relation: statement.integer(at: 1),
        object: statement.integer(at: 2)),
      support: statement.integer(at: 3), attributed: statement.integer(at: 4),
      confidence: statement.number(at: 5), document: statement.optionalInteger(at: 6),
      row: statement.optionalInteger(at: 7))
  }

  /// What `row` reads, of `edge e`.
  static let columns =
    "e.subject, e.relation, e.object, e.support, e.attributed, e.confidence, e.document, e.row"
}
