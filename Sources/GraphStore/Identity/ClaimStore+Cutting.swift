internal import Claims
internal import SQLite

extension ClaimStore {
  /// The entity of a key, made where there is none.
  mutating func entity(_ key: EntityKey, name: String, type: String) throws -> Int {
    if let known = try connection.integer(
      "SELECT id FROM entity WHERE folded = ? AND part IS ? AND identifier IS NULL", key.folded, key.part)
    {
      return known
    }
    try connection.run(
      "INSERT INTO entity (name, type, folded, part) VALUES (?, ?, ?, ?)", name, type, key.folded, key.part)
    newEntities += 1
    tally.note(newEntity: connection.lastInsertedRow)
    return connection.lastInsertedRow
  }

  /// What of a name a party of a text is: the persons, or the rest; or an entity of the document's own.
  mutating func part(of folded: String, type: String, digest: String) throws -> String? {
    let whole = EntityKey(folded: folded, part: EntityKey.part(ofType: type), identifier: nil)
    guard try hasJudgements(), try isCut(whole.inDocument(digest)) else { return whole.part }
    return whole.inDocument(digest).part
  }

  /// Whether a judgement keeps a document's party apart from the others of its name.
  func isCut(_ key: EntityKey) throws -> Bool {
    try JudgementTable(connection: connection).living(near: key).contains { $0.cuts(key) }
  }

  /// Gives people whom documents tell from others of their name entities of their own, and takes back those that are not told any more.
  mutating func settleNamesakes() throws {
    let names = namesakes.sorted()
    namesakes = []
    for folded in names {
      let whole = EntityKey(folded: folded, part: EntityKey.personPart, identifier: nil)
      let apart = try Namesakes(connection: connection).apart(folded)
      let known = try EntityRows(connection: connection).cuts(of: whole)
      if apart.isEmpty && known.isEmpty { continue }
      let documents = Set(apart.joined())
      for digest in documents.union(known.compactMap(\.key.document)).sorted() {
        try settleCut(whole.inDocument(digest), isTold: documents.contains(digest))
      }
      // Which of them are one may be otherwise too.
      touchedEntities.formUnion(try EntityRows(connection: connection).cuts(of: whole).map(\.number))
    }
  }

  /// Gives the party of a key its own entity, or gives it back to the others of its name, as judgements and documents say now.
  ///
  /// - Parameter isTold: whether what documents say tells it from the others; nil to look.
  mutating func settleCut(_ key: EntityKey, isTold: Bool? = nil) throws {
    guard let digest = key.document, let bytes = Hexadecimal.bytes(digest),
      let document = try connection.integer("SELECT id FROM document WHERE digest = ?", bytes)
    else { return }
    let isApart =
      try
      (try isTold
      ?? (key.isPerson && Namesakes(connection: connection).apart(key.folded).joined().contains(digest)))
      || isCut(key)
    let (from, to) = isApart ? (key.whole, key) : (key, key.whole)
    guard
      let source = try connection.integer(
        "SELECT id FROM entity WHERE folded = ? AND part IS ? AND identifier IS NULL", from.folded, from.part),
      let party = try party(of: source, in: document)
    else { return }
    let target = try entity(to, name: party.name, type: party.type)
    try moveParties(of: document, from: source, to: target)
    try moveImportedParty(of: document, from: source, to: target)
    touchedEntities.formUnion([source, target])
    movedEntities.insert(source)
  }

  /// Gives the parties of a graph file that judgements keep apart their own entities.
  mutating func settleCuts(in digest: [UInt8]) throws {
    guard try hasJudgements() else { return }
    let digest = Hexadecimal.text(digest)
    for judgement in try JudgementTable(connection: connection).living()
    where judgement.verdict == .different && judgement.right.document == digest {
      try settleCut(judgement.right)
    }
  }

  private func party(of entity: Int, in document: Int) throws -> (name: String, type: String)? {
    let statement = try connection.statement(
      """
      SELECT name, type FROM party WHERE document = ?1 AND entity = ?2
      UNION ALL SELECT coalesce(name, ''), coalesce(type, '') FROM imported_party WHERE document = ?1 AND entity = ?2
      """)
    try statement.bind([document, entity])
    return try statement.step() ? (statement.text(at: 0), statement.text(at: 1)) : nil
  }

  /// Makes the parties that a text has of one entity those of another; claims follow when they are attached anew.
  mutating func moveParties(of document: Int, from source: Int, to target: Int, type: String? = nil) throws {
    var parties: [(position: Int, name: String, type: String, mentions: Int)] = []
    do {
      let statement = try connection.statement(
        "SELECT position, name, type, mentions FROM party WHERE document = ? AND entity = ? ORDER BY position"
      )
      try statement.bind([document, source])
      while try statement.step() {
        parties.append(
          (statement.integer(at: 0), statement.text(at: 1), statement.text(at: 2), statement.integer(at: 3)))
      }
    }
    for party in parties where type == nil || party.type == type {
      try connection.run(
        "UPDATE party SET entity = ? WHERE document = ? AND position = ?", target, document, party.position)
      try connection.run(
        "UPDATE spelling SET mentions = mentions - ? WHERE entity = ? AND name = ? AND type = ?",
        party.mentions, source, party.name, party.type)
      try addSpelling(party.name, party.type, mentions: party.mentions, of: target)
      for alias in try aliases(of: document, party: party.position) {
        loosenedAliases.insert(alias.number)
        try connection.run(
          "UPDATE party_alias SET alias = ? WHERE document = ? AND party = ? AND alias = ?",
          try self.alias(alias.name, of: target), document, party.position, alias.number)
      }
    }
  }

  func addSpelling(_ name: String, _ type: String, mentions: Int, of entity: Int) throws {
    try connection.run(
      """
      INSERT INTO spelling (entity, name, type, mentions) VALUES (?, ?, ?, ?4)
      ON CONFLICT DO UPDATE SET mentions = mentions + ?4
      """, entity, name, type, mentions)
  }

  private func aliases(of document: Int, party: Int) throws -> [(number: Int, name: String)] {
    let statement = try connection.statement(
      "SELECT a.id, a.name FROM party_alias p JOIN alias a ON a.id = p.alias WHERE p.document = ? AND p.party = ?"
    )
    try statement.bind([document, party])
    var result: [(number: Int, name: String)] = []
    while try statement.step() { result.append((statement.integer(at: 0), statement.text(at: 1))) }
    return result
  }

  /// Makes what a graph file has of one entity another's; its edges follow when they are attached anew.
  mutating func moveImportedParty(of document: Int, from source: Int, to target: Int) throws {
    let rows = try standingRows(at: canonical(of: source)).filter { $0.document == document }
    try connection.run(
      "UPDATE imported_party SET entity = ? WHERE document = ? AND entity = ?", target, document, source)
    for row in rows {
      var own = try ownEnds(of: row)
      if own.subject == source { own.subject = target }
      if own.object == source { own.object = target }
      try remember(own, of: row, at: row.key)
    }
    var aliases: [(number: Int, name: String)] = []
    do {
      let statement = try connection.statement(
        """
        SELECT a.id, a.name FROM imported_alias i JOIN alias a ON a.id = i.alias
        WHERE i.document = ? AND a.entity = ?
        """)
      try statement.bind([document, source])
      while try statement.step() { aliases.append((statement.integer(at: 0), statement.text(at: 1))) }
    }
    for alias in aliases {
      loosenedAliases.insert(alias.number)
      try connection.run(
        "UPDATE imported_alias SET alias = ? WHERE document = ? AND alias = ?",
        try self.alias(alias.name, of: target), document, alias.number)
    }
  }
}
