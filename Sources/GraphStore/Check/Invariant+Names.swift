internal import SQLite

extension Invariant {
  private static let spellings = """
    SELECT entity, name, type, sum(mentions) AS mentions FROM party GROUP BY entity, name, type
    """

  static let names: [Invariant] = [
    Invariant(
      "entities by a number that none has",
      rows: "SELECT 1 FROM entity WHERE id NOT BETWEEN 1 AND \(UInt32.max)"),
    Invariant(
      "names that stand for several entities without an identifier",
      rows: "SELECT 1 FROM entity WHERE identifier IS NULL GROUP BY folded, part HAVING count(*) > 1"),
    Invariant("entities that a document knows by a name that is not theirs", count: strangelyNamed),
    Invariant(
      "entities of texts that have an identifier",
      rows: """
        SELECT 1 FROM party p JOIN entity e ON e.id = p.entity
        WHERE e.identifier IS NOT NULL AND NOT (\(DescriptionIdentifier.sql("e.identifier")))
        """),
    Invariant(
      "descriptions of another document than the one that they are of",
      rows: """
        SELECT 1 FROM party p JOIN entity e ON e.id = p.entity JOIN document d ON d.id = p.document
        WHERE \(DescriptionIdentifier.sql("e.identifier"))
          AND e.identifier <> \(DescriptionIdentifier.expectedSQL)
        """),
    Invariant(
      "aliases of another entity than the document has them for",
      rows: """
        SELECT 1 FROM party_alias x JOIN alias a ON a.id = x.alias
          JOIN party p ON p.document = x.document AND p.position = x.party WHERE p.entity <> a.entity
        UNION ALL SELECT 1 FROM imported_alias x JOIN alias a ON a.id = x.alias WHERE NOT EXISTS (
          SELECT 1 FROM imported_party p WHERE p.entity = a.entity AND p.document = x.document)
        """),
    Invariant(
      "spellings whose number of mentions is wrong",
      rows: """
        SELECT * FROM (SELECT entity, name, type, mentions FROM spelling EXCEPT \(spellings))
        UNION ALL SELECT * FROM (\(spellings) EXCEPT SELECT entity, name, type, mentions FROM spelling)
        """,
      repair: { store in
        try store.connection.execute(
          "DELETE FROM spelling; INSERT INTO spelling (entity, name, type, mentions) \(spellings);")
      }),
    Invariant(
      "entities that nothing supports",
      rows: """
        SELECT 1 FROM entity e WHERE NOT EXISTS (SELECT 1 FROM party WHERE entity = e.id)
          AND NOT EXISTS (SELECT 1 FROM imported_party WHERE entity = e.id)
        """,
      repair: { store in
        let loose = try store.connection.statement(
          """
          SELECT id FROM entity e WHERE NOT EXISTS (SELECT 1 FROM party WHERE entity = e.id)
            AND NOT EXISTS (SELECT 1 FROM imported_party WHERE entity = e.id)
            AND NOT EXISTS (SELECT 1 FROM edge WHERE subject = e.id)
            AND NOT EXISTS (SELECT 1 FROM incoming WHERE object = e.id)
          """)
        while try loose.step() { store.touchedEntities.insert(loose.integer(at: 0)) }
        let aliases = try store.connection.statement(
          "SELECT id FROM alias WHERE entity IN (SELECT value FROM json_each(?))")
        try aliases.bind("[\(store.touchedEntities.map(String.init).joined(separator: ","))]", at: 1)
        while try aliases.step() { store.loosenedAliases.insert(aliases.integer(at: 0)) }
        try store.settle()
      }),
    Invariant(
      "entities that go by another name or type than most of what mentions them",
      count: { connection in
        try misnamed(connection).count
      },
      repair: { store in
        store.touchedEntities.formUnion(try misnamed(store.connection))
        try store.settle()
      }),
    Invariant(
      "aliases that do not fold to what they are looked up by",
      count: { connection in
        try misfolded(connection).count
      },
      repair: { store in
        for alias in try misfolded(store.connection) {
          let name = try store.connection.text("SELECT name FROM alias WHERE id = ?", alias) ?? ""
          try store.connection.run("UPDATE alias SET folded = ? WHERE id = ?", NameFolding.fold(name), alias)
        }
      }),
    Invariant(
      "aliases that nothing gives",
      rows: """
        SELECT 1 FROM alias a WHERE NOT EXISTS (SELECT 1 FROM party_alias WHERE alias = a.id)
          AND NOT EXISTS (SELECT 1 FROM imported_alias WHERE alias = a.id)
          AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.id = a.entity AND e.name = a.name AND NOT EXISTS (
          SELECT 1 FROM entity m WHERE (m.id = e.id OR m.canonical = e.id) AND m.folded = a.folded))
        """,
      repair: { store in
        let loose = try store.connection.statement("SELECT id FROM alias")
        while try loose.step() { store.loosenedAliases.insert(loose.integer(at: 0)) }
        try store.settle()
      }),
  ]

  /// An entity without an identifier is one because all its names fold to one.
  @Sendable private static func strangelyNamed(_ connection: Connection) throws -> Int {
    let names = try connection.statement(
      """
      SELECT p.name, e.folded FROM party p JOIN entity e ON e.id = p.entity
        WHERE e.identifier IS NULL AND (p.name <> e.name OR e.canonical IS NOT NULL)
      UNION ALL SELECT p.name, e.folded FROM imported_party p JOIN entity e ON e.id = p.entity
        WHERE e.identifier IS NULL AND p.name IS NOT e.name
      """)
    var count = 0
    while try names.step() {
      if names.isNull(at: 0) || NameFolding.fold(names.text(at: 0)) != names.text(at: 1) { count += 1 }
    }
    return count
  }

  private static func misnamed(_ connection: Connection) throws -> [Int] {
    var store = ClaimStore(connection: connection)
    let entities = try connection.statement("SELECT id FROM entity")
    var result: [Int] = []
    while try entities.step() {
      let entity = entities.integer(at: 0)
      if let label = try store.label(of: entity), label.isNew { result.append(entity) }
    }
    return result
  }

  private static func misfolded(_ connection: Connection) throws -> [Int] {
    let aliases = try connection.statement("SELECT id, name, folded FROM alias")
    var result: [Int] = []
    while try aliases.step() {
      if NameFolding.fold(aliases.text(at: 1)) != aliases.text(at: 2) {
        result.append(aliases.integer(at: 0))
      }
    }
    return result
  }
}
