internal import Claims
internal import SQLite

/// The entities of a graph with the names by which they may be another, and which of them are worth comparing.
///
/// Those that share a word, a spelling of it, its consonants or an acronym are compared, unless too many share it. Memory is some 200 bytes
/// an entity and 12 a key.
struct SuggestionCandidates {
  /// An entity that stands for itself.
  struct Entity {
    var number: Int
    var key: EntityKey
    var name: String
    var type: String
    /// Its names, the shown one first, each once by its folded form.
    var names: [String]
    var folded: [String]
    /// The documents that know it, but for those that know very many.
    var documents: Set<Int> = []
    /// How many documents know it, whatever they know besides.
    var documentCount = 0
    /// How many documents know it by each name, in the order of `folded`.
    var counts: [Int] = [0]

    /// How many documents know it by a name.
    func documents(bearing folded: String) -> Int {
      self.folded.firstIndex(of: folded).map { max(1, $0 == 0 ? documentCount : counts[$0]) } ?? 0
    }
  }

  /// How many entities may share a key before it tells nothing.
  private static let keyLimit = 60
  /// How many entities a document may know, of which each is kept apart from the others.
  private static let documentLimit = 500
  /// How many names of one entity are compared.
  private static let nameLimit = 8

  let lists: IdentityLists
  private(set) var entities: [Entity] = []
  private var positions: [Int: Int] = [:]
  /// Which entities bear a folded name, by kind and name.
  private(set) var bearers: [String: [Int]] = [:]

  init(connection: Connection) throws {
    lists = try IdentityLists.of(connection)
    try readEntities(connection)
    try readNames(connection)
    try readDocuments(connection)
    for index in entities.indices {
      let kind = Self.kind(entities[index].type)
      for folded in entities[index].folded { bearers[kind + folded, default: []].append(index) }
    }
  }

  /// What is compared with what: persons, organizations with groups, each other type with itself.
  static func kind(_ type: String) -> String {
    switch EntityType(rawValue: type) {
    case .person: "p "
    case .organization, .group: "o "
    case .place: "l "
    default: type + " "
    }
  }

  private static let leftOut: Set<String> = [
    EntityType.role.rawValue, EntityType.concept.rawValue, EntityType.time.rawValue,
    EntityType.quantity.rawValue,
  ]

  /// How many entities bear a name of a kind.
  func bearings(of name: String) -> Int { bearers[name]?.count ?? 0 }

  func position(of entity: Int) -> Int? { positions[entity] }

  private mutating func readEntities(_ connection: Connection) throws {
    let statement = try connection.statement(
      """
      SELECT id, name, type, folded, part, identifier FROM entity WHERE canonical IS NULL
      ORDER BY name, type, identifier, folded, part
      """)
    while try statement.step() {
      let type = statement.text(at: 2)
      if Self.leftOut.contains(type) { continue }
      let name = statement.text(at: 1)
      positions[statement.integer(at: 0)] = entities.count
      entities.append(
        Entity(
          number: statement.integer(at: 0),
          key: EntityKey(
            folded: statement.text(at: 3), part: statement.optionalText(at: 4),
            identifier: statement.optionalText(at: 5)), name: name, type: type, names: [name],
          folded: [NameFolding.fold(name)]))
    }
  }

  private mutating func readNames(_ connection: Connection) throws {
    let statement = try connection.statement(
      """
      SELECT coalesce(e.canonical, e.id), n.name, n.folded, n.documents FROM (
        SELECT entity, name, folded, (SELECT count(*) FROM party_alias p WHERE p.alias = a.id)
            + (SELECT count(*) FROM imported_alias i WHERE i.alias = a.id) AS documents FROM alias a
        UNION ALL SELECT id, name, folded, 1 FROM entity WHERE canonical IS NOT NULL) n
        JOIN entity e ON e.id = n.entity
      ORDER BY 1, 3, 2
      """)
    while try statement.step() {
      guard let position = positions[statement.integer(at: 0)] else { continue }
      let folded = statement.text(at: 2)
      if let known = entities[position].folded.firstIndex(of: folded) {
        entities[position].counts[known] += statement.integer(at: 3)
      }
      if entities[position].names.count >= Self.nameLimit || entities[position].folded.contains(folded) {
        continue
      }
      entities[position].names.append(statement.text(at: 1))
      entities[position].folded.append(folded)
      entities[position].counts.append(statement.integer(at: 3))
    }
  }

