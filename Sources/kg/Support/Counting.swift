extension Int {
  /// The number with the word that fits it.
  func counted(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}

extension Duration {
  /// In seconds, with one decimal.
  var seconds: String {
    let (whole, fraction) = components
    return "\(whole).\(fraction / 100_000_000_000_000_000)"
  }
}

/// What is said of what was counted.
enum Counting {
  /// So many are counted at most where more would take long.
  static let most = 1_000

  /// Of how many edges or claims no time is known; nil for none.
  static func untimed(_ count: Int, _ noun: String = "edge") -> String? {
    if count == 0 { return nil }
    let number =
      count > most ? "more than \(most) more \(noun)s" : count.counted("more \(noun)", "more \(noun)s")
    return "of \(number) no time is known"
  }
}
