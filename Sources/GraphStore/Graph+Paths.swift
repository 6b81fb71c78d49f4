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
      let filter = try filter(
        relations: query.relations, minimumConfidence: query.minimumConfidence, time: query.time,
        includesOpen: query.includesOpen)
      if query.avoided.contains(start) || query.avoided.contains(goal) {
        return PathAnswer(paths: [], total: 0, isTotalCapped: false)
      }
      let reader = try EdgeReader(self)
      let hops = HopReader(reader: reader, filter: filter, isDirected: query.isDirected)
      let entities = EntityFilter(
        connection: connection, avoided: query.avoided, types: query.types, exempt: [start, goal])
      var total: (total: UInt64, isCapped: Bool)?
      let found: [[Int]]
      if query.count == 1 && !query.allShortest && !query.isWeighted {
        let one = try onePath(from: start, to: goal, query, filter, entities, reader)
        hops.note(one?.ties ?? [])
        found = one.map { [$0.entities] } ?? []
      } else {
        let search = try self.search(to: goal, query, filter, entities)
        if query.allShortest || query.count == 1 {
          let best = try search(start, query.maximumLength, PathSearch.Constraint())
          found = try best?.first(query.count, order: reader.names.precedes) ?? []
          if query.allShortest { total = best?.count() }
        } else {
          let weight = query.isWeighted ? hops.weight : { _, _ in 0 }
          found = try KShortestPaths(
            search: search, weight: weight, order: reader.names.precedes, maximumLength: query.maximumLength
          ).find(query.count, from: start)
        }
      }
      let paths = try found.map { entities in
        let pairs = zip(entities, entities.dropFirst())
        return Path(
          hops: try pairs.enumerated().map { index, pair in
            Path.Hop(edges: try hops.edges(from: pair.0, to: pair.1, hop: index + 1))
          }, confidence: try hops.confidence(along: entities))
      }
      return PathAnswer(
        paths: paths, total: total?.total ?? UInt64(paths.count), isTotalCapped: total?.isCapped ?? false)
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
