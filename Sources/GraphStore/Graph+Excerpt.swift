internal import SQLite

/// Which part of a graph is wanted.
package struct ExcerptQuery: Sendable {
  /// The entity in the middle, or nil for the whole graph.
  package var center: Int?
  /// How far from the center, from 1.
  package var hops = 1
  /// Names of relations; empty for all.
  package var relations: [String] = []
  /// Whether the open layer is included.
  package var includesOpen = true

  package init() {}
}

extension Graph {
  /// Calls `visit` with each edge of a part of the graph, in the order of subject, relation and object by name.
  ///
  /// Around a center these are the edges among all entities within the hops. A whole graph is streamed.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows, and whatever `visit` throws.
  package func forEachEdge(_ query: ExcerptQuery, _ visit: (Edge) throws -> Void) throws {
    try wordingOwn {
      var filter = try relationFilter(query)
      var source = "edge e"
      if let center = query.center {
        let members = try entities(around: center, hops: query.hops, filter: filter)
        let list = members.sorted().map(String.init).joined(separator: ",")
        filter += " AND e.subject IN (\(list)) AND +e.object IN (\(list))"
      }
      source +=
        " JOIN relation r ON r.id = e.relation JOIN entity s ON s.id = e.subject JOIN entity o ON o.id = e.object"
      let statement = try connection.statement(
        """
        SELECT \(EdgeReader.columns) FROM \(source) WHERE TRUE\(filter)
        ORDER BY s.name, s.type, s.identifier, r.name, r.layer, o.name, o.type, o.identifier
        """)
      let reader = EdgeReader(connection: connection)
      while try statement.step() {
        let row = EdgeReader.row(statement)
        try visit(try reader.edge(row, from: row.key.subject))
      }
    }
  }

  func relationFilter(_ query: ExcerptQuery) throws -> String {
    try RelationFilter(relations: relations(named: query.relations), includesOpen: query.includesOpen)
      .sql(column: "e.relation")
  }

  func entities(around center: Int, hops: Int, filter: String) throws -> Set<Int> {
    let statement = try connection.statement(
      "SELECT e.object FROM edge e WHERE e.subject = ?1\(filter) UNION SELECT e.subject FROM incoming e WHERE e.object = ?1\(filter)"
    )
    var members: Set<Int> = [center]
    var frontier = [center]
    for _ in 0..<max(0, hops) {
      var next: [Int] = []
      for entity in frontier {
        try statement.bind(entity, at: 1)
        while try statement.step() {
          let neighbor = statement.integer(at: 0)
          if members.insert(neighbor).inserted { next.append(neighbor) }
        }
        statement.reset()
      }
      frontier = next
    }
    return members
  }
}
