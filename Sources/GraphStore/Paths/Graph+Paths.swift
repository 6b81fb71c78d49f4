internal import Claims
internal import SQLite

extension Graph {
  /// The best paths between two entities.
  ///
  /// Paths are simple: no entity comes up twice. Parallel edges make one path, whose hop shows them all. See
  /// `PathSearch` and `WeightedPathSearch` for what a question costs, `KShortestPaths` for several paths.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows.
  package func paths(from start: Int, to goal: Int, _ query: PathQuery) throws(GraphError) -> PathAnswer {
    try asking {
      var paths: [Path] = []
      var total: PathTotal?
      try visitPaths(from: start, to: goal, query) { path, count in
        paths.append(path)
        total = count
      }
      return PathAnswer(
        paths: paths, total: total?.count ?? UInt64(paths.count), isTotalCapped: total?.isCapped ?? false)
    }
  }

  /// Calls `visit` with each of the paths that `paths` would give, as soon as it is found, in memory that does not grow with
  /// their number where all the best are asked for.
  ///
  /// - Parameter visit: is also told how many there are in all, where all the best are asked for.
  /// - Throws: `GraphError`, as `paths` does, and whatever `visit` throws.
  package func forEachPath(
    from start: Int, to goal: Int, _ query: PathQuery, _ visit: (Path, PathTotal?) throws -> Void
  ) throws {
    try askingWithOwnErrors { try visitPaths(from: start, to: goal, query, visit) }
  }

  private func visitPaths(
    from start: Int, to goal: Int, _ query: PathQuery, _ visit: (Path, PathTotal?) throws -> Void
  ) throws {
    let filter = try conditions(query.filter)
    if query.avoided.contains(start) || query.avoided.contains(goal) { return }
    let reader = try EdgeReader(self)
    let hops = HopReader(reader: reader, filter: filter, isDirected: query.isDirected)
    let entities = EntityFilter(
      connection: connection, avoided: query.avoided, types: query.filter.types, exempt: [start, goal])
    var total: PathTotal?
    func visitPath(along entities: [Int]) throws {
      let pairs = zip(entities, entities.dropFirst())
      let path = Path(
        hops: try pairs.enumerated().map { index, pair in
          Path.Hop(edges: try hops.edges(from: pair.0, to: pair.1, hop: index + 1))
        }, confidence: try hops.confidence(along: entities))
      try visit(path, total)
    }
    if query.count == 1 && !query.allShortest && !query.isWeighted {
      let one = try onePath(from: start, to: goal, query, filter, entities, reader)
      hops.note(one?.ties ?? [])
      if let one { try visitPath(along: one.entities) }
      return
    }
    let search = try self.search(to: goal, query, filter, entities)
    if query.allShortest || query.count == 1 {
      guard let best = try search(start, query.maximumLength, PathSearch.Constraint()) else { return }
      if query.allShortest { total = best.count() }
      try best.forEach(upTo: query.count, order: reader.names.precedes, visitPath)
    } else {
      try KShortestPaths(
        search: search, weight: query.isWeighted ? hops.weight : { _, _ in 0 }, order: reader.names.precedes,
        maximumLength: query.maximumLength
      ).forEach(upTo: query.count, from: start, visitPath)
    }
  }

  /// The shortest path that `FirstPath` picks.
  private func onePath(
    from start: Int, to goal: Int, _ query: PathQuery, _ filter: WalkFilter, _ entities: EntityFilter,
    _ reader: EdgeReader
  ) throws -> FirstPath.Found? {
    let search = try PathSearch(
      connection: connection, filter: filter, isDirected: query.isDirected, entities: entities)
    return try search.one(from: start, to: goal, maximumLength: query.maximumLength) { forward, backward in
      try FirstPath(
        forward: forward, backward: backward, names: reader.names,
        makeWalker: {
          try EdgeWalker(
            connection: reader.connection, filter: filter, isDirected: query.isDirected, side: $0)
        },
        makeRanking: {
          try RankedNeighbors(reader: reader, filter: filter, isDirected: query.isDirected, side: $0)
        }
      ).find()
    }
  }

  /// The search that fits the question, for all the best paths from any entity to the goal.
  private func search(
    to goal: Int, _ query: PathQuery, _ filter: WalkFilter, _ entities: EntityFilter
  ) throws -> (Int, Int?, PathSearch.Constraint) throws -> ShortestPaths? {
    if query.isWeighted {
      let search = try WeightedPathSearch(
        connection: connection, filter: filter, isDirected: query.isDirected, entities: entities)
      return { try search.shortest(from: $0, to: goal, maximumLength: $1, constraint: $2) }
    }
    let search = try PathSearch(
      connection: connection, filter: filter, isDirected: query.isDirected, entities: entities)
    return { try search.all(from: $0, to: goal, maximumLength: $1, constraint: $2) }
  }
}
