extension LayoutFinder {
  /// A signature or a letterhead has no more lines.
  private static let longestBlock = 12
  /// A part of an address or signature is no longer, in bytes.
  private static let longestEntry = 60

  /// Blocks of short lines of which one is an address of mail, the web or a telephone: letterheads and contacts.
  mutating func findBlocks() {
    for block in blocks() where block.count > 1 && block.count <= Self.longestBlock {
      guard block.allSatisfy({ kinds[$0] == nil && lines[$0].count <= Self.longestEntry }),
        block.contains(where: { hasContact(lines[$0]) }),
        block.count(where: { lines[$0].endsSentence(in: bytes) }) * 3 < block.count
      else { continue }
      for index in block { kinds[index] = .metadata }
    }
  }

  /// The ranges of lines without a blank one between.
  private func blocks() -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start: Int?
    for index in lines.indices {
      if lines[index].isBlank {
        if let first = start { blocks.append(first..<index) }
        start = nil
      } else {
        start = start ?? index
      }
    }
    if let start { blocks.append(start..<lines.count) }
    return blocks
  }

  private func hasContact(_ line: LayoutLine) -> Bool {
    if line.text.contains("@") || line.text.contains("www.") || line.text.contains("://") { return true }
    if let pair = line.keyAndValue, words.keys.contains(pair.key) { return true }
    return isTelephone(line)
  }

  /// Seven digits or more with little else.
  private func isTelephone(_ line: LayoutLine) -> Bool {
    let text = bytes[line.range]
    let digits = text.count { $0 &- 48 < 10 }
    let others = text.count {
      $0 > 32 && !($0 &- 48 < 10) && ![0x2B, 0x28, 0x29, 0x2D, 0x2E, 0x2F].contains($0)
    }
    return digits > 6 && digits < 16 && others < 8
  }

  /// "Yours faithfully," with what comes below, and what is below two dashes; whoever signs is the one who says "I" above.
  mutating func findSignatures() {
    var start = 0
    for index in lines.indices where kinds[index] == nil && !lines[index].isBlank {
      if isSalutation(lines[index]) { start = index + 1 }
      if lines[index].text == "--" || lines[index].text == "—" {
        mark(signature(from: index))
      } else if isClosing(lines[index]) {
        let block = signature(from: index)
        let name = block.dropFirst().first { !lines[$0].isBlank && isName(lines[$0]) }
        // "Thanks" alone is said in passing; a name below makes it an ending.
        guard let name else { continue }
        if speech == nil { speech = (start..<index, lines[name].text.trimmedOfMarks) }
        mark(block)
      }
    }
  }

  private mutating func mark(_ block: Range<Int>) {
    for line in block where !lines[line].isBlank { kinds[line] = .signature }
  }

  /// The lines from a closing to where the short ones end.
  private func signature(from start: Int) -> Range<Int> {
    var end = start + 1
    var blanks = 0
    while end < lines.count, end - start < Self.longestBlock, lines[end].count <= Self.longestEntry {
      if lines[end].isBlank { blanks += 1 } else { blanks = 0 }
      if blanks > 2 || !lines[end].isBlank && isProse(lines[end]) { break }
      end += 1
    }
    return start..<end
  }

  private func isProse(_ line: LayoutLine) -> Bool {
    line.endsSentence(in: bytes) && line.words.count > 3 || isSalutation(line)
  }

  private func isClosing(_ line: LayoutLine) -> Bool {
    line.count <= 40 && words.closings.contains(line.words.joined(separator: " "))
      && !line.text.hasSuffix("?")
  }

  private func isSalutation(_ line: LayoutLine) -> Bool {
    guard line.count <= Self.longestEntry, let first = line.words.first, let last = line.text.last,
      ",:!".contains(last)
    else { return false }
    return words.salutations.contains(first)
  }

  /// Two to five words with capitals and nothing else.
  private func isName(_ line: LayoutLine) -> Bool {
    let parts = line.text.split(whereSeparator: \.isWhitespace)
    return (1...5).contains(parts.count) && line.count <= Self.longestEntry
      && !line.text.contains(where: { $0.isNumber || $0 == "@" || $0 == "/" })
      && parts.first?.first?.isUppercase == true && parts.last?.first?.isUppercase == true
  }
}

extension String {
  /// The text without marks and white space at its ends.
  var trimmedOfMarks: String {
    var text = self[...]
    while let last = text.last, !last.isLetter && last != "." { text.removeLast() }
    while let first = text.first, !first.isLetter { text.removeFirst() }
    if text.hasSuffix(".") && !text.dropLast().contains(".") { text.removeLast() }
    return String(text)
  }
}