  private mutating func readDocuments(_ connection: Connection) throws {
    let crowded = try connection.statement(
      """
      SELECT document FROM (SELECT document FROM party UNION ALL SELECT document FROM imported_party)
      GROUP BY document HAVING count(*) > ?
      """)
    try crowded.bind(Self.documentLimit, at: 1)
    var left: Set<Int> = []
    while try crowded.step() { left.insert(crowded.integer(at: 0)) }
    let statement = try connection.statement(
      """
      SELECT DISTINCT coalesce(e.canonical, e.id), p.document FROM (
        SELECT entity, document FROM party UNION ALL SELECT entity, document FROM imported_party) p
        JOIN entity e ON e.id = p.entity
      """)
    while try statement.step() {
      guard let position = positions[statement.integer(at: 0)] else { continue }
      entities[position].documentCount += 1
      let document = statement.integer(at: 1)
      if !left.contains(document) { entities[position].documents.insert(document) }
    }
  }

  /// The pairs worth comparing, each once, in the order of their entities.
  func pairs() -> [(left: Int, right: Int)] {
    var keys: [(hash: UInt64, entity: UInt32)] = []
    for (index, entity) in entities.enumerated() {
      var seen: Set<UInt64> = []
      for key in self.keys(of: entity) where seen.insert(key).inserted {
        keys.append((key, UInt32(truncatingIfNeeded: index)))
      }
    }
    keys.sort { ($0.hash, $0.entity) < ($1.hash, $1.entity) }
    var pairs: [UInt64] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].hash == keys[start].hash { end += 1 }
      if end - start <= Self.keyLimit {
        for first in start..<end {
          for second in first + 1..<max(first + 1, end) {
            pairs.append(UInt64(keys[first].entity) << 32 | UInt64(keys[second].entity))
          }
        }
      }
      start = end
    }
    pairs.sort()
    var result: [(left: Int, right: Int)] = []
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      result.append((Int(pair >> 32), Int(pair & 0xFFFF_FFFF)))
    }
    return result
  }

  /// Whether two are people of one name whom documents or judgements tell apart.
  func areNamesakes(_ left: Int, _ right: Int) -> Bool {
    Self.areNamesakes(entities[left].key, entities[right].key)
  }

  static func areNamesakes(_ left: EntityKey, _ right: EntityKey) -> Bool {
    left.isPerson && right.isPerson && left.folded == right.folded && left != right
      && (left.document != nil || right.document != nil)
  }

  /// For each name of several people, the first of them with each of the others: where there are two, one question.
  ///
  /// The rest of the name, of which nothing is told, is asked about where it is all that is left.
  func namesakes() -> [(left: Int, right: Int)] {
    var names: [String: [Int]] = [:]
    for (index, entity) in entities.enumerated() where entity.key.isPerson {
      names[entity.key.folded, default: []].append(index)
    }
    var result: [(left: Int, right: Int)] = []
    for (_, people) in names.sorted(by: { $0.key < $1.key }) {
      let told = people.filter { entities[$0].key.document != nil }
      let asked = told.count > 1 ? told : told.isEmpty ? [] : people
      let sorted = asked.sorted { entities[$0].key < entities[$1].key }
      for other in sorted.dropFirst() { result.append((min(sorted[0], other), max(sorted[0], other))) }
    }
    return result
  }

  /// Hashes of what those that may be an entity share with it.
  private func keys(of entity: Entity) -> [UInt64] {
    let kind = Self.kind(entity.type)
    let isPerson = kind == "p "
    var result: [UInt64] = []
    for name in entity.names {
      let compared = ComparedName(name, isPerson: isPerson, lists: lists)
      result.append(Self.hash(kind, "=", compared.joined))
      for word in compared.words where word.kind == .word && word.text.count > 2 {
        result.append(Self.hash(kind, "w", word.text))
        result.append(Self.hash(kind, "s", word.skeleton))
        let consonants = word.skeleton.filter { !"aeiou".utf8.contains($0) }
        if consonants.count > 2 { result.append(Self.hash(kind, "c", consonants)) }
      }
      if compared.words.count == 1, compared.mayBeAcronym {
        result.append(Self.hash(kind, "a", compared.joined))
      } else if compared.words.count > 1, !isPerson {
        let letters = compared.words.filter { $0.kind != .stop }.compactMap(\.text.first)
        result.append(Self.hash(kind, "a", letters))
      }
    }
    return result
  }

  /// Fowler, Noll and Vo's hash (FNV-1a), which is the same on every run.
  private static func hash(_ kind: String, _ mark: String, _ text: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in kind.utf8 { add(byte) }
    for byte in mark.utf8 { add(byte) }
    for byte in text { add(byte) }
    return hash
  }
}
