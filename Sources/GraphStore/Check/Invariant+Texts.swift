internal import SQLite

/// What a text says: its sentences, and the parties that they mention.
extension Invariant {
  private static let counted = """
    SELECT document, party, count(start) AS mentions FROM mention GROUP BY document, party
    """

  static let texts: [Invariant] = [
    Invariant(
      "sentences that are not as long as their text, or not where a sentence of their number stands",
      count: misplacedSentences),
    Invariant("mentions that are not where their text stands", count: misplacedMentions),
    Invariant(
      "documents whose parties, mentions or claims are not numbered from 0",
      rows: ["party", "mention", "claim"].map { table in
        """
        SELECT document FROM \(table) GROUP BY document
        HAVING min(position) <> 0 OR max(position) <> count(*) - 1
        """
      }.joined(separator: " UNION ALL ")),
    Invariant(
      "parties that nothing mentions",
      rows: """
        SELECT 1 FROM party p
          WHERE NOT EXISTS (SELECT 1 FROM mention m WHERE m.document = p.document AND m.party = p.position)
          AND NOT EXISTS (SELECT 1 FROM sentence s WHERE s.document = p.document AND s.speaker = p.position)
        """),
    Invariant(
      "parties whose number of mentions is wrong",
      rows: """
        SELECT 1 FROM party p LEFT JOIN (\(counted)) m ON m.document = p.document AND m.party = p.position
        WHERE p.mentions <> max(1, coalesce(m.mentions, 0))
        """,
      repair: { store in
        try store.connection.execute(
          """
          UPDATE party SET mentions = max(1, (SELECT count(start) FROM mention m
            WHERE m.document = party.document AND m.party = party.position));
          """)
      }),
  ]

  @Sendable private static func misplacedSentences(_ connection: Connection) throws -> Int {
    let sentences = try connection.statement(
      """
      SELECT s.document, s.position, s.start, s.end, d.length, s.text
      FROM sentence s JOIN document d ON d.id = s.document ORDER BY s.document, s.position
      """)
    var count = 0
    var (document, end) = (0, 0)
    while try sentences.step() {
      if sentences.integer(at: 0) != document { (document, end) = (sentences.integer(at: 0), 0) }
      let start = sentences.integer(at: 2)
      let length = sentences.withBytes(at: 5) { $0.codePointCount }
      let isRight =
        sentences.integer(at: 1) >= 0 && start >= end && sentences.integer(at: 3) <= sentences.integer(at: 4)
        && sentences.integer(at: 3).subtractingReportingOverflow(start) == (length, false)
      if isRight { end = sentences.integer(at: 3) } else { count += 1 }
    }
    return count
  }

  /// A mention lies in its sentence but for that of a speaker, who may be named in another, which a graph need not hold.
  @Sendable private static func misplacedMentions(_ connection: Connection) throws -> Int {
    let mentions = try connection.statement(
      """
      SELECT m.start, m.end, m.text, s.start, s.end, s.text, d.length FROM mention m
      JOIN sentence s ON s.document = m.document AND s.position = m.sentence JOIN document d ON d.id = m.document
      """)
    var count = 0
    while try mentions.step() {
      guard let start = mentions.optionalInteger(at: 0), let end = mentions.optionalInteger(at: 1),
        !mentions.isNull(at: 2)
      else {
        let isNamed = (0..<3).contains { !mentions.isNull(at: $0) }
        count += isNamed ? 1 : 0
        continue
      }
      guard start >= 0, start <= end, end <= mentions.integer(at: 6) else {
        count += 1
        continue
      }
      let isInside = start >= mentions.integer(at: 3) && end <= mentions.integer(at: 4)
      let isRight = mentions.withBytes(at: 2) { text in
        guard isInside else { return text.codePointCount == end - start }
        return mentions.withBytes(at: 5) { sentence in
          codePoints(sentence, from: start - mentions.integer(at: 3), count: end - start).elementsEqual(text)
        }
      }
      if !isRight { count += 1 }
    }
    return count
  }

  private static func startsCodePoint(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// The bytes of some code points of a text, as many as there are.
  private static func codePoints(
    _ bytes: UnsafeRawBufferPointer, from start: Int, count: Int
  ) -> UnsafeRawBufferPointer.SubSequence {
    var position = bytes.startIndex
    func skip(_ count: Int) {
      var left = count
      while position < bytes.endIndex {
        if startsCodePoint(bytes[position]) {
          if left == 0 { return }
          left -= 1
        }
        position += 1
      }
    }
    skip(start)
    let first = position
    skip(count)
    return bytes[first..<position]
  }
}
