internal import Layout

/// A line of a text, or a part of one where a stretch of the layout ends in it.
struct TextLine {
  /// Where it stands, in bytes, without white space at its ends.
  let range: Range<Int>
  /// The length in code points.
  let length: Int
  /// The number of bytes of white space before it.
  let indent: Int
  /// The length of the longest line of the lines without a blank one between, long ones left out.
  fileprivate(set) var runWidth: Int
  /// The stretch of the layout that it is in.
  let stretch: TextStretch?

  /// A longer line was not wrapped by hand; in code points.
  static let longestWrapped = 160

  /// All lines of a text.
  static func lines(of text: DocumentText, layout: TextLayout = .unknown) -> [TextLine] {
    let bytes = text.bytes
    var lines: [TextLine] = []
    var runStart = 0
    var width = 0
    func endRun(_ lines: inout [TextLine]) {
      for index in runStart..<lines.count { lines[index].runWidth = width }
      width = 0
    }
    var start = 0
    var stretches = layout.stretches[...]
    while start < bytes.count {
      while let first = stretches.first, first.range.upperBound <= start { stretches.removeFirst() }
      let stretch = stretches.first.flatMap { $0.range.contains(start) ? $0 : nil }
      var end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      let border = stretch?.range.upperBound ?? stretches.first?.range.lowerBound ?? bytes.count
      let isCut = border < end
      if isCut { end = border }
      var first = start
      var last = end
      while first < last, bytes[first] <= 32 { first += 1 }
      while last > first, bytes[last - 1] <= 32 { last -= 1 }
      let line = TextLine(
        range: first..<last, length: text.codePoints(ofBytes: first..<last).count, indent: first - start,
        runWidth: 0, stretch: stretch)
      if line.range.isEmpty && !isCut && (lines.isEmpty || bytes[max(0, start - 1)] == 10) {
        endRun(&lines)
        runStart = lines.count + 1
      }
      lines.append(line)
      if line.length <= longestWrapped { width = max(width, line.length) }
      start = isCut ? end : end + 1
    }
    endRun(&lines)
    return lines
  }
}

/// The marks of layout at the start of a line.
struct LineMarks {
  enum Kind { case text, heading, item, dash }

  /// What the marks say that the line is.
  private(set) var kind = Kind.text
  /// Where the text after the marks starts, in bytes.
  private(set) var contentStart: Int
  /// Whether the dash is a hyphen, which also lists things.
  private(set) var isHyphen = false

  init(text: DocumentText, line: TextLine) {
    let bytes = text.bytes
    let end = line.range.upperBound
    var start = line.range.lowerBound
    func skipSpace() { while start < end, bytes[start] <= 32 { start += 1 } }
    contentStart = start
    while start < end, bytes[start] == UInt8(ascii: ">") {
      start += 1
      skipSpace()
    }
    contentStart = start
    guard start < end else {
      contentStart = line.range.lowerBound
      return
    }
    let rest = bytes[start..<end]
    let hashes = rest.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(hashes), rest.dropFirst(hashes).first == 32 {
      kind = .heading
      start += hashes
    } else if let length = Self.dash(rest) {
      kind = .dash
      isHyphen = rest.first == UInt8(ascii: "-")
      start += length
    } else if let length = Self.bullet(rest) {
      kind = .item
      start += length
    } else {
      return
    }
    skipSpace()
    contentStart = start
  }

  /// The length of "- ", "– " or "—".
  private static func dash(_ line: ArraySlice<UInt8>) -> Int? {
    if line.starts(with: "- ".utf8) { return 1 }
    if line.starts(with: "– ".utf8) { return 3 }
    // Two dashes draw a line or set off a signature.
    if line.starts(with: "—".utf8), !line.dropFirst(3).starts(with: "—".utf8) { return 3 }
    return nil
  }

  /// The length of a bullet, or of a number or letter with its stop or bracket, that white space follows.
  private static func bullet(_ line: ArraySlice<UInt8>) -> Int? {
    for mark in ["* ", "+ ", "• ", "‣ ", "◦ ", "▪ ", "· "] where line.starts(with: mark.utf8) {
      return mark.utf8.count - 1
    }
    let digits = line.prefix(4).prefix { $0 &- 48 < 10 }.count
    let rest = line.dropFirst(digits)
    if (1...3).contains(digits), rest.starts(with: ". ".utf8) || rest.starts(with: ") ".utf8) {
      return digits + 1
    }
    if let letter = line.first, (letter | 32) &- 97 < 26, line.dropFirst().starts(with: ") ".utf8) {
      return 2
    }
    return nil
  }
}
