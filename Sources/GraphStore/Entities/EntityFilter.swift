internal import SQLite

/// Which entities a walk may enter; what was looked up is remembered.
final class EntityFilter {
  private let connection: Connection
  private let avoided: Set<Int>
  /// Types of which one is needed; empty for any.
  private let types: [String]
  /// Entities that need no type: the ends of a path.
  private let exempt: Set<Int>
  private var known = IntegerNumbering()
  private var verdicts: [Bool] = []

  init(connection: Connection, avoided: Set<Int> = [], types: [String] = [], exempt: Set<Int> = []) {
    self.connection = connection
    self.avoided = avoided
    self.types = types
    self.exempt = exempt
  }

  /// Whether every entity may be entered.
  var admitsAll: Bool { avoided.isEmpty && types.isEmpty }

  /// Whether the entity may be entered; looks its type up once where types matter.
  func admits(_ entity: Int) throws -> Bool {
    if avoided.contains(entity) { return false }
    if types.isEmpty || exempt.contains(entity) { return true }
    let (number, isNew) = known.insert(entity)
    if isNew { verdicts.append(types.contains(try type(of: entity))) }
    return verdicts[number]
  }

  private func type(of entity: Int) throws -> String {
    try connection.text("SELECT type FROM entity WHERE id = ?", entity) ?? ""
  }
}
