internal import Layout

/// Reads what `pdftotext -bbox-layout` prints: pages of flows of blocks of lines of words, each with its box, a line of text each.
struct BoxParser {
  private(set) var pages: [PageLayout] = []
  private var rest: [UInt8] = []
  private var flow = 0
  private var block: [PageLine]?
  private var line: [PageWord]?
  private var words = 0

  /// A document with more words is none.
  private static let mostWords = 20_000_000
  private static let longestLine = 1 << 20

  /// Takes the next piece.
  ///
  /// - Throws: `FormatError.tooLarge`.
  mutating func take(_ bytes: ArraySlice<UInt8>) throws(FormatError) {
    var bytes = bytes
    while let end = bytes.firstIndex(of: 10) {
      if rest.isEmpty {
        try read(bytes[..<end])
      } else {
        rest += bytes[..<end]
        let line = rest
        rest = []
        try read(line[...])
      }
      bytes = bytes[(end + 1)...]
    }
    guard rest.count + bytes.count <= Self.longestLine else {
      throw FormatError(.tooLarge, "a word of more than \(Self.longestLine) bytes")
    }
    rest += bytes
  }

  private mutating func read(_ line: ArraySlice<UInt8>) throws(FormatError) {
    let tag = line.drop { $0 == 32 }
    if tag.starts(with: "<word ".utf8) {
      words += 1
      guard words <= Self.mostWords else { throw FormatError(.tooLarge, "more than \(Self.mostWords) words") }
      if let word = Self.word(tag) { self.line?.append(word) }
    } else if tag.starts(with: "<line ".utf8) {
      self.line = []
    } else if tag.starts(with: "</line>".utf8) {
      if let line = self.line.flatMap({ PageLine($0) }) { block?.append(line) }
      self.line = nil
    } else if tag.starts(with: "<block ".utf8) {
      block = []
    } else if tag.starts(with: "</block>".utf8) {
      if let block, !block.isEmpty, !pages.isEmpty {
        pages[pages.count - 1].blocks.append(PageBlock(lines: block, flow: flow))
      }
      block = nil
    } else if tag.starts(with: "<flow>".utf8) {
      flow += 1
    } else if tag.starts(with: "<page ".utf8) {
      flow = 0
      pages.append(
        PageLayout(
          number: pages.count + 1, width: Self.number("width", in: tag) ?? 6120,
          height: Self.number("height", in: tag) ?? 7920))
    }
  }

  private static func word(_ tag: ArraySlice<UInt8>) -> PageWord? {
    guard let open = tag.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let attributes = tag[..<open]
    guard let left = number("xMin", in: attributes), let top = number("yMin", in: attributes),
      let right = number("xMax", in: attributes), let bottom = number("yMax", in: attributes)
    else { return nil }
    var body = tag[(open + 1)...]
    if let close = body.lastIndex(of: UInt8(ascii: "<")) { body = body[..<close] }
    let text = decoded(body)
    guard !text.isEmpty else { return nil }
    return PageWord(
      text: text,
      box: SourceMap.Box(left: left, top: top, right: max(left, right), bottom: max(top, bottom)))
  }

  /// The value of an attribute in tenths of a point; nil where there is none or it is no length of a page.
  private static func number(_ name: String, in tag: ArraySlice<UInt8>) -> Int? {
    let mark = Array("\(name)=\"".utf8)
    var index = tag.startIndex
    while index < tag.endIndex, !tag[index...].starts(with: mark) { index += 1 }
    guard index < tag.endIndex else { return nil }
    let digits = tag[(index + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite, abs(value) < 1_000_000
    else {
      return nil
    }
    return Int((value * 10).rounded())
  }

  /// The text of a word: entities decoded, control characters left out, all that is no UTF-8 replaced.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var rest = bytes
    loop: while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&") {
        for (name, value) in [
          ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'"), ("#39;", "'"),
        ]
        where rest.starts(with: name.utf8) {
          text += Array(value.utf8)
          rest = rest.dropFirst(name.utf8.count)
          continue loop
        }
      }
      if byte >= 32 && byte != 0x7F { text.append(byte) }
    }
    return TextDecoding.isUTF8(text) ? text : Array(String(decoding: text, as: UTF8.self).utf8)
  }
}
