internal import Claims
internal import SQLite

/// Writes and removes readings inside a transaction, and keeps what follows from them: edges, names, types.
///
/// Sums are kept by addition and subtraction, so that a popular entity does not make an ingestion slow; only the
/// highest confidence of an edge is looked up again when the claim that had it goes.
struct ClaimStore {
  let connection: Connection
  /// Entities whose name, type or existence has to be settled at the end.
  var touchedEntities: Set<Int> = []
  /// Entities and edges that were made and not there before.
  var newEntities = 0
  var newEdges = 0
  /// Aliases that lost a party.
  var loosenedAliases: Set<Int> = []
  /// Entities some of whose parties have come to be another's.
  var movedEntities: Set<Int> = []
  /// Folded names of persons of whom documents have come to say more or less that tells them apart.
  var namesakes: Set<String> = []
  /// Whether a document went, and judgements with it that only it anchored.
  var removesAnchors = false
  /// Entities that nothing supports any more, while the change is settled.
  private(set) var deadEntities: Set<Int> = []
  /// Whether an edge was rejected before this change.
  var hadRejections = false
  /// Whether anything was judged, where that was looked up.
  var knownJudgements: Bool?
  /// The lists by which names are joined, where they were looked up.
  var knownLists: IdentityLists?
  private var relations: [RelationKey: Int] = [:]
  /// Relations that may have no use any more.
  private var idleRelations: Set<Int> = []
  /// What this change adds and takes away.
  let tally: ChangeTally
  /// The identifiers of origins that are known already.
  var origins: [OriginKey: Int] = [:]

  struct RelationKey: Hashable {
    var name: String
    var layer: Claim.Layer
  }

  init(connection: Connection) {
    self.connection = connection
    tally = ChangeTally(connection: connection)
  }

  /// The identifier of a relation, made when it is new; counts one use.
  mutating func use(_ name: String, layer: Claim.Layer, isSymmetric: Bool) throws -> Int {
    let relation = try relation(name, layer: layer, isSymmetric: isSymmetric)
    try addUses(1, of: relation)
    return relation
  }

  /// The identifier of a relation, made when it is new; the caller counts its uses.
  mutating func relation(_ name: String, layer: Claim.Layer, isSymmetric: Bool) throws -> Int {
    let key = RelationKey(name: name, layer: layer)
    if let known = relations[key] { return known }
    let identifier: Int
    if let known = try connection.integer(
      "SELECT id FROM relation WHERE name = ? AND layer = ?", name, layer.rawValue)
    {
      identifier = known
    } else {
      let next =
        layer == .open
        ? "SELECT min(coalesce(min(id), 0), 0) - 1 FROM relation"
        : "SELECT max(coalesce(max(id), 0), 0) + 1 FROM relation"
      identifier = try connection.integer(next) ?? 1
      try connection.run(
        "INSERT INTO relation (id, name, layer, symmetric, uses) VALUES (?, ?, ?, ?, 0)", identifier, name,
        layer.rawValue, isSymmetric)
    }
    relations[key] = identifier
    return identifier
  }

  func addUses(_ count: Int, of relation: Int) throws {
    try connection.run("UPDATE relation SET uses = uses + ? WHERE id = ?", count, relation)
  }

  mutating func disuse(_ relation: Int, times: Int = 1) throws {
    try addUses(-times, of: relation)
    // What is read again may use it again, and its number must not come to mean another meanwhile.
    idleRelations.insert(relation)
  }

  private mutating func removeIdleRelations() throws {
    for relation in idleRelations.sorted() {
      try connection.run("DELETE FROM relation WHERE id = ? AND uses = 0", relation)
    }
    if !idleRelations.isEmpty { relations.removeAll() }
    idleRelations = []
  }

  /// Gives the touched entities their names and types, lets the right ones stand for others, and removes what nothing supports any more.
  mutating func settle() throws {
    try settleNamesakes()
    try removeIdleRelations()
    let dead = try touchedEntities.filter { try !isSupported($0) }
    deadEntities = dead
    if try hasJudgements(), removesAnchors || !dead.isEmpty { try removeUnanchoredJudgements(dead: dead) }
    try removeSuggestions(of: dead)
    for entity in touchedEntities.subtracting(dead).sorted() {
      try connection.run("DELETE FROM spelling WHERE entity = ? AND mentions = 0", entity)
      try settleCertainKey(of: entity)
    }
    var renamed = try regroup(touchedEntities, dead: dead, moved: movedEntities)
    for entity in touchedEntities.subtracting(dead) {
      renamed.formUnion([entity, try canonical(of: entity)])
    }
    for entity in renamed.subtracting(dead).sorted() { try settleSpelling(of: entity) }
    try removeLooseAliases()
    if try hasJudgements() || hadRejections { try settleRejections() }
    for entity in dead.sorted() {
      try connection.run("DELETE FROM spelling WHERE entity = ?", entity)
      try connection.run("DELETE FROM alias WHERE entity = ?", entity)
      try tally.forget(entity: entity)
      try connection.run("DELETE FROM entity WHERE id = ?", entity)
    }
    deadEntities = []
    touchedEntities = []
    movedEntities = []
    removesAnchors = false
    hadRejections = false
  }

  private mutating func removeLooseAliases() throws {
    for alias in loosenedAliases.sorted()
    where try connection.integer(
      """
      SELECT 1 FROM party_alias WHERE alias = ?1 UNION ALL SELECT 1 FROM imported_alias WHERE alias = ?1
      UNION ALL SELECT 1 FROM alias a JOIN entity e ON e.id = a.entity
        WHERE a.id = ?1 AND e.name = a.name AND NOT EXISTS (
          SELECT 1 FROM entity m WHERE (m.id = e.id OR m.canonical = e.id) AND m.folded = a.folded) LIMIT 1
      """, alias) == nil
    {
      try connection.run("DELETE FROM alias WHERE id = ?", alias)
    }
    loosenedAliases = []
  }

  private func isSupported(_ entity: Int) throws -> Bool {
    try connection.integer(
      """
      SELECT 1 FROM party WHERE entity = ?1 UNION ALL SELECT 1 FROM imported_party WHERE entity = ?1 LIMIT 1
      """, entity) != nil
  }

}

/// What tells one edge from another.
struct EdgeKey: Hashable {
  var subject: Int
  var relation: Int
  var object: Int
}
