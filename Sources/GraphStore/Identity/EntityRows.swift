internal import SQLite

/// An entity as its table has it, with what tells who it is.
struct EntityRow {
  var number: Int
  var key: EntityKey
  /// What it is one by with others of the same, as `CertainKey` gives it; nil for its folded name.
  var certainKey: String?
  /// The entity that stands for it; itself where it stands for itself.
  var canonical: Int

  /// Whether its name alone, and no single document, makes it.
  var isWhole: Bool { key.identifier == nil && key.document == nil }
}

/// Looks entities up by what they are.
struct EntityRows {
  let connection: Connection
  /// Entities that are about to go, which no key means any more.
  var dead: Set<Int> = []

  private static let columns = "id, folded, part, identifier, key, coalesce(canonical, id)"

  func row(_ number: Int) throws -> EntityRow? {
    try rows("SELECT \(Self.columns) FROM entity WHERE id = ?", number).first
  }

  /// The entity that a key means now: where there is none of its part, the one of its name.
  func row(_ key: EntityKey) throws -> EntityRow? {
    if let exact = try exact(key) { return exact }
    guard key.identifier == nil else { return nil }
    if let digest = key.document {
      guard let whole = try row(key.whole), try isKnown(whole.number, to: digest) else { return nil }
      return whole
    }
    // Of what kind a name is may be read otherwise when its documents are read again.
    return try exact(
      EntityKey(folded: key.folded, part: key.isPerson ? nil : EntityKey.personPart, identifier: nil))
  }

  private func exact(_ key: EntityKey) throws -> EntityRow? {
    let found =
      if let identifier = key.identifier {
        try rows("SELECT \(Self.columns) FROM entity WHERE identifier = ?", identifier).first
      } else {
        try rows(
          "SELECT \(Self.columns) FROM entity WHERE folded = ? AND part IS ? AND identifier IS NULL",
          key.folded, key.part
        ).first
      }
    return found.flatMap { dead.contains($0.number) ? nil : $0 }
  }

  private func isKnown(_ entity: Int, to digest: String) throws -> Bool {
    guard let digest = Hexadecimal.bytes(digest) else { return false }
    return try connection.integer(
      """
      SELECT 1 FROM document d WHERE d.digest = ?2 AND (
        EXISTS (SELECT 1 FROM party p WHERE p.document = d.id AND p.entity = ?1)
        OR EXISTS (SELECT 1 FROM imported_party p WHERE p.document = d.id AND p.entity = ?1))
      """, entity, digest) != nil
  }

  /// Those of a folded name that no document was cut out of: the persons and the rest.
  func wholes(folded: String) throws -> [EntityRow] {
    try rows(
      "SELECT \(Self.columns) FROM entity WHERE folded = ? AND identifier IS NULL AND (part IS NULL OR part = 'person')",
      folded)
  }

  /// Those of a name that are cut out of it, of persons or of the rest.
  func cuts(of whole: EntityKey) throws -> [EntityRow] {
    try rows(
      "SELECT \(Self.columns) FROM entity WHERE folded = ? AND identifier IS NULL AND part GLOB ?",
      whole.folded,
      (whole.isPerson ? EntityKey.personPart : "") + "@*")
  }

  /// The type that most of what mentions one entity gives it, whatever it is joined with.
  func ownType(of entity: Int) throws -> String? {
    try connection.text(
      """
      SELECT type FROM (SELECT type, mentions FROM spelling WHERE entity = ?1
        UNION ALL SELECT type, 1 FROM imported_party WHERE entity = ?1 AND type IS NOT NULL)
      GROUP BY type ORDER BY sum(mentions) DESC, type LIMIT 1
      """, entity)
  }

  /// How often texts and graph files name one entity, whatever it is joined with.
  func ownMentions(of entity: Int) throws -> Int {
    try connection.integer(
      """
      SELECT (SELECT coalesce(sum(mentions), 0) FROM spelling WHERE entity = ?1)
        + (SELECT count(*) FROM imported_party WHERE entity = ?1)
      """, entity) ?? 0
  }

  /// Those whose certain key stands for a spelling, of whatever kind they are.
  func withCertainSpelling(_ spelling: String) throws -> [EntityRow] {
    try rows(
      "SELECT \(Self.columns) FROM entity WHERE key >= ? AND key < ?", spelling + "\t", spelling + "\n")
  }

  /// The entity that stands for others, and those.
  func members(of canonical: Int) throws -> [EntityRow] {
    try rows("SELECT \(Self.columns) FROM entity WHERE id = ?1 OR canonical = ?1", canonical)
  }

  private func rows(_ sql: String, _ values: any Bindable...) throws -> [EntityRow] {
    let statement = try connection.statement(sql)
    try statement.bind(values)
    var result: [EntityRow] = []
    while try statement.step() {
      result.append(
        EntityRow(
          number: statement.integer(at: 0),
          key: EntityKey(
            folded: statement.text(at: 1), part: statement.optionalText(at: 2),
            identifier: statement.optionalText(at: 3)),
          certainKey: statement.optionalText(at: 4), canonical: statement.integer(at: 5)))
    }
    return result
  }
}
