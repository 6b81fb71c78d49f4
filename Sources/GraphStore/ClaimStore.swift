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
  /// Aliases that lost a party.
  var loosenedAliases: Set<Int> = []
  private var relations: [RelationKey: Int] = [:]

  struct RelationKey: Hashable {
    var name: String
    var layer: Claim.Layer
  }

  init(connection: Connection) { self.connection = connection }

  /// Counts a claim for its edge.
  func support(_ key: EdgeKey, attributed: Bool, confidence: Double) throws {
    let statement = try connection.statement(
      """
      INSERT INTO edge (subject, relation, object, support, attributed, confidence) VALUES (?1, ?2, ?3, 1, ?4, ?5)
      ON CONFLICT DO UPDATE SET support = support + 1, attributed = attributed + ?4, confidence = max(confidence, ?5)
      """)
    try statement.bind([key.subject, key.relation, key.object, attributed, confidence])
    try statement.run()
  }

  /// Takes a claim, which is no longer stored, off its edge; an edge without support goes.
  func withdraw(_ key: EdgeKey, attributed: Bool, confidence: Double) throws {
    let ends = [key.subject, key.relation, key.object]
    let update = try connection.statement(
      """
      UPDATE edge SET support = support - 1, attributed = attributed - ?4,
        confidence = CASE WHEN confidence > ?5 OR support = 1 THEN confidence ELSE coalesce((
          SELECT max(confidence) FROM claim WHERE subject = ?1 AND relation = ?2 AND object = ?3
            AND polarity = 'positive' AND modality = 'certain'), confidence) END
      WHERE subject = ?1 AND relation = ?2 AND object = ?3
      """)
    try update.bind(ends + [attributed, confidence])
    try update.run()
    let delete = try connection.statement(
      "DELETE FROM edge WHERE subject = ? AND relation = ? AND object = ? AND support = 0")
    try delete.bind(ends)
    try delete.run()
  }

  /// The identifier of a relation, made when it is new; counts one use.
  mutating func use(_ name: String, layer: Claim.Layer, isSymmetric: Bool) throws -> Int {
    let key = RelationKey(name: name, layer: layer)
    if let known = relations[key] {
      try connection.run("UPDATE relation SET uses = uses + 1 WHERE id = ?", known)
      return known
    }
    let identifier: Int
    if let known = try connection.integer(
      "SELECT id FROM relation WHERE name = ? AND layer = ?", name, layer.rawValue)
    {
      identifier = known
      try connection.run("UPDATE relation SET uses = uses + 1 WHERE id = ?", known)
    } else {
      let next =
        layer == .open
        ? "SELECT min(coalesce(min(id), 0), 0) - 1 FROM relation"
        : "SELECT max(coalesce(max(id), 0), 0) + 1 FROM relation"
      identifier = try connection.integer(next) ?? 1
      try connection.run(
        "INSERT INTO relation (id, name, layer, symmetric, uses) VALUES (?, ?, ?, ?, 1)", identifier, name,
        layer.rawValue, isSymmetric)
    }
    relations[key] = identifier
    return identifier
  }

  mutating func disuse(_ relation: Int) throws {
    try connection.run("UPDATE relation SET uses = uses - 1 WHERE id = ?", relation)
    try connection.run("DELETE FROM relation WHERE id = ? AND uses = 0", relation)
    relations.removeAll()
  }

  /// Gives the touched entities their names and types, and removes what nothing supports any more.
  mutating func settle() throws {
    for alias in loosenedAliases.sorted()
    where try connection.integer("SELECT 1 FROM party_alias WHERE alias = ? LIMIT 1", alias) == nil {
      try connection.run("DELETE FROM alias WHERE id = ?", alias)
    }
    for entity in touchedEntities.sorted() {
      if try connection.integer("SELECT 1 FROM party WHERE entity = ? LIMIT 1", entity) == nil {
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

  private func settleSpelling(of entity: Int) throws {
    func most(_ column: String) throws -> String {
      try connection.text(
        """
        SELECT \(column) FROM spelling WHERE entity = ? GROUP BY \(column) ORDER BY sum(mentions) DESC, \(column) LIMIT 1
        """, entity) ?? ""
    }
    let name = try most("name")
    let type = try most("type")
    try connection.run("UPDATE entity SET name = ?2 WHERE id = ?1 AND name <> ?2", entity, name)
    try connection.run("UPDATE entity SET type = ?2 WHERE id = ?1 AND type <> ?2", entity, type)
  }
}

/// What tells one edge from another.
struct EdgeKey: Hashable {
  var subject: Int
  var relation: Int
  var object: Int
}
