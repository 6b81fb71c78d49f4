internal import Claims
internal import SQLite

/// Which edges of an entity are wanted.
package struct NeighborQuery: Sendable {
  /// Names of relations; empty for all.
  package var relations: [String] = []
  /// Which way the edges point; `both` for either.
  package var direction: Edge.Direction = .both
  /// Types, one of which the neighbor must have; empty for any.
  package var types: [String] = []
  /// The least confidence, from 0 to 1, or nil for any.
  package var minimumConfidence: Double?
  /// When the edge has to be true, or nil for any time; an edge whose time nothing tells does not count then.
  package var time: TimeSpan?
  /// How far to go, from 1.
  package var hops = 1
  /// The most edges to return, or nil for all.
  package var limit: Int?
  /// Whether negative and uncertain claims are shown too.
  package var includesDoubtful = false
  /// Whether the open layer is shown.
  package var includesOpen = true

  package init() {}
}

/// The edges of an entity.
package struct NeighborAnswer: Sendable {
  /// In the order canonical, imported, open; then support falling, relation, neighbor; nearer hops first.
  ///
  /// An edge between two entities equally far is seen from its subject.
  package let edges: [Edge]
  /// How many there are in all.
  package let total: Int
}

extension Graph {
  /// The edges around an entity.
  ///
  /// One pass over the index entries of the edges within the hops asked for, which are counted and not looked up; names
  /// and evidence are looked up for the edges returned and, where many tie at the end of the page, for those that tie
  /// (see `NeighborPage`).
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows.
  package func neighbors(of entity: Int, _ query: NeighborQuery) throws(GraphError) -> NeighborAnswer {
    try asking {
      let filter = try filter(
        relations: query.relations, minimumConfidence: query.minimumConfidence, time: query.time,
        includesOpen: query.includesOpen)
      let reader = try EdgeReader(self)
      var page = NeighborPage(reader: reader, limit: query.limit)
      try NeighborSearch(reader: reader, query: query, filter: filter).fill(&page, around: entity)
      let edges = try page.rows().map { row in
        let key = EdgeKey(
          subject: row.isOut ? row.near : row.neighbor, relation: row.relation,
          object: row.isOut ? row.neighbor : row.near)
        let found =
          row.doubt.isNone
          ? try reader.row(key) : try reader.doubtfulRow(key, row.doubt, filter: filter)
        return try found.map { try reader.edge($0, from: row.near, hop: row.hop) }
      }
      return NeighborAnswer(edges: edges.compactMap { $0 }, total: page.total)
    }
  }
}
