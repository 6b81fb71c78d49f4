internal import SQLite

extension ClaimStore {
  /// Removes all that was read out of a document; the document's own row stays.
  ///
  /// Rows go in the order in which nothing refers to them any more, so that each check of a foreign key ends at once.
  mutating func removeReading(of document: Int) throws {
    try requestPurge()
    removesAnchors = true
    namesakes.formUnion(try Namesakes(connection: connection).names(inDocument: document))
    try removeClaims(of: document)
    try removeContent(of: document)
    try connection.run("DELETE FROM mention WHERE document = ?", document)
    try connection.run("DELETE FROM sentence WHERE document = ?", document)
    try removeParties(of: document)
  }

  private mutating func removeClaims(of document: Int) throws {
    var edges: [(key: EdgeKey, makesEdge: Bool, attributed: Bool, confidence: Double)] = []
    do {
      let statement = try connection.statement(
        """
        SELECT subject, relation, object, polarity = 'positive' AND modality = 'certain',
          attribution_mention IS NOT NULL, confidence
        FROM claim WHERE document = ? ORDER BY position
        """)
      try statement.bind(document, at: 1)
      while try statement.step() {
        edges.append(
          (
            EdgeKey(
              subject: statement.integer(at: 0), relation: statement.integer(at: 1),
              object: statement.integer(at: 2)),
            statement.integer(at: 3) == 1, statement.integer(at: 4) == 1, statement.number(at: 5)
          ))
      }
    }
    tally.count(.claim, .removed, edges.count)
    try removeOrigins(of: document)
    try connection.run("DELETE FROM claim WHERE document = ?", document)
    for edge in edges {
      if edge.makesEdge { try withdraw(edge.key, attributed: edge.attributed, confidence: edge.confidence) }
      try disuse(edge.key.relation)
    }
  }

  private mutating func removeParties(of document: Int) throws {
    do {
      let aliases = try connection.statement("SELECT DISTINCT alias FROM party_alias WHERE document = ?")
      try aliases.bind(document, at: 1)
      while try aliases.step() { loosenedAliases.insert(aliases.integer(at: 0)) }
    }
    try connection.run("DELETE FROM party_alias WHERE document = ?", document)
    var parties: [(entity: Int, name: String, type: String, mentions: Int)] = []
    do {
      let statement = try connection.statement(
        "SELECT entity, name, type, mentions FROM party WHERE document = ?")
      try statement.bind(document, at: 1)
      while try statement.step() {
        parties.append(
          (statement.integer(at: 0), statement.text(at: 1), statement.text(at: 2), statement.integer(at: 3)))
      }
    }
    for party in parties {
      touchedEntities.insert(party.entity)
      try connection.run(
        "UPDATE spelling SET mentions = mentions - ? WHERE entity = ? AND name = ? AND type = ?",
        party.mentions,
        party.entity, party.name, party.type)
    }
    try connection.run("DELETE FROM party WHERE document = ?", document)
  }
}
