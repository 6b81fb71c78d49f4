internal import SQLite

extension Graph {
  /// Looks for entities that may be one, and stores what it finds in the place of what was found before.
  ///
  /// Deterministic: what is found follows from the graph. Time follows the number of entities; other writers wait only while it is stored.
  ///
  /// - Parameter leastScore: what is less likely is not kept.
  /// - Returns: how many pairs were kept.
  @discardableResult
  package func lookForSuggestions(leastScore: Double = 0.3) throws(GraphError) -> Int {
    try changing {
      let found = try connection.reading { try suggestionsFound(leastScore: leastScore) }
      return try connection.transaction(.immediate) {
        try connection.run("DELETE FROM suggestion")
        let insert = try connection.statement(
          "INSERT INTO suggestion (left, right, score, features) VALUES (?, ?, ?, ?)")
        for suggestion in found {
          try insert.bind([
            suggestion.left.text, suggestion.right.text, suggestion.score, suggestion.featureText,
          ])
          try insert.run()
        }
        return found.count
      }
    }
  }

  private func suggestionsFound(leastScore: Double) throws -> [StoredSuggestion] {
    let candidates = try SuggestionCandidates(connection: connection)
    let scoring = SuggestionScoring(candidates, connection: connection)
    var result: [StoredSuggestion] = []
    func add(_ left: Int, _ right: Int, leastScore: Double) throws {
      let features = try scoring.features(left, right)
      let score = NameComparison.probability(features.reduce(0) { $0 + $1.weight })
      if score < leastScore { return }
      let keys = [candidates.entities[left].key, candidates.entities[right].key].sorted()
      result.append(StoredSuggestion(left: keys[0], right: keys[1], score: score, features: features))
    }
    for (left, right) in candidates.pairs() where !candidates.areNamesakes(left, right) {
      try add(left, right, leastScore: leastScore)
    }
    // That people of one name were told apart is asked, however unlike they are.
    for (left, right) in candidates.namesakes() { try add(left, right, leastScore: 0) }
    return result
  }

  /// Whether suggestions were looked for.
  package func hasSuggestions() throws(GraphError) -> Bool {
    try asking { try connection.integer("SELECT 1 FROM suggestion LIMIT 1") != nil }
  }

  /// The stored suggestions that are still open, the likeliest first: those of two entities on which nothing was judged.
  package func suggestions(limit: Int?) throws(GraphError) -> [Suggestion] {
    try asking {
      let statement = try connection.statement(
        "SELECT left, right, score, features FROM suggestion ORDER BY score DESC, left, right")
      let judged = try judgedPairs()
      let identifiers = EntityIdentifiers(connection: connection)
      let names = try EntityNames(connection: connection)
      let rows = EntityRows(connection: connection)
      func side(_ key: EntityKey) throws -> Suggestion.Side? {
        guard let row = try rows.row(key) else { return nil }
        return Suggestion.Side(
          key: key, entity: row.canonical, identifier: try identifiers[row.canonical],
          name: try names[row.canonical])
      }
      var result: [Suggestion] = []
      while try statement.step() {
        let keys = (EntityKey(text: statement.text(at: 0)), EntityKey(text: statement.text(at: 1)))
        guard let left = try side(keys.0), let right = try side(keys.1), left.entity != right.entity,
          !judged.contains([left.entity, right.entity])
        else { continue }
        result.append(
          Suggestion(
            left: left, right: right, score: statement.number(at: 2),
            features: StoredSuggestion.features(statement.text(at: 3)),
            isNamesakes: SuggestionCandidates.areNamesakes(keys.0, keys.1)))
        if result.count == limit { break }
      }
      return result
    }
  }

  /// The pairs of entities that were judged different or left open.
  private func judgedPairs() throws -> Set<Set<Int>> {
    let rows = EntityRows(connection: connection)
    var result: Set<Set<Int>> = []
    for judgement in try JudgementTable(connection: connection).living()
    where judgement.verdict == .different || judgement.verdict == .unsure {
      if let left = try rows.row(judgement.left)?.canonical,
        let right = try rows.row(judgement.right)?.canonical
      {
        result.insert([left, right])
      }
    }
    return result
  }

  /// What speaks for and against two entities being one.
  package func comparison(_ left: Int, _ right: Int) throws(GraphError) -> [NameComparison.Feature] {
    try asking {
      let candidates = try SuggestionCandidates(connection: connection)
      guard let a = candidates.position(of: left), let b = candidates.position(of: right) else { return [] }
      let names = (candidates.entities[a], candidates.entities[b])
      if SuggestionCandidates.kind(names.0.type) != SuggestionCandidates.kind(names.1.type) {
        return [.init(name: "a \(names.0.type) and a \(names.1.type)", weight: -8)]
      }
      return try SuggestionScoring(candidates, connection: connection).features(a, b)
    }
  }

  /// The judgements and rules by which two keys are one; nil where they are not.
  package func chain(from left: EntityKey, to right: EntityKey) throws(GraphError) -> [IdentityStep]? {
    try chain(left, right, crossing: false)
  }

  /// The judgements and rules by which two keys must stay apart; nil where nothing says so.
  package func chainApart(from left: EntityKey, to right: EntityKey) throws(GraphError) -> [IdentityStep]? {
    try chain(left, right, crossing: true)
  }

  private func chain(
    _ left: EntityKey, _ right: EntityKey, crossing: Bool
  ) throws(GraphError) -> [IdentityStep]? {
    try asking {
      let rows = EntityRows(connection: connection)
      guard let a = try rows.row(left)?.number, let b = try rows.row(right)?.number else { return nil }
      let fold = try IdentityFold(connection: connection, around: [a, b], dead: [], hasJudgements: true)
      return try fold.chain(from: a, to: b, crossing: crossing)
    }
  }

  /// Joins the stored suggestions of at least a score, the likeliest first, as one batch.
  ///
  /// What a document keeps apart is not joined by way of others.
  ///
  /// - Throws: `GraphError`.
  package func applySuggestions(
    leastScore: Double, stamp: JudgementStamp, isRehearsal: Bool
  ) throws(GraphError) -> JudgementEffect {
    let open = try suggestions(limit: nil).filter { $0.score >= leastScore }
    var clusters = try DocumentClusters(open, in: self)
    var judgements: [NewJudgement] = []
    for suggestion in open where clusters.join(suggestion.left.entity, suggestion.right.entity) {
      judgements.append(
        NewJudgement(
          .same, suggestion.left.key, suggestion.right.key, score: suggestion.score,
          reason: suggestion.features.max { $0.weight < $1.weight }?.name))
    }
    return try judge(judgements, stamp: stamp, isRehearsal: isRehearsal, skipsRefused: true)
  }
}
