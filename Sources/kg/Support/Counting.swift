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
