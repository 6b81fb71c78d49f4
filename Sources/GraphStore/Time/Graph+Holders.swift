internal import Claims
internal import SQLite
internal import Schema

/// Who held an office.
package struct HoldersQuery: Sendable {
  /// The office; every word of it has to stand in the name by which the graph knows it.
  package var office = ""
  /// Of what it is an office, in words; nil for any.
  package var ofWhat: String?
  /// Which claims count.
  package var filter = EdgeFilter()

  package init() {}
}

extension Graph {
  /// The terms of all who held an office, in the order of time; of what no time is told, last.
  ///
  /// Offices are found by the full-text index of names, their holders by the edges to them.
  /// - Throws: `GraphError`, as `forEachEdge` does.
  package func holders(_ query: HoldersQuery) throws(GraphError) -> [OfficeTerm] {
    try asking {
      let words = OfficeWords()
      let telling = words.telling(query.office)
      let offices = try matching(FullTextQuery(words: telling.joined(separator: " "))).sorted()
      var filter = query.filter
      filter.relations = try officeRelations()
      guard !offices.isEmpty, !filter.relations.isEmpty else { return [] }
      let walk = try listConditions(filter)
      let names = try EntityNames(connection: connection)
      let belonging = Set(query.ofWhat.map(words.telling) ?? [])
      var byHolder: [Int: [Claim]] = [:]
      for office in offices {
        for (holder, claim) in try statements(of: office, walk) {
          if try !belonging.isEmpty
            && !belongs(holder, office: claim.object.name, to: belonging, words, names)
          {
            continue
          }
          byHolder[holder, default: []].append(claim)
        }
      }
      let holders = try byHolder.keys.sorted(by: { try names.precedes($0, $1) })
      let terms = try holders.flatMap { holder in
        var builder = OfficeTermBuilder(person: try names[holder], words: words)
        return builder.terms(of: byHolder[holder] ?? [])
      }
      return terms.enumerated().sorted {
        (Self.day($0.element), $0.offset) < (Self.day($1.element), $1.offset)
      }
      .map(\.element)
    }
  }

  private static func day(_ term: OfficeTerm) -> Int {
    let time = (term.from ?? term.to ?? term.moment).flatMap { EDTFInterval($0) }
    return (time?.first ?? time?.last)?.dayNumber ?? .max
  }

  /// The names of the graph's relations between a person and an office: the vocabulary's, and that of Wikidata.
  private func officeRelations() throws -> [String] {
    let property = "P39"
    let known =
      Vocabulary.builtIn.relations.filter { $0.wikidata.contains(property) }.map(\.name) + [property]
    return try known.filter { try connection.integer("SELECT 1 FROM relation WHERE name = ?", $0) != nil }
  }

  /// The claims and rows that say who held an office, with the holder of each.
  private func statements(of office: Int, _ walk: WalkFilter) throws -> [(holder: Int, claim: Claim)] {
    var result: [(holder: Int, claim: Claim)] = []
    let claims = try connection.statement(
      """
      SELECT e.document, e.position, e.subject FROM claim e JOIN document d ON d.id = e.document
      WHERE e.object = ?1\(walk.claimSQL) ORDER BY d.name, e.position
      """)
    try claims.bind(office, at: 1)
    let reader = ClaimReader(connection: connection)
    while try claims.step() {
      if let claim = try reader.claim(document: claims.integer(at: 0), position: claims.integer(at: 1)) {
        result.append((claims.integer(at: 2), claim))
      }
    }
    let rows = try connection.statement(
      """
      SELECT e.document, e.row, e.subject, e.relation, e.confidence FROM (
        SELECT x.* FROM incoming i CROSS JOIN edge x ON x.subject = i.subject AND x.relation = i.relation AND x.object = i.object
          WHERE i.object = ?1 AND x.document IS NOT NULL
        UNION ALL SELECT x.subject, x.relation, x.object, 1, 0, x.confidence, x.document, x.row FROM incoming i
          CROSS JOIN imported_row x ON x.subject = i.subject AND x.relation = i.relation AND x.object = i.object
          WHERE i.object = ?1) e
      JOIN document d ON d.id = e.document WHERE TRUE\(walk.rowSQL) ORDER BY d.name, e.row
      """)
    try rows.bind(office, at: 1)
    let rowReader = ImportedRowReader(connection: connection)
    while try rows.step() {
      let key = EdgeKey(subject: rows.integer(at: 2), relation: rows.integer(at: 3), object: office)
      if let claim = try rowReader.claim(
        key, document: rows.integer(at: 0), line: rows.integer(at: 1), confidence: rows.number(at: 4))
      {
        result.append((key.subject, claim))
      }
    }
    return result
  }

  /// Whether an office is one of what these words name: they stand in its name, or its holder is tied to what they name.
  private func belongs(
    _ holder: Int, office: String, to belonging: Set<String>, _ words: OfficeWords, _ names: EntityNames
  ) throws -> Bool {
    if belonging.isSubset(of: words.telling(office)) { return true }
    let ties = try connection.statement("SELECT object FROM edge WHERE subject = ? AND relation > 0")
    try ties.bind(holder, at: 1)
    while try ties.step() {
      if belonging == Set(words.telling(try names[ties.integer(at: 0)].name)) { return true }
    }
    return false
  }
}
