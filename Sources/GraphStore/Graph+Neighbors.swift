internal import Claims
internal import SQLite

/// Which edges of an entity are wanted.
package struct NeighborQuery: Sendable {
  /// Names of relations; empty for all.
  package var relations: [String] = []
  /// Which way the edges point; `both` for either.
  package var direction: Edge.Direction = .both
  /// The type that the neighbor must have, or nil for any.
  package var type: String?
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
  package let edges: [Edge]
  /// How many there are in all.
  package let total: Int
}

extension Graph {
  /// The edges around an entity.
  ///
  /// Time follows the number of edges within the hops asked for; names and evidence are looked up only for the edges
  /// returned.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows.
  package func neighbors(of entity: Int, _ query: NeighborQuery) throws(GraphError) -> NeighborAnswer {
    try wording {
      let filter = try RelationFilter(
        relations: relations(named: query.relations), includesOpen: query.includesOpen)
      let reader = EdgeReader(connection: connection)
      var found: [(row: EdgeReader.Row, from: Int, hop: Int)] = []
      var seen: Set<SeenEdge> = []
      var visited: Set<Int> = [entity]
      var frontier = [entity]
      for hop in 1...max(1, query.hops) {
        var level: [(row: EdgeReader.Row, from: Int, order: SortKey)] = []
        var next: [(entity: Int, name: EntityName)] = []
        for node in frontier {
          for row in try rows(around: node, query: query, filter: filter) {
            guard seen.insert(SeenEdge(row)).inserted else { continue }
            let neighbor = row.key.subject == node ? row.key.object : row.key.subject
            let name = try reader.name(of: neighbor)
            if query.type == nil || query.type == name.type {
              level.append((row, node, SortKey(row, neighbor: name, isOut: row.key.subject == node)))
            }
            if visited.insert(neighbor).inserted { next.append((neighbor, name)) }
          }
        }
        found += level.sorted { $0.order < $1.order }.map { ($0.row, $0.from, hop) }
        // By name, because the first to come to an edge is the one it is seen from, and rows are numbered as they came.
        frontier = next.sorted { $0.name.precedes($1.name) }.map(\.entity)
      }
      let shown = try found.prefix(query.limit ?? found.count).map {
        try reader.edge($0.row, from: $0.from, hop: $0.hop)
      }
      return NeighborAnswer(edges: Array(shown), total: found.count)
    }
  }

  private struct SeenEdge: Hashable {
    var key: EdgeKey
    var polarity: Claim.Polarity
    var modality: Claim.Modality

    init(_ row: EdgeReader.Row) {
      key = row.key
      polarity = row.polarity
      modality = row.modality
    }
  }

  private struct SortKey: Comparable {
    var layer: Int
    var support: Int
    var relation: String
    var neighbor: EntityName
    var rest: String

    init(_ row: EdgeReader.Row, neighbor: EntityName, isOut: Bool) {
      layer = row.layer == .canonical ? 0 : row.layer == .imported ? 1 : 2
      support = row.support
      relation = row.relation
      self.neighbor = neighbor
      rest = "\(row.polarity.rawValue) \(row.modality.rawValue) \(isOut ? "1" : "2")"
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      if left.layer != right.layer { return left.layer < right.layer }
      if left.support != right.support { return left.support > right.support }
      if left.relation != right.relation { return left.relation < right.relation }
      if left.neighbor != right.neighbor { return left.neighbor.precedes(right.neighbor) }
      return left.rest < right.rest
    }
  }

  private func rows(around node: Int, query: NeighborQuery, filter: RelationFilter) throws -> [EdgeReader.Row]
  {
    let relations = filter.sql(column: "e.relation")
    let isSubject = query.direction == .in ? "e.subject = ?1 AND r.symmetric" : "e.subject = ?1"
    let isObject = "e.object = ?1 AND e.subject <> ?1" + (query.direction == .out ? " AND r.symmetric" : "")
    // A loop points both ways: it is the same edge whichever end is asked for.
    let isLoop = query.direction == .in ? " OR (e.subject = ?1 AND e.object = ?1)" : ""
    func select(_ columns: String, from source: String, _ end: String) -> String {
      "SELECT \(columns) FROM \(source) e JOIN relation r ON r.id = e.relation WHERE (\(end))\(relations)"
    }
    var parts = [
      select(EdgeReader.columns, from: "edge", isSubject + isLoop),
      select(EdgeReader.columns, from: "incoming", isObject),
    ]
    if query.includesDoubtful {
      let columns = EdgeReader.doubtfulColumns
      parts.append(select(columns, from: EdgeReader.doubtful(where: "subject = ?1"), isSubject + isLoop))
      parts.append(select(columns, from: EdgeReader.doubtful(where: "object = ?1"), isObject))
    }
    let statement = try connection.statement(parts.joined(separator: " UNION ALL "))
    try statement.bind(node, at: 1)
    var result: [EdgeReader.Row] = []
    while try statement.step() { result.append(EdgeReader.row(statement)) }
    return result
  }
}
