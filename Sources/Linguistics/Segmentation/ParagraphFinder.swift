internal import Layout

/// A stretch of text that no sentence crosses: a paragraph, a heading, an item of a list, a turn of an interview.
struct Paragraph {
  /// Where it stands, in bytes, with its marks of layout.
  var range: Range<Int>
  /// Where the text after the marks of layout starts.
  var contentStart: Int
  var kind: StretchKind
  /// The number of the turn it belongs to, or nil outside of any.
  var turn: Int?
  /// The label of the speaker, in bytes, where the text names one.
  var speaker: Range<Int>?
  /// The items of the list that its last sentence introduces and goes on with, each with where its content starts.
  var items: [(range: Range<Int>, contentStart: Int)] = []
}

/// Cuts a text into paragraphs, line by line.
///
/// Lines of one paragraph go on where they were wrapped: by their length, and by how the one ends and the other starts.
/// A dash at the start of a line opens a turn of a dialogue, or an item where the lines around make a list of it.
struct ParagraphFinder {
  private let text: DocumentText
  private let lines: [TextLine]
  private let labels: SpeakerLabels

  private var found: [Paragraph] = []
  /// The paragraph that the next line may go on with.
  private var open: Paragraph?
  private var openLines = 0
  /// The mark of the code block that is open.
  private var fence: UInt8?
  /// The last line that may close a code block, by its mark; what is never closed is no code block.
  private var lastFences: [UInt8: Int] = [:]
  private var turn: Int?
  private var turns = 0
  private var speaker: Range<Int>?
  private var dashes = Dashes.unknown
  /// Whether the last line of text announced something, by a colon.
  private var isAnnounced = false

  /// What dashes at the start of lines mean.
  private enum Dashes { case unknown, items, turns }

  init(text: DocumentText, layout: TextLayout = .unknown) {
    self.text = text
    lines = TextLine.lines(of: text, layout: layout)
    labels = SpeakerLabels(text: text, lines: lines)
    for (index, line) in lines.enumerated() {
      if let mark = Self.fenceMark(text, line) { lastFences[mark] = index }
    }
  }

  /// The paragraphs, in order; between them is nothing but white space.
  func paragraphs() -> [Paragraph] {
    var state = self
    for index in lines.indices { state.read(index) }
    state.close()
    return state.withItems()
  }

  /// An item that is part of a sentence is no longer, in bytes, and a list of such has no more.
  private static let longestItem = 100
  private static let mostItems = 40

