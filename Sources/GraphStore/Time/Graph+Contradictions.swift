package import Claims
internal import SQLite
internal import Schema

/// Two claims that cannot both be true, as far as their times are known.
package struct Contradiction: Sendable {
  package enum Kind: String, Sendable {
    /// Stated here, denied there.
    case denied
    /// Of a relation that has one value at a time, two are stated.
    case different
  }

  package let kind: Kind
  /// Whether both are told to be true at one time; false where the time of one is not known.
  package let isAtOneTime: Bool
  package let left: Claim
  package let right: Claim
}

extension Graph {
  /// What documents contradict each other in, or themselves: in the order of the subjects' names.
  ///
  /// Goes once over the claims that are denied, and over the edges of each relation of one value. Places one of which lies in the
  /// other, and names one of which says more of the same, are no contradiction.
  ///
  /// - Parameter filter: which claims count; its polarities are not used.
  /// - Throws: `GraphError`, as `forEachEdge` does.
  package func contradictions(_ filter: EdgeFilter) throws(GraphError) -> [Contradiction] {
    try asking {
      var filter = filter
      filter.polarities = []
      filter.modalities = [.certain]
      let finder = ContradictionFinder(
        self, walk: try listConditions(filter), names: try EntityNames(connection: connection))
      return try (finder.denied() + finder.different()).sorted { left, right in
        let keys = [left, right].map { [$0.left.subject.name, $0.left.relation, $0.left.object.name] }
        return keys[0].lexicographicallyPrecedes(keys[1])
      }
    }
  }
}

private struct ContradictionFinder {
  private let connection: Connection
  private let walk: WalkFilter
  private let names: EntityNames
  private let words = OfficeWords()

  init(_ graph: Graph, walk: WalkFilter, names: EntityNames) {
    connection = graph.connection
    self.walk = walk
    self.names = names
  }

  /// Pairs of a stated and a denied claim.
  func denied() throws -> [Contradiction] {
    let statement = try connection.statement(
      """
      SELECT DISTINCT e.subject, e.relation, e.object FROM claim e WHERE e.polarity = 'negative'\(walk.claimSQL)
      ORDER BY 1, 2, 3
      """)
    var result: [Contradiction] = []
    while try statement.step() {
      let key = EdgeKey(
        subject: statement.integer(at: 0), relation: statement.integer(at: 1),
        object: statement.integer(at: 2))
      let stated = try claims(key, .positive)
      for no in try claims(key, .negative) {
        guard let (yes, isAtOneTime) = Self.rival(of: no, among: stated) else { continue }
        result.append(Contradiction(kind: .denied, isAtOneTime: isAtOneTime, left: yes, right: no))
      }
    }
    return result
  }

  /// Pairs of claims that give one thing two values.
  func different() throws -> [Contradiction] {
    var result: [Contradiction] = []
    for cells in SchemaFile.named("one-valued.tsv")?.rows ?? [] where cells.count == 2 {
      let hasOneObject = cells[1] == "object"
      let (one, many) = hasOneObject ? ("subject", "object") : ("object", "subject")
      let statement = try connection.statement(
        """
        SELECT e.\(one), group_concat(DISTINCT e.\(many)) FROM edge e JOIN relation r ON r.id = e.relation
        WHERE r.name = ?\(walk.sql) GROUP BY e.\(one), e.relation HAVING count(DISTINCT e.\(many)) > 1 ORDER BY 1
        """)
      try statement.bind(String(cells[0]), at: 1)
      while try statement.step() {
        let fixed = statement.integer(at: 0)
        let values = try statement.text(at: 1).split(separator: ",").compactMap { Int($0) }.sorted {
          try names.precedes($0, $1)
        }
        result += try rivals(String(cells[0]), fixed, values, hasOneObject)
      }
    }
    return result
  }

