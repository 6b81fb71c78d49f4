internal import Claims

/// The parts of one long sentence that records show of it, to be put together again.
struct EvidenceParts {
  private var parts: [(range: Range<Int>, text: String)] = []
  private var starts: Set<Range<Int>> = []

  /// A sentence put together out of parts has at most so many code points; a longer one is not made up of white space.
  private static let longestSentence = 1 << 20

  init(_ range: Range<Int>, _ text: String) {
    parts.append((range, text))
    starts.insert(range)
  }

  mutating func add(_ evidence: Claim.Evidence) {
    if starts.insert(evidence.range).inserted { parts.append((evidence.range, evidence.text)) }
  }

  /// The sentence as far as the parts tell it, with spaces for what is between them; nil where they do not fit together.
  func joined() -> (range: Range<Int>, text: String)? {
    guard let start = parts.map(\.range.lowerBound).min(), let end = parts.map(\.range.upperBound).max(),
      case (let length, let overflow) = end.subtractingReportingOverflow(start), !overflow,
      length <= Self.longestSentence
    else { return nil }
    var text = ""
    var at = start
    for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let scalars = part.text.unicodeScalars
      guard scalars.count == part.range.count else { return nil }
      if part.range.lowerBound > at {
        text += String(repeating: " ", count: part.range.lowerBound - at)
        at = part.range.lowerBound
      }
      if part.range.upperBound > at {
        text.unicodeScalars.append(contentsOf: scalars.dropFirst(at - part.range.lowerBound))
        at = part.range.upperBound
      }
    }
    return (start..<end, text)
  }
}