  /// The paragraphs, each with the items of the list that its last words announce: "The members are:".
  ///
  /// Items that are sentences of their own stay apart.
  private func withItems() -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(found.count)
    var index = 0
    while index < found.count {
      var paragraph = found[index]
      index += 1
      if paragraph.kind == .body, text.bytes[paragraph.range.upperBound - 1] == UInt8(ascii: ":") {
        var end = index
        while end < found.count, end - index <= Self.mostItems, isPartOfSentence(found[end], after: paragraph)
        {
          end += 1
        }
        let isWhole = end == found.count || found[end].kind != .list
        if end - index > 1, isWhole {
          paragraph.items = found[index..<end].map { ($0.range, $0.contentStart) }
          index = end
        }
      }
      paragraphs.append(paragraph)
    }
    return paragraphs
  }

  private func isPartOfSentence(_ item: Paragraph, after paragraph: Paragraph) -> Bool {
    guard item.kind == .list, item.turn == paragraph.turn, item.contentStart > item.range.lowerBound,
      item.range.count <= Self.longestItem
    else { return false }
    let content = text.bytes[item.contentStart..<item.range.upperBound]
    return !content.contains(where: { [0x3A, 0x3F, 0x21, 10].contains($0) })
      && content.dropLast().count { $0 == UInt8(ascii: ".") } < 2
      && content.split(separator: 32).count < 12
  }

  private mutating func read(_ index: Int) {
    let line = lines[index]
    guard !line.range.isEmpty else { return close() }
    if let kind = line.stretch?.kind, !kind.isProse { return append(line, kind: kind) }
    if let mark = Self.fenceMark(text, line), fence == nil ? (lastFences[mark] ?? 0) > index : fence == mark {
      fence = fence == nil ? mark : nil
      return append(line, kind: .code)
    }
    if fence != nil { return append(line, kind: .code) }
    if isRule(line) {
      // A line under a line makes a heading of it.
      let mark = text.bytes[line.range.lowerBound]
      let isHeading =
        openLines == 1 && (mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"))
        && lines[index - 1].length < 80
        && !endsSentence(lines[index - 1])
      if isHeading {
        open?.kind = .heading
        endTurn()
      }
      return append(line, kind: .body)
    }
    let marks = LineMarks(text: text, line: line)
    if open != nil, index > 0, goesOn(lines[index - 1], line, marks) { return extend(line) }
    if marks.kind == .heading { endTurn() }
    var contentStart = marks.contentStart
    var kind = marks.kind == .heading ? StretchKind.heading : .body
    if marks.kind != .heading, let label = labels.label(in: contentStart..<line.range.upperBound) {
      contentStart = label.contentStart
      startTurn(speaker: label.name)
    } else {
      switch marks.kind {
      case .dash where isItem(line, marks):
        kind = .list
        dashes = .items
      case .dash:
        dashes = .turns
        startTurn(speaker: nil)
      case .item: kind = .list
      case .heading: dashes = .unknown
      case .text: if dashes == .items { dashes = .unknown }
      }
    }
    isAnnounced = text.bytes[line.range.upperBound - 1] == UInt8(ascii: ":")
    if let given = line.stretch?.kind, given != .body { kind = given }
    close()
    open = Paragraph(range: line.range, contentStart: contentStart, kind: kind, turn: turn, speaker: speaker)
    openLines = 1
    if kind == .heading { close() }
  }

  private mutating func startTurn(speaker name: Range<Int>?) {
    turn = turns
    turns += 1
    speaker = name
  }

  private mutating func endTurn() {
    turn = nil
    speaker = nil
  }

  private mutating func append(_ line: TextLine, kind: StretchKind) {
    close()
    found.append(
      Paragraph(
        range: line.range, contentStart: line.range.lowerBound, kind: kind, turn: turn, speaker: speaker))
  }

  private mutating func extend(_ line: TextLine) {
    if let current = open { open?.range = current.range.lowerBound..<line.range.upperBound }
    openLines += 1
    isAnnounced = text.bytes[line.range.upperBound - 1] == UInt8(ascii: ":")
  }

  private mutating func close() {
    if let open { found.append(open) }
    open = nil
    openLines = 0
  }

  // MARK: Lines

  /// The first byte of a line that opens or closes a code block.
  private static func fenceMark(_ text: DocumentText, _ line: TextLine) -> UInt8? {
    let start = text.bytes[line.range].prefix(3)
    guard start.count == 3, let first = start.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
    else {
      return nil
    }
    return start.allSatisfy { $0 == first } ? first : nil
  }

  /// Whether the line is a row of three or more equal signs, dashes, asterisks or underscores.
  private func isRule(_ line: TextLine) -> Bool {
    let bytes = text.bytes[line.range]
    guard bytes.count > 2, let first = bytes.first, [0x2D, 0x3D, 0x2A, 0x5F].contains(first) else {
      return false
    }
    return bytes.allSatisfy { $0 == first || $0 == 32 }
  }

  /// Whether a dash opens an item of a list, not a turn.
  private func isItem(_ line: TextLine, _ marks: LineMarks) -> Bool {
    guard marks.isHyphen, dashes != .turns || isAnnounced else { return false }
    if dashes == .items || isAnnounced || line.indent > 1 { return true }
    // What is said is a sentence; what is listed mostly is not.
    return line.length < 60 && !endsSentence(line)
  }

  /// Whether a line goes on with the one before it.
  private func goesOn(_ previous: TextLine, _ line: TextLine, _ marks: LineMarks) -> Bool {
    if previous.stretch != line.stretch { return false }
    let startsSmall = startsSmall(marks.contentStart)
    let isOpenEnded = !endsSentence(previous)
    guard marks.kind == .text else {
      // A dash in the middle of a wrapped sentence.
      return marks.kind == .dash && startsSmall && isOpenEnded && previous.length >= 50
        && previous.length + firstWordLength(marks.contentStart, line) + 3 > previous.runWidth
    }
    if labels.label(in: marks.contentStart..<line.range.upperBound) != nil { return false }
    // The rows of a table; what is quoted and what is not.
    let (first, before) = (text.bytes[line.range.lowerBound], text.bytes[previous.range.lowerBound])
    if first == UInt8(ascii: "|") || before == UInt8(ascii: "|") { return false }
    if (first == UInt8(ascii: ">")) != (before == UInt8(ascii: ">")) { return false }
    if previous.length > TextLine.longestWrapped || line.length > TextLine.longestWrapped { return false }
    if startsSmall && isOpenEnded { return true }
    guard previous.runWidth >= 40 else { return false }
    return previous.length + firstWordLength(marks.contentStart, line) + 6 > previous.runWidth
  }

  private func startsSmall(_ start: Int) -> Bool {
    start < text.bytes.count && text.character(at: start).class == .lower
  }

  private func firstWordLength(_ start: Int, _ line: TextLine) -> Int {
    text.bytes[start..<max(start, line.range.upperBound)].prefix(80).prefix { $0 > 32 }.count
  }

  /// Whether the line ends as sentences do.
  private func endsSentence(_ line: TextLine) -> Bool {
    var end = line.range.upperBound
    while end > line.range.lowerBound {
      switch text.bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: ";"):
        return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "*"):
        end -= 1
      case 0x9D, 0x99:  // ” ’
        guard end - 3 >= line.range.lowerBound, text.bytes[end - 3] == 0xE2, text.bytes[end - 2] == 0x80
        else {
          return false
        }
        end -= 3
      case 0xA6:  // …
        return end - 3 >= line.range.lowerBound && text.bytes[end - 3] == 0xE2 && text.bytes[end - 2] == 0x80
      case 0x82: return end - 3 >= line.range.lowerBound && text.bytes[end - 3] == 0xE3  // 。
      default: return false
      }
    }
    return false
  }
}
