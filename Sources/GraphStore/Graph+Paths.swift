internal import Claims
internal import SQLite

extension Graph {
  /// The shortest paths between two entities.
  ///
  /// Paths are simple: no entity comes up twice. Parallel edges make one path, whose hop shows them all. See
  /// `PathSearch` for what a question costs, `KShortestPaths` for several paths.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows.
  package func paths(from start: Int, to goal: Int, _ query: PathQuery) throws(GraphError) -> PathAnswer {
    try wording {
      let filter = RelationFilter(
        relations: try relations(named: query.relations), includesOpen: query.includesOpen)
      let walker = try EdgeWalker(connection: connection, query: query, filter: filter)
      let names = NameOrder(reader: EdgeReader(connection: connection))
      let search = PathSearch(walker: walker)
      var total: (total: UInt64, isCapped: Bool)?
      var found: [[Int]] = []
      if query.avoided.contains(start) || query.avoided.contains(goal) {
        return PathAnswer(paths: [], total: 0, isTotalCapped: false)
      }
      if query.allShortest || query.count == 1 {
        let shortest = try search.shortest(from: start, to: goal, maximumLength: query.maximumLength)
        found = try shortest?.first(query.count, order: names.precedes) ?? []
        if query.allShortest { total = shortest?.count() }
      } else {
        found = try KShortestPaths(search: search, maximumLength: query.maximumLength, order: names.precedes)
          .find(query.count, from: start, to: goal)
      }
      let paths = try found.map { entities in
        Path(
          hops: try zip(entities, entities.dropFirst()).enumerated().map { index, pair in
            Path.Hop(edges: try edges(from: pair.0, to: pair.1, filter: filter, query: query, hop: index + 1))
          })
      }
      return PathAnswer(
        paths: paths, total: total?.total ?? UInt64(paths.count), isTotalCapped: total?.isCapped ?? false)
    }
  }

  /// All edges between two neighbors on a path, the best first.
  private func edges(from: Int, to: Int, filter: RelationFilter, query: PathQuery, hop: Int) throws -> [Edge]
  {
    // The index of the end with fewer edges is the shorter walk.
    let limit = 10_000
    let fromIsSmaller = try edgeCount(of: from, upTo: limit) <= edgeCount(of: to, upTo: limit)
    func select(subject: String, object: String, indexedBySubject: Bool) -> String {
      // A plus sign keeps the planner from using that column's index.
      let ends =
        indexedBySubject
        ? "e.subject = \(subject) AND +e.object = \(object)"
        : "+e.subject = \(subject) AND e.object = \(object)"
      return "SELECT \(EdgeReader.columns) FROM edge e JOIN relation r ON r.id = e.relation WHERE \(ends)"
        + filter.sql(column: "e.relation")
    }
    let along = select(subject: "?1", object: "?2", indexedBySubject: fromIsSmaller)
    let against =
      select(subject: "?2", object: "?1", indexedBySubject: !fromIsSmaller)
      + (query.isDirected ? " AND r.symmetric" : "")
    let statement = try connection.statement("\(along) UNION ALL \(against)")
    try statement.bind([from, to])
    var rows: [EdgeReader.Row] = []
    while try statement.step() { rows.append(EdgeReader.row(statement)) }
    let reader = EdgeReader(connection: connection)
    return try rows.sorted { left, right in
      if left.layer != right.layer { return left.layer == .canonical || right.layer == .open }
      if left.support != right.support { return left.support > right.support }
      if left.relation != right.relation { return left.relation < right.relation }
      return left.key.subject == from && right.key.subject != from
    }.map { try reader.edge($0, from: from, hop: hop) }
  }
}

/// The order of entities by what they are called, looked up once each.
private final class NameOrder {
  private let reader: EdgeReader
  private var names: [Int: EntityName] = [:]

  init(reader: EdgeReader) { self.reader = reader }

  func precedes(_ left: Int, _ right: Int) throws -> Bool {
    let (a, b) = (try name(of: left), try name(of: right))
    return a == b ? left < right : a.precedes(b)
  }

  private func name(of entity: Int) throws -> EntityName {
    if let known = names[entity] { return known }
    let name = try reader.name(of: entity)
    names[entity] = name
    return name
  }
}
