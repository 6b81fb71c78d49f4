internal import Claims
internal import SQLite
internal import Schema

extension ClaimStore {
  /// Stores a reading's parties, sentences, mentions and claims under a document that has none.
  mutating func insert(_ reading: DocumentReading, as document: Int) throws {
    var rows = ReadingRows(reading)
    let claims = reading.claims.compactMap { claim in rows.row(for: claim) }
    tally.count(.claim, .added, claims.count)
    let entities = try insertParties(rows.parties, document: document, digest: reading.digest)
    try insertSentences(rows.sentences, document: document)
    try insertMentions(rows.mentions, document: document)
    for (position, row) in claims.enumerated() {
      try insert(row, position: position, document: document, parties: rows, entities: entities)
    }
    namesakes.formUnion(try Namesakes(connection: connection).names(inDocument: document))
  }

  /// - Returns: the entities that stand for the parties, in their order.
  private mutating func insertParties(
    _ parties: [ReadingRows.PartyRow], document: Int, digest: [UInt8]
  ) throws -> [Int] {
    var entities: [Int] = []
    for (position, party) in parties.enumerated() {
      let (entity, canonical) =
        party.isDescription
        ? try description(party.name, type: party.type, of: digest)
        : try self.entity(named: party.name, type: party.type, digest: Hexadecimal.text(digest))
      entities.append(canonical)
      touchedEntities.insert(entity)
      try connection.run(
        "INSERT INTO party (document, position, entity, name, type, mentions) VALUES (?, ?, ?, ?, ?, ?)",
        document,
        position, entity, party.name, party.type, max(1, party.mentions))
      try addSpelling(party.name, party.type, mentions: max(1, party.mentions), of: entity)
      for alias in party.aliases.sorted() {
        try connection.run(
          "INSERT INTO party_alias (document, party, alias) VALUES (?, ?, ?)", document, position,
          try self.alias(alias, of: entity))
      }
    }
    return entities
  }

  /// The entity that a document describes without a name.
  private mutating func description(
    _ name: String, type: String, of digest: [UInt8]
  ) throws -> (entity: Int, canonical: Int) {
    let folded = NameFolding.fold(name)
    let identifier = DescriptionIdentifier.of(folded, in: digest)
    do {
      let known = try connection.statement(
        "SELECT id, coalesce(canonical, id) FROM entity WHERE identifier = ?")
      try known.bind([identifier])
      if try known.step() { return (known.integer(at: 0), known.integer(at: 1)) }
    }
    try connection.run(
      "INSERT INTO entity (name, type, folded, identifier) VALUES (?, ?, ?, ?)", name, type, folded,
      identifier)
    newEntities += 1
    tally.note(newEntity: connection.lastInsertedRow)
    return (connection.lastInsertedRow, connection.lastInsertedRow)
  }

  private mutating func entity(
    named name: String, type: String, digest: String
  ) throws -> (entity: Int, canonical: Int) {
    let folded = NameFolding.fold(name)
    let part = try part(of: folded, type: type, digest: digest)
    do {
      let known = try connection.statement(
        "SELECT id, coalesce(canonical, id) FROM entity WHERE folded = ? AND part IS ? AND identifier IS NULL"
      )
      try known.bind([folded, part])
      if try known.step() { return (known.integer(at: 0), known.integer(at: 1)) }
    }
    try connection.run(
      "INSERT INTO entity (name, type, folded, part) VALUES (?, ?, ?, ?)", name, type, folded, part)
    newEntities += 1
    tally.note(newEntity: connection.lastInsertedRow)
    return (connection.lastInsertedRow, connection.lastInsertedRow)
  }

  func alias(_ name: String, of entity: Int) throws -> Int {
    if let known = try connection.integer("SELECT id FROM alias WHERE entity = ? AND name = ?", entity, name)
    {
      return known
    }
    try connection.run(
      "INSERT INTO alias (entity, name, folded) VALUES (?, ?, ?)", entity, name, NameFolding.fold(name))
    return connection.lastInsertedRow
  }

  private func insertSentences(_ sentences: [ReadingRows.SentenceRow], document: Int) throws {
    let statement = try connection.statement(
      "INSERT INTO sentence (document, position, start, end, speaker, text) VALUES (?, ?, ?, ?, ?, ?)")
    for sentence in sentences {
      try statement.bind([
        document, sentence.position, sentence.range.lowerBound, sentence.range.upperBound, sentence.speaker,
        sentence.text,
      ])
      try statement.run()
    }
  }

  private func insertMentions(_ mentions: [ReadingRows.MentionRow], document: Int) throws {
    let statement = try connection.statement(
      "INSERT INTO mention (document, position, party, sentence, start, end, text) VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    for (position, mention) in mentions.enumerated() {
      try statement.bind([
        document, position, mention.party, mention.sentence, mention.range?.lowerBound,
        mention.range?.upperBound,
        mention.text,
      ])
      try statement.run()
    }
  }

  /// Whether a claim says the same in both directions.
  static func isSymmetric(_ claim: Claim) -> Bool {
    claim.layer == .canonical && Vocabulary.builtIn[claim.relation]?.isSymmetric == true
  }

  private mutating func insert(
    _ row: ReadingRows.ClaimRow, position: Int, document: Int, parties: ReadingRows, entities: [Int]
  ) throws {
    let claim = row.claim
    let isSymmetric = Self.isSymmetric(claim)
    var key = EdgeKey(
      subject: entities[parties.mentions[row.subject].party],
      relation: try use(claim.relation, layer: claim.layer, isSymmetric: isSymmetric),
      object: entities[parties.mentions[row.object].party])
    // One edge for both readings of a symmetric relation, in an order that does not hang on who came first.
    if isSymmetric { try order(&key) }
    let statement = try connection.statement(
      """
      INSERT INTO claim (document, position, sentence, subject, relation, object, subject_mention, object_mention,
        attribution_mention, speaker_mention, place_mention, phrase, method, polarity, modality, tense, time_text,
        time_value, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try statement.bind([
      document, position, row.sentence, key.subject, key.relation, key.object, row.subject, row.object,
      row.attribution,
      row.speaker, row.place, claim.phrase, claim.method.rawValue, claim.polarity.rawValue,
      claim.modality.rawValue,
      claim.tense?.rawValue, claim.time?.text, claim.time?.value, claim.confidence,
    ])
    try statement.run()
    if let origin = claim.origin {
      try insert(origin, document: document, position: position, sentence: row.sentenceRange)
    }
    if claim.makesEdge {
      try support(key, attributed: row.attribution != nil, confidence: claim.confidence)
    }
  }
}
