internal import Digests
internal import SQLite

/// What entities go by outside: 16 hexadecimal digits that follow from what the entity is, whatever the order in which it came to be.
final class EntityIdentifiers {
  private let connection: Connection
  private var known: [Int: String] = [:]
  private static let capacity = 1 << 16

  init(connection: Connection) { self.connection = connection }

  /// The identifier of the entity that stands for one.
  subscript(_ entity: Int) -> String {
    get throws {
      if let identifier = known[entity] { return identifier }
      let statement = try connection.statement(
        """
        SELECT c.folded, c.part, c.identifier FROM entity e JOIN entity c ON c.id = coalesce(e.canonical, e.id)
        WHERE e.id = ?
        """)
      try statement.bind(entity, at: 1)
      guard try statement.step() else { return "" }
      let key = EntityKey(
        folded: statement.text(at: 0), part: statement.optionalText(at: 1),
        identifier: statement.optionalText(at: 2))
      var hash = SHA256()
      hash.update(Array(key.text.utf8))
      let identifier = Hexadecimal.text(hash.finalize().prefix(8))
      if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
      known[entity] = identifier
      return identifier
    }
  }
}
