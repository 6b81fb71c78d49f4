internal import Claims
internal import SQLite

/// Which documents mean different people by one name of a person, as far as what they say tells.
///
/// Follows from what the documents say alone, so that it is the same in whatever order they came. Documents that contradict each other
/// mean different people; those that agree with one of them mean his. Where what one group says outweighs all others by far, the rest of
/// the name is his, and the others are the reader's mistakes or rare; else each has a person of his own, and what says nothing of either
/// stays with the name.
struct Namesakes {
  let connection: Connection

  /// How many different things may be said of people of a name before it tells nothing.
  private static let limit = 64
  /// How many times as many documents the one has whom the rest of the name means.
  private static let dominance = 3
  /// The least confidence of a claim that tells.
  private static let leastConfidence = 0.5

  /// The relations that tell people of one name apart.
  private static let tellingRelations = [
    "born-on", "died-on", "born-in", "citizen", "child", "parent", "spouse",
  ]
  private static let relations = "(\(tellingRelations.map { "'\($0)'" }.joined(separator: ", ")))"

  /// Whether a claim may tell people of one name apart.
  static func tells(_ claim: Claim) -> Bool {
    claim.layer == .canonical && tellingRelations.contains(claim.relation) && claim.polarity == .positive
      && claim.modality == .certain && claim.confidence >= leastConfidence
  }

  /// The digests, in hexadecimal, of the documents of each person who is told from the rest of the name; sorted.
  func apart(_ folded: String) throws -> [[String]] {
    let evidence = try evidence(folded)
    guard evidence.count > 1 else { return [] }
    var documents: [NamesakeEvidence: [String]] = [:]
    for (digest, said) in evidence { documents[said, default: []].append(digest) }
    let groups = documents.map { (evidence: $0.key, digests: $0.value.sorted()) }
      .sorted { $0.digests[0] < $1.digests[0] }
    guard (2...Self.limit).contains(groups.count) else { return [] }
    var sets = JudgedSets(Array(groups.indices))
    var isContested = Set<Int>()
    var agreeing: [(weight: Double, left: Int, right: Int)] = []
    for left in groups.indices {
      for right in groups.indices.dropFirst(left + 1) {
        let weight = groups[left].evidence.weight(with: groups[right].evidence)
        if weight <= NamesakeEvidence.conflict {
          sets.keepApart(left, right)
          isContested.formUnion([left, right])
        } else if weight > 0 {
          agreeing.append((weight, left, right))
        }
      }
    }
    if isContested.isEmpty { return [] }
    for pair in agreeing.sorted(by: { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }) {
      sets.join(pair.left, pair.right)
    }
    let contested = Set(isContested.map(sets.root))
    var people: [Int: [String]] = [:]
    for index in groups.indices where contested.contains(sets.root(of: index)) {
      people[sets.root(of: index), default: []] += groups[index].digests
    }
    let sorted = people.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    let all = sorted.reduce(0) { $0 + $1.count }
    return sorted.filter { $0.count < Self.dominance * (all - $0.count) }
  }

  /// What each document says of the people of a name, by its digest; only those that say something.
  func evidence(_ folded: String) throws -> [String: NamesakeEvidence] {
    var result: [String: NamesakeEvidence] = [:]
    for role in Role.allCases {
      // The ends of a symmetric relation may stand the other way round than in the text.
      for side in Role.allCases {
        let statement = try said(of: folded, in: role, standingAs: side)
        while try statement.step() {
          guard let aspect = Self.aspect(of: role, in: statement.text(at: 1)) else { continue }
          let digest = Hexadecimal.text(statement.bytes(at: 0))
          result[digest, default: NamesakeEvidence()].add(NameFolding.fold(statement.text(at: 2)), aspect)
        }
      }
    }
    return result
  }

  /// An end of a claim.
  enum Role: String, CaseIterable { case subject, object }

  private func said(of folded: String, in role: Role, standingAs side: Role) throws -> Statement {
    let other: Role = role == .subject ? .object : .subject
    let statement = try connection.statement(
      """
      SELECT DISTINCT d.digest, r.name, op.name FROM entity e
        JOIN claim c ON c.\(side.rawValue) = coalesce(e.canonical, e.id)
          AND c.relation IN (SELECT id FROM relation WHERE name IN \(Self.relations) AND layer = 'canonical')
        JOIN relation r ON r.id = c.relation
        JOIN document d ON d.id = c.document
        JOIN mention m ON m.document = c.document AND m.position = c.\(role.rawValue)_mention
        JOIN party p ON p.document = c.document AND p.position = m.party
        JOIN entity own ON own.id = p.entity
        JOIN mention om ON om.document = c.document AND om.position = c.\(other.rawValue)_mention
        JOIN party op ON op.document = c.document AND op.position = om.party
      WHERE e.folded = ?1 AND (e.part = 'person' OR e.part GLOB 'person@*') AND e.identifier IS NULL
        AND own.folded = ?1 AND (own.part = 'person' OR own.part GLOB 'person@*')
        AND c.polarity = 'positive' AND c.modality = 'certain' AND c.confidence >= ?2
      """)
    try statement.bind([folded, Self.leastConfidence])
    return statement
  }

  /// What a relation tells of the one who is an end of it.
  static func aspect(of role: Role, in relation: String) -> NamesakeEvidence.Aspect? {
    switch (relation, role) {
    case ("born-on", .subject): .born
    case ("died-on", .subject): .died
    case ("born-in", .subject): .birthplace
    case ("citizen", .subject): .country
    case ("child", .subject), ("parent", .object): .parents
    case ("spouse", _): .spouse
    default: nil
    }
  }

  /// The folded names of the persons of whom a document, or all, says something that tells them apart.
  func names(inDocument document: Int?) throws -> Set<String> {
    var result: Set<String> = []
    for side in ["subject", "object"] {
      let statement = try connection.statement(
        """
        SELECT DISTINCT e.folded FROM claim c
          JOIN mention m ON m.document = c.document AND m.position = c.\(side)_mention
          JOIN party p ON p.document = c.document AND p.position = m.party
          JOIN entity e ON e.id = p.entity
        WHERE c.relation IN (SELECT id FROM relation WHERE name IN \(Self.relations) AND layer = 'canonical')
          AND (?1 IS NULL OR c.document = ?1) AND (e.part = 'person' OR e.part GLOB 'person@*')
        """)
      try statement.bind([document])
      while try statement.step() { result.insert(statement.text(at: 0)) }
    }
    return result
  }
}