  private func rivals(_ relation: String, _ fixed: Int, _ values: [Int], _ hasOneObject: Bool) throws
    -> [Contradiction]
  {
    let statement = try connection.statement("SELECT id FROM relation WHERE name = ? ORDER BY id")
    try statement.bind(relation, at: 1)
    var rows: [Int] = []
    while try statement.step() { rows.append(statement.integer(at: 0)) }
    func stated(_ value: Int) throws -> [Claim] {
      try rows.flatMap { relation in
        let (subject, object) = hasOneObject ? (fixed, value) : (value, fixed)
        return try claims(EdgeKey(subject: subject, relation: relation, object: object), .positive)
      }
    }
    var result: [Contradiction] = []
    for (index, value) in values.enumerated() {
      for other in values[..<index] where try !areOneSaidTwice(value, other) {
        let left = try stated(other)
        for claim in try stated(value).prefix(1) {
          guard let (rival, isAtOneTime) = Self.rival(of: claim, among: left) else { continue }
          result.append(Contradiction(kind: .different, isAtOneTime: isAtOneTime, left: rival, right: claim))
        }
      }
    }
    return result
  }

  /// Whether one name says more of the other, or one place lies in the other.
  private func areOneSaidTwice(_ one: Int, _ other: Int) throws -> Bool {
    let (left, right) = (Set(words.telling(try names[one].name)), Set(words.telling(try names[other].name)))
    if left.isSubset(of: right) || right.isSubset(of: left) { return true }
    return try connection.integer(
      """
      SELECT 1 FROM edge e JOIN relation r ON r.id = e.relation
      WHERE r.name IN ('located-in', 'part', 'P131', 'P17') AND ((e.subject = ?1 AND e.object = ?2) OR (e.subject = ?2 AND e.object = ?1))
      LIMIT 1
      """, one, other) != nil
  }

  /// The first claim that may be true when another is, and whether both times are known; nil where their times part them all.
  private static func rival(of claim: Claim, among others: [Claim]) -> (claim: Claim, isAtOneTime: Bool)? {
    func interval(_ claim: Claim) -> EDTFInterval? {
      (claim.time?.value ?? claim.row.flatMap { RowTime.value($0.qualifiers) }).flatMap { EDTFInterval($0) }
    }
    guard let time = interval(claim) else { return others.first.map { ($0, false) } }
    if let rival = others.first(where: { interval($0)?.overlaps(time) ?? false }) { return (rival, true) }
    return others.first { interval($0) == nil }.map { ($0, false) }
  }

  /// The claims and rows of a key, in the order of documents.
  private func claims(_ key: EdgeKey, _ polarity: Claim.Polarity) throws -> [Claim] {
    let ends = "e.subject = ?1 AND e.relation = ?2 AND e.object = ?3"
    let statement = try connection.statement(
      """
      SELECT e.document, e.position FROM claim e JOIN document d ON d.id = e.document
      WHERE \(ends) AND e.polarity = ?4\(walk.claimSQL) ORDER BY d.name, e.position
      """)
    try statement.bind([key.subject, key.relation, key.object, polarity.rawValue])
    var result = try ClaimReader(connection: connection).claims(statement)
    guard polarity == .positive else { return result }
    let rows = try connection.statement(
      """
      SELECT e.document, e.row, e.confidence FROM (
        SELECT * FROM edge e WHERE \(ends) AND e.document IS NOT NULL
        UNION ALL SELECT subject, relation, object, 1, 0, confidence, document, row FROM imported_row e WHERE \(ends)) e
      JOIN document d ON d.id = e.document WHERE TRUE\(walk.rowSQL) ORDER BY d.name, e.row
      """)
    try rows.bind([key.subject, key.relation, key.object])
    let rowReader = ImportedRowReader(connection: connection)
    while try rows.step() {
      if let claim = try rowReader.claim(
        key, document: rows.integer(at: 0), line: rows.integer(at: 1), confidence: rows.number(at: 2))
      {
        result.append(claim)
      }
    }
    return result
  }
}
