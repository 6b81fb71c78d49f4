/// Makes text safe to show: what a terminal would obey, or an eye would not see, is spelled out.
///
/// Spelled out are control characters (C0, DEL and C1), characters of format (bidirectional controls, zero-width ones, tags) and
/// whatever else Unicode says is not shown, line and paragraph separators, and noncharacters: Unicode Technical Report 36.
package enum VisibleText {
  /// How an unsafe character is spelled.
  package enum Spelling: Sendable {
    /// `\u{202E}`.
    case braces
    /// `\u202e`, which in JSON means the same character.
    case json
  }

  /// What the writer of the text has put there on purpose.
  package struct Kept: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let lineEnds = Kept(rawValue: 1)
    /// Line ends before two spaces, which no other line of a message starts with.
    package static let indentedLines = Kept(rawValue: 2)
    package static let tabs = Kept(rawValue: 4)
    /// The changes of style that `Display` makes, and no other.
    package static let styles = Kept(rawValue: 8)
  }

  /// The text with all that is unsafe spelled out; linear in its length.
  package static func of(_ text: String, keeping kept: Kept = [], spelling: Spelling = .braces) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x20..<0x7F).contains($0) || ($0 == 0x0A && kept.contains(.lineEnds))
    }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}", kept.contains(.styles), let style = Display.styles.first(where: rest.starts) {
        result.append(scalar)
        result.append(contentsOf: style)
        rest.removeFirst(style.count)
      } else if isKept(scalar, before: rest, kept) || !isUnsafe(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: spelled(scalar, spelling).unicodeScalars)
      }
    }
    return String(result)
  }

  private static func isKept(
    _ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView, _ kept: Kept
  ) -> Bool {
    switch scalar {
    case "\n":
      kept.contains(.lineEnds) || (kept.contains(.indentedLines) && rest.starts(with: ["\u{20}", "\u{20}"]))
    case "\t": kept.contains(.tabs)
    default: false
    }
  }

  /// Whether a terminal would obey the character, or not show it.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    if (0xE0000...0xE0FFF).contains(scalar.value) { return true }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }

  private static func spelled(_ scalar: Unicode.Scalar, _ spelling: Spelling) -> String {
    switch (spelling, scalar) {
    case (.braces, "\n"): "\\n"
    case (.braces, "\r"): "\\r"
    case (.braces, "\t"): "\\t"
    case (.braces, _): "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    case (.json, _):
      UTF16.encode(scalar).map { units in
        units.map {
          "\\u" + String(repeating: "0", count: max(0, 4 - hexadecimal($0).count)) + hexadecimal($0)
        }.joined()
      } ?? "\\ufffd"
    }
  }

  private static func hexadecimal(_ unit: UInt16) -> String { String(unit, radix: 16) }
}
