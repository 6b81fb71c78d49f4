internal import SQLite

/// Which entities are to be ranked, and how.
package struct RankQuery: Sendable {
  /// What the entities are ordered by.
  package enum Order: String, CaseIterable, Sendable {
    case pagerank
    case degree
  }

  package var order = Order.pagerank
  /// The most entities, or nil for all.
  package var limit: Int?
  /// Which edges count; its types are those of which an entity must have one to be listed.
  package var filter = EdgeFilter()

  package init() {}
}

/// An entity with its place.
package struct RankedEntity: Hashable, Sendable {
  package let name: EntityName
  /// From 0 to 1; all entities' add up to 1.
  package let pagerank: Double
  /// How many edges it has; a loop counts once.
  package let degree: Int
  /// How many edges have it as their object, and as their subject.
  package let incoming: Int
  package let outgoing: Int
}

/// The first entities by rank.
package struct RankAnswer: Sendable {
  /// The highest first; of equal rank, by name.
  package let entities: [RankedEntity]
  /// How many there are in all.
  package let total: Int
}

extension Graph {
  /// The entities by PageRank or by number of edges.
  ///
  /// Reads all entities and edges once; see `PageRank` for the iteration, `WholeGraph` for the memory. Symmetric
  /// relations count both ways, parallel edges each.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows.
  package func rank(_ query: RankQuery) throws(GraphError) -> RankAnswer {
    try asking {
      let filter = try conditions(query.filter)
      var whole = try WholeGraph(connection: connection)
      var degrees = Degrees(count: whole.count)
      try whole.readArcs(connection, filter) { degrees.add(subject: $0, object: $1) }
      let ranks = PageRank.ranks(whole)
      var isListed = try whole.isOfType(query.filter.types, connection)
      if query.filter.leavesOutDescriptions {
        try whole.leaveOutKinds(query.filter.types, &isListed, connection)
      }
      let listed = (0..<whole.count).filter { isListed[$0] }
      let first = FirstRanks.first(query.limit ?? listed.count, of: listed) { left, right in
        switch query.order {
        case .pagerank where ranks[left] != ranks[right]: ranks[left] > ranks[right]
        case .degree where degrees.all(left) != degrees.all(right): degrees.all(left) > degrees.all(right)
        default: left < right
        }
      }
      let names = try EntityNames(connection: connection)
      return RankAnswer(
        entities: try first.map { number in
          RankedEntity(
            name: try names[whole.entities.values[number]], pagerank: ranks[number],
            degree: degrees.all(number),
            incoming: Int(degrees.incoming[number]), outgoing: Int(degrees.outgoing[number]))
        }, total: listed.count)
    }
  }
}
