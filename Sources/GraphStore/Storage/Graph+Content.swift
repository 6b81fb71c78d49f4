package import Claims
package import Layout
internal import SQLite

extension Graph {
  /// A sentence with what stands around it.
  package struct Surroundings: Hashable, Sendable {
    package let before: [String]
    package let after: [String]
  }

  /// The text of a document, in which all its offsets count.
  ///
  /// - Returns: nil where no document has the name.
  /// - Throws: `GraphError.noGraph` never; `badData` for a document of which no text is kept.
  package func text(ofDocument name: String) throws(GraphError) -> String? {
    try asking {
      guard let document = try identifier(ofDocument: name) else { return nil }
      guard let text = try connection.text("SELECT text FROM document_text WHERE document = ?", document)
      else {
        throw GraphError(
          .badData,
          "of \(Quoting.quoted(name)) only sentences are kept, as it was read by an older kg or is a graph file; ingest it anew"
        )
      }
      return text
    }
  }

  /// Where a range of a document's text stands in its file; nil where that is not known.
  package func places(ofDocument name: String, range: Range<Int>) throws(GraphError) -> [SourceMap.Place]? {
    try asking {
      guard let document = try identifier(ofDocument: name) else { return nil }
      let statement = try connection.statement("SELECT text, map FROM document_text WHERE document = ?")
      try statement.bind(document, at: 1)
      guard try statement.step(), let map = SourceMap(encoded: statement.bytes(at: 1)) else { return nil }
      let scalars = statement.text(at: 0).unicodeScalars
      guard
        let start = scalars.index(
          scalars.startIndex, offsetBy: range.lowerBound, limitedBy: scalars.endIndex),
        let end = scalars.index(start, offsetBy: range.count, limitedBy: scalars.endIndex)
      else { return nil }
      let utf8 = statement.text(at: 0).utf8
      let first = utf8.distance(from: utf8.startIndex, to: start)
      return map.places(of: first..<first + utf8.distance(from: start, to: end))
    }
  }

  /// The sentences around one, in the order of the text.
  package func surroundings(
    ofSentence sentence: Int, inDocument name: String, count: Int
  ) throws(GraphError) -> Surroundings {
    try asking {
      guard count > 0, let document = try identifier(ofDocument: name) else {
        return Surroundings(before: [], after: [])
      }
      func texts(_ comparison: String, _ order: String) throws -> [String] {
        let statement = try connection.statement(
          """
          SELECT text FROM sentence WHERE document = ?1
            AND start \(comparison) (SELECT start FROM sentence WHERE document = ?1 AND position = ?2)
          ORDER BY start \(order) LIMIT ?3
          """)
        try statement.bind([document, sentence, count])
        var result: [String] = []
        while try statement.step() { result.append(statement.text(at: 0)) }
        return result
      }
      return Surroundings(before: try texts("<", "DESC").reversed(), after: try texts(">", "ASC"))
    }
  }

  /// The date that a user gave to the document of these bytes; nil where none did.
  package func givenDate(ofDigest digest: [UInt8]) throws(GraphError) -> CalendarDate? {
    try asking {
      try connection.text(
        """
        SELECT m.date FROM document_metadata m JOIN document d ON d.id = m.document
        WHERE d.digest = ? AND m.is_given = 1
        """, digest
      ).flatMap { CalendarDate($0) }
    }
  }

  /// What a graph keeps of a document, to be read again; nil where it keeps no text, or no document has the name.
  package func content(ofDocument name: String) throws(GraphError) -> (
    content: DocumentContent, digest: [UInt8]
  )? {
    try asking {
      guard let document = try identifier(ofDocument: name) else { return nil }
      let statement = try connection.statement(
        """
        SELECT t.text, t.map, t.reader, m.title, m.author, m.date, m.url, m.publisher, m.language, d.digest
        FROM document_text t JOIN document d ON d.id = t.document
          LEFT JOIN document_metadata m ON m.document = t.document WHERE t.document = ?
        """)
      try statement.bind(document, at: 1)
      guard try statement.step(), let map = SourceMap(encoded: statement.bytes(at: 1)) else { return nil }
      let text = statement.bytes(at: 0)
      let metadata = DocumentMetadata(
        title: statement.optionalText(at: 3), author: statement.optionalText(at: 4),
        date: statement.optionalText(at: 5).flatMap { CalendarDate($0) }, url: statement.optionalText(at: 6),
        publisher: statement.optionalText(at: 7), language: statement.optionalText(at: 8))
      var content = DocumentContent(text: text, map: map, metadata: metadata, reader: statement.text(at: 2))
      let digest = statement.bytes(at: 9)
      var places = BytePlaces(text)
      let pages = try connection.statement(
        "SELECT start, number, label, recognition FROM page WHERE document = ? ORDER BY start, number")
      try pages.bind(document, at: 1)
      while try pages.step() {
        content.pages.append(
          PageMark(
            number: pages.integer(at: 1), label: pages.optionalText(at: 2),
            start: places.byte(at: pages.integer(at: 0)),
            recognition: pages.isNull(at: 3) ? nil : pages.number(at: 3)))
      }
      places = BytePlaces(text)
      var stretches: [TextStretch] = []
      let rows = try connection.statement(
        "SELECT start, end, kind, speaker FROM stretch WHERE document = ? ORDER BY start")
      try rows.bind(document, at: 1)
      while try rows.step() {
        let start = places.byte(at: rows.integer(at: 0))
        let end = max(start, places.byte(at: rows.integer(at: 1)))
        stretches.append(
          TextStretch(
            range: start..<end, kind: StretchKind(rawValue: rows.text(at: 2)) ?? .body,
            speaker: rows.optionalText(at: 3)))
      }
      content.layout = TextLayout(stretches)
      return (content, digest)
    }
  }

  func identifier(ofDocument name: String) throws -> Int? {
    try connection.integer("SELECT document FROM document_name WHERE name = ?", name)
  }
}

/// The byte offsets of code points that are asked for in their order.
private struct BytePlaces {
  private let bytes: [UInt8]
  private var position = 0
  private var count = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte(at codePoint: Int) -> Int {
    if codePoint < count {
      position = 0
      count = 0
    }
    while position < bytes.count, count < codePoint {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      count += 1
    }
    return position
  }
}
