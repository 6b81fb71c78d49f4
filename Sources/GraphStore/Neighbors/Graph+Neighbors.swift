internal import Claims
internal import SQLite

/// Which edges of an entity are wanted.
package struct NeighborQuery: Sendable {
  /// Which edges count; its types are those of the neighbor.
  package var filter = EdgeFilter()
  /// Which way the edges point; `both` for either.
  package var direction: Edge.Direction = .both
  /// How far to go, from 1.
  package var hops = 1
  /// The most edges to return, or nil for all.
  package var limit: Int?
  /// Whether negative and uncertain claims are shown too, and those that the judge is not sure of.
  package var includesDoubtful = false

  package init() {}

  /// The filter with what the query says of doubt: unsure edges are shown with the doubtful ones.
  var ownFilter: EdgeFilter {
    var filter = filter
    if includesDoubtful { filter.onlySure = false }
    return filter
  }
}

/// The edges of an entity.
package struct NeighborAnswer: Sendable {
  /// In the order canonical, imported, open; then support falling, relation, neighbor; nearer hops first.
  ///
  /// An edge between two entities equally far is seen from its subject.
  package let edges: [Edge]
  /// How many there are in all.
  package let total: Int
  /// Where a time was asked for: how many of the entity's own edges fit but for having no time at all.
  package let undated: Int
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
      let filter = try conditions(query.ownFilter)
      let reader = try EdgeReader(self)
      var page = NeighborPage(reader: reader, limit: query.limit)
      try NeighborSearch(reader: reader, query: query, filter: filter).fill(&page, around: entity)
      return NeighborAnswer(
        edges: try edges(of: page.rows(), reader, filter), total: page.total,
        undated: try undated(around: entity, query, filter, reader))
    }
  }

  /// The edges of a page's rows, in their order.
  func edges(of rows: [NeighborPage.Row], _ reader: EdgeReader, _ filter: WalkFilter) throws -> [Edge] {
    try rows.compactMap { row in
      let key = EdgeKey(
        subject: row.isOut ? row.near : row.neighbor, relation: row.relation,
        object: row.isOut ? row.neighbor : row.near)
      let found =
        row.doubt.isNone
        ? try reader.row(key) : try reader.doubtfulRow(key, row.doubt, filter: filter)
      return try found.map { try reader.edge($0, from: row.near, hop: row.hop) }
    }
  }

  private func undated(
    around entity: Int, _ query: NeighborQuery, _ filter: WalkFilter, _ reader: EdgeReader
  ) throws -> Int {
    guard query.filter.time != nil else { return 0 }
    var (query, filter) = (query, filter)
    query.hops = 1
    filter.statement.time = .untold
    var page = NeighborPage(reader: reader, limit: 0)
    try NeighborSearch(reader: reader, query: query, filter: filter).fill(&page, around: entity)
    return page.total
  }
}
