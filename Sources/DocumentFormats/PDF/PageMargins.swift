internal import Layout

/// Finds what stands at the head and the foot of pages: lines that come again, and page numbers.
struct PageMargins {
  /// A line by its page and its number among the page's lines.
  struct Place: Hashable {
    var page: Int
    var line: Int
  }

  private(set) var headers: Set<Place> = []
  private(set) var footers: Set<Place> = []
  /// The number that is printed on each page, by the index of the page.
  private(set) var labels: [Int: String] = [:]

  /// So many lines from the edge are looked at.
  private static let depth = 3
  /// The share of a page's height in which its head or foot stands.
  private static let zone = 8

  /// Lines side by side at an edge of a page.
  private struct Row: Hashable {
    var page: Int
    var isTop: Bool
    /// Counted from the edge.
    var number: Int
  }

  private struct Candidate {
    var place: Place
    var isTop: Bool
    /// Counted from the edge; lines side by side have the same.
    var rowNumber: Int
    /// Whether it is nearest to the edge, and white space is between it and all else.
    var isApart: Bool
    var row: Row { Row(page: place.page, isTop: isTop, number: rowNumber) }
    var form: String
    var text: String
  }

  init(_ pages: [PageLayout]) {
    var candidates: [Candidate] = []
    for (index, page) in pages.enumerated() { candidates += Self.candidates(on: page, index) }
    findRepeated(candidates, pages: pages.count)
    findNumbers(candidates, pages: pages.count)
    findSpread(candidates, on: pages)
  }

  /// The lines nearest to the edges of a page.
  private static func candidates(on page: PageLayout, _ index: Int) -> [Candidate] {
    let lines = page.lines.enumerated().filter { $0.element.isUpright }
    var found: [Candidate] = []
    for isTop in [true, false] {
      let ordered = lines.sorted {
        isTop
          ? ($0.element.box.top, $0.offset) < ($1.element.box.top, $1.offset)
          : ($0.element.box.bottom, $0.offset) > ($1.element.box.bottom, $1.offset)
      }
      var rows = 0
      var last: PageLine?
      for line in ordered {
        // Lines side by side are one row.
        if let last, abs(last.middle - line.element.middle) * 2 <= last.height {} else { rows += 1 }
        last = line.element
        let distance = isTop ? line.element.box.bottom : page.height - line.element.box.top
        guard rows <= depth, distance * zone <= page.height * (rows == 1 ? 2 : 1) else { break }
        let text = line.element.text
        found.append(
          Candidate(
            place: Place(page: index, line: line.offset), isTop: isTop, rowNumber: rows,
            isApart: rows == 1 && distance * zone <= page.height
              && isApart(line.element, lines.map(\.element)),
            form: masked(text), text: text))
      }
    }
    return found
  }

  /// Whether more than a line's height of white space is above and below a line.
  private static func isApart(_ line: PageLine, _ lines: [PageLine]) -> Bool {
    !lines.contains {
      $0.box.top - line.box.bottom < line.height && line.box.top - $0.box.bottom < line.height
        && abs($0.middle - line.middle) * 2 > line.height
    }
  }

  /// A text with its digits masked, and without the white space around them.
  private static func masked(_ text: String) -> String {
    var form: [UInt8] = []
    for byte in text.utf8 {
      if (48...57).contains(byte) {
        if form.last != 48 { form.append(48) }
      } else if byte > 32 {
        form.append((65...90).contains(byte) ? byte | 32 : byte)
      }
    }
    return String(decoding: form, as: UTF8.self)
  }

  /// Lines that stand at the same edge of half of the pages, or of half of the left or the right ones.
  private mutating func findRepeated(_ candidates: [Candidate], pages: Int) {
    guard pages > 1 else { return }
    struct Key: Hashable {
      var form: String
      var isTop: Bool
    }
    var pagesOfForm: [Key: Set<Int>] = [:]
    for candidate in candidates where candidate.form.utf8.count > 1 {
      pagesOfForm[Key(form: candidate.form, isTop: candidate.isTop), default: []].insert(candidate.place.page)
    }
    for candidate in candidates {
      let known = pagesOfForm[Key(form: candidate.form, isTop: candidate.isTop)] ?? []
      let odd = known.filter { $0 % 2 == 1 }.count
      let even = known.count - odd
      let isRepeated =
        known.count * 2 >= pages && known.count > 1
        || pages >= 4 && max(odd * 4, even * 4) >= pages && known.count > 1
        || pages >= 12 && known.count >= 4 && isRun(known)
      if isRepeated { add(candidate) }
    }
  }

  /// Rows at an edge of which one piece stands at the left and one at the right of the page, as running heads do also on a page alone.
  private mutating func findSpread(_ candidates: [Candidate], on pages: [PageLayout]) {
    let rows = Dictionary(grouping: candidates.filter(\.isApart), by: \.row)
    for row in rows.values where row.count > 1 {
      guard let first = row.first, pages.indices.contains(first.place.page) else { continue }
      let lines = pages[first.place.page].lines
      let pieces = row.filter { lines.indices.contains($0.place.line) }.map { lines[$0.place.line] }
        .sorted { $0.box.left < $1.box.left }
      guard let left = pieces.first, let right = pieces.last,
        pieces.reduce(0, { $0 + $1.words.count }) <= Self.longestHead
      else { continue }
      let textLeft = lines.map(\.box.left).min() ?? 0
      let textRight = lines.map(\.box.right).max() ?? 0
      let width = textRight - textLeft
      let gap = zip(pieces, pieces.dropFirst()).map { $1.box.left - $0.box.right }.max() ?? 0
      guard (left.box.left - textLeft) * 20 <= width, (textRight - right.box.right) * 20 <= width,
        gap * 5 >= width
      else { continue }
      for candidate in row { add(candidate) }
    }
  }

