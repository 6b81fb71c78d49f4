internal import SQLite

/// Which part of a graph is wanted.
package struct ExcerptQuery: Sendable {
  /// The entity in the middle, or nil for the whole graph.
  package var center: Int?
  /// How far from the center, from 1.
  package var hops = 1
  /// Which edges, and which claims behind them.
  package var filter = EdgeFilter()

  package init() {}
}

extension Graph {
  /// Calls `visit` with each edge of a part of the graph, in the order of subject, relation and object by name.
  ///
  /// Around a center these are the edges among all entities within the hops. A whole graph is streamed: memory holds the
  /// outgoing edges of one entity at a time.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows, and whatever `visit` throws.
  package func forEachEdge(_ query: ExcerptQuery, _ visit: (Edge) throws -> Void) throws {
    try forEachEdgeRow(query) { reader, row in try visit(try reader.edge(row, from: row.key.subject)) }
  }

  /// Calls `visit` with each edge and the keys of its ends, as `GraphNode` has them, in the order of `forEachEdge`.
  ///
  /// - Throws: as `forEachEdge` does.
  package func forEachEdge(
    _ query: ExcerptQuery, withKeys visit: (_ edge: Edge, _ subject: String, _ object: String) throws -> Void
  ) throws {
    let identifiers = EntityIdentifiers(connection: connection)
    try forEachEdgeRow(query) { reader, row in
      try visit(
        try reader.edge(row, from: row.key.subject), try identifiers[row.key.subject],
        try identifiers[row.key.object])
    }
  }

  /// Calls `visit` with each edge and all that states it, in the order of `forEachEdge`.
  ///
  /// Memory holds the statements of one edge at a time, beyond what `forEachEdge` needs.
  /// - Throws: as `forEachEdge` does.
  package func forEachStatedEdge(_ query: ExcerptQuery, _ visit: (StatedEdge) throws -> Void) throws {
    let identifiers = EntityIdentifiers(connection: connection)
    let statements = StatementReader(connection: connection, filter: try claimListConditions(query.filter))
    try forEachEdgeRow(query) { reader, row in
      try visit(
        StatedEdge(
          edge: try reader.edge(row, from: row.key.subject), subject: try identifiers[row.key.subject],
          object: try identifiers[row.key.object], statements: try statements.statements(behind: row)))
    }
  }

  private func forEachEdgeRow(
    _ query: ExcerptQuery, _ visit: (EdgeReader, EdgeReader.Row) throws -> Void
  ) throws {
    try askingWithOwnErrors {
      let filter = try relationFilter(query)
      let reader = try EdgeReader(self)
      let members = try query.center.map { try entities(around: $0, hops: query.hops, filter: filter) }
      let outgoing = try connection.statement(
        "SELECT \(EdgeReader.columns) FROM edge e WHERE e.subject = ?1\(filter)")
      func visitEdges(of subject: Int) throws {
        defer { outgoing.reset() }
        try outgoing.bind(subject, at: 1)
        var rows: [(row: EdgeReader.Row, relation: RelationTable.Entry, object: EntityName)] = []
        while try outgoing.step() {
          let row = EdgeReader.row(outgoing)
          guard members?.contains(row.key.object) ?? true else { continue }
          rows.append((row, try reader.relations[row.key.relation], try reader.names[row.key.object]))
        }
        rows.sort { left, right in
          if left.relation.name != right.relation.name { return left.relation.name < right.relation.name }
          if left.relation.rank != right.relation.rank { return left.relation.rank < right.relation.rank }
          return left.object.precedes(right.object)
        }
        for row in rows { try visit(reader, row.row) }
      }
      if let members {
        for member in try members.sorted(by: reader.names.precedes) { try visitEdges(of: member) }
      } else {
        let entities = try connection.statement(
          "SELECT id FROM entity WHERE canonical IS NULL ORDER BY name, type, identifier, folded, part")
        while try entities.step() { try visitEdges(of: entities.integer(at: 0)) }
      }
    }
  }

  func relationFilter(_ query: ExcerptQuery) throws -> String {
    try listConditions(query.filter).sql
  }

  func entities(around center: Int, hops: Int, filter: String) throws -> Set<Int> {
    let statement = try connection.statement(
      "SELECT e.object FROM edge e WHERE e.subject = ?1\(filter) UNION SELECT e.subject FROM incoming e WHERE e.object = ?1\(filter)"
    )
    var members: Set<Int> = [center]
    var frontier = [center]
    for _ in 0..<max(0, hops) {
      if frontier.isEmpty { break }
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
