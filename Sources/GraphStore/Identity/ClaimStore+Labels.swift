internal import Claims
internal import SQLite

extension ClaimStore {
  /// What an entity should be called.
  struct Label {
    var name: String
    var type: String
    /// What it is looked up by: its own name, whatever it is called with those that it stands for.
    var folded: String
    /// What it is looked up by now.
    var oldFolded: String
    var oldName: String
    /// Whether it is called otherwise now.
    var isNew: Bool
  }

  /// The name and the type that most mentions of an entity and of those that it stands for bear, if no judgement gives others; a graph
  /// file counts as one mention.
  ///
  /// A person of several entities goes by a name of several words where there is one. An entity that no one names is called by its
  /// identifier.
  mutating func label(of entity: Int) throws -> Label? {
    let current = try connection.statement(
      "SELECT name, type, folded, identifier, canonical IS NULL FROM entity WHERE id = ?")
    try current.bind(entity, at: 1)
    guard try current.step() else { return nil }
    let (oldName, oldType, oldFolded) = (current.text(at: 0), current.text(at: 1), current.text(at: 2))
    let identifier = current.optionalText(at: 3)
    let standsForItself = current.integer(at: 4) == 1
    let own =
      try most("name", of: entity, withMembers: false) ?? identifier.map(EntityName.localName) ?? oldName
    // Without an identifier the folded name is what makes the entity.
    let folded = identifier == nil ? oldFolded : NameFolding.fold(own)
    let isGroup =
      try standsForItself
      && connection.integer("SELECT 1 FROM entity WHERE canonical = ? LIMIT 1", entity) != nil
    var type = try most("type", of: entity, withMembers: isGroup) ?? EntityName.unknownType
    var name = own
    if isGroup {
      name = try groupName(of: entity, isPerson: type == EntityType.person.rawValue) ?? own
    }
    if standsForItself, try hasJudgements() {
      for judgement in try namings(of: entity) {
        if judgement.verdict == .name { name = judgement.value ?? name }
        if judgement.verdict == .type { type = judgement.value ?? type }
      }
    }
    return Label(
      name: name, type: type, folded: folded, oldFolded: oldFolded, oldName: oldName,
      isNew: name != oldName || type != oldType || folded != oldFolded)
  }

  private static let names = """
    SELECT name, type, mentions FROM spelling
      WHERE entity IN (SELECT ?1 UNION ALL SELECT id FROM entity WHERE ?2 AND canonical = ?1)
    UNION ALL SELECT name, type, 1 FROM imported_party
      WHERE entity IN (SELECT ?1 UNION ALL SELECT id FROM entity WHERE ?2 AND canonical = ?1)
    """

  private func most(_ column: String, of entity: Int, withMembers: Bool) throws -> String? {
    try connection.text(
      """
      SELECT \(column) FROM (\(Self.names)) WHERE \(column) IS NOT NULL
      GROUP BY \(column) ORDER BY sum(mentions) DESC, \(column) LIMIT 1
      """, entity, withMembers)
  }

  private func groupName(of entity: Int, isPerson: Bool) throws -> String? {
    try connection.text(
      """
      SELECT name FROM (\(Self.names)) WHERE name IS NOT NULL
      GROUP BY name ORDER BY ?3 AND name NOT LIKE '% %', sum(mentions) DESC, name LIMIT 1
      """, entity, true, isPerson)
  }

  /// The judgements that name an entity or give it a type, the last ones last.
  private func namings(of entity: Int) throws -> [Judgement] {
    let table = JudgementTable(connection: connection)
    let rows = EntityRows(connection: connection, dead: deadEntities)
    var found: [Int: Judgement] = [:]
    for member in try rows.members(of: entity) {
      for judgement in try table.living(near: member.key)
      where [.name, .type].contains(judgement.verdict) && found[judgement.number] == nil {
        if try rows.row(judgement.left)?.canonical == entity { found[judgement.number] = judgement }
      }
    }
    return found.values.sorted {
      ($0.at, $0.left.text, $0.value ?? "") < ($1.at, $1.left.text, $1.value ?? "")
    }
  }

  mutating func settleSpelling(of entity: Int) throws {
    guard let label = try label(of: entity), label.isNew else { return }
    try tally.note(entity: entity)
    if label.folded != label.oldFolded {
      try connection.run(
        "INSERT INTO entity_text (entity_text, rowid, folded) VALUES ('delete', ?, ?)", entity,
        label.oldFolded)
      try connection.run("INSERT INTO entity_text (rowid, folded) VALUES (?, ?)", entity, label.folded)
    }
    try connection.run(
      "UPDATE entity SET name = ?, type = ?, folded = ? WHERE id = ?", label.name, label.type, label.folded,
      entity)
    // A name that is not its own is one more to be found by.
    let folded = NameFolding.fold(label.name)
    if try !EntityRows(connection: connection).members(of: entity).contains(where: { $0.key.folded == folded }
    ),
      folded != label.folded
    {
      _ = try alias(label.name, of: entity)
    }
    if let old = try connection.integer(
      "SELECT id FROM alias WHERE entity = ? AND name = ?", entity, label.oldName)
    {
      loosenedAliases.insert(old)
    }
  }
}
