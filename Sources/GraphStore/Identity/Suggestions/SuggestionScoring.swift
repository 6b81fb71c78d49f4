internal import Claims
internal import SQLite

/// How likely two entities are one: what their names tell, and what the graph does.
struct SuggestionScoring {
  private let candidates: SuggestionCandidates
  private let connection: Connection

  init(_ candidates: SuggestionCandidates, connection: Connection) {
    self.candidates = candidates
    self.connection = connection
  }

  /// What speaks for and against.
  func features(_ left: Int, _ right: Int) throws -> [NameComparison.Feature] {
    let (a, b) = (candidates.entities[left], candidates.entities[right])
    var result = nameFeatures(left, right)
    let sum = result.reduce(0) { $0 + $1.weight }
    // What cannot come near is not looked into any further.
    if sum < -3 { return result }
    let together = a.documents.intersection(b.documents).count
    if together > 0 {
      let share = Double(together) / Double(max(1, min(a.documents.count, b.documents.count)))
      result.append(.init(name: "apart in one document", weight: -3 - 3 * share))
    }
    if let shared = try sharedNeighbors(a.number, b.number) { result.append(shared) }
    result += try namesakeFeatures(a.key, b.key)
    return result
  }

  /// What documents say of two people of one name, or what of one of them and of the rest of the name.
  private func namesakeFeatures(_ left: EntityKey, _ right: EntityKey) throws -> [NameComparison.Feature] {
    guard left.isPerson, right.isPerson, left.folded == right.folded,
      left.document != nil || right.document != nil
    else { return [] }
    let namesakes = Namesakes(connection: connection)
    let apart = try namesakes.apart(left.folded)
    let said = try namesakes.evidence(left.folded)
    func evidence(_ key: EntityKey) -> NamesakeEvidence? {
      guard let digest = key.document else { return nil }
      return apart.first { $0.contains(digest) }?.compactMap { said[$0] }.reduce(NamesakeEvidence()) {
        $0.joined($1)
      }
    }
    if let one = evidence(left), let other = evidence(right) { return one.comparison(with: other) }
    return [.init(name: "several people of the name", weight: -4)]
  }

  private func nameFeatures(_ left: Int, _ right: Int) -> [NameComparison.Feature] {
    let (a, b) = (candidates.entities[left], candidates.entities[right])
    let type = SuggestionCandidates.kind(a.type) == "p " ? EntityType.person.rawValue : a.type
    let own = NameComparison(a.name, b.name, type: type, lists: candidates.lists)
    var best = own.features
    var bestSum = own.features.reduce(0) { $0 + $1.weight }
    // A name that one of them goes by as well.
    for (index, name) in a.names.enumerated() {
      for (other, second) in b.names.enumerated() where index + other > 0 {
        var features: [NameComparison.Feature]
        if a.folded[index] == b.folded[other] {
          features = borne(a.folded[index], by: left, right, own: own)
          if index > 0, other > 0 { features.append(.init(name: "both by another name", weight: -2)) }
        } else {
          features = NameComparison(name, second, type: type, lists: candidates.lists).features
          let isAcronym = features.contains { $0.name == "acronym" }
          features.append(.init(name: "by another name", weight: isAcronym ? -3 : -1.5))
        }
        let sum = features.reduce(0) { $0 + $1.weight }
        if sum > bestSum { (best, bestSum) = (features, sum) }
      }
    }
    if let lone = loneName(left, right) { best.append(lone) }
    return best
  }

  /// What it tells that two bear one name: less the more documents know others by it.
  private func borne(
    _ folded: String, by left: Int, _ right: Int, own: NameComparison
  ) -> [NameComparison.Feature] {
    let (a, b) = (candidates.entities[left], candidates.entities[right])
    let kind = SuggestionCandidates.kind(a.type)
    let all = (candidates.bearers[kind + folded] ?? []).reduce(0) {
      $0 + candidates.entities[$1].documents(bearing: folded)
    }
    let two = a.documents(bearing: folded) + b.documents(bearing: folded)
    let share = Double(two) / Double(max(all, 1))
    var weight = 3.2 - 6 * (1 - min(1, share))
    let isLone = !folded.utf8.contains(UInt8(ascii: " "))
    if isLone { weight -= 0.6 }
    var result: [NameComparison.Feature] = []
    if own.features.contains(where: { $0.name == "acronym" }) {
      result.append(.init(name: "acronym", weight: 2.5))
    } else if isLone, kind != "p " {
      if folded.utf8.count < 3 { weight -= 2 }
      // A part of the name that others share, such as “the council”, stands for whoever was named before.
      let isShared =
        candidates.lists.genericWords.contains(folded) || candidates.bearings(of: kind + folded) > 6
      if isShared { weight -= 2 }
    }
    return [.init(name: "both go by “\(folded)”", weight: weight)] + result
  }

  /// A single name of a person whom somebody with more names may be.
  private func loneName(_ left: Int, _ right: Int) -> NameComparison.Feature? {
    let (a, b) = (candidates.entities[left], candidates.entities[right])
    guard SuggestionCandidates.kind(a.type) == "p " else { return nil }
    for entity in [a, b] where !entity.folded[0].utf8.contains(UInt8(ascii: " ")) {
      if candidates.lists.givenNames.contains(entity.folded[0]) {
        return .init(name: "a given name alone", weight: -5)
      }
    }
    return nil
  }

  /// What both have edges with, of which few others have.
  private func sharedNeighbors(_ left: Int, _ right: Int) throws -> NameComparison.Feature? {
    let statement = try connection.statement(
      """
      SELECT count(*) FROM (
        SELECT DISTINCT n FROM (SELECT object AS n FROM edge WHERE subject = ?1
          UNION ALL SELECT subject FROM incoming WHERE object = ?1 LIMIT 300)
        INTERSECT SELECT n FROM (SELECT object AS n FROM edge WHERE subject = ?2
          UNION ALL SELECT subject FROM incoming WHERE object = ?2 LIMIT 300))
      """)
    try statement.bind([left, right])
    guard try statement.step(), statement.integer(at: 0) > 0 else { return nil }
    let count = statement.integer(at: 0)
    return .init(
      name: count == 1 ? "a shared neighbor" : "\(count) shared neighbors",
      weight: min(1.6, 0.5 * Double(count)))
  }
}
