/// A stretch of text that no sentence crosses: a paragraph, a heading, a list item, a turn of an interview.
struct Block {
  /// Where its text stands, in bytes, without list marks and speaker labels.
  var range: Range<Int>
  /// The number of the turn it belongs to, or nil outside of any.
  var turn: Int?
  /// The label of the speaker, in bytes, where the text names one.
  var speaker: Range<Int>?
}

/// Cuts a text into blocks, line by line.
struct BlockFinder {
  private let text: DocumentText
  private var bytes: [UInt8] { text.bytes }

  /// A line longer than this is a paragraph of its own; shorter ones are wrapped by hand.
  private static let longestWrappedLine = 120

  /// Labels such as "Anna Berg:" that head two lines or more.
  private var repeatedLabels: Set<String> = []

  init(text: DocumentText) {
    self.text = text
    var seen: Set<String> = []
    var start = 0
    while start < text.bytes.count {
      let end = endOfLine(from: start)
      let line = trimmed(start..<end)
      if let colon = text.bytes[line].prefix(48).firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound {
        let label = text.string(line.lowerBound..<colon)
        if !seen.insert(label).inserted { repeatedLabels.insert(label) }
      }
      start = end + 1
    }
  }

  func blocks() -> [Block] {
    var blocks: [Block] = []
    var open: Block?
    var isInFence = false
    var turn: Int?
    var speaker: Range<Int>?
    var lineStart = 0
    while lineStart < bytes.count {
      let lineEnd = endOfLine(from: lineStart)
      var line = trimmed(lineStart..<lineEnd)
      defer { lineStart = lineEnd + 1 }
      if starts(line, with: "```") || starts(line, with: "~~~") {
        isInFence.toggle()
        close(&open, into: &blocks)
        continue
      }
      if isInFence { continue }
      if line.isEmpty {
        close(&open, into: &blocks)
        continue
      }
      var startsBlock = false
      var isAlone = false
      if bytes[line.lowerBound] == UInt8(ascii: "#") {
        line = skip(line) { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }
        isAlone = true
      } else if bytes[line.lowerBound] == UInt8(ascii: ">") {
        line = skip(line) { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: " ") }
      } else if let mark = turnMark(line) {
        line = trimmed(mark..<line.upperBound)
        turn = (turn ?? -1) + 1
        speaker = nil
        startsBlock = true
      } else if let mark = listMark(line) {
        line = trimmed(mark..<line.upperBound)
        startsBlock = true
      }
      if let label = speakerLabel(line) {
        speaker = label
        turn = (turn ?? -1) + 1
        line = trimmed(label.upperBound + 1..<line.upperBound)
        startsBlock = true
      }
      if line.isEmpty { continue }
      let isLong = line.count > Self.longestWrappedLine
      if startsBlock || isAlone || isLong { close(&open, into: &blocks) }
      if let current = open {
        open?.range = current.range.lowerBound..<line.upperBound
      } else {
        open = Block(range: line, turn: turn, speaker: speaker)
      }
      if isAlone || isLong { close(&open, into: &blocks) }
    }
    close(&open, into: &blocks)
    return blocks
  }

  private func close(_ open: inout Block?, into blocks: inout [Block]) {
    if let block = open { blocks.append(block) }
    open = nil
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return end
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = max(start, range.upperBound)
    while start < end, bytes[start] <= 32 { start += 1 }
    while end > start, bytes[end - 1] <= 32 { end -= 1 }
    return start..<end
  }

  private func skip(_ range: Range<Int>, while condition: (UInt8) -> Bool) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, condition(bytes[start]) { start += 1 }
    return start..<range.upperBound
  }

  private func starts(_ range: Range<Int>, with prefix: String) -> Bool {
    bytes[range].starts(with: prefix.utf8)
  }

  /// The offset after "- " or "— " at the start of a line: a turn of an interview or an item of a list.
  private func turnMark(_ line: Range<Int>) -> Int? {
    for mark in ["- ", "– ", "— ", "—"] where starts(line, with: mark) {
      return line.lowerBound + mark.utf8.count
    }
    return nil
  }

  private func listMark(_ line: Range<Int>) -> Int? {
    for mark in ["* ", "+ ", "• "] where starts(line, with: mark) { return line.lowerBound + mark.utf8.count }
    let number = skip(line) { $0 >= 48 && $0 <= 57 }
    guard number.lowerBound > line.lowerBound, number.lowerBound - line.lowerBound < 4 else { return nil }
    if starts(number, with: ". ") || starts(number, with: ") ") { return number.lowerBound + 2 }
    return nil
  }

  /// The label of "SMITH:" or "Q:" at the start of a line: at most four words, each with a capital.
  private func speakerLabel(_ line: Range<Int>) -> Range<Int>? {
    var index = line.lowerBound
    var words = 0
    var isWordStart = true
    while index < line.upperBound, index - line.lowerBound < 48 {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        let next = index + 1
        guard words > 0, next < line.upperBound, bytes[next] == 32 else { return nil }
        let label = line.lowerBound..<index
        // "Early life: he was …" is no turn; a name in small letters has to head several lines.
        let isShort = label.count == 1 || text.string(label).allSatisfy { !$0.isLowercase }
        return isShort || repeatedLabels.contains(text.string(label)) ? label : nil
      }
      if byte == 32 {
        isWordStart = true
      } else {
        if isWordStart {
          words += 1
          if byte < 0x80, !(byte >= 65 && byte <= 90) { return nil }
        }
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") { return nil }
        isWordStart = false
      }
      index += 1
    }
    return nil
  }
}
