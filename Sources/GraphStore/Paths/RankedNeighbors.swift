internal import SQLite

/// Finds the first of an entity's neighbors in the order canonical, imported, open layer; then relation; then name: the
/// order in which `kg neighbors` lists them, but for the support.
struct RankedNeighbors {
  private let connection: Connection
  private let filter: WalkFilter
  private let isDirected: Bool
  private let side: EdgeWalker.Side
  private let relations: RelationTable
  private let names: EntityNames

  /// A neighbor, and what was seen of its ties.
  struct Found {
    var neighbor: Int
    /// The first relation that ties it.
    var relation: Int
    /// Where the entity has too many edges to look through, about how many.
    var edgesOfHub: Int?
  }

  /// How many edges are read before an entity is taken for a hub.
  let fewEdges: Int

  /// - Parameter side: which end of a path the walk comes from.
  init(reader: EdgeReader, filter: WalkFilter, isDirected: Bool, side: EdgeWalker.Side) throws {
    connection = reader.connection
    fewEdges = max(32, try reader.relations.count() / 2)
    relations = reader.relations
    names = reader.names
    self.filter = filter
    self.isDirected = isDirected
    self.side = side
  }

  /// The first neighbor that `admits` lets through, or nil.
  ///
  /// Reads all edges of an entity that has few, and those of a hub relation by relation until one of them has such a
  /// neighbor.
  /// - Parameter isHub: whether it is known that the entity has many.
  func first(of entity: Int, isHub: Bool, where admits: (Int) -> Bool) throws -> Found? {
    if isHub { return try firstOfHub(entity, where: admits) }
    let sql = try WalkSQL(
      filter, isDirected: isDirected, side: side, relations: relations, columns: ", e.relation")
    var left = fewEdges
    var best: (relation: Int, entry: RelationTable.Entry, neighbors: [Int])?
    for text in [sql.along, sql.against].compactMap({ $0 }) {
      let statement = try connection.statement(text)
      try statement.bindInteger(entity, at: 1)
      while try statement.step() {
        left -= 1
        if left < 0 { return try firstOfHub(entity, where: admits) }
        let neighbor = statement.integer(at: 0)
        guard admits(neighbor) else { continue }
        let relation = statement.integer(at: 1)
        if best?.relation == relation {
          best?.neighbors.append(neighbor)
          continue
        }
        let entry = try relations[relation]
        if let best, best.entry.precedes(entry) { continue }
        best = (relation, entry, [neighbor])
      }
    }
    guard let best, let neighbor = try first(of: best.neighbors) else { return nil }
    return Found(neighbor: neighbor, relation: best.relation)
  }

  private func firstOfHub(_ entity: Int, where admits: (Int) -> Bool) throws -> Found? {
    // SQLite would walk a range of relations, where it is given one, rather than look one relation up.
    var rest = filter
    rest.relations = nil
    rest.includesOpen = true
    rest.includesOthers = true
    let sql = try WalkSQL(
      rest, isDirected: isDirected, side: side, relations: relations, conditions: " AND e.relation = ?2")
    let along = try connection.statement(sql.along)
    let against = try connection.statement(sql.against ?? sql.along)
    var neighbors: [Int] = []
    var edges = 0
    func read(_ statement: borrowing Statement, _ relation: Int) throws {
      defer { statement.reset() }
      try statement.bindInteger(entity, at: 1)
      try statement.bindInteger(relation, at: 2)
      while try statement.step() {
        edges += 1
        let neighbor = statement.integer(at: 0)
        if admits(neighbor) { neighbors.append(neighbor) }
      }
    }
    let ranked = try relations.ranked().filter(filter.admits)
    for (index, relation) in ranked.enumerated() {
      try read(along, relation)
      if sql.against != nil { try read(against, relation) }
      if let neighbor = try first(of: neighbors) {
        // As if the other relations had as many.
        return Found(
          neighbor: neighbor, relation: relation, edgesOfHub: edges * ranked.count / (index + 1))
      }
    }
    return nil
  }

  private func first(of neighbors: [Int]) throws -> Int? {
    guard let some = neighbors.first else { return nil }
    if neighbors.allSatisfy({ $0 == some }) { return some }
    return try neighbors.min(by: names.precedes)
  }
}
