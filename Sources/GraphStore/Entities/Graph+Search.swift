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
  /// Where what was searched for stands, in code points from the start of the document.
  package let matches: [Range<Int>]
  /// The page on which it begins, from 1; nil where the document has none.
  package let page: Int?
}

/// What is searched for.
package struct SearchQuery: Sendable {
  /// Words, `"phrases"`, `OR`, `NOT` or `-`, `beginn*`.
  package var text = ""
  /// Whether the text is in SQLite's own syntax of full-text search.
  package var isRaw = false
  /// Which sentences count: those of its documents and speakers; where it asks for more, those that make such a claim.
  package var filter = EdgeFilter()
  /// The most sentences, or nil for all.
  package var limit: Int?

  package init(_ text: String = "", limit: Int? = nil) {
    self.text = text
    self.limit = limit
  }
}

extension EdgeFilter {
  /// What a user asks for: a sentence counts however sure its claims are.
  fileprivate var asked: EdgeFilter {
    var asked = self
    asked.onlySure = false
    asked.leavesOutDescriptions = false
    return asked
  }
}

/// What a search found.
package struct SearchAnswer: Sendable {
  /// Entities with a name that holds the words, the best connected first; where none does, those spelled nearly so.
  package let entities: [Candidate]
  /// Whether the names are only spelled nearly so.
  package let areNamesNear: Bool
  /// The sentences, the best match first.
  package let sentences: [SentenceHit]
  /// How many sentences there are in all.
  package let total: Int
}

extension Graph {
  /// The sentences and names that hold what is searched for, in any form of its words.
  ///
  /// - Throws: `GraphError`, with `badQuestion` for a raw search that SQLite does not understand.
  package func search(_ query: SearchQuery) throws(GraphError) -> SearchAnswer {
    try asking {
      let terms = query.isRaw ? nil : SearchTerms(query.text)
      guard let text = query.isRaw ? query.text : terms?.fullText() else {
        return SearchAnswer(entities: [], areNamesNear: false, sentences: [], total: 0)
      }
      do {
        let (sentences, total) = try sentences(text, query)
        var named: [Int] = []
        let asksForNames = query.filter.asked == EdgeFilter()
        if asksForNames {
          named = try matchingNames(query.isRaw ? query.text : terms?.fullText(NameFolding.fold) ?? "")
        }
        let isNear = named.isEmpty && asksForNames
        if isNear { named = try nearlyNamed(terms?.words ?? query.text) }
        return SearchAnswer(
          entities: try candidates(named), areNamesNear: isNear && !named.isEmpty, sentences: sentences,
          total: total)
      } catch let error as SQLiteError where query.isRaw && error.code.primary == .error {
        throw GraphError(
          .badQuestion, "SQLite does not understand the search: \(error.message)", cause: error)
      }
    }
  }

  // What marks a match; a sentence that has such characters itself is shown without marks.
  private static let marks = (start: Unicode.Scalar(1 as UInt8), end: Unicode.Scalar(2 as UInt8))

  private func sentences(_ text: String, _ query: SearchQuery) throws -> (hits: [SentenceHit], total: Int) {
    let tables = """
      sentence_text t JOIN sentence s ON s.id = t.rowid JOIN document d ON d.id = s.document
        LEFT JOIN party p ON p.document = s.document AND p.position = s.speaker
      WHERE sentence_text MATCH ?1\(try sentenceConditions(query.filter))
      """
    let total = try connection.integer("SELECT count(*) FROM \(tables)", text) ?? 0
    let statement = try connection.statement(
      """
      SELECT d.name, s.position, s.start, s.end, p.name, s.text, highlight(sentence_text, 0, char(1), char(2)),
        (SELECT number FROM page g WHERE g.document = s.document AND g.start <= s.start
          ORDER BY g.start DESC, g.number DESC LIMIT 1)
      FROM \(tables) ORDER BY t.rank, d.name, s.position LIMIT ?2
      """)
    try statement.bind([text, query.limit ?? -1])
    var hits: [SentenceHit] = []
    while try statement.step() {
      let start = statement.integer(at: 2)
      hits.append(
        SentenceHit(
          document: statement.text(at: 0), sentence: statement.integer(at: 1),
          range: start..<max(start, statement.integer(at: 3)), speaker: statement.optionalText(at: 4),
          text: statement.text(at: 5),
          matches: Self.matches(marked: statement.text(at: 6), plain: statement.text(at: 5), from: start),
          page: statement.optionalInteger(at: 7)))
    }
    return (hits, total)
  }

  private static func matches(marked: String, plain: String, from start: Int) -> [Range<Int>] {
    if plain.unicodeScalars.contains(where: { $0 == marks.start || $0 == marks.end }) { return [] }
    var matches: [Range<Int>] = []
    var place = start
    var first = start
    for scalar in marked.unicodeScalars {
      switch scalar {
      case marks.start: first = place
      case marks.end: matches.append(first..<max(first, place))
      default: place += 1
      }
    }
    return matches
  }

  /// The conditions on a sentence `s` and its speaker `p`.
  private func sentenceConditions(_ filter: EdgeFilter) throws -> String {
    let filter = filter.asked
    var walk = try listConditions(filter)
    var sql = walk.statement.documents.map { " AND s.document IN (\(SQLList.of($0)))" } ?? ""
    walk.statement.documents = nil
    let isSaid =
      walk.statement.speakers.isEmpty ? "" : "p.entity IN (\(SQLList.of(walk.statement.speakers))) OR "
    let claims = walk.claimSQL
    if !claims.isEmpty {
      // A sentence of a turn counts for its speaker, also where it makes no claim.
      let makesClaim =
        "EXISTS (SELECT 1 FROM claim e WHERE e.document = s.document AND e.sentence = s.position\(claims))"
      var others = filter
      others.speakers = []
      others.documents = []
      sql += others == EdgeFilter() ? " AND (\(isSaid)\(makesClaim))" : " AND \(makesClaim)"
    }
    return sql
  }

  private func matchingNames(_ text: String) throws -> [Int] {
    let statement = try connection.statement(
      """
      SELECT rowid FROM entity_text WHERE entity_text MATCH ?1
      UNION SELECT a.entity FROM alias_text t JOIN alias a ON a.id = t.rowid WHERE alias_text MATCH ?1 LIMIT 1000
      """)
    try statement.bind(text, at: 1)
    var result: [Int] = []
    while try statement.step() { result.append(statement.integer(at: 0)) }
    return result
  }
}
