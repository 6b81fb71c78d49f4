/// How much of a text is small words of any language, as running text is full of and menus are not.
enum FunctionWords {
  /// The share of words that are small ones of the language that has most of them.
  static func share(in text: some Sequence<UInt8>) -> Double {
    var counts = LanguageCounts(table: .builtIn)
    counts.count(text)
    if counts.foreignScript != nil { return counts.words >= 8 ? 0.3 : 0 }
    guard counts.words > 0 else { return 0 }
    return (counts.hits.max() ?? 0) / Double(counts.words)
  }
}
