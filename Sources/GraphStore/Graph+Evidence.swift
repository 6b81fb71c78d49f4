package import Claims
internal import SQLite

extension Graph {
  /// The claims that involve an entity, or two of them with each other, in the order of documents.
  ///
  /// Time follows the number of claims found.
  package func claims(involving entity: Int, and other: Int? = nil) throws(GraphError) -> [Claim] {
    try wording {
      let ends =
        other == nil
        ? "SELECT document, position FROM claim WHERE subject = ?1 UNION SELECT document, position FROM claim WHERE object = ?1"
        : "SELECT document, position FROM claim WHERE subject = ?1 AND object = ?2"
          + " UNION SELECT document, position FROM claim WHERE subject = ?2 AND object = ?1"
      let statement = try connection.statement(
        "SELECT c.document, c.position FROM (\(ends)) c JOIN document d ON d.id = c.document ORDER BY d.name, c.position"
      )
      try statement.bind(entity, at: 1)
      if let other { try statement.bind(other, at: 2) }
      let reader = ClaimReader(connection: connection)
      var result: [Claim] = []
      while try statement.step() {
        if let claim = try reader.claim(
          document: statement.integer(at: 0), position: statement.integer(at: 1))
        {
          result.append(claim)
        }
      }
      return result
    }
  }

  /// Calls `visit` with every claim of a part of the graph, in the order of documents and of their text, in bounded
  /// memory.
  ///
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows, and whatever `visit` throws.
  package func forEachClaim(in query: ExcerptQuery, _ visit: (Claim) throws -> Void) throws {
    try wordingOwn {
      let statement = try connection.statement(
        """
        SELECT e.document, e.position FROM document d JOIN claim e ON e.document = d.id
        WHERE TRUE\(try claimFilter(query)) ORDER BY d.name, e.position
        """)
      let reader = ClaimReader(connection: connection)
      while try statement.step() {
        if let claim = try reader.claim(
          document: statement.integer(at: 0), position: statement.integer(at: 1))
        {
          try visit(claim)
        }
      }
    }
  }

  private func claimFilter(_ query: ExcerptQuery) throws -> String {
    let filter = try relationFilter(query)
    guard let center = query.center else { return filter }
    let members = try entities(around: center, hops: query.hops, filter: filter)
    let list = members.sorted().map(String.init).joined(separator: ",")
    return filter + " AND e.subject IN (\(list)) AND e.object IN (\(list))"
  }
}
