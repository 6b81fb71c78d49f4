/// Knows the labels of speakers, such as "SMITH:", "Q:" or "**Anna Berg:**", at the starts of a text's lines.
struct SpeakerLabels {
  /// A label at the start of a line.
  struct Label {
    /// The speaker's name, in bytes, without colon and emphasis.
    let name: Range<Int>
    /// Where what is said starts; the end of the line where it starts on the next.
    let contentStart: Int
  }

  private let text: DocumentText
  /// Labels that head two lines or more.
  private var repeated: Set<String> = []

  /// Where the only label of a longer text stands at its start: it tells where a report was written ("KABUL: Five …").
  private var dateline: Int?

  private static let longest = 48
  /// What is written like a label, and speaks of the text.
  private static let notices: Set<String> = [
    "NOTE", "NB", "WARNING", "CAUTION", "IMPORTANT", "TIP", "WHO", "WHAT", "WHEN", "WHERE", "WHY", "HOW",
    "PS", "P.S.", "SUBJECT",
    "FROM", "TO", "CC", "BCC", "RE", "FW", "FWD", "FYI", "TODO", "FIXME", "UPDATE", "EDIT", "SOURCE",
    "SOURCES", "DATE", "TIME", "TEL",
    "PHONE", "FAX", "EMAIL", "E-MAIL", "URL", "HTTP", "HTTPS", "ABSTRACT", "KEYWORDS", "SUMMARY", "CONTACT",
    "ADDRESS", "TITLE", "LOCATION",
    "EXAMPLE", "CONCLUSION", "METHODS", "RESULTS", "BACKGROUND",
  ]

  init(text: DocumentText, lines: [TextLine]) {
    self.text = text
    var seen: Set<String> = []
    var count = 0
    var early: Label?
    let written = lines.filter { !$0.range.isEmpty }
    for (index, line) in written.enumerated() {
      let marks = LineMarks(text: text, line: line)
      guard marks.kind != .heading, let label = candidate(in: marks.contentStart..<line.range.upperBound)
      else { continue }
      let name = text.string(label.name)
      if !seen.insert(name).inserted { repeated.insert(name) }
      if isShort(label, name), !Self.notices.contains(name) {
        count += 1
        if index < 2, index + 1 < written.count, label.name.count > 1 { early = label }
      }
    }
    if count == 1, let early { dateline = early.name.lowerBound }
  }

  /// The label that a range of a line starts with.
  func label(in range: Range<Int>) -> Label? {
    guard let label = candidate(in: range) else { return nil }
    let name = text.string(label.name)
    if Self.notices.contains(name) { return nil }
    // "Early life: he was …" is no turn; a name in small letters has to head several lines.
    guard label.name.lowerBound != dateline, isShort(label, name) || repeated.contains(name) else {
      return nil
    }
    return label
  }

  private func isShort(_ label: Label, _ name: String) -> Bool {
    label.name.count == 1 || name.unicodeScalars.allSatisfy { CharacterClass.of($0.value) != .lower }
  }

  /// What has the form of a label: at most five words with capitals, then a colon and white space or the end of the line.
  private func candidate(in range: Range<Int>) -> Label? {
    let bytes = text.bytes
    var start = range.lowerBound
    while start < range.upperBound, start - range.lowerBound < 2, bytes[start] == UInt8(ascii: "*") {
      start += 1
    }
    var index = start
    var words = 0
    var isWordStart = true
    while index < range.upperBound, index - start < Self.longest {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*") {
        guard words > 0, words < 6, bytes[index - 1] != 32 else { return nil }
        var end = index
        // The emphasis ends before or after the colon.
        while end < range.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
        guard end < range.upperBound, bytes[end] == UInt8(ascii: ":") else { return nil }
        end += 1
        while end < range.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
        guard end == range.upperBound || bytes[end] == 32 else { return nil }
        while end < range.upperBound, bytes[end] == 32 { end += 1 }
        // `NATO: “The bridge is open.”` is one quotation and no turn that goes on.
        if end < range.upperBound, [0x22, 0x201C, 0x201E, 0xAB].contains(text.scalar(at: end).value) {
          return nil
        }
        return Label(name: start..<index, contentStart: end)
      }
      if byte == 32 {
        isWordStart = true
      } else {
        if isWordStart {
          words += 1
          guard
            CharacterClass.of(text.scalar(at: index).value) == .upper
              || isParticle(at: index, limit: range.upperBound)
          else { return nil }
        }
        // A label is a name: no commas, no quotation marks, no sentence before it.
        if [0x2C, 0x22, 0x3B, 0x21, 0x3F, 0x2F].contains(byte) { return nil }
        isWordStart = false
      }
      index += 1
    }
    return nil
  }

  /// Whether a small word of names, such as "van" or "bin", is at the offset; never the first word.
  private func isParticle(at index: Int, limit: Int) -> Bool {
    let word = text.bytes[index..<limit].prefix(6).prefix { $0 != 32 && $0 != UInt8(ascii: ":") }
    return [
      "of", "de", "da", "van", "von", "der", "den", "bin", "ibn", "al", "the", "la", "le", "del", "and", "di",
    ]
    .contains(String(decoding: word, as: UTF8.self)) && index > 0 && text.bytes[index - 1] == 32
  }
}
