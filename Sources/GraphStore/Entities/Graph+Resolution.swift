internal import SQLite

/// An entity that a name may mean.
package struct Candidate: Hashable, Sendable {
  /// The row of the entity; valid while the graph does not change.
  package let entity: Int
  package let name: EntityName
  /// How many edges it has, counted up to 1,000.
  package let edges: Int
  /// The document whose party it is, where that tells it from others of its name.
  package let document: String?
}

/// The one entity that a name means.
package struct Resolved: Hashable, Sendable {
  /// The row of the entity; valid while the graph does not change.
  package let entity: Int
  package let name: EntityName
}

/// What a name on the command line means.
package enum Resolution: Sendable {
  case entity(Resolved)
  /// Several entities fit equally well; the best connected first. `total` may exceed those listed.
  case ambiguous([Candidate], total: Int)
  /// Nothing has that name; names spelled nearly so, if any.
  case unknown(near: [Candidate])
}

extension Graph {
  /// Finds the entity that `name` means; never guesses.
  ///
  /// In this order: `#identifier`, exact name, exact alias, either one folded, whole words of one name, the prefix of a
  /// word. The first step with a candidate decides. Each step costs an index look-up and its hits.
  package func resolve(_ name: String) throws(GraphError) -> Resolution {
    try asking {
      if let only = try onlyOne(named: name) { return .entity(only) }
      for step in [
        identified, exactlyNamed, exactlyAliased, folded, narrowed, holdingWords, holdingPrefix,
      ] {
        let entities = try step(name)
        if !entities.isEmpty { return try resolution(of: entities) }
      }
      return .unknown(near: try candidates(nearlyNamed(name)))
    }
  }

  /// The entity of exactly that name, where no other bears it and the name is no identifier: the most common case, in one
  /// look-up.
  private func onlyOne(named name: String) throws -> Resolved? {
    guard name.utf8.first != UInt8(ascii: "#") else { return nil }
    let statement = try connection.statement(
      "SELECT id, canonical IS NULL, \(EntityName.columns) FROM entity WHERE name = ? LIMIT 2")
    try statement.bind(name, at: 1)
    guard try statement.step() else { return nil }
    let found = Resolved(entity: statement.integer(at: 0), name: EntityName(statement, from: 2))
    let standsForItself = statement.integer(at: 1) == 1
    return try !standsForItself || statement.step() ? nil : found
  }

  func resolution(of entities: [Int]) throws -> Resolution {
    if entities.count == 1, let only = entities.first {
      return .entity(Resolved(entity: only, name: try EntityNames(connection: connection)[only]))
    }
    // What has the name goes before what a document only describes so.
    let all = try candidates(entities)
    let named = all.filter { !$0.name.isDescription }
    if named.count == 1, let only = named.first {
      return .entity(Resolved(entity: only.entity, name: only.name))
    }
    return .ambiguous(named.isEmpty ? all : named, total: named.isEmpty ? entities.count : named.count)
  }

  func candidates(_ entities: [Int]) throws -> [Candidate] {
    let names = try EntityNames(connection: connection)
    return try Array(Set(entities)).map {
      Candidate(
        entity: $0, name: try names[$0], edges: try edgeCount(of: $0, upTo: 1_000),
        document: try ownDocument(of: $0))
    }.sorted {
      $0.edges == $1.edges ? $0.name.precedes($1.name) : $0.edges > $1.edges
    }
  }

  /// The name of the one document whose party an entity is; nil for an entity of a name.
  func ownDocument(of entity: Int) throws -> String? {
    guard
      let digest = try EntityRows(connection: connection).row(entity)?.key.document.flatMap(Hexadecimal.bytes)
    else { return nil }
    return try connection.text("SELECT name FROM document WHERE digest = ?", digest)
  }

  func edgeCount(of entity: Int, upTo limit: Int) throws -> Int {
    try connection.integer(
      """
      SELECT count(*) FROM (SELECT 1 FROM edge WHERE subject = ?1
        UNION ALL SELECT 1 FROM incoming WHERE object = ?1 AND subject <> ?1 LIMIT ?2)
      """, entity, limit) ?? 0
  }

  private func identified(_ name: String) throws -> [Int] {
    guard name.hasPrefix("#") else { return [] }
    return try entities("SELECT id FROM entity WHERE identifier = ?", String(name.dropFirst()))
  }

  private func exactlyNamed(_ name: String) throws -> [Int] {
    try entities("SELECT id FROM entity WHERE name = ?", name)
  }

