package import Claims
internal import Schema

/// How far claims agree with the exhaustive tables of many texts: what is found, what is right, and how well confidence foretells it.
///
/// A table that holds all that its text says makes precision strict: a canonical claim is right when a row of core, more or also states it
/// with its polarity and modality, and wrong otherwise. A claim of which an end is a bare pronoun is left out, as no graph draws it.
package struct CorpusEvaluation: Sendable {
  /// The figures of some texts or of one relation.
  package struct Figures: Hashable, Sendable {
    package var core = Evaluation.Share()
    package var more = Evaluation.Share()
    /// The right ones of all claims.
    package var claims = Evaluation.Share()
    /// The right ones of the claims that are positive and certain.
    package var edges = Evaluation.Share()
    /// The traps fallen into, of all.
    package var traps = Evaluation.Share()

    /// The harmonic mean of the precision of claims and the recall of core and more; 0 where nothing is right.
    package var f1: Double {
      let precision = claims.ratio ?? 0
      let recall = Evaluation.Share(found: core.found + more.found, total: core.total + more.total).ratio ?? 0
      return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    mutating func add(_ other: Self) {
      for path in [\Self.core, \.more, \.claims, \.edges, \.traps] {
        self[keyPath: path].found += other[keyPath: path].found
        self[keyPath: path].total += other[keyPath: path].total
      }
    }
  }

  /// The claims whose confidence lies in one tenth.
  package struct Tenth: Hashable, Sendable {
    /// The right ones of all.
    package var claims = Evaluation.Share()
    package var sumOfConfidences = 0.0

    package var meanConfidence: Double {
      claims.total == 0 ? 0 : sumOfConfidences / Double(claims.total)
    }
  }

  package private(set) var total = Figures()
  /// By kind of text.
  package private(set) var kinds: [String: Figures] = [:]
  /// By relation; a row counts under its first relation, a claim under its own.
  package private(set) var relations: [String: Figures] = [:]
  /// From 0 to 0.1, and so on; the last has 1 as well.
  ///
  /// Claims that are less sure than is drawn count, too.
  package private(set) var tenths = [Tenth](repeating: Tenth(), count: 10)
  package private(set) var texts = 0
  /// What is listed on demand, in the order of texts.
  package private(set) var missed: [(text: String, row: GoldTable.Row)] = []
  package private(set) var fallen: [(text: String, row: GoldTable.Row)] = []
  package private(set) var extra: [(text: String, claim: Claim)] = []

  package init() {}

  /// The kind of a text: the first word of its file's name, before a hyphen, and of a corpus of several kinds (`gum`, `own`) the second.
  package static func kind(ofText path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let parts = file.split(separator: "-")
    guard let first = parts.first else { return file }
    return ["gum", "own"].contains(first) && parts.count > 1 ? "\(first)-\(parts[1])" : String(first)
  }

  /// Adds a text with its table.
  ///
  /// - Parameter isDrawn: which of the claims count as claimed; the table of confidence takes in all.
  package mutating func add(
    text: String, claims: [Claim], table: GoldTable, isDrawn: (Claim) -> Bool = { _ in true }
  ) {
    let all = claims.filter { $0.layer == .canonical }
    let rightOfAll = Evaluation.rightClaims(all, by: table)
    for (index, claim) in all.enumerated() where !Self.isOpen(claim) {
      let tenth = min(9, max(0, Int(claim.confidence * 10)))
      tenths[tenth].claims.total += 1
      tenths[tenth].claims.found += rightOfAll.contains(index) ? 1 : 0
      tenths[tenth].sumOfConfidences += claim.confidence
    }
    let drawn = all.filter(isDrawn)
    var figures = rows(of: table, text: text, claims: drawn)
    let right = Evaluation.rightClaims(drawn, by: table)
    for (index, claim) in drawn.enumerated() where !Self.isOpen(claim) {
      let own = Evaluation.Share(found: right.contains(index) ? 1 : 0, total: 1)
      let one = Figures(claims: own, edges: claim.makesEdge ? own : Evaluation.Share())
      figures.add(one)
      relations[claim.relation, default: Figures()].add(one)
      if !right.contains(index) { extra.append((text, claim)) }
    }
    kinds[Self.kind(ofText: text), default: Figures()].add(figures)
    total.add(figures)
    texts += 1
  }

  /// What the claims state of a table's rows.
  private mutating func rows(of table: GoldTable, text: String, claims: [Claim]) -> Figures {
    let matcher = GoldMatcher(table, claims)
    var figures = Figures()
    for (index, row) in table.rows.enumerated() where row.tier != .also {
      let found = matcher.claims(of: index)
      var one = Figures()
      if row.tier == .not {
        let isFallen = found.contains { claims[$0].makesEdge && !GoldMatcher.isSaidByAnother(claims[$0]) }
        one.traps = Evaluation.Share(found: isFallen ? 1 : 0, total: 1)
        if isFallen { fallen.append((text, row)) }
        figures.add(one)
        continue
      }
      let isFound = found.contains {
        claims[$0].polarity == row.polarity && row.modalities.contains(claims[$0].modality)
      }
      let share = Evaluation.Share(found: isFound ? 1 : 0, total: 1)
      if row.tier == .core { one.core = share } else { one.more = share }
      if !isFound { missed.append((text, row)) }
      figures.add(one)
      relations[row.relations[0], default: Figures()].add(one)
    }
    return figures
  }

  private static func isOpen(_ claim: Claim) -> Bool {
    [claim.subject, claim.object].contains { $0.isOpen || OpenWords.contains($0.name.lowercased()) }
  }

  /// The mean distance of confidence and share of right claims, over tenths; nil where nothing is claimed.
  package var calibrationError: Double? {
    let count = tenths.reduce(0) { $0 + $1.claims.total }
    guard count > 0 else { return nil }
    let sum = tenths.reduce(0) { sum, tenth in
      sum + abs(tenth.sumOfConfidences - Double(tenth.claims.found))
    }
    return sum / Double(count)
  }
}
