internal import Layout

/// Finds the footnotes of a page: lines of small letters below all others, each note with its number first.
struct PageFootnotes {
  /// The lines of each note.
  private(set) var notes: [[PageLine]] = []
  /// The lines of the page that they are.
  private(set) var lines: Set<Int> = []
  /// Their numbers, as they stand in the text as well.
  private(set) var markers: Set<String> = []

  private static let symbols: Set<String> = ["*", "**", "∗", "∗∗", "†", "‡", "§", "¶", "‖"]

  init(_ page: PageLayout, bodyHeight: Int, except other: Set<Int>) {
    let all = page.lines.enumerated().filter { !other.contains($0.offset) && $0.element.isUpright }
    let small = all.filter {
      $0.element.height * 100 <= bodyHeight * 93 && $0.element.box.top * 100 >= page.height * 35
    }
    let lowestBody = all.filter { $0.element.height * 100 > bodyHeight * 93 }
    guard
      let start = small.firstIndex(where: { line in
        Self.marker(line.element) != nil
          && !lowestBody.contains {
            $0.element.box.top > line.element.box.top && Self.overlap($0.element, line.element)
          }
      })
    else { return }
    var last: PageLine?
    for line in small[start...] {
      // Another column may have notes of its own; small letters with text below them are none.
      if lowestBody.contains(where: {
        $0.element.box.top > line.element.box.top && Self.overlap($0.element, line.element)
      }) {
        continue
      }
      if let marker = Self.marker(line.element) {
        notes.append([line.element])
        markers.insert(marker)
      } else if let previous = last,
        line.element.box.top - previous.box.bottom <= line.element.height * 2
          || line.element.box.left > previous.box.right
      {
        notes[notes.count - 1].append(line.element)
      } else {
        continue
      }
      lines.insert(line.offset)
      last = line.element
    }
  }

  private static func overlap(_ a: PageLine, _ b: PageLine) -> Bool {
    a.box.left < b.box.right && b.box.left < a.box.right
  }

  /// The number or sign that a line starts with, as a note does: "3 See …", "3See …", "[3] See …".
  private static func marker(_ line: PageLine) -> String? {
    guard let word = line.words.first else { return nil }
    let text = String(decoding: word.text, as: UTF8.self)
    for symbol in symbols where text == symbol || text.hasPrefix(symbol) && line.words.count > 1 {
      return symbol
    }
    let core = word.text.drop { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") }
    let digits = core.prefix { (48...57).contains($0) }
    guard (1...3).contains(digits.count), line.words.count > 1 || core.count > digits.count + 2 else {
      return nil
    }
    let rest = core.dropFirst(digits.count).drop { [0x5D, 0x29, 0x2E].contains($0) }
    let isGlued = rest.first.map { ($0 | 32) &- 97 < 26 || $0 >= 0x80 } ?? true
    return isGlued ? String(decoding: digits, as: UTF8.self) : nil
  }

  /// A word without the number of a note that stands raised at its end; empty where the word is nothing else.
  static func withoutMarker(_ word: [UInt8], _ markers: Set<String>) -> [UInt8] {
    guard !markers.isEmpty else { return word }
    for symbol in symbols
    where markers.contains(symbol) && word.count > symbol.utf8.count
      && word.suffix(symbol.utf8.count).elementsEqual(symbol.utf8)
    {
      return Array(word.dropLast(symbol.utf8.count))
    }
    let digits = word.suffix(3).reversed().prefix { (48...57).contains($0) }.count
    guard digits > 0, digits < word.count else { return word }
    for count in (1...digits).reversed() {
      let marker = String(decoding: word.suffix(count), as: UTF8.self)
      let before = word[word.count - count - 1]
      let isAfterWord =
        (before | 32) &- 97 < 26 && word.count - count > 2
        || [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x22].contains(before) || before >= 0x80
      // "3.5" and "1,200" are numbers; a stop with a digit before it is part of one.
      let isNumber = word.dropLast(count + 1).last.map { (48...57).contains($0) } ?? false
      if markers.contains(marker), isAfterWord, !isNumber { return Array(word.dropLast(count)) }
    }
    return word
  }
}
