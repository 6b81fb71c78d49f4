internal import SQLite

/// A row of a graph file, and between which entities its edge stands.
struct StandingRow {
  var document: Int
  var row: Int
  var key: EdgeKey
  var confidence: Double
}

extension ClaimStore {
  /// Moves the rows of graph files that stand at an entity to where their ends belong now.
  mutating func reattachRows(at entity: Int) throws {
    for row in try standingRows(at: entity) {
      let own = try ownEnds(of: row)
      var new = EdgeKey(
        subject: try canonical(of: own.subject), relation: row.key.relation,
        object: try canonical(of: own.object))
      var ends = own
      if try connection.integer("SELECT symmetric FROM relation WHERE id = ?", row.key.relation) == 1 {
        let unordered = new
        try order(&new)
        if new != unordered { swap(&ends.subject, &ends.object) }
      }
      if new != row.key { try move(row, to: new) }
      try remember(ends, of: row, at: new)
    }
  }

  /// The ends that a row has itself.
  func ownEnds(of row: StandingRow) throws -> EdgeKey {
    let statement = try connection.statement(
      "SELECT subject, object FROM moved_row WHERE document = ? AND row = ?")
    try statement.bind([row.document, row.row])
    guard try statement.step() else { return row.key }
    return EdgeKey(
      subject: statement.integer(at: 0), relation: row.key.relation, object: statement.integer(at: 1))
  }

  func canonical(of entity: Int) throws -> Int {
    try connection.integer("SELECT coalesce(canonical, id) FROM entity WHERE id = ?", entity) ?? entity
  }

  private mutating func move(_ row: StandingRow, to key: EdgeKey) throws {
    try spellOutRow(of: row.key)
    try connection.run(
      """
      DELETE FROM imported_row
      WHERE subject = ? AND relation = ? AND object = ? AND document = ? AND row = ?
      """, row.key.subject, row.key.relation, row.key.object, row.document, row.row)
    try withdraw(row.key, attributed: false, confidence: row.confidence)
    try support(key, attributed: false, confidence: row.confidence)
    try connection.run(
      """
      INSERT INTO imported_row (subject, relation, object, document, row, confidence) VALUES (?, ?, ?, ?, ?, ?)
      """, key.subject, key.relation, key.object, row.document, row.row, row.confidence)
    try foldRow(of: key)
  }

  /// Keeps the ends that a row has itself, where its edge stands elsewhere.
  func remember(_ ends: EdgeKey, of row: StandingRow, at key: EdgeKey) throws {
    if ends == key {
      try connection.run("DELETE FROM moved_row WHERE document = ? AND row = ?", row.document, row.row)
    } else {
      try connection.run(
        "INSERT OR REPLACE INTO moved_row (document, row, subject, object) VALUES (?, ?, ?, ?)",
        row.document, row.row, ends.subject, ends.object)
    }
  }

  func standingRows(at entity: Int) throws -> [StandingRow] {
    var result: [StandingRow] = []
    for sql in [
      "SELECT document, row, subject, relation, object, confidence FROM edge WHERE subject = ?1 AND document IS NOT NULL",
      "SELECT document, row, subject, relation, object, confidence FROM imported_row WHERE subject = ?1",
      """
      SELECT e.document, e.row, e.subject, e.relation, e.object, e.confidence FROM incoming i JOIN edge e
        ON e.subject = i.subject AND e.relation = i.relation AND e.object = i.object
      WHERE i.object = ?1 AND i.subject <> ?1 AND e.document IS NOT NULL
      """,
      """
      SELECT e.document, e.row, e.subject, e.relation, e.object, e.confidence FROM incoming i JOIN imported_row e
        ON e.subject = i.subject AND e.relation = i.relation AND e.object = i.object
      WHERE i.object = ?1 AND i.subject <> ?1
      """,
    ] {
      let statement = try connection.statement(sql)
      try statement.bind(entity, at: 1)
      while try statement.step() {
        result.append(
          StandingRow(
            document: statement.integer(at: 0), row: statement.integer(at: 1),
            key: EdgeKey(
              subject: statement.integer(at: 2), relation: statement.integer(at: 3),
              object: statement.integer(at: 4)), confidence: statement.number(at: 5)))
      }
    }
    return result
  }
}
