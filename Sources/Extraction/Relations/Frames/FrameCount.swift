package import Claims

/// Counts in readings which rules of the frames fired.
package struct FrameCount {
  /// A rule with its counts.
  package struct Count: Hashable, Sendable {
    package var rule: FrameRule
    /// How often it read something.
    package var fired = 0
    /// How much of that became claims.
    package var kept = 0
  }

  private var all: [Count]
  private var positions: [String: Int] = [:]

  package init(rules: [FrameRule]) {
    all = rules.map { Count(rule: $0) }
    for (position, rule) in rules.enumerated() { positions[rule.place] = position }
  }

  /// Counts what a traced reading tells.
  package mutating func add(_ reading: DocumentReading) {
    for claim in reading.claims {
      guard let place = claim.origin?.place, let position = positions[place] else { continue }
      all[position].fired += 1
      all[position].kept += 1
    }
    for dropped in reading.dropped where dropped.reason.isOfWholeStatement {
      guard let place = dropped.origin.place, let position = positions[place] else { continue }
      all[position].fired += 1
    }
  }

  /// Those that fired most first, then in the order of the files.
  package var counts: [Count] {
    all.enumerated().sorted { left, right in
      left.element.fired != right.element.fired
        ? left.element.fired > right.element.fired : left.offset < right.offset
    }.map(\.element)
  }
}
