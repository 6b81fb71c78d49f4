internal import Layout

/// Joins words that are broken at the ends of lines ("foun-", "ded"), which typesetters do and no list of words knows.
struct BrokenWords {
  private let text: DocumentText
  /// The words of the text that stand unbroken, those with hyphens whole and their parts apart; made when first asked for.
  private var known: Set<String>?

  init(text: DocumentText) { self.text = text }

  /// Joins the two parts of each broken word from a token on into one token and notes how it is read.
  mutating func join(from start: Int, in tokens: inout [Token], readings: inout [Int: [UInt8]]) {
    var write = start
    var read = start
    while read < tokens.count {
      if let broken = brokenWord(at: read, in: tokens) {
        let last = tokens[broken.last]
        tokens[write] = Token(
          range: tokens[read].range.lowerBound..<last.range.upperBound, isSpaceAfter: last.isSpaceAfter)
        readings[write] = broken.letters
        read = broken.last + 1
      } else {
        tokens[write] = tokens[read]
        read += 1
      }
      write += 1
    }
    tokens.removeLast(tokens.count - write)
  }

  /// The last token of a broken word that starts at a token, and its letters.
  private mutating func brokenWord(at index: Int, in tokens: [Token]) -> (last: Int, letters: [UInt8])? {
    var hyphen = index
    if text.bytes[tokens[index].range.upperBound - 1] != UInt8(ascii: "-") {
      guard !tokens[index].isSpaceAfter, index + 1 < tokens.count,
        text.bytes[tokens[index + 1].range].elementsEqual([UInt8(ascii: "-")])
      else { return nil }
      hyphen = index + 1
    }
    let next = hyphen + 1
    guard next < tokens.count, tokens[hyphen].isSpaceAfter, tokens[next].wordsInToken == 1,
      case let gap = text.bytes[tokens[hyphen].range.upperBound..<tokens[next].range.lowerBound],
      gap.count(where: { $0 == 10 }) == 1, gap.allSatisfy({ $0 <= 32 }),
      text.character(at: tokens[next].range.lowerBound).class == .lower,
      case let first = text.bytes[tokens[index].range.lowerBound..<tokens[hyphen].range.upperBound - 1],
      first.count > 1, first.count < 32, first.allSatisfy({ $0 >= 0x80 || ($0 | 32) &- 97 < 26 })
    else { return nil }
    let second = text.bytes[tokens[next].range]
    guard second.allSatisfy({ $0 >= 0x80 || ($0 | 32) &- 97 < 26 }) else { return nil }
    let joined = Array(first) + Array(second)
    return (
      next, isCompound(first, second, joined) ? Array(first) + [UInt8(ascii: "-")] + Array(second) : joined
    )
  }

  /// Whether the hyphen belongs to the word: by how the text writes it elsewhere, and where it does not, by its parts.
  private mutating func isCompound(
    _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, _ joined: [UInt8]
  ) -> Bool {
    let known = known ?? words()
    self.known = known
    let (before, behind) = (Self.key(first), Self.key(second))
    if known.contains(before + "-" + behind) { return true }
    if known.contains(Self.key(joined[...])) { return false }
    return SegmentationWords.compoundStarts.contains(before)
      || known.contains(before) && known.contains(behind)
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// - Complexity: linear in the text.
  private func words() -> Set<String> {
    var words: Set<String> = []
    var start = 0
    let bytes = text.bytes
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] >= 0x80 || (bytes[end] | 32) &- 97 < 26 || bytes[end] == 0x2D {
        end += 1
      }
      // Parts of broken words are no words.
      let isBroken = end > start && bytes[end - 1] == 0x2D || startsBehindBreak(start)
      if end > start, !isBroken, end - start < 64 {
        let word = Self.key(bytes[start..<end])
        words.insert(word)
      }
      start = max(end, start + 1)
    }
    return words
  }

  private func startsBehindBreak(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, text.bytes[index] <= 32 { index -= 1 }
    return index >= 0 && index < start - 1 && text.bytes[index] == 0x2D
  }
}
