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
  private var relations: [RelationKey: Int] = [:]
  /// The identifiers of origins that are known already.
  var origins: [OriginKey: Int] = [:]

  struct RelationKey: Hashable {
    var name: String
    var layer: Claim.Layer
  }

  init(connection: Connection) { self.connection = connection }

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
    try connection.run("DELETE FROM relation WHERE id = ? AND uses = 0", relation)
    relations.removeAll()
  }

  /// Gives the touched entities their names and types, and removes what nothing supports any more.
  mutating func settle() throws {
    for alias in loosenedAliases.sorted()
    where try connection.integer(
      "SELECT 1 FROM party_alias WHERE alias = ?1 UNION ALL SELECT 1 FROM imported_alias WHERE alias = ?1 LIMIT 1",
      alias) == nil
    {
      try connection.run("DELETE FROM alias WHERE id = ?", alias)
    }
    for entity in touchedEntities.sorted() {
      if try !isSupported(entity) {
        try connection.run("DELETE FROM spelling WHERE entity = ?", entity)
        try connection.run("DELETE FROM entity WHERE id = ?", entity)
      } else {
        try connection.run("DELETE FROM spelling WHERE entity = ? AND mentions = 0", entity)
        try settleSpelling(of: entity)
      }
    }
    loosenedAliases = []
    touchedEntities = []
  }

  private func isSupported(_ entity: Int) throws -> Bool {
    try connection.integer(
      """
      SELECT 1 FROM party WHERE entity = ?1 UNION ALL SELECT 1 FROM imported_party WHERE entity = ?1 LIMIT 1
      """, entity) != nil
  }

  /// What an entity should be called.
  struct Label {
    var name: String
    var type: String
    var folded: String
    /// What it is looked up by now.
    var oldFolded: String
    /// Whether it is called otherwise now.
    var isNew: Bool
  }

  /// The name and the type that most mentions of an entity bear; a graph file counts as one mention.
  ///
  /// An entity that no one names is called by its identifier.
  func label(of entity: Int) throws -> Label? {
    func most(_ column: String) throws -> String? {
      try connection.text(
        """
        SELECT value FROM (
          SELECT \(column) AS value, mentions FROM spelling WHERE entity = ?1
          UNION ALL SELECT \(column), 1 FROM imported_party WHERE entity = ?1 AND \(column) IS NOT NULL)
        GROUP BY value ORDER BY sum(mentions) DESC, value LIMIT 1
        """, entity)
    }
    let current = try connection.statement("SELECT name, type, folded, identifier FROM entity WHERE id = ?")
    try current.bind(entity, at: 1)
    guard try current.step() else { return nil }
    let identifier = current.optionalText(at: 3)
    let name = try most("name") ?? identifier.map(EntityName.localName) ?? current.text(at: 0)
    let type = try most("type") ?? EntityName.unknownType
    let folded = NameFolding.fold(name)
    return Label(
      name: name, type: type, folded: folded, oldFolded: current.text(at: 2),
      isNew: name != current.text(at: 0) || type != current.text(at: 1) || folded != current.text(at: 2))
  }

  private func settleSpelling(of entity: Int) throws {
    guard let label = try label(of: entity), label.isNew else { return }
    // Without an identifier the folded name is what makes the entity, so that only an identified one changes it.
    if label.folded != label.oldFolded {
      try connection.run(
        "INSERT INTO entity_text (entity_text, rowid, folded) VALUES ('delete', ?, ?)", entity,
        label.oldFolded)
      try connection.run("INSERT INTO entity_text (rowid, folded) VALUES (?, ?)", entity, label.folded)
    }
    try connection.run(
      "UPDATE entity SET name = ?, type = ?, folded = ? WHERE id = ?", label.name, label.type, label.folded,
      entity)
  }
}

/// What tells one edge from another.
struct EdgeKey: Hashable {
  var subject: Int
  var relation: Int
  var object: Int
}
