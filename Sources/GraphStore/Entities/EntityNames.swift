internal import SQLite

/// The names of entities, looked up once each while they are remembered.
final class EntityNames {
  private let statement: Statement
  private let capacity: Int
  // A dictionary's first use costs a short command more than all its names.
  private var numbers = IntegerNumbering()
  private var known: [EntityName] = []

  /// - Parameter capacity: how many names are remembered at most; then all are forgotten.
  init(connection: Connection, capacity: Int = 1 << 16) throws {
    statement = try connection.statement("SELECT \(EntityName.columns) FROM entity WHERE id = ?")
    self.capacity = capacity
  }

  /// An entity that is not there has an empty name.
  subscript(_ entity: Int) -> EntityName {
    get throws {
      if let number = numbers.number(of: entity) { return known[number] }
      defer { statement.reset() }
      try statement.bindInteger(entity, at: 1)
      guard try statement.step() else { return EntityName(name: "", type: "") }
      let name = EntityName(statement)
      if known.count >= capacity {
        numbers = IntegerNumbering()
        known.removeAll(keepingCapacity: true)
      }
      _ = numbers.insert(entity)
      known.append(name)
      return name
    }
  }

  /// The order of entities by what they are called.
  func precedes(_ left: Int, _ right: Int) throws -> Bool {
    let (a, b) = (try self[left], try self[right])
    return a == b ? left < right : a.precedes(b)
  }
}