  /// A running head has at most so many words.
  private static let longestHead = 12

  /// Whether pages follow each other, as those of a chapter with its name at their heads.
  private func isRun(_ pages: Set<Int>) -> Bool {
    guard let first = pages.min(), let last = pages.max() else { return false }
    return last - first < pages.count * 2 + 2
  }

  private mutating func add(_ candidate: Candidate) {
    if candidate.isTop { headers.insert(candidate.place) } else { footers.insert(candidate.place) }
  }

  /// Numbers at an edge that count on with the pages, and those that stand alone on a line at the very edge.
  private mutating func findNumbers(_ candidates: [Candidate], pages: Int) {
    var offsets: [Int: Int] = [:]
    var romanOffsets: [Int: Int] = [:]
    var numbers: [(candidate: Candidate, number: PrintedNumber)] = []
    var rows: [Row: [Candidate]] = [:]
    for candidate in candidates {
      rows[candidate.row, default: []].append(candidate)
      guard let number = PrintedNumber(candidate.text) else { continue }
      numbers.append((candidate, number))
      if number.isRoman {
        romanOffsets[number.value - candidate.place.page, default: 0] += 1
      } else {
        offsets[number.value - candidate.place.page, default: 0] += 1
      }
    }
    let best = offsets.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let bestRoman = romanOffsets.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    for (candidate, number) in numbers {
      let offset = number.value - candidate.place.page
      let count = (number.isRoman ? romanOffsets : offsets)[offset] ?? 0
      let isCounting =
        offset == (number.isRoman ? bestRoman : best) && (count > 1 || pages == 1)
        || number.isAlone && candidate.isApart && (number.isRoman || number.isDashed)
      guard isCounting || number.isAlone && (count > 1 || candidate.isApart) else { continue }
      if number.isAlone {
        // The name of the chapter may stand beside its page's number.
        for other in rows[candidate.row] ?? [] { add(other) }
      }
      if isCounting, labels[candidate.place.page] == nil, number.isAlone || isMargin(candidate.place) {
        labels[candidate.place.page] = number.text
      }
    }
  }

  private func isMargin(_ place: Place) -> Bool { headers.contains(place) || footers.contains(place) }
}

/// A page number as it is printed: alone, between dashes, after "Page", before "of 12", or at an end of a running head.
struct PrintedNumber {
  let text: String
  let value: Int
  let isRoman: Bool
  /// Whether nothing else stands on the line.
  let isAlone: Bool
  /// Whether it stands between dashes.
  let isDashed: Bool

  init?(_ line: String) {
    let words = line.split { $0 == " " || $0 == "|" || $0 == "/" }.map(String.init).filter {
      !Self.core($0).isEmpty
    }
    guard let first = words.first, let last = words.last, words.count < 30 else { return nil }
    let rest = words.map { $0.lowercased() }.filter { word in
      !DocumentWords.page.contains(Self.core(word)) && !DocumentWords.pageOf.contains(word)
    }
    let isDashed = Self.dashes.contains { line.first == $0 } && Self.dashes.contains { line.last == $0 }
    let isAlone = rest.count == 1 || rest.count == 2 && rest.allSatisfy { Int(Self.core($0)) != nil }
    let candidates = isAlone ? [rest[0]] : [last, first]
    for candidate in candidates {
      let core = Self.core(candidate)
      if core.utf8.count <= 4, let value = Int(core), value >= 0 {
        self.init(text: core, value: value, isRoman: false, isAlone: isAlone, isDashed: isDashed)
        return
      }
      if isAlone, let value = Self.roman(core) {
        self.init(text: core, value: value, isRoman: true, isAlone: true, isDashed: isDashed)
        return
      }
    }
    return nil
  }

  private static let dashes: [Character] = ["-", "–", "—"]

  private init(text: String, value: Int, isRoman: Bool, isAlone: Bool, isDashed: Bool) {
    self.isDashed = isDashed
    self.text = text
    self.value = value
    self.isRoman = isRoman
    self.isAlone = isAlone
  }

  /// A word without the marks around it.
  private static func core(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    guard
      let first = scalars.firstIndex(where: { $0.properties.isAlphabetic || (48...57).contains($0.value) }),
      let last = scalars.lastIndex(where: { $0.properties.isAlphabetic || (48...57).contains($0.value) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// Whether bytes are a number in small Roman letters.
  static func isRoman(_ bytes: some Collection<UInt8>) -> Bool {
    roman(String(decoding: Array(bytes), as: UTF8.self)) != nil
  }

  private static func roman(_ text: String) -> Int? {
    let values: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
    guard text.utf8.count <= 8, text == text.lowercased() else { return nil }
    var total = 0
    var last = 0
    for letter in text.reversed() {
      guard let value = values[letter] else { return nil }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return total > 0 ? total : nil
  }
}
