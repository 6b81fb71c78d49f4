internal import SQLite

/// A sentence that holds the words searched for.
package struct SentenceHit: Hashable, Sendable {
  package let document: String
  /// The sentence's index in the document, from 0.
  package let sentence: Int
  /// In code points from the start of the document.
  package let range: Range<Int>
  package let speaker: String?
  package let text: String
}

/// What a search found.
package struct SearchAnswer: Sendable {
  /// Entities with a name that holds the words, the best connected first.
  package let entities: [Candidate]
  /// The sentences, the best match first.
  package let sentences: [SentenceHit]
  /// How many sentences there are in all.
  package let total: Int
}

extension Graph {
  /// The names and sentences that hold all of the words; a star at the end of a word asks for a prefix.
  ///
  /// - Parameter limit: the most sentences to return, or nil for all.
  package func search(_ words: String, limit: Int?) throws(GraphError) -> SearchAnswer {
    try asking {
      guard let query = FullTextQuery(words: words) else {
        return SearchAnswer(entities: [], sentences: [], total: 0)
      }
      let total =
        try connection.integer("SELECT count(*) FROM sentence_text WHERE sentence_text MATCH ?", query.text)
        ?? 0
      let statement = try connection.statement(
        """
        SELECT d.name, s.position, s.start, s.end, p.name, s.text
        FROM sentence_text t JOIN sentence s ON s.id = t.rowid JOIN document d ON d.id = s.document
          LEFT JOIN party p ON p.document = s.document AND p.position = s.speaker
        WHERE sentence_text MATCH ? ORDER BY t.rank, d.name, s.position LIMIT ?
        """)
      try statement.bind([query.text, limit ?? -1])
      var sentences: [SentenceHit] = []
      while try statement.step() {
        sentences.append(
          SentenceHit(
            document: statement.text(at: 0), sentence: statement.integer(at: 1),
            range: statement.integer(at: 2)..<max(statement.integer(at: 2), statement.integer(at: 3)),
            speaker: statement.optionalText(at: 4), text: statement.text(at: 5)))
      }
      let named = try matching(FullTextQuery(words: NameFolding.fold(words)))
      return SearchAnswer(entities: try candidates(named), sentences: sentences, total: total)
    }
  }
}
