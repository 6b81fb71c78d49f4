/// Decides whether a hyphen at the end of a line belongs to its word or only to the line.
struct HyphenJoining {
  private let isWord: @Sendable (String) -> Bool
  /// The words of the document that no end of line cuts, in small letters.
  private var own: Set<String> = []

  init(pages: [PageLayout], isWord: @escaping @Sendable (String) -> Bool) {
    self.isWord = isWord
    for page in pages {
      for block in page.blocks {
        for (index, line) in block.lines.enumerated() {
          for (place, word) in line.words.enumerated() {
            let isCut =
              place == line.words.count - 1 && index + 1 < block.lines.count
              && Self.hyphenLength(word.text) > 0
            if !isCut { own.insert(Self.core(word.text)) }
          }
        }
      }
    }
  }

  /// The number of bytes of a hyphen at the end of a word, with a letter before it; 0 where there is none.
  static func hyphenLength(_ word: [UInt8]) -> Int {
    let length =
      word.last == UInt8(ascii: "-")
      ? 1
      : word.suffix(2) == [0xC2, 0xAD]
        ? 2
        : word.suffix(3) == [0xE2, 0x80, 0x90] || word.suffix(3) == [0xE2, 0x80, 0x91] ? 3 : 0
    guard length > 0, word.count > length else { return 0 }
    let before = word[word.count - length - 1]
    return (before | 32) &- 97 < 26 || before >= 0x80 || before &- 48 < 10 ? length : 0
  }

  /// Whether the two parts of a word are written without the hyphen.
  func isJoined(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let length = Self.hyphenLength(first)
    // A soft hyphen is there for the line alone.
    if length == 2 { return true }
    let left = Self.core(Array(first.dropLast(length)))
    let right = Self.core(second)
    guard let start = right.unicodeScalars.first, start.properties.isAlphabetic,
      let end = left.unicodeScalars.last, end.properties.isAlphabetic,
      !Self.startsWithCapital(second)
    else { return false }
    let joined = left + right
    if own.contains(joined) { return true }
    if own.contains("\(left)-\(right)") { return false }
    if isWord(joined) { return true }
    // "well-known" has two words, "Khora-san" none that is one by itself.
    return !(isKnown(left) && isKnown(right))
  }

  private func isKnown(_ word: String) -> Bool { word.utf8.count > 1 && (isWord(word) || own.contains(word)) }

  private static func startsWithCapital(_ word: [UInt8]) -> Bool {
    String(decoding: word.prefix(8), as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// A word in small letters, without the marks around it.
  private static func core(_ word: [UInt8]) -> String {
    let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    guard let first = scalars.firstIndex(where: \.properties.isAlphabetic),
      let last = scalars.lastIndex(where: \.properties.isAlphabetic)
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last])).lowercased()
  }
}