  private func exactlyAliased(_ name: String) throws -> [Int] {
    try entities("SELECT entity FROM alias WHERE folded = ? AND name = ?", NameFolding.fold(name), name)
  }

  private func folded(_ name: String) throws -> [Int] {
    let folded = NameFolding.fold(name)
    let found = try entities(
      "SELECT id FROM entity WHERE folded = ?1 UNION SELECT entity FROM alias WHERE folded = ?1", folded)
    guard found.isEmpty, folded.hasPrefix("the ") else { return found }
    return try self.folded(String(folded.dropFirst(4)))
  }

  /// Entities of a name that a type behind a colon or a document behind an at sign tells from others: `Jordan:person`.
  func narrowed(_ name: String) throws -> [Int] {
    if let mark = name.utf8.lastIndex(of: UInt8(ascii: ":")) {
      let type = String(name[name.utf8.index(after: mark)...])
      let found = try bearing(String(name[..<mark])).filter {
        try connection.text("SELECT type FROM entity WHERE id = ?", $0) == type
      }
      if !found.isEmpty { return found }
    }
    guard let mark = name.utf8.lastIndex(of: UInt8(ascii: "@")) else { return [] }
    let document = String(name[name.utf8.index(after: mark)...])
    return try bearing(String(name[..<mark])).filter {
      try connection.integer(
        """
        SELECT 1 FROM document_name d WHERE d.name = ?2 AND (
          EXISTS (SELECT 1 FROM party p WHERE p.document = d.document AND p.entity IN \(Self.members))
          OR EXISTS (SELECT 1 FROM imported_party p WHERE p.document = d.document AND p.entity IN \(Self.members)))
        """, $0, document) != nil
    }
  }

  /// Entities that bear a name or an alias, folded.
  func bearing(_ name: String) throws -> [Int] {
    name.isEmpty ? [] : try folded(name)
  }

  private func holdingWords(_ name: String) throws -> [Int] {
    try matching(FullTextQuery(words: NameFolding.fold(name)))
  }

  private func holdingPrefix(_ name: String) throws -> [Int] {
    try matching(FullTextQuery(words: NameFolding.fold(name), lastIsPrefix: true))
  }

  func matching(_ query: FullTextQuery?) throws -> [Int] {
    guard let query else { return [] }
    return try entities(
      """
      SELECT rowid FROM entity_text WHERE entity_text MATCH ?1
      UNION SELECT a.entity FROM alias_text t JOIN alias a ON a.id = t.rowid WHERE alias_text MATCH ?1 LIMIT 1000
      """, query.text)
  }

  /// Entities whose folded names are one or two letters away; looks at names with the same first letter only.
  func nearlyNamed(_ name: String) throws -> [Int] {
    let wanted = NameFolding.fold(name)
    let folded = Array(wanted.utf8)
    guard let first = wanted.unicodeScalars.first, folded.count > 2 else { return [] }
    let statement = try connection.statement(
      """
      SELECT id, folded FROM entity WHERE folded >= ?1 AND folded < ?2
      UNION ALL SELECT entity, folded FROM alias WHERE folded >= ?1 AND folded < ?2 LIMIT 50000
      """)
    // Behind the first letter only the end of the code space or the surrogates may follow; then no upper end is needed.
    let next = Unicode.Scalar(first.value + 1).map(String.init) ?? "\u{10FFFF}"
    try statement.bind([String(first), next])
    let tolerance = folded.count < 6 ? 1 : 2
    var near: [(distance: Int, entity: Int)] = []
    while try statement.step() {
      let entity = statement.integer(at: 0)
      let distance = statement.withBytes(at: 1) { EditDistance.between(folded, $0, upTo: tolerance) }
      if let distance { near.append((distance, entity)) }
    }
    let best = near.map(\.distance).min() ?? 0
    return try standing(for: near.filter { $0.distance == best }.map(\.entity))
  }

  /// The entities that stand for some, each once.
  private func standing(for entities: [Int]) throws -> [Int] {
    let statement = try connection.statement("SELECT canonical FROM entity WHERE id = ?")
    var result: Set<Int> = []
    for entity in Set(entities) {
      statement.reset()
      try statement.bind(entity, at: 1)
      result.insert(try statement.step() ? statement.optionalInteger(at: 0) ?? entity : entity)
    }
    return Array(result)
  }

  private func entities(_ sql: String, _ values: any Bindable...) throws -> [Int] {
    let statement = try connection.statement(sql)
    try statement.bind(values)
    var result: [Int] = []
    while try statement.step() { result.append(statement.integer(at: 0)) }
    return try standing(for: result)
  }
}
