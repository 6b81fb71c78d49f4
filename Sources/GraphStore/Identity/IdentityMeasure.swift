internal import SQLite

/// What of the edges around some entities shows what joining or parting them does.
struct IdentityMeasure {
  private(set) var edges = 0
  private(set) var loops = 0
  private(set) var contradictions: [JudgementEffect.Contradiction] = []

  init(_ connection: Connection, around keys: Set<EntityKey>) throws {
    let rows = EntityRows(connection: connection)
    let entities = Set(try keys.compactMap { try rows.row($0)?.canonical }).sorted()
    var seen: Set<Int> = []
    for entity in entities {
      edges += try connection.integer("SELECT count(*) FROM edge WHERE subject = ?", entity) ?? 0
      loops +=
        try connection.integer("SELECT count(*) FROM edge WHERE subject = ?1 AND object = ?1", entity) ?? 0
      edges += try incoming(connection, entity, besides: seen.union([entity]))
      seen.insert(entity)
      try addContradictions(connection, entity)
    }
  }

  /// Edges to an entity from others than those already counted.
  private func incoming(_ connection: Connection, _ entity: Int, besides seen: Set<Int>) throws -> Int {
    let statement = try connection.statement("SELECT subject FROM incoming WHERE object = ?")
    try statement.bind(entity, at: 1)
    var count = 0
    while try statement.step() { count += seen.contains(statement.integer(at: 0)) ? 0 : 1 }
    return count
  }

  private mutating func addContradictions(_ connection: Connection, _ entity: Int) throws {
    let name = try connection.text("SELECT name FROM entity WHERE id = ?", entity) ?? ""
    for relation in IdentityLists.builtIn.singleRelations {
      let statement = try connection.statement(
        """
        SELECT DISTINCT o.name FROM relation r JOIN edge e ON e.relation = r.id AND e.subject = ?1
          JOIN entity o ON o.id = e.object WHERE r.name = ?2 ORDER BY 1
        """)
      try statement.bind([entity, relation])
      var values: [String] = []
      while try statement.step() { values.append(statement.text(at: 0)) }
      // A year is no contradiction to a day of it, nor a city to the city with its country.
      let sharp = values.filter { value in !values.contains { $0 != value && $0.contains(value) } }
      if sharp.count > 1 {
        contradictions.append(.init(entity: name, relation: relation, values: sharp))
      }
    }
  }
}

extension JudgementEffect {
  mutating func compare(_ before: IdentityMeasure, with after: IdentityMeasure) {
    edgesBefore = before.edges
    edgesAfter = after.edges
    newLoops = max(0, after.loops - before.loops)
    contradictions = after.contradictions.filter { !before.contradictions.contains($0) }
  }
}
