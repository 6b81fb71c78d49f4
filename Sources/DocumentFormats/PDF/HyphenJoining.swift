/// Decides whether a hyphen at the end of a line belongs to its word or only to the line.
struct HyphenJoining {
  private let isWord: @Sendable (String) -> Bool
  /// The words of the document that no end of line cuts, in small letters.
  private var own: Set<String> = []

  init(pages: [PageLayout], isWord: @escaping @Sendable (String) -> Bool) {
    self.isWord = isWord
    for page in pages {
      var isCut = false
      for line in page.lines {
        // The two parts of a word that the end of a line cuts are no words.
        for (place, word) in line.words.enumerated() where place > 0 || !isCut {
          if place < line.words.count - 1 || Self.hyphenLength(word.text) == 0 {
            own.insert(Self.core(word.text))
          }
        }
        isCut = line.words.last.map { Self.hyphenLength($0.text) > 0 } ?? false
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
    // "-3-" is a page number.
    guard length > 0, word.count > length, word.first != UInt8(ascii: "-") else { return 0 }
    let before = word[word.count - length - 1]
    return (before | 32) &- 97 < 26 || before >= 0x80 || before &- 48 < 10 ? length : 0
  }

  /// Whether the two parts of a word are written without the hyphen.
  func isJoined(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let length = Self.hyphenLength(first)
    // A soft hyphen is there for the line alone.
    if length == 2 { return true }
    let left = Self.core(Array(first.dropLast(length)))
    // Of "port/export" only the first goes on with "im-".
    let right = Self.firstRun(Self.core(second))
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

  /// The letters that a word starts with.
  private static func firstRun(_ word: String) -> String {
    String(
      String.UnicodeScalarView(
        word.unicodeScalars.prefix { $0.properties.isAlphabetic || $0 == "'" || $0 == "’" }))
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
