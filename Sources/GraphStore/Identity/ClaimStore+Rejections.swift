internal import Claims
internal import SQLite

extension ClaimStore {
  /// Takes out the edges that judgements reject, and makes those again that no judgement rejects any more.
  mutating func settleRejections() throws {
    let before = try rejectedEdges()
    let after = try hasJudgements() ? judgedEdges() : []
    for key in before.subtracting(after).sorted(by: Self.precedes) {
      try connection.run(
        "DELETE FROM rejected_edge WHERE subject = ? AND relation = ? AND object = ?", key.subject,
        key.relation, key.object)
      try rebuild(key)
    }
    for key in after.sorted(by: Self.precedes) {
      if !before.contains(key) {
        try connection.run(
          "INSERT INTO rejected_edge (subject, relation, object) VALUES (?, ?, ?)", key.subject, key.relation,
          key.object)
      }
      try takeOut(key)
    }
  }

  private static func precedes(_ left: EdgeKey, _ right: EdgeKey) -> Bool {
    (left.subject, left.relation, left.object) < (right.subject, right.relation, right.object)
  }

  private func rejectedEdges() throws -> Set<EdgeKey> {
    let statement = try connection.statement("SELECT subject, relation, object FROM rejected_edge")
    var result: Set<EdgeKey> = []
    while try statement.step() {
      result.insert(
        EdgeKey(
          subject: statement.integer(at: 0), relation: statement.integer(at: 1),
          object: statement.integer(at: 2)))
    }
    return result
  }

  /// The edges that living judgements reject, where both ends and the relation are there.
  private func judgedEdges() throws -> Set<EdgeKey> {
    let rows = EntityRows(connection: connection, dead: deadEntities)
    var result: Set<EdgeKey> = []
    for judgement in try JudgementTable(connection: connection).living() where judgement.verdict == .reject {
      let parts = (judgement.value ?? "").split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let subject = try rows.row(judgement.left)?.canonical,
        let object = try rows.row(judgement.right)?.canonical
      else { continue }
      let relation = try connection.statement(
        "SELECT id, symmetric FROM relation WHERE layer = ? AND name = ?")
      try relation.bind([parts[0], parts[1]])
      guard try relation.step() else { continue }
      var key = EdgeKey(subject: subject, relation: relation.integer(at: 0), object: object)
      if relation.integer(at: 1) == 1 { try order(&key) }
      result.insert(key)
    }
    return result
  }

  private func takeOut(_ key: EdgeKey) throws {
    try tally.note(key)
    try spellOutRow(of: key)
    try connection.run(
      "DELETE FROM edge WHERE subject = ? AND relation = ? AND object = ?", key.subject, key.relation,
      key.object)
    if connection.changedRows > 0 { try removeIncoming(key) }
  }

  /// Makes an edge from what supports it.
  private func rebuild(_ key: EdgeKey) throws {
    try takeOut(key)
    try connection.run(
      """
      INSERT INTO edge (subject, relation, object, support, attributed, confidence)
      SELECT ?1, ?2, ?3, count(*), sum(attributed), max(confidence) FROM (
        SELECT attribution_mention IS NOT NULL AS attributed, confidence FROM claim
          WHERE subject = ?1 AND relation = ?2 AND object = ?3 AND polarity = 'positive' AND modality = 'certain'
        UNION ALL SELECT 0, confidence FROM imported_row WHERE subject = ?1 AND relation = ?2 AND object = ?3)
      HAVING count(*) > 0
      """, key.subject, key.relation, key.object)
    try foldRow(of: key)
    try mirror(key)
  }
}
