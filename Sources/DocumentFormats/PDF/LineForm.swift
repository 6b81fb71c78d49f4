/// What the first and the last words of a line tell of it.
enum LineForm {
  static func startsLetter(_ line: PageLine) -> Bool {
    line.words.first.map {
      String(decoding: $0.text, as: UTF8.self).unicodeScalars.first?.properties.isAlphabetic ?? false
    } ?? false
  }

  static func startsSmall(_ line: PageLine) -> Bool {
    guard let first = line.words.first else { return false }
    return String(decoding: first.text, as: UTF8.self).unicodeScalars.first {
      $0.properties.isAlphabetic || $0.value >= 48 && $0.value < 58
    }?
    .properties.isLowercase ?? false
  }

  private static let bullets: Set<String> = [
    "•", "‣", "◦", "▪", "■", "●", "○", "–", "—", "-", "*", "·", "", "", "➢", "✓", "►",
  ]

  static func isBullet(_ word: [UInt8]) -> Bool { bullets.contains(String(decoding: word, as: UTF8.self)) }

  /// Whether a line starts with a bullet, or a number or letter with its stop or bracket.
  static func startsItem(_ line: PageLine) -> Bool {
    guard let word = line.words.first, line.words.count > 1 else { return false }
    let bytes = word.text
    if isBullet(bytes) { return true }
    guard (2...4).contains(bytes.count), let last = bytes.last else { return false }
    let inner = bytes.dropLast().drop { $0 == UInt8(ascii: "(") }
    let isNumber = !inner.isEmpty && inner.allSatisfy { (48...57).contains($0) }
    let isLetter = inner.count == 1 && inner.allSatisfy { ($0 | 32) &- 97 < 26 }
    if last == UInt8(ascii: ")") { return isNumber || isLetter }
    return last == UInt8(ascii: ".") && isNumber && inner.count <= 2
  }

  static func endsSentence(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    while let last = rest.last {
      if [0x22, 0x27, 0x29, 0x5D].contains(last) {
        rest = rest.dropLast()
      } else if rest.suffix(3) == [0xE2, 0x80, 0x9D] || rest.suffix(3) == [0xE2, 0x80, 0x99] {
        rest = rest.dropLast(3)
      } else if (48...57).contains(last),
        rest.dropLast().last.map({ [0x2E, 0x21, 0x3F, 0x29].contains($0) }) == true
      {
        // A note's number behind the stop.
        rest = rest.dropLast()
      } else {
        return [0x2E, 0x21, 0x3F, 0x3A, 0x3B].contains(last) || rest.suffix(3) == [0xE2, 0x80, 0xA6]
      }
    }
    return false
  }

  static func looksLikeHeading(_ line: PageLine, alone: Bool) -> Bool {
    let capitals = line.words.filter { word in
      String(decoding: word.text, as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
    }
    return line.words.count <= 12 && capitals.count * 2 > line.words.count && alone
  }

  /// Whether a line is one of a table of contents, with dots before the page's number.
  static func isLeader(_ line: PageLine) -> Bool {
    let text = line.words.map(\.text).joined()
    return FileFormat.contains(Array("....".utf8), in: Array(text))
      || line.words.filter { $0.text == [0x2E] }.count > 4
  }

  /// Whether a line ends with a number of its own, as entries of a table of contents do, and is no sentence.
  static func endsWithPage(_ line: PageLine) -> Bool {
    guard line.words.count > 1, let last = line.words.last?.text, last.count <= 6 else { return false }
    let previous = line.words[line.words.count - 2].text
    guard previous.last != 0x2C else { return false }
    return last.allSatisfy { (48...57).contains($0) } || PrintedNumber.isRoman(last)
  }

  /// Whether a line starts as captions do, with the name and the number of a figure or a table.
  static func startsCaption(_ line: PageLine) -> Bool {
    guard line.words.count > 1 else { return false }
    let word = String(decoding: line.words[0].text.filter { $0 != 0x2E }, as: UTF8.self)
    guard word.unicodeScalars.first?.properties.isUppercase == true,
      DocumentWords.caption.contains(word.lowercased())
    else {
      return false
    }
    return line.words[1].text.contains { (48...57).contains($0) } || line.words[1].text.last == 0x3A
  }
}
