package import Claims
internal import SQLite

/// How many edges of a relation an entity has.
package struct RelationCount: Hashable, Sendable {
  package let relation: String
  package let layer: Claim.Layer
  package let count: Int
}

/// What lies around an entity, told by relations.
package struct Neighborhood: Sendable {
  /// In the order of layers, then the most first, then by name.
  package let relations: [RelationCount]
  /// The best edges of each relation, so that none is crowded out by another.
  package let edges: [Edge]
  /// How many there are in all.
  package let total: Int
}

extension Graph {
  /// The edges around an entity, so many of each relation as leaves room for the others.
  ///
  /// One pass over the index entries of the entity's edges.
  /// - Parameter query: which edges; its hops are taken for one, and its limit bounds all edges together.
  /// - Throws: `GraphError`, as `neighbors` does.
  package func neighborhood(of entity: Int, _ query: NeighborQuery) throws(GraphError) -> Neighborhood {
    try asking {
      var query = query
      query.hops = 1
      let filter = try conditions(query.ownFilter)
      let reader = try EdgeReader(self)
      var page = NeighborPage(reader: reader, limit: query.limit, isByRelation: true)
      try NeighborSearch(reader: reader, query: query, filter: filter).fill(&page, around: entity)
      let relations = try page.relationCounts()
      let shares = Self.shares(relations.map(\.count), of: query.limit ?? .max)
      var edges: [Edge] = []
      for (relation, share) in zip(relations, shares) where share > 0 {
        edges += try self.edges(of: page.rows(of: relation, upTo: share), reader, filter)
      }
      return Neighborhood(relations: relations, edges: edges, total: page.total)
    }
  }

  /// How much of each count fits into a room for all, dealt out one by one in turns.
  static func shares(_ counts: [Int], of room: Int) -> [Int] {
    var shares = [Int](repeating: 0, count: counts.count)
    var left = room
    var open = counts.indices.filter { counts[$0] > 0 }
    while left > 0, !open.isEmpty {
      // As many whole turns at once as all can take.
      let turns = max(1, min(left / open.count, open.map { counts[$0] - shares[$0] }.min() ?? 1))
      for index in open where left > 0 {
        let taken = min(turns, left)
        shares[index] += taken
        left -= taken
      }
      open.removeAll { shares[$0] >= counts[$0] }
    }
    return shares
  }
}
