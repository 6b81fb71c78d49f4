extension Display {
  func bold(_ text: String) -> String { styled(text, "[1m") }
  func dim(_ text: String) -> String { styled(text, "[2m") }
  func accented(_ text: String) -> String { styled(text, "[36m") }

  /// What follows the escape character in the changes of style made here.
  static let styles = ["[1m", "[2m", "[36m", "[0m"].map { Array($0.unicodeScalars) }

  private func styled(_ text: String, _ style: String) -> String {
    usesColor ? "\u{1B}\(style)\(text)\u{1B}[0m" : text
  }

  /// The text on one line: line ends and tabs become spaces, and what a terminal would obey or not show is spelled out.
  package static func plain(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar)
    }
    return VisibleText.of(String(line))
  }
}

/// How many columns a text takes on a terminal: two for the wide letters of East Asia and for emoji, none for marks.
enum TextWidth {
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }

  /// The text, cut to `width` columns with an ellipsis where it is longer.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = of(character)
      if used + next > max(0, width - 1) { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }
}
