internal import SQLite

extension ClaimStore {
  /// Removes the judgements and suggestions about what no document knows any more: the names in them are what the documents said.
  mutating func removeUnanchoredJudgements(dead: Set<Int>) throws {
    let table = JudgementTable(connection: connection)
    hadRejections = true
    var anchored: [EntityKey: Bool] = [:]
    func isAnchored(_ key: EntityKey) throws -> Bool {
      if let known = anchored[key] { return known }
      let result = try self.isAnchored(key, dead: dead)
      anchored[key] = result
      return result
    }
    for judgement in try table.all() where judgement.verdict != .undo {
      if try isAnchored(judgement.left), try isAnchored(judgement.right) { continue }
      try table.remove(judgement.number)
      try requestPurge()
    }
    knownJudgements = nil
  }

  func removeSuggestions(of dead: Set<Int>) throws {
    guard !dead.isEmpty, try connection.integer("SELECT 1 FROM suggestion LIMIT 1") != nil else { return }
    let rows = EntityRows(connection: connection)
    for entity in dead.sorted() {
      guard let key = try rows.row(entity)?.key.text else { continue }
      try connection.run("DELETE FROM suggestion WHERE left = ?1 OR right = ?1", key)
    }
  }

  /// Whether some document still knows what a key means.
  private func isAnchored(_ key: EntityKey, dead: Set<Int>) throws -> Bool {
    if let identifier = key.identifier {
      let entity = try connection.integer("SELECT id FROM entity WHERE identifier = ?", identifier)
      return entity.map { !dead.contains($0) } ?? false
    }
    let rows = EntityRows(connection: connection)
    if key.document != nil {
      guard let digest = key.document.flatMap(Hexadecimal.bytes),
        try connection.integer("SELECT 1 FROM document WHERE digest = ?", digest) != nil,
        let row = try rows.row(key)
      else { return false }
      return !dead.contains(row.number)
    }
    let statement = try connection.statement(
      "SELECT id FROM entity WHERE folded = ? AND identifier IS NULL")
    try statement.bind(key.folded, at: 1)
    while try statement.step() {
      if !dead.contains(statement.integer(at: 0)) { return true }
    }
    return false
  }
}
