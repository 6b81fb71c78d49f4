internal import Claims
internal import SQLite

/// Reads claims back as they were written.
struct ClaimReader {
  let connection: Connection
  /// What entities go by, where that is asked for.
  var entities: EntityIdentifiers?

  /// The claims whose document and position are the columns of a statement's rows, in its order.
  func claims(_ statement: borrowing Statement, withOrigin: Bool = false) throws -> [Claim] {
    var claims: [Claim] = []
    while try statement.step() {
      let claim = try self.claim(
        document: statement.integer(at: 0), position: statement.integer(at: 1), withOrigin: withOrigin)
      if let claim { claims.append(claim) }
    }
    return claims
  }

  /// - Parameter withOrigin: whether to say how it was read too.
  func claim(document: Int, position: Int, withOrigin: Bool = false) throws -> Claim? {
    let statement = try connection.statement(
      """
      SELECT r.layer, r.name, c.subject_mention, c.object_mention, c.attribution_mention, c.speaker_mention,
        c.place_mention, c.phrase, c.method, c.polarity, c.modality, c.tense, c.time_text, c.time_value, c.confidence,
        d.name, s.position, s.start, s.end, s.text,
        (SELECT number FROM page p WHERE p.document = c.document AND p.start <= s.start
          ORDER BY p.start DESC, p.number DESC LIMIT 1),
        (SELECT label FROM page p WHERE p.document = c.document AND p.start <= s.start
          ORDER BY p.start DESC, p.number DESC LIMIT 1)
      FROM claim c JOIN relation r ON r.id = c.relation JOIN document d ON d.id = c.document
        JOIN sentence s ON s.document = c.document AND s.position = c.sentence
      WHERE c.document = ? AND c.position = ?
      """)
    try statement.bind([document, position])
    guard try statement.step() else { return nil }
    let time = statement.optionalText(at: 12).map {
      Claim.Time(text: $0, value: statement.optionalText(at: 13))
    }
    guard let subject = try party(document, statement.integer(at: 2)),
      let object = try party(document, statement.integer(at: 3))
    else { return nil }
    var evidence = Claim.Evidence(
      sentence: statement.integer(at: 16),
      range: statement.integer(at: 17)..<max(statement.integer(at: 17), statement.integer(at: 18)),
      text: statement.text(at: 19), around: [subject.range, object.range])
    evidence.page = statement.optionalInteger(at: 20)
    evidence.pageLabel = statement.optionalText(at: 21)
    var claim = Claim(
      layer: Claim.Layer(rawValue: statement.text(at: 0)) ?? .open, subject: subject,
      relation: statement.text(at: 1),
      object: object, phrase: statement.optionalText(at: 7),
      method: Claim.Method(rawValue: statement.text(at: 8)) ?? .frame,
      polarity: Claim.Polarity(rawValue: statement.text(at: 9)) ?? .positive,
      modality: Claim.Modality(rawValue: statement.text(at: 10)) ?? .certain,
      tense: statement.optionalText(at: 11).flatMap(Claim.Tense.init),
      attribution: try party(document, statement.optionalInteger(at: 4)),
      speaker: try party(document, statement.optionalInteger(at: 5)), time: time,
      place: try party(document, statement.optionalInteger(at: 6)), confidence: statement.number(at: 14),
      document: statement.text(at: 15),
      evidence: evidence)
    if withOrigin {
      let sentence = Claim.Evidence(
        sentence: statement.integer(at: 16),
        range: statement.integer(at: 17)..<max(statement.integer(at: 17), statement.integer(at: 18)),
        text: statement.text(at: 19))
      claim.origin = try origin(document: document, position: position, sentence: sentence)
    }
    return claim
  }

  private func party(_ document: Int, _ mention: Int?) throws -> Party? {
    guard let mention else { return nil }
    let statement = try connection.statement(
      """
      SELECT p.name, p.type, m.text, m.start, m.end, p.position, p.entity,
        (SELECT identifier FROM entity WHERE id = p.entity)
      FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      WHERE m.document = ? AND m.position = ?
      """)
    try statement.bind([document, mention])
    guard try statement.step() else { return nil }
    let range: Range<Int>? =
      if let start = statement.optionalInteger(at: 3), let end = statement.optionalInteger(at: 4),
        start <= end
      {
        start..<end
      } else { nil }
    let (position, entity) = (statement.integer(at: 5), statement.integer(at: 6))
    var party = Party(
      name: statement.text(at: 0), type: EntityType(rawValue: statement.text(at: 1)),
      mention: statement.optionalText(at: 2), range: range)
    party.isDescription = DescriptionIdentifier.isOne(statement.optionalText(at: 7))
    party.aliases = try aliases(document, party: position)
    party.entity = try entities?[entity]
    return party
  }

  private func aliases(_ document: Int, party: Int) throws -> [String] {
    let statement = try connection.statement(
      """
      SELECT a.name FROM party_alias p JOIN alias a ON a.id = p.alias WHERE p.document = ? AND p.party = ?
      ORDER BY a.name
      """)
    try statement.bind([document, party])
    var result: [String] = []
    while try statement.step() { result.append(statement.text(at: 0)) }
    return result
  }
}
