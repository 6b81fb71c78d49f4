package import Claims
internal import SQLite

extension Graph {
  /// The claims that involve an entity, or two of them with each other, in the order of documents; then the rows of graph
  /// files that do, in theirs.
  ///
  /// Time follows the number of claims and rows found.
  ///
  /// - Parameter withOrigins: whether each says how it was read, where that is kept.
  package func claims(
    involving entity: Int, and other: Int? = nil, _ filter: EdgeFilter = EdgeFilter(),
    withOrigins: Bool = false
  ) throws(GraphError) -> [Claim] {
    try asking {
      let filter = try claimListConditions(filter)
      let ends =
        other == nil
        ? "SELECT document, position FROM claim WHERE subject = ?1 UNION SELECT document, position FROM claim WHERE object = ?1"
        : "SELECT document, position FROM claim WHERE subject = ?1 AND object = ?2"
          + " UNION SELECT document, position FROM claim WHERE subject = ?2 AND object = ?1"
      let statement = try connection.statement(
        """
        SELECT e.document, e.position FROM (\(ends)) c JOIN document d ON d.id = c.document
          JOIN claim e ON e.document = c.document AND e.position = c.position
        WHERE TRUE\(filter.claimSQL) ORDER BY d.name, e.position
        """
      )
      try statement.bind(entity, at: 1)
      if let other { try statement.bind(other, at: 2) }
      let claims = try ClaimReader(connection: connection).claims(statement, withOrigin: withOrigins)
      return claims + (try rows(involving: entity, and: other, filter))
    }
  }

  private func rows(involving entity: Int, and other: Int?, _ filter: WalkFilter) throws -> [Claim] {
    let hasRows = try connection.integer("SELECT 1 FROM document WHERE rows IS NOT NULL LIMIT 1") != nil
    guard hasRows else { return [] }
    let keys =
      other == nil
      ? """
      SELECT subject, relation, object FROM edge WHERE subject = ?1
      UNION SELECT subject, relation, object FROM incoming WHERE object = ?1
      """
      : """
      SELECT subject, relation, object FROM edge WHERE subject = ?1 AND object = ?2
      UNION SELECT subject, relation, object FROM edge WHERE subject = ?2 AND object = ?1
      """
    let same = "x.subject = k.subject AND x.relation = k.relation AND x.object = k.object"
    let columns = "x.document, x.row, x.subject, x.relation, x.object, x.confidence"
    let statement = try connection.statement(
      """
      SELECT \(ImportedRowReader.columns) FROM (
        SELECT \(columns) FROM (\(keys)) k JOIN edge x ON \(same) WHERE x.document IS NOT NULL
        UNION ALL SELECT \(columns) FROM (\(keys)) k JOIN imported_row x ON \(same)) e
      JOIN document d ON d.id = e.document JOIN relation r ON r.id = e.relation
      WHERE TRUE\(filter.rowSQL) ORDER BY d.name, e.row
      """)
    try statement.bind(entity, at: 1)
    if let other { try statement.bind(other, at: 2) }
    let reader = ImportedRowReader(connection: connection)
    var result: [Claim] = []
    while try statement.step() { result.append(try reader.claim(statement, withQualifiers: true)) }
    return result
  }

  /// Calls `visit` with every claim of a part of the graph, in the order of documents and of their text or rows, in
  /// bounded memory.
  ///
  /// - Parameters:
  ///   - withEntities: whether the parties say what their entities go by outside.
  ///   - withOrigins: whether each says how it was read, where that is kept.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows, and whatever `visit` throws.
  package func forEachClaim(
    in query: ExcerptQuery, withEntities: Bool = false, withOrigins: Bool = false,
    _ visit: (Claim) throws -> Void
  ) throws {
    try askingWithOwnErrors {
      let filter = try claimListConditions(query.filter)
      let around = try aroundSQL(query, listConditions(query.filter))
      let claims = try connection.statement(
        """
        SELECT e.document, e.position, d.name FROM document d JOIN claim e ON e.document = d.id
        WHERE TRUE\(filter.claimSQL)\(around) ORDER BY d.name, e.position
        """)
      let rows = try connection.statement(
        """
        SELECT \(ImportedRowReader.columns) FROM \(ImportedRowReader.rows) e
          JOIN document d ON d.id = e.document JOIN relation r ON r.id = e.relation
        WHERE TRUE\(filter.rowSQL)\(around) ORDER BY d.name, e.row, e.subject, e.relation, e.object
        """)
      let entities = withEntities ? EntityIdentifiers(connection: connection) : nil
      let reader = ClaimReader(connection: connection, entities: entities)
      let rowReader = ImportedRowReader(connection: connection, entities: entities)
      // A look-up for each claim or row costs time where none has any.
      let hasOrigins = try withOrigins && connection.integer("SELECT 1 FROM claim_origin LIMIT 1") != nil
      let hasQualifiers = try connection.integer("SELECT 1 FROM qualifier LIMIT 1") != nil
      var hasClaim = try claims.step()
      var hasRow = try rows.step()
      while hasClaim || hasRow {
        // A document has claims or rows, so that names decide.
        if hasClaim, !hasRow || Self.precedes(claims, column: 2, rows, column: 0) {
          let claim = try reader.claim(
            document: claims.integer(at: 0), position: claims.integer(at: 1), withOrigin: hasOrigins)
          if let claim { try visit(claim) }
          hasClaim = try claims.step()
        } else {
          try visit(try rowReader.claim(rows, withQualifiers: hasQualifiers))
          hasRow = try rows.step()
        }
      }
    }
  }

  /// How many claims of a part of the graph make no edge, since a text denies or doubts them.
  ///
  /// - Throws: as `forEachClaim` does.
  package func countOfDoubtfulClaims(in query: ExcerptQuery) throws -> Int {
    try askingWithOwnErrors {
      let filter = try claimListConditions(query.filter)
      let around = try aroundSQL(query, listConditions(query.filter))
      return try connection.integer(
        """
        SELECT count(*) FROM claim e
        WHERE NOT (e.polarity = 'positive' AND e.modality = 'certain')\(filter.claimSQL)\(around)
        """) ?? 0
    }
  }

  /// Whether a text comes before another in the order of bytes, as SQLite sorts them.
  private static func precedes(
    _ first: borrowing Statement, column: Int32, _ second: borrowing Statement, column otherColumn: Int32
  ) -> Bool {
    let left = first.bytes(at: column)
    return second.withBytes(at: otherColumn) { left.lexicographicallyPrecedes($0) }
  }

  private func aroundSQL(_ query: ExcerptQuery, _ filter: WalkFilter) throws -> String {
    guard let center = query.center else { return "" }
    let members = SQLList.of(try entities(around: center, hops: query.hops, filter: filter.sql).sorted())
    return " AND e.subject IN (\(members)) AND e.object IN (\(members))"
  }
}
