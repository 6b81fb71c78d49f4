internal import Claims

/// How likely two names mean one thing, and why: a sum of log-odds, each of which can be shown.
///
/// Words are aligned, the best pairs first, so that each word of either name stands in one pair or is left over. What is left over on both
/// sides speaks against; what is left over on one side, such as a middle name, little. The constants were set by hand on half of the
/// development pairs of nomenklatura's name_bench.
package struct NameComparison: Hashable, Sendable {
  /// Something that speaks for or against.
  package struct Feature: Hashable, Sendable {
    package let name: String
    /// In log-odds: above 0 it speaks for.
    package let weight: Double

    package init(name: String, weight: Double) {
      self.name = name
      self.weight = weight
    }
  }

  package private(set) var features: [Feature] = []
  /// Whether the two are one spelling by rule, so that a graph of texts joins them unasked.
  package private(set) var isCertain = false

  /// From 0 to 1.
  package var score: Double { Self.probability(features.reduce(0) { $0 + $1.weight }) }

  /// - Parameter type: what they are, as the entities' types say; nil where that is not known.
  init(_ left: String, _ right: String, type: String?, lists: IdentityLists) {
    let type = type?.lowercased()
    let isPerson = type == EntityType.person.rawValue
    let folded = (NameFolding.fold(left), NameFolding.fold(right))
    if folded.0 == folded.1 {
      features = [Feature(name: "equal names", weight: 5)]
      isCertain = true
      return
    }
    let rule = CertainKey(lists: lists)
    isCertain = type.map { rule.joins(folded.0, folded.1, type: $0) } ?? false
    let names = (
      ComparedName(left, isPerson: isPerson, lists: lists),
      ComparedName(right, isPerson: isPerson, lists: lists)
    )
    features = NameAlignment(names.0, names.1, isPerson: isPerson).features
  }

  /// By the lists that come with the program.
  package init(_ left: String, _ right: String, type: String?) {
    self.init(left, right, type: type, lists: .builtIn)
  }

  /// What log-odds are as a probability, to three digits: what is printed is what is compared.
  package static func probability(_ logOdds: Double) -> Double {
    let exponential = Self.exponential(-logOdds)
    return ((1 / (1 + exponential)) * 1_000).rounded() / 1_000
  }

  /// e to a power, within what is printed: without a mathematics library, whose last digits differ.
  private static func exponential(_ power: Double) -> Double {
    let power = min(30, max(-30, power))
    var term = 1.0
    var sum = 1.0
    let reduced = power / 64
    for index in 1...12 {
      term *= reduced / Double(index)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }
}
