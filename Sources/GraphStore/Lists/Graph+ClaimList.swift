package import Claims
internal import SQLite

extension Graph {
  /// Calls `visit` with each claim of a list: those of texts, and the rows of graph files as claims.
  ///
  /// Memory does not grow with the list: SQLite sorts it, and puts on disk what does not fit.
  /// - Throws: `GraphError`, with `unknownRelation` or `unknownDocument` for a name nobody knows, and whatever `visit` throws.
  package func forEachClaim(_ query: ClaimListQuery, _ visit: (Claim) throws -> Void) throws {
    try askingWithOwnErrors {
      let list = try connection.statement(try claimList(query))
      let claims = ClaimReader(connection: connection)
      let rows = ImportedRowReader(connection: connection)
      while try list.step() {
        let document = list.integer(at: 0)
        let place = list.integer(at: 1)
        let claim =
          list.integer(at: 2) == 0
          ? try claims.claim(document: document, position: place)
          : try rows.claim(
            EdgeKey(
              subject: list.integer(at: 3), relation: list.integer(at: 4), object: list.integer(at: 5)),
            document: document, line: place, confidence: list.number(at: 6))
        if let claim { try visit(claim) }
      }
    }
  }

  /// How many claims a list has.
  ///
  /// - Parameter onlyDated: whether those without a time are left out.
  /// - Throws: as `forEachClaim` does.
  package func claimCount(_ query: ClaimListQuery, onlyDated: Bool = false) throws(GraphError) -> Int {
    try asking {
      var walk = try claimListConditions(query.filter)
      if onlyDated, query.filter.time == nil { walk.statement.time = .within(.always) }
      return try claimCount(walk)
    }
  }

  func claimCount(_ walk: WalkFilter) throws -> Int {
    try connection.integer(
      """
      SELECT (SELECT count(*) FROM claim e WHERE TRUE\(walk.claimSQL))
        + (SELECT count(*) FROM \(ImportedRowReader.rows) e WHERE TRUE\(walk.rowSQL))
      """) ?? 0
  }

  /// Calls `visit` with how many claims of a list share each value, the most first, then by value.
  ///
  /// - Throws: as `forEachClaim` does.
  package func forEachClaimGroup(
    _ query: ClaimListQuery, by grouping: Grouping, _ visit: (GroupCount) throws -> Void
  ) throws {
    try askingWithOwnErrors {
      let walk = try claimListConditions(query.filter)
      let inClaims = "(SELECT * FROM claim e WHERE TRUE\(walk.claimSQL))"
      let inRows = "(SELECT * FROM \(ImportedRowReader.rows) e WHERE TRUE\(walk.rowSQL))"
      let values = StatementSQL.values(of: grouping, claims: inClaims, rows: inRows)
      try visitGroups(
        "SELECT value, count(*) FROM (\(values)) GROUP BY 1 ORDER BY 2 DESC, 1", limit: query.limit, visit)
    }
  }

  /// Rows of document, place, kind (0 for a claim), subject, relation, object and confidence.
  private func claimList(_ query: ClaimListQuery) throws -> String {
    let walk = try claimListConditions(query.filter)
    let end = query.order == .subject ? "subject" : "object"
    let key: (claim: String, row: String) =
      switch query.order {
      case .document: ("NULL", "NULL")
      case .subject, .object:
        ("(SELECT name FROM entity WHERE id = e.\(end))", "(SELECT name FROM entity WHERE id = e.\(end))")
      case .relation:
        (
          "(SELECT name FROM relation WHERE id = e.relation)",
          "(SELECT name FROM relation WHERE id = e.relation)"
        )
      case .confidence: ("-e.confidence", "-e.confidence")
      case .when: ("e.time_value", RowTime.sql("e"))
      }
    let down = query.isReversed ? " DESC" : ""
    let order = ["isLast", "sortKey", "document", "place", "subject", "relation", "object"].map { $0 + down }
    return """
      SELECT id, place, kind, subject, relation, object, confidence FROM (
        SELECT e.document AS id, e.position AS place, 0 AS kind, e.subject, e.relation, e.object, e.confidence,
          d.name AS document, \(key.claim) AS sortKey, \(key.claim) IS NULL AS isLast
        FROM claim e JOIN document d ON d.id = e.document WHERE TRUE\(walk.claimSQL)
        UNION ALL SELECT e.document, e.row, 1, e.subject, e.relation, e.object, e.confidence, d.name, \(key.row),
          \(key.row) IS NULL
        FROM \(ImportedRowReader.rows) e JOIN document d ON d.id = e.document WHERE TRUE\(walk.rowSQL))
      ORDER BY \(order.joined(separator: ", ")) LIMIT \(query.limit ?? -1)
      """
  }
}
