/// Two entities that may be one.
package struct Suggestion: Hashable, Sendable {
  /// One of the two.
  package struct Side: Hashable, Sendable {
    package let key: EntityKey
    /// The row of the entity; valid while the graph does not change.
    package let entity: Int
    /// What it goes by in exports.
    package let identifier: String
    package let name: EntityName
  }

  package let left: Side
  package let right: Side
  /// From 0 to 1.
  package let score: Double
  /// What speaks for and against, in log-odds.
  package let features: [NameComparison.Feature]
  /// Whether the two bear one name and documents told them apart: asked, however unlikely it is that they are one.
  package let isNamesakes: Bool
}

/// Two entities that may be one, as they are stored.
struct StoredSuggestion {
  var left: EntityKey
  var right: EntityKey
  var score: Double
  var features: [NameComparison.Feature]

  /// A line a feature: its weight, a tab, its name.
  var featureText: String {
    features.map { "\(Self.shown($0.weight))\t\($0.name)" }.joined(separator: "\n")
  }

  static func features(_ text: String) -> [NameComparison.Feature] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let weight = Double(parts[0]) else { return nil }
      return .init(name: String(parts[1]), weight: weight)
    }
  }

  private static func shown(_ weight: Double) -> String { String((weight * 100).rounded() / 100) }
}
