package import Claims
internal import Layout
internal import SQLite

extension Graph {
  /// A reading without the claims of quotations that the graph has already, from the document that says them or another that quotes them.
  ///
  /// An answered mail repeats those before it; what was said once is not counted again.
  package func withoutKnownQuotations(
    _ reading: DocumentReading, _ content: StoredContent
  ) throws(GraphError) -> DocumentReading {
    let quotations = content.stretches.filter { $0.kind == .quotation }.map(\.range)
    guard !quotations.isEmpty, content.reader.hasPrefix("mail") else { return reading }
    return try asking {
      var isKnown: [Int: Bool] = [:]
      var reading = reading
      var kept: [Claim] = []
      for claim in reading.claims {
        guard let evidence = claim.evidence,
          quotations.contains(where: { $0.contains(evidence.range.lowerBound) })
        else {
          kept.append(claim)
          continue
        }
        let known = try isKnown[evidence.sentence] ?? knowsSentence(evidence.text, except: reading.digest)
        isKnown[evidence.sentence] = known
        if !known { kept.append(claim) }
      }
      reading.claims = kept
      return reading
    }
  }

  /// Whether another document has the same sentence, however its lines are cut.
  private func knowsSentence(_ text: String, except digest: [UInt8]) throws -> Bool {
    let words = Self.words(of: text)
    guard words.count > 3 else { return false }
    let phrase = words.map { $0.filter { $0 != "\"" } }.filter { !$0.isEmpty }.joined(separator: " ")
    let statement = try connection.statement(
      """
      SELECT s.text FROM sentence_text t JOIN sentence s ON s.id = t.rowid JOIN document d ON d.id = s.document
      WHERE sentence_text MATCH ? AND d.digest <> ? LIMIT 50
      """)
    try statement.bind(["\"\(phrase)\"", digest])
    while try statement.step() {
      if Self.words(of: statement.text(at: 0)) == words { return true }
    }
    return false
  }

  private static func words(of text: String) -> [String] {
    text.unicodeScalars.split { $0.value <= 32 || $0.value == 0x3E }.map { String($0) }
  }
}
