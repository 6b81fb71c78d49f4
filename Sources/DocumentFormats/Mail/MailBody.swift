internal import Layout

/// Makes passages of the plain text of a mail: the sender's words, quoted words of others, the signature.
struct MailBody {
  private struct Line {
    /// In bytes of the text, without marks of quotation.
    var range: Range<Int>
    /// How many marks of quotation stand before it.
    var depth: Int
  }

  private let text: TracedBytes
  private let sender: String?
  private let isFlowed: Bool
  private let deletesSpace: Bool
  private var lines: [Line] = []
  private var found: [Passage] = []
  /// Whose words stand at each depth of quotation.
  private var speakers: [String?]
  private var isSignature = false
  /// Whether what follows is a mail that is answered, quoted below its head without marks.
  private var isBelowHead = false

  init(text: TracedBytes, sender: String?, isFlowed: Bool, deletesSpace: Bool) {
    self.text = text
    self.sender = sender
    self.isFlowed = isFlowed
    self.deletesSpace = deletesSpace
    speakers = [sender]
    lines = readLines()
  }

  private func readLines() -> [Line] {
    let bytes = text.bytes
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      var end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      let next = end + 1
      if end > start, bytes[end - 1] == 13 { end -= 1 }
      var depth = 0
      var first = start
      while first < end, depth < 100 {
        if bytes[first] == UInt8(ascii: ">") {
          depth += 1
          first += 1
        } else if bytes[first] == 32, depth > 0, first + 1 < end, bytes[first + 1] == UInt8(ascii: ">") {
          first += 1
        } else {
          break
        }
      }
      if depth == 0, first + 5 < end, bytes[first] == UInt8(ascii: ">") { depth = 0 }
      if depth > 0 || isFlowed, first < end, bytes[first] == 32 { first += 1 }
      lines.append(Line(range: first..<end, depth: depth))
      start = next
    }
    return lines
  }

  /// The passages in their order.
  mutating func passages() -> [Passage] {
    var index = 0
    while index < lines.count {
      if isBlank(lines[index]) {
        index += 1
        continue
      }
      if let end = quotedHead(at: index) {
        index = end
        continue
      }
      if let end = heading(at: index) {
        index = end
        continue
      }
      if isSignatureMark(lines[index]) { isSignature = true }
      if lines[index].depth > 0 { isSignature = false }
      let depth = lines[index].depth
      var end = index + 1
      while end < lines.count, lines[end].depth == depth, !isBlank(lines[end]), heading(startsAt: end) == nil,
        !isSignatureMark(lines[end]), !isFieldOfSender(lines[end])
      {
        end += 1
      }
      add(index..<end, depth: depth)
      index = end
    }
    return found
  }

  private mutating func add(_ range: Range<Int>, depth: Int) {
    while speakers.count <= depth { speakers.append(nil) }
    let isQuoted = depth > 0 || isBelowHead
    var passage = Passage(
      kind: isSignature ? .signature : isQuoted ? .quotation : .body,
      speaker: isSignature ? nil : isBelowHead && depth == 0 ? speakers[0] : speakers[depth])
    for index in range { add(lines[index], to: &passage, isLast: index + 1 == range.upperBound) }
    if !passage.isBlank { found.append(passage) }
  }

  private func add(_ line: Line, to passage: inout Passage, isLast: Bool) {
    var range = line.range
    let isSoft = isFlowed && text.bytes[range].last == 32 && !isSignatureMark(line)
    while let last = text.bytes[range].last, last <= 32 { range = range.lowerBound..<range.upperBound - 1 }
    for piece in text.pieces(of: range) {
      passage.addRunning(
        text.bytes[piece.range], part: 0, source: piece.source, mayBeVerbatim: piece.isVerbatim)
    }
    guard !isLast else { return }
    let place = SourceMap.Place.bytes(
      part: 0, text.source(of: line.range.upperBound..<min(text.bytes.count, line.range.upperBound + 1)))
    if isSoft {
      if !deletesSpace { passage.addSpace(at: place) }
    } else {
      passage.addLineEnd(at: place)
    }
  }

  private func string(_ line: Line) -> String { String(decoding: text.bytes[line.range], as: UTF8.self) }

  private func isBlank(_ line: Line) -> Bool { text.bytes[line.range].allSatisfy { $0 <= 32 } }

  private func isSignatureMark(_ line: Line) -> Bool {
    let bytes = text.bytes[line.range]
    return line.depth == 0 && (bytes.elementsEqual("-- ".utf8) || bytes.elementsEqual("--".utf8))
  }

  // MARK: Whose words

  /// Reads a line, or two, over a deeper quotation that tell whose words it holds; gives the line after them.
  private mutating func heading(at index: Int) -> Int? {
    guard let (end, name) = heading(startsAt: index) else { return nil }
    let depth = lines[index].depth
    while speakers.count <= depth + 1 { speakers.append(nil) }
    speakers[depth + 1] = name
    speakers.removeSubrange((depth + 2)...)
    addMetadata(index..<end)
    return end
  }

  private func heading(startsAt index: Int) -> (end: Int, name: String)? {
    let depth = lines[index].depth
    var text = ""
    for end in index + 1...min(index + 3, lines.count) {
      guard lines[end - 1].depth == depth, !isBlank(lines[end - 1]) else { return nil }
      text += " " + string(lines[end - 1])
      guard MetadataText.plain(text).hasSuffix(":") else { continue }
      var next = end
      while next < lines.count, isBlank(lines[next]) { next += 1 }
      guard next < lines.count, lines[next].depth > depth else { return nil }
      return MailQuotations.name(inHeading: text).map { (end, $0) }
    }
    return nil
  }

  private mutating func addMetadata(_ range: Range<Int>) {
    var passage = Passage(kind: .metadata)
    for index in range { add(lines[index], to: &passage, isLast: index + 1 == range.upperBound) }
    if !passage.isBlank { found.append(passage) }
  }

  private func field(_ line: Line) -> (name: String, value: String)? {
    let text = MetadataText.plain(string(line).filter { $0 != "*" })
    guard let colon = text.firstIndex(of: ":"), text[..<colon].utf8.count < 20 else { return nil }
    return (text[..<colon].lowercased(), MetadataText.plain(String(text[text.index(after: colon)...])))
  }

  private func isFieldOfSender(_ line: Line) -> Bool {
    field(line).map { DocumentWords.mailFrom.contains($0.name) && !$0.value.isEmpty } ?? false
  }

  /// Reads the head of a mail that is answered below it, as some programs quote; gives the line after it.
  private mutating func quotedHead(at index: Int) -> Int? {
    guard isFieldOfSender(lines[index]), let from = field(lines[index]) else { return nil }
    var end = index + 1
    var fields = 0
    while end < lines.count, lines[end].depth == lines[index].depth, !isBlank(lines[end]) {
      if let field = field(lines[end]), DocumentWords.mailFields.contains(field.name) { fields += 1 }
      end += 1
      if end - index > 12 { return nil }
    }
    guard fields >= 2 else { return nil }
    let depth = lines[index].depth
    let name = MailAddress(from.value.split(separator: "[").first.map(String.init) ?? from.value)?.name
    while speakers.count <= depth { speakers.append(nil) }
    speakers[depth] = name
    isBelowHead = isBelowHead || depth == 0
    isSignature = false
    addMetadata(index..<end)
    return end
  }
}
