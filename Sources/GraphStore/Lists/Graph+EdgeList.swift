internal import Claims
internal import SQLite

extension Graph {
  /// Calls `visit` with each edge of a list.
  ///
  /// In the order of subjects a whole graph is streamed by the index of their names; another order is sorted by SQLite, which puts on
  /// disk what does not fit in memory.
  /// - Throws: `GraphError`, with `unknownRelation` or `unknownDocument` for a name nobody knows, and whatever `visit` throws.
  package func forEachEdge(_ query: EdgeListQuery, _ visit: (Edge) throws -> Void) throws {
    try askingWithOwnErrors {
      let reader = try EdgeReader(self)
      let list = try connection.statement(try edgeList(query).list(query))
      while try list.step() {
        var row = EdgeReader.row(list)
        row.polarity = Claim.Polarity(rawValue: list.text(at: 8)) ?? .positive
        row.modality = Claim.Modality(rawValue: list.text(at: 9)) ?? .certain
        try visit(try reader.edge(row, from: row.key.subject))
      }
    }
  }

  /// How many edges a list has.
  ///
  /// - Throws: as `forEachEdge` does.
  package func edgeCount(_ query: EdgeListQuery) throws(GraphError) -> Int {
    try asking { try connection.integer(try edgeList(query).count) ?? 0 }
  }

  /// Calls `visit` with how many edges of a list share each value, the most first, then by value.
  ///
  /// An edge that has several documents, years or sources counts once for each.
  /// - Throws: as `forEachEdge` does.
  package func forEachEdgeGroup(
    _ query: EdgeListQuery, by grouping: Grouping, _ visit: (GroupCount) throws -> Void
  ) throws {
    try askingWithOwnErrors {
      try visitGroups(try edgeList(query).groups(grouping), limit: query.limit, visit)
    }
  }

  func visitGroups(_ sql: String, limit: Int?, _ visit: (GroupCount) throws -> Void) throws {
    let groups = try connection.statement(sql + " LIMIT \(limit ?? -1)")
    while try groups.step() {
      try visit(GroupCount(key: groups.optionalText(at: 0), count: groups.integer(at: 1)))
    }
  }

  /// The list of what fits but for having no time.
  func untimedList(_ query: EdgeListQuery) throws -> EdgeListSQL {
    var walk = try listConditions(query.filter)
    walk.statement.time = .untold
    return EdgeListSQL(query, walk, subjects: try subjectSQL(walk))
  }

  private func edgeList(_ query: EdgeListQuery) throws -> EdgeListSQL {
    let walk = try listConditions(query.filter)
    return EdgeListSQL(query, walk, subjects: try subjectSQL(walk))
  }

  /// A condition on subjects `s` by which an index finds the edges of few documents or of one who says them.
  private func subjectSQL(_ walk: WalkFilter) throws -> String {
    var conditions = ""
    if let documents = walk.statement.documents {
      let list = SQLList.of(documents)
      let hasFiles =
        try connection.integer("SELECT 1 FROM document WHERE id IN (\(list)) AND rows IS NOT NULL LIMIT 1")
        != nil
      // A graph file has too many subjects to be sorted before the first edge is shown.
      if !hasFiles { conditions += " AND s.id IN (SELECT subject FROM claim WHERE document IN (\(list)))" }
    }
    if !walk.statement.speakers.isEmpty {
      conditions += """
         AND s.id IN (SELECT c.subject FROM party p JOIN claim c ON c.document = p.document
          JOIN mention m ON m.document = c.document AND m.position IN (c.attribution_mention, c.speaker_mention)
          WHERE p.entity IN (SELECT id FROM entity WHERE id IN (\(SQLList.of(walk.statement.speakers))) OR canonical IN (\(SQLList.of(walk.statement.speakers)))) AND m.party = p.position)
        """
    }
    return conditions
  }
}
