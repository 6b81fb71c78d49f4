internal import Claims

extension Report {
  /// How often a rule of the frames fired.
  package struct RuleCount: Hashable, Sendable {
    /// Where it stands, as `file:line`.
    package var place: String
    package var relation: String
    package var kind: String
    /// How often it read something.
    package var fired: Int
    /// How much of that became claims.
    package var kept: Int

    package init(place: String, relation: String, kind: String, fired: Int = 0, kept: Int = 0) {
      self.place = place
      self.relation = relation
      self.kind = kind
      self.fired = fired
      self.kept = kept
    }
  }

  /// The rules with their counts, in the order given.
  package static func rules(_ counts: [RuleCount]) -> Report {
    var report = Report(columns: ["rule", "relation", "kind", "fired", "kept"])
    for count in counts {
      report.add([count.place, count.relation, count.kind, String(count.fired), String(count.kept)]) { json in
        json.object { json in
          json.field("rule", count.place)
          json.field("relation", count.relation)
          json.field("kind", count.kind)
          json.field("fired", count.fired)
          json.field("kept", count.kept)
        }
      }
    }
    let silent = counts.count { $0.fired == 0 }
    report.footer = "\(silent) of \(Self.count(counts.count, "rule")) never fired"
    return report
  }
}
