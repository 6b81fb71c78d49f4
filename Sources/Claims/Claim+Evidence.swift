extension Claim.Evidence {
  /// A sentence of more code points is shown in part.
  package static let longest = 1000
  /// So far from where a part would be cut, a border between words is looked for.
  private static let reach = 200

  /// The sentence that states a claim, or of a very long one the part around the claim's ends.
  ///
  /// A part has at least `longest` code points, is cut at white space where some is near, and holds all of the ends where they fit,
  /// else the first of them. It depends on nothing but the sentence and the ends; cut again out of itself, it stays what it is. So
  /// that what is shown of a sentence grows with its length, not with the square of it.
  ///
  /// - Parameters:
  ///   - range: where the sentence stands, in code points.
  ///   - ends: where the mentions of subject and object stand, in code points; nil for an end without a mention.
  package init(sentence: Int, range: Range<Int>, text: String, around ends: [Range<Int>?]) {
    self.init(sentence: sentence, range: range, text: text)
    guard range.lowerBound >= 0, range.count > Self.longest else { return }
    let scalars = text.unicodeScalars
    let target = Self.target(in: range, around: ends)
    guard
      let first = scalars.index(
        scalars.startIndex, offsetBy: target.lowerBound - range.lowerBound, limitedBy: scalars.endIndex),
      let last = scalars.index(first, offsetBy: target.count, limitedBy: scalars.endIndex)
    else { return }
    let before = scalars[..<first].reversed().prefix(Self.reach).firstIndex(where: Self.isSpace)
    let after = scalars[last...].prefix(Self.reach).firstIndex(where: Self.isSpace)
    let isNearStart = target.lowerBound - range.lowerBound <= Self.reach
    let isNearEnd = range.upperBound - target.upperBound <= Self.reach
    let start = before?.base ?? (isNearStart ? scalars.startIndex : first)
    let end = after ?? (isNearEnd ? scalars.endIndex : last)
    let lower = target.lowerBound - scalars[start..<first].count
    self.text = String(scalars[start..<end])
    self.range = lower..<target.upperBound + scalars[last..<end].count
  }

  /// `longest` code points of a sentence, its ends in the middle.
  private static func target(in sentence: Range<Int>, around ends: [Range<Int>?]) -> Range<Int> {
    let inside = ends.compactMap { $0 }.filter {
      sentence.lowerBound <= $0.lowerBound && $0.upperBound <= sentence.upperBound
    }
    var span = inside.first ?? sentence.lowerBound..<sentence.lowerBound
    if let lower = inside.map(\.lowerBound).min(), let upper = inside.map(\.upperBound).max(),
      upper - lower <= longest
    {
      span = lower..<upper
    }
    let centred = span.lowerBound - max(0, longest - span.count) / 2
    let start = max(sentence.lowerBound, min(centred, sentence.upperBound - longest))
    return start..<start + longest
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
