/// What somebody decided about two entities, about one, or about an edge.
package struct Judgement: Hashable, Sendable {
  /// What was decided.
  package enum Verdict: String, CaseIterable, Sendable {
    /// The two are one.
    case same
    /// The two are not one, and nothing that joins them counts.
    case different
    /// Nobody can tell; it is not asked again.
    case unsure
    /// The entity is called `value`.
    case name
    /// The entity is of the type `value`.
    case type
    /// The edge from left to right of the relation `value` does not hold.
    case reject
    /// The judgement `voids` no longer counts.
    case undo
  }

  package let number: Int
  /// What was decided at once, and can be undone at once.
  package let batch: Int
  package let verdict: Verdict
  package let left: EntityKey
  package let right: EntityKey
  package let value: String?
  /// How likely the two were one, where that was reckoned.
  package let score: Double?
  package let reason: String?
  package let judge: String
  /// When, in RFC 3339.
  package let at: String
  /// The number of the judgement that an undo voids.
  package let voids: Int?

  /// What a later judgement of the same takes the place of.
  struct Subject: Hashable {
    var left: EntityKey
    var right: EntityKey
    var kind: String
  }

  /// Whether it keeps a document's party apart from all others of its name.
  func cuts(_ key: EntityKey) -> Bool { verdict == .different && left == key.whole && right == key }

  var subject: Subject {
    switch verdict {
    case .same, .different, .unsure: Subject(left: left, right: right, kind: "pair")
    case .name, .type: Subject(left: left, right: right, kind: verdict.rawValue)
    case .reject, .undo: Subject(left: left, right: right, kind: "\(verdict.rawValue) \(value ?? "")")
    }
  }
}

/// A judgement that is to be made.
package struct NewJudgement: Hashable, Sendable {
  package var verdict: Judgement.Verdict
  package var left: EntityKey
  package var right: EntityKey
  package var value: String?
  package var score: Double?
  package var reason: String?
  /// Who judged and when, where that was another time.
  package var stamp: JudgementStamp?

  package init(
    _ verdict: Judgement.Verdict, _ left: EntityKey, _ right: EntityKey, value: String? = nil,
    score: Double? = nil, reason: String? = nil
  ) {
    self.verdict = verdict
    // A pair has no order; an edge has.
    let isOrdered = verdict == .reject || left < right
    self.left = isOrdered ? left : right
    self.right = isOrdered ? right : left
    self.value = value
    self.score = score
    self.reason = reason
  }
}

/// Who judges, and when.
package struct JudgementStamp: Hashable, Sendable {
  package var judge: String
  /// In RFC 3339.
  package var at: String

  package init(judge: String, at: String) {
    self.judge = judge
    self.at = at
  }
}
