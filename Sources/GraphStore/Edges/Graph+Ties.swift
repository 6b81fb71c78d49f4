internal import Claims
internal import SQLite

extension Graph {
  /// All edges among some entities, in the order of the pairs and then of answers.
  ///
  /// Time follows the square of their number, and what few edges the lesser known of each pair has; a hub is not gone through.
  /// - Parameter includesDoubtful: whether what the texts deny or doubt is among them too.
  /// - Throws: `GraphError`, with `unknownRelation` or `unknownDocument` for a name nobody knows.
  package func ties(
    among entities: [Int], _ filter: EdgeFilter, includesDoubtful: Bool
  ) throws(GraphError) -> [Edge] {
    try asking {
      var asked = filter
      if includesDoubtful { asked.onlySure = false }
      let walk = try conditions(asked)
      let reader = try EdgeReader(self)
      let hops = HopReader(reader: reader, filter: walk, isDirected: false)
      let members = Set(entities).sorted()
      var edges: [Edge] = []
      for (place, one) in members.enumerated() {
        for other in members[place...] { edges += try hops.edges(from: one, to: other, hop: 1) }
      }
      guard includesDoubtful || filter.asksForDoubt else { return edges }
      return edges + (try doubtfulTies(among: members, walk, reader))
    }
  }

  private func doubtfulTies(
    among members: [Int], _ walk: WalkFilter, _ reader: EdgeReader
  ) throws -> [Edge] {
    let list = SQLList.of(members)
    let statement = try connection.statement(
      """
      SELECT DISTINCT e.subject, e.relation, e.object, e.polarity, e.modality FROM claim e
      WHERE e.subject IN (\(list)) AND e.object IN (\(list))
        AND NOT (e.polarity = 'positive' AND e.modality = 'certain')\(walk.claimSQL)
      ORDER BY 1, 2, 3, 4, 5
      """)
    var edges: [Edge] = []
    while try statement.step() {
      let key = EdgeKey(
        subject: statement.integer(at: 0), relation: statement.integer(at: 1),
        object: statement.integer(at: 2))
      let doubt = Doubt(
        polarity: Claim.Polarity(rawValue: statement.text(at: 3)) ?? .negative,
        modality: Claim.Modality(rawValue: statement.text(at: 4)) ?? .certain)
      guard let row = try reader.doubtfulRow(key, doubt, filter: walk) else { continue }
      edges.append(try reader.edge(row, from: key.subject))
    }
    return edges
  }

  /// The best connected entities of a small graph, the most edges first; none of one whose edges are too many to count.
  package func bestConnected(limit: Int, mostEdges: Int) throws(GraphError) -> [Candidate] {
    try asking {
      let edges =
        try connection.integer("SELECT count(*) FROM (SELECT 1 FROM edge LIMIT ?)", mostEdges + 1) ?? 0
      guard edges <= mostEdges else { return [] }
      let statement = try connection.statement(
        """
        SELECT entity FROM (SELECT subject AS entity FROM edge UNION ALL SELECT object FROM incoming) x
        GROUP BY entity ORDER BY count(*) DESC, (SELECT name FROM entity WHERE id = x.entity) LIMIT ?
        """)
      try statement.bind(limit, at: 1)
      var found: [Int] = []
      while try statement.step() { found.append(statement.integer(at: 0)) }
      return try candidates(found)
    }
  }
}
