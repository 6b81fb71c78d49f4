internal import SQLite

extension ClaimStore {
  /// Notes what an entity of texts is one by with others; what a graph file names is its own.
  func settleCertainKey(of entity: Int) throws {
    guard let row = try EntityRows(connection: connection).row(entity), row.isWhole else { return }
    var key: String?
    if try connection.integer("SELECT 1 FROM party WHERE entity = ? LIMIT 1", entity) != nil {
      key = try CertainKey.of(folded: row.key.folded) {
        try EntityRows(connection: connection).ownType(of: entity) ?? ""
      }
    }
    if key != row.certainKey { try connection.run("UPDATE entity SET key = ? WHERE id = ?", key, entity) }
  }
}
