package import Claims
internal import SQLite

/// A part of what happened to an entity.
package struct TimelinePage: Sendable {
  package let claims: [Claim]
  /// How many claims have a time.
  package let total: Int
  /// How many have none.
  package let undated: Int
}

extension Graph {
  /// A part of the claims about an entity whose time is known, the earliest first.
  ///
  /// One pass over the index entries of the entity's claims and edges, each looked up once; memory follows the part's end.
  ///
  /// - Throws: `GraphError`, with `unknownRelation` or `unknownDocument` for a name nobody knows.
  package func timeline(
    of entity: Int, _ filter: EdgeFilter, offset: Int, limit: Int
  ) throws(GraphError) -> TimelinePage {
    try asking {
      var walk = try listConditions(filter)
      // Whose they are is told by where they are read from, and when they are true by what is read of them.
      walk.statement.time = .any
      var reader = try TimelineReader(
        connection: connection, entity: entity, span: filter.time ?? .always, keeping: offset, limit)
      try reader.readClaims(walk.claimSQL)
      try reader.readRows(walk.rowSQL)
      return TimelinePage(
        claims: try reader.claims(from: offset), total: reader.dated, undated: reader.undated)
    }
  }
}

/// Goes over the claims of one entity and the rows of graph files about it, and keeps the earliest.
private struct TimelineReader {
  /// A claim or a row before it is read whole.
  private struct Entry {
    var time: String
    var document: Int
    var place: Int
    /// The edge and confidence of a row of a graph file; nil for a claim.
    var row: (key: EdgeKey, confidence: Double)?
  }

  private let connection: Connection
  private let entity: Int
  private let span: TimeSpan
  private let most: Int
  private let documentNames: DocumentNames
  private var entries: [Entry] = []
  private(set) var dated = 0
  private(set) var undated = 0

  init(
    connection: Connection, entity: Int, span: TimeSpan, keeping offset: Int, _ limit: Int
  ) throws {
    self.connection = connection
    self.entity = entity
    self.span = span
    let (most, isHuge) = max(0, offset).addingReportingOverflow(max(0, limit))
    self.most = isHuge ? .max : most
    documentNames = DocumentNames(connection: connection)
  }

  mutating func readClaims(_ conditions: String) throws {
    let statement = try connection.statement(
      """
      SELECT e.document, e.position, e.time_value FROM (
        SELECT document, position FROM claim WHERE subject = ?1 UNION SELECT document, position FROM claim WHERE object = ?1) k
      CROSS JOIN claim e ON e.document = k.document AND e.position = k.position WHERE TRUE\(conditions)
      """)
    try statement.bind(entity, at: 1)
    while try statement.step() {
      try add(
        Entry(time: "", document: statement.integer(at: 0), place: statement.integer(at: 1)),
        statement.optionalText(at: 2))
    }
  }

  mutating func readRows(_ conditions: String) throws {
    let keys = """
      (SELECT subject, relation, object FROM edge WHERE subject = ?1
        UNION ALL SELECT subject, relation, object FROM incoming WHERE object = ?1 AND subject <> ?1) k
      """
    for table in ["edge", "imported_row"] {
      // The plus keeps a row's qualifiers from being sought name by name.
      let statement = try connection.statement(
        """
        SELECT e.document, e.row, e.subject, e.relation, e.object, e.confidence, q.name, q.value FROM \(keys)
        CROSS JOIN \(table) e ON e.subject = k.subject AND e.relation = k.relation AND e.object = k.object
        LEFT JOIN qualifier q ON q.document = e.document AND q.row = e.row AND +q.name IN (\(RowTime.names))
        WHERE e.document IS NOT NULL\(conditions)
        """)
      try statement.bind(entity, at: 1)
      try readRows(statement)
    }
  }

  /// Reads rows whose qualifiers follow one another.
  private mutating func readRows(_ statement: borrowing Statement) throws {
    var row: Entry?
    var time = RowTime()
    while try statement.step() {
      let (document, line) = (statement.integer(at: 0), statement.integer(at: 1))
      let key = EdgeKey(
        subject: statement.integer(at: 2), relation: statement.integer(at: 3),
        object: statement.integer(at: 4))
      if row?.document != document || row?.place != line || row?.row?.key != key {
        if let row { try add(row, time.value) }
        row = Entry(time: "", document: document, place: line, row: (key, statement.number(at: 5)))
        time = RowTime()
      }
      if let name = statement.optionalText(at: 6) { time.take(name, statement.text(at: 7)) }
    }
    if let row { try add(row, time.value) }
  }

  private mutating func add(_ entry: Entry, _ time: String?) throws {
    guard let time else {
      undated += 1
      return
    }
    guard span.overlaps(time) else { return }
    dated += 1
    var entry = entry
    entry.time = time
    entries.append(entry)
    if entries.count / 2 > max(most, 1_000) { try cut() }
  }

  private mutating func cut() throws {
    let named = try entries.map { (entry: $0, document: try documentNames.name(of: $0.document) ?? "") }
    entries = named.sorted(by: Self.precedes).prefix(most).map(\.entry)
  }

  private typealias Named = (entry: Entry, document: String)

  /// By time, document and place, each by its bytes or numbers.
  private static func precedes(_ left: Named, _ right: Named) -> Bool {
    if left.entry.time != right.entry.time { return isBefore(left.entry.time, right.entry.time) }
    if left.document != right.document { return isBefore(left.document, right.document) }
    if left.entry.place != right.entry.place { return left.entry.place < right.entry.place }
    guard let a = left.entry.row?.key, let b = right.entry.row?.key else {
      return left.entry.row == nil && right.entry.row != nil
    }
    return (a.subject, a.relation, a.object) < (b.subject, b.relation, b.object)
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  mutating func claims(from offset: Int) throws -> [Claim] {
    try cut()
    let claims = ClaimReader(connection: connection)
    let rows = ImportedRowReader(connection: connection)
    return try entries.dropFirst(max(0, offset)).compactMap { entry in
      if let row = entry.row {
        try rows.claim(row.key, document: entry.document, line: entry.place, confidence: row.confidence)
      } else {
        try claims.claim(document: entry.document, position: entry.place)
      }
    }
  }
}
