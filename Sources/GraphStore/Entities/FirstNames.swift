internal import SQLite

/// Finds those of many entities that come first by name.
struct FirstNames {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  private struct Named {
    var number: Int
    var name: EntityName
  }

  /// The numbers of the first `count` entities, in no order.
  ///
  /// Goes over the index of all names where that promises to be shorter than a look-up for each entity, and gives that
  /// up where it is not.
  func first(_ count: Int, of entities: IntegerNumbering) throws -> [Int] {
    let all = try connection.integer("SELECT max(id) FROM entity") ?? 0
    let (steps, overflows) = count.multipliedReportingOverflow(by: all)
    if !overflows && steps / entities.count < entities.count * 2,
      let found = try merged(count, of: entities, upTo: entities.count * 4)
    {
      return found
    }
    return try lookedUp(count, of: entities)
  }

  /// By the index of names; nil where `limit` entries were not enough.
  private func merged(_ count: Int, of entities: IntegerNumbering, upTo limit: Int) throws -> [Int]? {
    let statement = try connection.statement(
      "SELECT id, name FROM entity INDEXED BY entity_name ORDER BY name")
    var found: [Int] = []
    var lastName: [UInt8] = []
    var steps = 0
    while try statement.step() {
      steps += 1
      if steps > limit { return nil }
      guard let number = entities.number(of: statement.integer(at: 0)) else { continue }
      // Those of one name are told apart by more than the index holds.
      if found.count >= count && statement.bytes(at: 1) != lastName { break }
      lastName = statement.bytes(at: 1)
      found.append(number)
    }
    return found.count <= count ? found : try lookedUp(count, of: entities, among: found)
  }

  /// By looking up every name, of which only the first are kept.
  private func lookedUp(
    _ count: Int, of entities: IntegerNumbering, among numbers: [Int]? = nil
  ) throws -> [Int] {
    var kept: [Named] = []
    var bound: EntityName?
    let statement = try connection.statement("SELECT \(EntityName.columns) FROM entity WHERE id = ?")
    for number in numbers ?? Array(0..<entities.count) {
      statement.reset()
      try statement.bind(entities.values[number], at: 1)
      guard try statement.step() else { continue }
      let name = EntityName(statement)
      if let bound, !name.precedes(bound) { continue }
      kept.append(Named(number: number, name: name))
      if kept.count >= 2 * count + 64 {
        cut(&kept, to: count)
        bound = kept.last?.name
      }
    }
    cut(&kept, to: count)
    return kept.map(\.number)
  }

  private func cut(_ kept: inout [Named], to count: Int) {
    kept.sort { $0.name.precedes($1.name) }
    if kept.count > count { kept.removeLast(kept.count - count) }
  }
}
