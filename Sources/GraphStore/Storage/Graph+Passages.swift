package import Claims
internal import SQLite

/// Consecutive sentences of a document, with what is named in them.
package struct Passage: Hashable, Sendable {
  /// Words that stand for an entity.
  package struct Mention: Hashable, Sendable {
    /// In code points from the start of the document.
    package let range: Range<Int>
    package let entity: EntityName
  }

  package struct Sentence: Hashable, Sendable {
    /// The sentence's index in the document, from 0.
    package let index: Int
    /// In code points from the start of the document.
    package let range: Range<Int>
    package let text: String
    /// Whose turn it is, in an interview or a quotation.
    package let speaker: String?
    /// In the order of the text.
    package let mentions: [Mention]
    /// How many claims the sentence states.
    package let claims: Int
    /// The page on which it begins, from 1; nil where the document has none.
    package let page: Int?
    /// What is printed on the page as its number.
    package let pageLabel: String?
  }

  package let document: String
  /// In code points.
  package let length: Int
  /// How many sentences the document has.
  package let sentenceCount: Int
  package let sentences: [Sentence]
  /// The nearest sentence before these that states a claim.
  package let claimBefore: Int?
  /// The nearest sentence behind these that states a claim.
  package let claimAfter: Int?
}

extension Graph {
  /// The sentences of a document whose indices lie in a range; nil where no text has that name.
  ///
  /// Time follows the sentences read, and the claims of the document.
  package func passage(of document: String, sentences range: ClosedRange<Int>) throws(GraphError) -> Passage?
  {
    try asking {
      let found = try connection.statement(
        """
        SELECT d.id, d.name, d.length, (SELECT count(*) FROM sentence WHERE document = d.id)
        FROM document_name n JOIN document d ON d.id = n.document WHERE n.name = ?
        """)
      try found.bind(document, at: 1)
      guard try found.step() else { return nil }
      let row = found.integer(at: 0)
      let near = "claim WHERE document = ? AND sentence"
      return Passage(
        document: found.text(at: 1), length: found.integer(at: 2), sentenceCount: found.integer(at: 3),
        sentences: try passageSentences(row, range),
        claimBefore: try connection.integer("SELECT max(sentence) FROM \(near) < ?", row, range.lowerBound),
        claimAfter: try connection.integer("SELECT min(sentence) FROM \(near) > ?", row, range.upperBound))
    }
  }

  /// The index of the sentence that holds an offset in code points, or of the first one behind it; nil where there is none.
  package func sentence(of document: String, at offset: Int) throws(GraphError) -> Int? {
    try asking {
      try connection.integer(
        """
        SELECT min(s.position) FROM document_name n JOIN sentence s ON s.document = n.document
        WHERE n.name = ? AND s.end > ?
        """, document, offset)
    }
  }

  /// The claims that a sentence of a document states, in the order of its text.
  package func claims(in document: String, sentence: Int) throws(GraphError) -> [Claim] {
    try asking {
      let statement = try connection.statement(
        """
        SELECT c.document, c.position FROM document_name n JOIN claim c ON c.document = n.document
        WHERE n.name = ? AND c.sentence = ? ORDER BY c.position
        """)
      try statement.bind([document, sentence])
      return try ClaimReader(connection: connection).claims(statement, withOrigin: true)
    }
  }

  private func passageSentences(_ document: Int, _ range: ClosedRange<Int>) throws -> [Passage.Sentence] {
    let statement = try connection.statement(
      """
      SELECT s.position, s.start, s.end, s.text, p.name,
        (SELECT number FROM page g WHERE g.document = s.document AND g.start <= s.start
          ORDER BY g.start DESC, g.number DESC LIMIT 1),
        (SELECT label FROM page g WHERE g.document = s.document AND g.start <= s.start
          ORDER BY g.start DESC, g.number DESC LIMIT 1)
      FROM sentence s
        LEFT JOIN party p ON p.document = s.document AND p.position = s.speaker
      WHERE s.document = ? AND s.position BETWEEN ? AND ? ORDER BY s.position
      """)
    try statement.bind([document, range.lowerBound, range.upperBound])
    let mentions = try passageMentions(document, range)
    let claims = try claimCounts(document, range)
    var result: [Passage.Sentence] = []
    while try statement.step() {
      let index = statement.integer(at: 0)
      let start = statement.integer(at: 1)
      result.append(
        Passage.Sentence(
          index: index, range: start..<max(start, statement.integer(at: 2)), text: statement.text(at: 3),
          speaker: statement.optionalText(at: 4), mentions: mentions[index] ?? [], claims: claims[index] ?? 0,
          page: statement.optionalInteger(at: 5), pageLabel: statement.optionalText(at: 6)))
    }
    return result
  }

  private func passageMentions(_ document: Int, _ range: ClosedRange<Int>) throws -> [Int: [Passage.Mention]]
  {
    // Positions follow the text, yet no index says so; a document's mentions lie together.
    let statement = try connection.statement(
      """
      SELECT m.sentence, m.start, m.end, e.name, e.type, e.identifier, e.part FROM mention m
        JOIN party p ON p.document = m.document AND p.position = m.party JOIN entity own ON own.id = p.entity
        JOIN entity e ON e.id = coalesce(own.canonical, own.id)
      WHERE m.document = ? AND m.sentence BETWEEN ? AND ? AND m.start IS NOT NULL AND m.end >= m.start
      ORDER BY m.start, m.end DESC, m.position
      """)
    try statement.bind([document, range.lowerBound, range.upperBound])
    var result: [Int: [Passage.Mention]] = [:]
    while try statement.step() {
      result[statement.integer(at: 0), default: []].append(
        Passage.Mention(
          range: statement.integer(at: 1)..<statement.integer(at: 2),
          entity: EntityName(statement, from: 3)))
    }
    return result
  }

  private func claimCounts(_ document: Int, _ range: ClosedRange<Int>) throws -> [Int: Int] {
    let statement = try connection.statement(
      "SELECT sentence, count(*) FROM claim WHERE document = ? AND sentence BETWEEN ? AND ? GROUP BY sentence"
    )
    try statement.bind([document, range.lowerBound, range.upperBound])
    var result: [Int: Int] = [:]
    while try statement.step() { result[statement.integer(at: 0)] = statement.integer(at: 1) }
    return result
  }
}
