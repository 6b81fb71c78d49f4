internal import SQLite

extension ClaimStore {
  /// Counts a claim for its edge.
  mutating func support(_ key: EdgeKey, attributed: Bool, confidence: Double) throws {
    try tally.note(key)
    try spellOutRow(of: key)
    let statement = try connection.statement(
      """
      INSERT INTO edge (subject, relation, object, support, attributed, confidence) VALUES (?1, ?2, ?3, 1, ?4, ?5)
      ON CONFLICT DO UPDATE SET support = support + 1, attributed = attributed + ?4, confidence = max(confidence, ?5)
      RETURNING support
      """)
    try statement.bind([key.subject, key.relation, key.object, attributed, confidence])
    if try statement.step(), statement.integer(at: 0) == 1 { newEdges += 1 }
    while try statement.step() {}
    try mirror(key)
  }

  /// Takes a claim or a row, which is no longer stored, off its edge; an edge without support goes.
  func withdraw(_ key: EdgeKey, attributed: Bool, confidence: Double) throws {
    try tally.note(key)
    let ends = [key.subject, key.relation, key.object]
    let update = try connection.statement(
      """
      UPDATE edge SET support = support - 1, attributed = attributed - ?4,
        confidence = CASE WHEN confidence > ?5 OR support = 1 THEN confidence ELSE coalesce((
          SELECT max(confidence) FROM (
            SELECT confidence FROM claim WHERE subject = ?1 AND relation = ?2 AND object = ?3
              AND polarity = 'positive' AND modality = 'certain'
            UNION ALL SELECT confidence FROM imported_row WHERE subject = ?1 AND relation = ?2 AND object = ?3)
          ), confidence) END
      WHERE subject = ?1 AND relation = ?2 AND object = ?3
      """)
    try update.bind(ends + [attributed, confidence])
    try update.run()
    let delete = try connection.statement(
      "DELETE FROM edge WHERE subject = ? AND relation = ? AND object = ? AND support = 0")
    try delete.bind(ends)
    try delete.run()
    if connection.changedRows == 0 {
      try foldRow(of: key)
      try mirror(key)
    } else {
      try removeIncoming(key)
    }
  }

  /// Moves the row that an edge carries into a table of rows, since other support comes beside it.
  func spellOutRow(of key: EdgeKey) throws {
    let ends = [key.subject, key.relation, key.object]
    let copy = try connection.statement(
      """
      INSERT INTO imported_row (subject, relation, object, document, row, confidence)
      SELECT subject, relation, object, document, row, confidence FROM edge
      WHERE subject = ? AND relation = ? AND object = ? AND document IS NOT NULL
      """)
    try copy.bind(ends)
    try copy.run()
    guard connection.changedRows > 0 else { return }
    let clear = try connection.statement(
      "UPDATE edge SET document = NULL, row = NULL WHERE subject = ? AND relation = ? AND object = ?")
    try clear.bind(ends)
    try clear.run()
  }

  /// Writes the last row that supports an edge into the edge, where nothing else supports it any more.
  ///
  /// The same graph has the same rows in the same places, whatever came and went.
  func foldRow(of key: EdgeKey) throws {
    let ends = [key.subject, key.relation, key.object]
    let fold = try connection.statement(
      """
      UPDATE edge SET (document, row) = (SELECT document, row FROM imported_row
        WHERE subject = ?1 AND relation = ?2 AND object = ?3)
      WHERE subject = ?1 AND relation = ?2 AND object = ?3 AND support = 1 AND document IS NULL
        AND EXISTS (SELECT 1 FROM imported_row WHERE subject = ?1 AND relation = ?2 AND object = ?3)
      """)
    try fold.bind(ends)
    try fold.run()
    guard connection.changedRows > 0 else { return }
    let delete = try connection.statement(
      "DELETE FROM imported_row WHERE subject = ? AND relation = ? AND object = ?")
    try delete.bind(ends)
    try delete.run()
  }

  /// Brings the copy of an edge that is kept by object up to date.
  func mirror(_ key: EdgeKey) throws {
    let statement = try connection.statement(
      """
      INSERT OR REPLACE INTO incoming (object, relation, subject, support, attributed, confidence)
      SELECT object, relation, subject, support, attributed, confidence FROM edge
      WHERE subject = ? AND relation = ? AND object = ?
      """)
    try statement.bind([key.subject, key.relation, key.object])
    try statement.run()
  }

  func removeIncoming(_ key: EdgeKey) throws {
    let statement = try connection.statement(
      "DELETE FROM incoming WHERE object = ? AND relation = ? AND subject = ?")
    try statement.bind([key.object, key.relation, key.subject])
    try statement.run()
  }
}
