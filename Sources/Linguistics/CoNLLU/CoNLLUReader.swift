/// Reads words and sentences out of CoNLL-U (https://universaldependencies.org/format.html).
///
/// Only the numbers, forms and `SpaceAfter=No` are read, and the comments kept; empty nodes are left out.
package struct CoNLLUReader {
  /// The lines of one document.
  package struct Part: Sendable {
    package let bytes: [UInt8]
    /// The number in the file of its first line, from 1.
    package let firstLine: Int
    /// The name of a document whose `# newdoc` line is missing.
    package let defaultName: String?
  }

  /// Cuts a file before each `# newdoc`; takes linear time.
  ///
  /// - Parameter name: what a document without a `# newdoc` line is called.
  package static func parts(of bytes: [UInt8], name: String) -> [Part] {
    var parts: [Part] = []
    var start = 0
    var startLine = 1
    var line = 1
    var lineStart = 0
    var hasName = false
    func finish(at end: Int) {
      guard bytes[start..<end].contains(where: { $0 > 32 }) else { return }
      parts.append(
        Part(bytes: Array(bytes[start..<end]), firstLine: startLine, defaultName: hasName ? nil : name))
    }
    while lineStart < bytes.count {
      let end = bytes[lineStart...].firstIndex(of: 10) ?? bytes.count
      if isNewDocument(bytes[lineStart..<end]) {
        finish(at: lineStart)
        (start, startLine, hasName) = (lineStart, line, true)
      }
      lineStart = end + 1
      line += 1
    }
    finish(at: bytes.count)
    return parts
  }

  /// Whether the line is `# newdoc`, with or without a name.
  private static func isNewDocument(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "#") else { return false }
    let rest = line.dropFirst().drop { $0 == 32 }
    guard rest.starts(with: "newdoc".utf8) else { return false }
    let next = rest.dropFirst(6).first
    return next == nil || next == 32 || next == 13 || next == UInt8(ascii: "=")
  }

  private let part: Part
  private var text: [UInt8] = []
  private var tokens: [Token] = []
  private var sentences: [SentenceSpan] = []
  private var comments: [[String]] = []
  private var speakers: [String?] = []
  private var writtenForms: [Int: String] = [:]
  private var name: String?

  // The sentence at hand.
  private var lines: [String] = []
  private var speaker: String?
  private var startsParagraph = false
  private var firstToken = 0
  private var turn: Int?
  private var turns = 0
  /// A multiword token whose words are still to come.
  private var written: (form: [UInt8], first: Int, last: Int, isSpaceAfter: Bool)?

  private init(_ part: Part) {
    self.part = part
    name = part.defaultName
  }

  /// Reads a document.
  ///
  /// - Throws: `LinguisticsError.badCoNLLU` with the number of the line.
  package static func document(_ part: Part) throws(LinguisticsError) -> CoNLLUDocument {
    var reader = CoNLLUReader(part)
    var number = part.firstLine
    var start = 0
    while start < part.bytes.count {
      var end = part.bytes[start...].firstIndex(of: 10) ?? part.bytes.count
      let next = end + 1
      if end > start, part.bytes[end - 1] == 13 { end -= 1 }
      try reader.read(part.bytes[start..<end], number)
      start = next
      number += 1
    }
    try reader.endSentence(number)
    let segmentation = Segmentation(
      text: DocumentText(reader.text), tokens: reader.tokens, sentences: reader.sentences)
    return CoNLLUDocument(
      name: reader.name, segmentation: segmentation, comments: reader.comments, speakers: reader.speakers,
      writtenForms: reader.writtenForms)
  }

  private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) throws(LinguisticsError) {
    if line.allSatisfy({ $0 == 32 || $0 == 9 }) { return try endSentence(number) }
    if line.first == UInt8(ascii: "#") { return comment(line) }
    let cells = line.split(separator: 9, omittingEmptySubsequences: false)
    guard cells.count == 10 else {
      throw Self.bad(number, "\(cells.count) columns instead of 10, which tabs separate")
    }
    if cells[0].contains(UInt8(ascii: ".")) { return try skipEmptyNode(cells[0], number) }
    let form = cells[1]
    guard !form.isEmpty else { throw Self.bad(number, "the form is empty") }
    let isSpaceAfter = !cells[9].split(separator: UInt8(ascii: "|")).contains {
      $0.elementsEqual("SpaceAfter=No".utf8)
    }
    let next = tokens.count - firstToken + 1
    if let hyphen = cells[0].firstIndex(of: UInt8(ascii: "-")) {
      guard written == nil, let first = Self.number(cells[0][..<hyphen]), first == next,
        let last = Self.number(cells[0][(hyphen + 1)...]), last > first, last - first < Int(UInt8.max)
      else {
        throw Self.bad(number, "the words \(Self.quoted(cells[0])) of a token do not follow the words before")
      }
      written = (Array(form), first, last, isSpaceAfter)
      return
    }
    guard Self.number(cells[0]) == next else {
      throw Self.bad(number, "the word's number is \(Self.quoted(cells[0])) instead of \(next)")
    }
    append(form, isSpaceAfter: isSpaceAfter, number: next)
  }

  private mutating func append(_ form: ArraySlice<UInt8>, isSpaceAfter: Bool, number: Int) {
    let start = text.count
    text += form
    var (isSpaceAfter, count) = (isSpaceAfter, UInt8(1))
    if let written {
      isSpaceAfter = number == written.last && written.isSpaceAfter
      count = number == written.first ? UInt8(clamping: written.last - written.first + 1) : 0
    }
    tokens.append(Token(range: start..<text.count, isSpaceAfter: isSpaceAfter, wordsInToken: count))
    if let written, number == written.last {
      let first = firstToken + written.first - 1
      let side = text[tokens[first].range.lowerBound...]
      if !side.elementsEqual(written.form) {
        writtenForms[first] = String(decoding: written.form, as: UTF8.self)
      }
      self.written = nil
    }
    if isSpaceAfter { text.append(32) }
  }

  private mutating func comment(_ line: ArraySlice<UInt8>) {
    let comment = String(decoding: line, as: UTF8.self)
    let body = comment.dropFirst().drop { $0 == " " }
    if Self.isNewDocument(line) {
      name = Self.value(of: "newdoc id", in: body)
      return
    }
    if body.hasPrefix("global.Entity") { return }
    if body.hasPrefix("newpar"), body.dropFirst(6).first.map({ $0 == " " || $0 == "=" }) ?? true {
      startsParagraph = true
    }
    if let value = Self.value(of: "speaker", in: body) { speaker = value }
    lines.append(comment)
  }

  private static func value(of key: String, in comment: Substring) -> String? {
    guard comment.hasPrefix(key) else { return nil }
    let rest = comment.dropFirst(key.count).drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    return String(rest.dropFirst().drop { $0 == " " })
  }

  private mutating func endSentence(_ number: Int) throws(LinguisticsError) {
    if written != nil { throw Self.bad(number, "the sentence ends inside a token of several words") }
    defer {
      lines = []
      speaker = nil
      startsParagraph = false
      firstToken = tokens.count
    }
    guard firstToken < tokens.count else { return }
    // Another speaker takes the turn; without one there is none.
    if speaker == nil {
      turn = nil
    } else if turn == nil || speakers.last != speaker {
      turn = turns
      turns += 1
    }
    sentences.append(
      SentenceSpan(
        words: firstToken..<tokens.count,
        range: tokens[firstToken].range.lowerBound..<tokens[tokens.count - 1].range.upperBound,
        startsParagraph: startsParagraph, turn: turn))
    comments.append(lines)
    speakers.append(speaker)
  }

  private func skipEmptyNode(_ cell: ArraySlice<UInt8>, _ number: Int) throws(LinguisticsError) {
    let numbers = cell.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard numbers.count == 2, Self.number(numbers[0]) == tokens.count - firstToken,
      Self.number(numbers[1]) != nil
    else { throw Self.bad(number, "the empty node \(Self.quoted(cell)) does not follow the word before it") }
  }

  /// A number of decimal digits.
  private static func number(_ cell: ArraySlice<UInt8>) -> Int? {
    guard !cell.isEmpty, cell.count < 10, cell.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    return cell.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func quoted(_ cell: ArraySlice<UInt8>) -> String {
    "“" + String(decoding: cell.prefix(20), as: UTF8.self) + "”"
  }

  private static func bad(_ number: Int, _ what: String) -> LinguisticsError {
    LinguisticsError(.badCoNLLU, "line \(number): \(what)")
  }
}
