internal import SQLite

extension ClaimStore {
  /// Notes what an entity of texts is one by with others; what a graph file names is its own.
  mutating func settleCertainKey(of entity: Int) throws {
    guard let row = try EntityRows(connection: connection).row(entity), row.isWhole else { return }
    let key = try certainKey(of: row)
    if key != row.certainKey { try connection.run("UPDATE entity SET key = ? WHERE id = ?", key, entity) }
  }

  /// The certain key that an entity should have.
  mutating func certainKey(of row: EntityRow) throws -> String? {
    let rule = CertainKey(lists: try lists())
    guard rule.mayHaveKey(row.key.folded),
      try connection.integer("SELECT 1 FROM party WHERE entity = ? LIMIT 1", row.number) != nil,
      let type = try EntityRows(connection: connection).ownType(of: row.number)
    else { return nil }
    return rule.of(folded: row.key.folded, type: type)
  }

  /// The lists by which this graph's names are joined.
  mutating func lists() throws -> IdentityLists {
    if let known = knownLists { return known }
    let lists = try IdentityLists.of(connection)
    knownLists = lists
    return lists
  }
}
