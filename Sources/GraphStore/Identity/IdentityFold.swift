internal import Claims
internal import SQLite

/// Which entities are one, as judgements and what is certain by rule make it.
///
/// Takes the entities that some change may join or part, and all that they hang together with by judgements, names and keys: no more of
/// the graph is looked at. What comes out follows from those alone, whatever the order in which they came.
///
/// By rule, and where no judgement says otherwise:
/// - persons and the rest of one folded name are one, unless most of the rest are places;
/// - names of one certain key are one (`CertainKey`);
/// - what documents mean by the name of several people is one where they tell the same of them (`Namesakes`).
struct IdentityFold {
  private let table: JudgementTable
  private let rows: EntityRows
  /// Entities that nothing supports any more.
  private let dead: Set<Int>
  private(set) var members: [Int: EntityRow] = [:]
  private var judgements: [Int: Judgement] = [:]
  private var pending: [Int] = []

  /// - Parameter hasJudgements: false spares looking for them.
  init(connection: Connection, around entities: some Sequence<Int>, dead: Set<Int>, hasJudgements: Bool)
    throws
  {
    table = JudgementTable(connection: connection)
    rows = EntityRows(connection: connection, dead: dead)
    self.dead = dead
    pending = entities.sorted(by: >)
    while let next = pending.popLast() {
      guard members[next] == nil, let row = try rows.row(next) else { continue }
      try add(row, hasJudgements: hasJudgements)
    }
  }

  private mutating func add(_ row: EntityRow, hasJudgements: Bool) throws {
    members[row.number] = row
    pending += try rows.members(of: row.canonical).map(\.number)
    if row.isWhole {
      pending += try rows.wholes(folded: row.key.folded).map(\.number)
      let spelling = row.certainKey.map(CertainKey.spelling) ?? row.key.folded
      pending += try rows.withCertainSpelling(spelling).map(\.number)
      if row.certainKey != nil { pending += try rows.wholes(folded: spelling).map(\.number) }
    }
    if row.key.isPerson, row.key.document != nil {
      pending += try rows.cuts(of: row.key.whole).map(\.number)
    }
    guard hasJudgements else { return }
    for judgement in try table.living(near: row.key) where judgements[judgement.number] == nil {
      judgements[judgement.number] = judgement
      guard judgement.verdict == .same || judgement.verdict == .different else { continue }
      for key in [judgement.left, judgement.right] {
        if let end = try rows.row(key) { pending.append(end.number) }
      }
    }
  }

  /// The groups of those that are one, without the dead, each in the order of keys.
  func groups() throws -> [[EntityRow]] {
    let alive = members.values.filter { !dead.contains($0.number) }.sorted { $0.key < $1.key }
    var joined = JudgedSets(alive.map(\.number))
    let pairs = try sortedJudgements.compactMap { judgement in
      try ends(of: judgement).map { (judgement.verdict, $0) }
    }
    for (verdict, ends) in pairs where verdict == .different { joined.keepApart(ends.left, ends.right) }
    for (verdict, ends) in pairs where verdict == .same { joined.join(ends.left, ends.right) }
    for (left, right) in try certainPairs(alive) { joined.join(left, right) }
    var groups: [Int: [EntityRow]] = [:]
    for row in alive { groups[joined.root(of: row.number), default: []].append(row) }
    return groups.values.sorted { $0[0].key < $1[0].key }
  }

  /// The judgements on pairs that are near, in an order that does not hang on when they were made.
  var sortedJudgements: [Judgement] {
    judgements.values.filter { $0.verdict == .same || $0.verdict == .different }
      .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  func ends(of judgement: Judgement) throws -> (left: Int, right: Int)? {
    guard let left = try rows.row(judgement.left)?.number, let right = try rows.row(judgement.right)?.number
    else { return nil }
    return (left, right)
  }

  /// Whether all that was judged the same is one in the graph.
  func holdsWhatIsTheSame() throws -> Bool {
    try sortedJudgements.allSatisfy { judgement in
      guard judgement.verdict == .same, let left = try rows.row(judgement.left),
        let right = try rows.row(judgement.right)
      else { return true }
      return left.canonical == right.canonical
    }
  }

  /// Whether a judgement names one of them or gives it a type.
  var hasNamings: Bool { judgements.values.contains { $0.verdict == .name || $0.verdict == .type } }

  /// What is one by rule, in an order that hangs on names alone.
  func certainPairs(_ alive: [EntityRow]) throws -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    let wholes = alive.filter(\.isWhole)
    for person in wholes where person.key.isPerson {
      for other in wholes where !other.key.isPerson && other.key.folded == person.key.folded {
        if try IdentityMark.ofName(other.key).holds(for: rows.ownType(of: other.number)) {
          pairs.append((other.number, person.number))
        }
      }
    }
    pairs += try namesakePairs(alive)
    let spellings = Set(wholes.compactMap { $0.certainKey.map(CertainKey.spelling) })
    var first: [IdentityMark: Int] = [:]
    for row in wholes {
      guard let certain = try certainKey(of: row, among: spellings) else { continue }
      let mark = IdentityMark.ofCertainKey(certain, of: row.key)
      if let other = first[mark] { pairs.append((other, row.number)) } else { first[mark] = row.number }
    }
    return pairs
  }

  /// The parties of documents that mean the same one of several people of a name.
  private func namesakePairs(_ alive: [EntityRow]) throws -> [(Int, Int)] {
    var cuts: [String: [String: Int]] = [:]
    for row in alive where row.key.isPerson {
      guard let digest = row.key.document, !isJudgedCut(row.key) else { continue }
      cuts[row.key.folded, default: [:]][digest] = row.number
    }
    var pairs: [(Int, Int)] = []
    for (folded, numbers) in cuts.sorted(by: { $0.key < $1.key }) where numbers.count > 1 {
      for person in try Namesakes(connection: rows.connection).apart(folded) {
        let members = person.compactMap { numbers[$0] }
        pairs += zip(members, members.dropFirst())
      }
    }
    return pairs
  }

  private func isJudgedCut(_ key: EntityKey) -> Bool { judgements.values.contains { $0.cuts(key) } }

  /// The certain key of an entity; where it is its own name, only if others are spelled so.
  private func certainKey(of row: EntityRow, among spellings: Set<String>) throws -> String? {
    if let key = row.certainKey { return key }
    guard spellings.contains(row.key.folded), let type = try rows.ownType(of: row.number) else { return nil }
    return CertainKey.Kind(type: type).map { CertainKey.key(row.key.folded, $0) }
  }
}

/// Sets that are joined, but never two of which a member each must stay apart.
struct JudgedSets {
  private var parents: [Int: Int] = [:]
  private var apart: [(Int, Int)] = []

  init(_ numbers: [Int]) {
    for number in numbers { parents[number] = number }
  }

  func root(of number: Int) -> Int {
    var number = number
    while let parent = parents[number], parent != number { number = parent }
    return number
  }

  mutating func keepApart(_ left: Int, _ right: Int) {
    if left != right, parents[left] != nil, parents[right] != nil { apart.append((left, right)) }
  }

  /// Whether two sets may be joined.
  func mayJoin(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (root(of: left), root(of: right))
    return !apart.contains { pair in
      let ends = (root(of: pair.0), root(of: pair.1))
      return ends == (left, right) || ends == (right, left)
    }
  }

  mutating func join(_ left: Int, _ right: Int) {
    guard parents[left] != nil, parents[right] != nil, mayJoin(left, right) else { return }
    // The order of roots does not show, since groups are sorted.
    parents[root(of: right)] = root(of: left)
  }
}
