internal import Claims
internal import SQLite

/// Tells persons from the rest of their name in a graph that was made before that was done.
struct PersonParts {
  let connection: Connection

  /// Gives the persons of each name an entity of their own; those that nothing else is called by keep theirs.
  func separate() throws {
    let person = EntityType.person.rawValue
    var mixed: [Int] = []
    do {
      let statement = try connection.statement(
        """
        SELECT e.id FROM entity e WHERE part IS NULL AND identifier IS NULL AND (
          EXISTS (SELECT 1 FROM party p WHERE p.entity = e.id AND p.type = ?1)
          OR EXISTS (SELECT 1 FROM imported_party p WHERE p.entity = e.id AND p.type = ?1)) ORDER BY id
        """)
      try statement.bind(person, at: 1)
      while try statement.step() { mixed.append(statement.integer(at: 0)) }
    }
    var store = ClaimStore(connection: connection)
    for entity in mixed {
      let hasOthers = try connection.integer(
        """
        SELECT 1 FROM party WHERE entity = ?1 AND type <> ?2
        UNION ALL SELECT 1 FROM imported_party WHERE entity = ?1 AND type IS NOT ?2 LIMIT 1
        """, entity, person)
      if hasOthers == nil {
        try connection.run("UPDATE entity SET part = 'person' WHERE id = ?", entity)
      } else {
        try separate(entity, &store)
      }
    }
    try store.touchAllOfTexts()
    try store.settle()
  }

  private func separate(_ entity: Int, _ store: inout ClaimStore) throws {
    let person = EntityType.person.rawValue
    guard let row = try EntityRows(connection: connection).row(entity) else { return }
    let key = EntityKey(folded: row.key.folded, part: EntityKey.personPart, identifier: nil)
    let name = try connection.text("SELECT name FROM entity WHERE id = ?", entity) ?? row.key.folded
    let target = try store.entity(key, name: name, type: person)
    for document in try documents("SELECT DISTINCT document FROM party WHERE entity = ? AND type = ?", entity)
    {
      try store.moveParties(of: document, from: entity, to: target, type: person)
    }
    for document in try documents(
      "SELECT document FROM imported_party WHERE entity = ? AND type = ?", entity)
    {
      try store.moveImportedParty(of: document, from: entity, to: target)
    }
    store.touchedEntities.formUnion([entity, target])
    store.movedEntities.insert(entity)
  }

  private func documents(_ sql: String, _ entity: Int) throws -> [Int] {
    let statement = try connection.statement(sql)
    try statement.bind([entity, EntityType.person.rawValue])
    var result: [Int] = []
    while try statement.step() { result.append(statement.integer(at: 0)) }
    return result
  }
}
