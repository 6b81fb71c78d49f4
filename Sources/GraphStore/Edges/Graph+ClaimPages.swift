package import Claims
internal import SQLite

/// Which claims and rows of graph files about an entity are wanted, and which part of them.
package struct ClaimQuery: Sendable {
  package var entity: Int
  /// The other end, or nil for any.
  package var other: Int?
  /// Which of its claims; types are those of one of their ends.
  package var filter = EdgeFilter()
  /// How many to pass over.
  package var offset = 0
  /// The most claims to return, or nil for all.
  package var limit: Int?

  package init(entity: Int, other: Int? = nil) {
    self.entity = entity
    self.other = other
  }
}

/// A part of the claims about an entity.
package struct ClaimPage: Sendable {
  package let claims: [Claim]
  /// How many there are in all.
  package let total: Int
}

extension Graph {
  /// A part of the claims that involve an entity, or two of them with each other.
  ///
  /// Keys are counted and ordered, which takes time in their number; only the claims returned are looked up.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows.
  package func claims(_ query: ClaimQuery) throws(GraphError) -> ClaimPage {
    try asking {
      let walk = try claimListConditions(query.filter)
      let keys = Self.claimKeys(query, walk.claimSQL)
      let total =
        try connection.integer("SELECT count(*) FROM (\(keys))", query.entity, query.other ?? 0) ?? 0
      let limit = query.limit ?? .max
      var claims = try claims(keys, query, limit: limit)
      let rows = try importedRows(
        query, walk, offset: max(0, query.offset - total), limit: limit - claims.count)
      claims += rows.claims
      let (sum, isHuge) = total.addingReportingOverflow(rows.total)
      return ClaimPage(claims: claims, total: isHuge ? .max : sum)
    }
  }

  /// The best claims or rows behind an edge, as its evidence is chosen: not ascribed to a source, then the surest, then the first.
  ///
  /// Time follows their number.
  package func claims(behind edge: Edge, limit: Int) throws(GraphError) -> [Claim] {
    try asking {
      guard let subject = try row(of: edge.subject), let object = try row(of: edge.object) else { return [] }
      let ends = "(c.subject = ?1 AND c.object = ?2)"
      let flipped = edge.direction == .both ? " OR (c.subject = ?2 AND c.object = ?1)" : ""
      let statement = try connection.statement(
        """
        SELECT c.document, c.position FROM claim c JOIN document d ON d.id = c.document
        WHERE (\(ends)\(flipped)) AND c.relation IN (SELECT id FROM relation WHERE name = ?3 AND layer = ?4)
          AND c.polarity = ?5 AND c.modality = ?6
        ORDER BY c.attribution_mention IS NOT NULL, c.confidence DESC, d.name, c.position LIMIT ?7
        """)
      try statement.bind([
        subject, object, edge.relation, edge.layer.rawValue, edge.polarity.rawValue, edge.modality.rawValue,
        limit,
      ])
      var result = try ClaimReader(connection: connection).claims(statement, withOrigin: true)
      if result.count < limit, edge.polarity == .positive, edge.modality == .certain {
        var query = ClaimQuery(entity: subject, other: object)
        query.filter.relations = [edge.relation]
        let walk = try conditions(query.filter)
        result += try importedRows(query, walk, offset: 0, limit: limit - result.count).claims
      }
      return result
    }
  }

  /// The row of an entity that an answer named.
  private func row(of entity: EntityName) throws -> Int? {
    try connection.integer(
      """
      SELECT id FROM entity WHERE name = ?1 AND type = ?2 AND identifier IS ?3 AND canonical IS NULL
        AND CASE WHEN ?4 IS NULL THEN coalesce(part, 'person') = 'person' ELSE part IN ('@' || ?4, 'person@' || ?4) END
      ORDER BY id LIMIT 1
      """, entity.name, entity.type, entity.identifier, entity.ownDocument)
  }

  private static func claimKeys(_ query: ClaimQuery, _ conditions: String) -> String {
    let columns = "SELECT e.document, e.position FROM claim e"
    let (object, subject) =
      query.other == nil ? ("?2 IS ?2", "?2 IS ?2") : ("e.object = ?2", "e.subject = ?2")
    return "\(columns) WHERE e.subject = ?1 AND \(object)\(conditions)"
      + " UNION \(columns) WHERE e.object = ?1 AND \(subject)\(conditions)"
  }

  private func claims(_ keys: String, _ query: ClaimQuery, limit: Int) throws -> [Claim] {
    let statement = try connection.statement(
      """
      SELECT c.document, c.position FROM (\(keys)) c JOIN document d ON d.id = c.document
      ORDER BY d.name, c.position LIMIT ?3 OFFSET ?4
      """)
    try statement.bind([query.entity, query.other ?? 0, limit, max(0, query.offset)])
    return try ClaimReader(connection: connection).claims(statement, withOrigin: true)
  }

  /// The rows of graph files that state the entity's edges.
  private func importedRows(
    _ query: ClaimQuery, _ walk: WalkFilter, offset: Int, limit: Int
  ) throws -> (claims: [Claim], total: Int) {
    let hasRows = try connection.integer("SELECT 1 FROM document WHERE rows IS NOT NULL LIMIT 1") != nil
    guard hasRows else { return ([], 0) }
    let (object, subject) =
      query.other == nil ? ("?2 IS ?2", "?2 IS ?2") : ("e.object = ?2", "e.subject = ?2")
    let keys = """
      SELECT e.subject, e.relation, e.object FROM edge e WHERE e.subject = ?1 AND \(object)
      UNION SELECT e.subject, e.relation, e.object FROM incoming e WHERE e.object = ?1 AND \(subject)
      """
    let same = "x.subject = k.subject AND x.relation = k.relation AND x.object = k.object"
    let columns = "x.document, x.row, x.subject, x.relation, x.object, x.confidence"
    let rows = """
      SELECT * FROM (
        SELECT \(columns) FROM (\(keys)) k JOIN edge x ON \(same) WHERE x.document IS NOT NULL
        UNION ALL SELECT \(columns) FROM (\(keys)) k JOIN imported_row x ON \(same)) e
      WHERE TRUE\(walk.rowSQL)
      """
    let total = try connection.integer("SELECT count(*) FROM (\(rows))", query.entity, query.other ?? 0) ?? 0
    guard limit > 0, total > offset else { return ([], total) }
    let statement = try connection.statement(
      """
      SELECT \(ImportedRowReader.columns) FROM (\(rows)) e
      JOIN document d ON d.id = e.document JOIN relation r ON r.id = e.relation
      ORDER BY d.name, e.row, e.subject, e.relation, e.object LIMIT ?3 OFFSET ?4
      """)
    try statement.bind([query.entity, query.other ?? 0, limit, offset])
    let reader = ImportedRowReader(connection: connection)
    var result: [Claim] = []
    while try statement.step() { result.append(try reader.claim(statement, withQualifiers: true)) }
    return (result, total)
  }
}
