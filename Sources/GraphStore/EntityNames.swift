internal import SQLite

/// The names of entities, looked up once each while they are remembered.
final class EntityNames {
  private let connection: Connection
  private let capacity: Int
  private var known: [Int: EntityName] = [:]

  /// - Parameter capacity: how many names are remembered at most; then all are forgotten.
  init(connection: Connection, capacity: Int = 1 << 16) {
    self.connection = connection
    self.capacity = capacity
  }

  /// An entity that is not there has an empty name.
  subscript(_ entity: Int) -> EntityName {
    get throws {
      if let name = known[entity] { return name }
      let statement = try connection.statement("SELECT name, type, identifier FROM entity WHERE id = ?")
      try statement.bind(entity, at: 1)
      guard try statement.step() else { return EntityName(name: "", type: "") }
      let name = EntityName(
        name: statement.text(at: 0), type: statement.text(at: 1), identifier: statement.optionalText(at: 2))
      if known.count >= capacity { known.removeAll(keepingCapacity: true) }
      known[entity] = name
      return name
    }
  }

  /// The order of entities by what they are called.
  func precedes(_ left: Int, _ right: Int) throws -> Bool {
    let (a, b) = (try self[left], try self[right])
    return a == b ? left < right : a.precedes(b)
  }
}
