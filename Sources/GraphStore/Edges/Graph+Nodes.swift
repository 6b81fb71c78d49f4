internal import SQLite

extension Graph {
  /// Calls `visit` with each entity of a part of the graph, in the order of names.
  ///
  /// Those are the ends of the edges of the part. A whole graph is streamed.
  ///
  /// - Parameter withClaims: whether the ends of claims count that make no edge, denied and doubted ones.
  /// - Throws: as `forEachEdge` does.
  package func forEachNode(
    _ query: ExcerptQuery, withClaims: Bool = false, _ visit: (GraphNode) throws -> Void
  ) throws {
    try askingWithOwnErrors {
      let filter = try relationFilter(query)
      let members = try query.center.map { try entities(around: $0, hops: query.hops, filter: filter) }
      let inside = members.map { SQLList.of($0.sorted()) }
      func ways(_ table: String, _ end: String, _ other: String, _ conditions: String) -> String {
        let within = inside.map { " AND e.\(other) IN (\($0))" } ?? ""
        return "EXISTS (SELECT 1 FROM \(table) e WHERE e.\(end) = n.id\(within)\(conditions))"
      }
      var conditions = [
        ways("edge", "subject", "object", filter), ways("incoming", "object", "subject", filter),
      ]
      if withClaims {
        let claims = try claimListConditions(query.filter).claimSQL
        conditions += [
          ways("claim", "subject", "object", claims), ways("claim", "object", "subject", claims),
        ]
      }
      let within = inside.map { "n.id IN (\($0)) AND " } ?? ""
      let statement = try connection.statement(
        """
        SELECT n.id, n.name, n.type, n.identifier FROM entity n
        WHERE \(within)n.canonical IS NULL AND (\(conditions.joined(separator: " OR ")))
        ORDER BY n.name, n.type, n.identifier, n.folded, n.part
        """)
      let identifiers = EntityIdentifiers(connection: connection)
      while try statement.step() {
        let name = EntityName(
          name: statement.text(at: 1), type: statement.text(at: 2), identifier: Self.external(statement))
        try visit(
          GraphNode(
            key: try identifiers[statement.integer(at: 0)], entity: name,
            aliases: try otherNames(of: statement.integer(at: 0), but: name.name)))
      }
    }
  }

  /// The identifier that a file gave an entity; nil for the one that stands for a description.
  private static func external(_ statement: borrowing Statement) -> String? {
    let identifier = statement.optionalText(at: 3)
    return DescriptionIdentifier.isOne(identifier) ? nil : identifier
  }

  /// What else an entity and those judged one with it are called.
  private func otherNames(of entity: Int, but name: String) throws -> [String] {
    let statement = try connection.statement(
      """
      WITH member (id) AS (SELECT ?1 UNION ALL SELECT id FROM entity WHERE canonical = ?1)
      SELECT a.name FROM member JOIN alias a ON a.entity = member.id
      UNION SELECT s.name FROM member JOIN spelling s ON s.entity = member.id
      UNION SELECT e.name FROM member JOIN entity e ON e.id = member.id
      ORDER BY 1
      """)
    try statement.bind([entity])
    var result: [String] = []
    while try statement.step() {
      let other = statement.text(at: 0)
      if !other.utf8.elementsEqual(name.utf8) { result.append(other) }
    }
    return result
  }
}
