extension LayoutFinder {
  /// Finds what a line of its own is, or what stands at its ends.
  mutating func findLine(_ index: Int) {
    let line = lines[index]
    if isNavigation(line) {
      kinds[index] = .navigation
      return
    }
    if opensBlock(index) || closesBlock(index) {
      if isDate(line.words) && !line.endsSentence(in: bytes) || isByline(line) {
        kinds[index] = .metadata
        return
      }
      if isCaption(line) {
        kinds[index] = .caption
        return
      }
    }
    if let stamp = timeStamp(line) {
      parts[index, default: []].append(TextStretch(range: stamp, kind: .metadata))
    }
    if opensBlock(index), let place = dateline(line) {
      parts[index, default: []].append(TextStretch(range: place, kind: .metadata))
    }
    if let source = source(line) {
      parts[index, default: []].append(TextStretch(range: source, kind: .metadata))
    }
  }

  private func opensBlock(_ index: Int) -> Bool {
    index == 0 || lines[index - 1].isBlank || kinds[index - 1].map { !$0.isProse } ?? false
  }

  private func closesBlock(_ index: Int) -> Bool {
    let isLast = index + 1 == lines.count || lines[index + 1].isBlank
    return isLast && (index == 0 || lines[index - 1].count < LayoutLine.longestShort)
  }

  private func isNavigation(_ line: LayoutLine) -> Bool {
    guard line.count <= 60 else { return false }
    return words.navigation.contains(line.words.joined(separator: " "))
      && !line.endsSentence(in: bytes)
  }

  /// "Thursday, 23 February 2006, 10:45 UTC": words of the calendar, numbers and times of day only.
  func isDate(_ line: [String]) -> Bool {
    guard !line.isEmpty, line.count <= 10 else { return false }
    var hasDay = false
    var hasNumber = false
    for (index, word) in line.enumerated() {
      if words.calendar.contains(word) {
        hasDay = true
      } else if word.first.map(\.isNumber) ?? false {
        hasNumber = true
        if word.split(whereSeparator: { $0 == "-" || $0 == "/" || $0 == "." }).count == 3 { hasDay = true }
      } else if !(index == 0 && words.keys.contains(word)) && word.count > 4 {
        return false
      }
    }
    return hasDay && hasNumber
  }

  /// "By Anna Berg, Reuters".
  private func isByline(_ line: LayoutLine) -> Bool {
    guard line.count <= LayoutLine.longestShort, !line.endsSentence(in: bytes),
      line.words.first.map(words.keys.contains) ?? false, !line.text.contains(":")
    else { return false }
    let parts = line.text.split(whereSeparator: \.isWhitespace)
    guard parts.count > 2, parts[0].lowercased() == "by" else { return false }
    return parts.dropFirst().allSatisfy { $0.first?.isUppercase ?? false || $0.count < 4 }
  }

  /// "Figure 3: …", "File photo of …".
  private func isCaption(_ line: LayoutLine) -> Bool {
    let line = line.words.prefix(3)
    guard let first = line.first else { return false }
    if first == "file", line.count > 1 { return words.captions.contains(line[1]) }
    return words.captions.contains(first) && line.count > 1
      && (line[1].first.map(\.isNumber) ?? false || line[1] == "of" && first.hasPrefix("ph"))
  }

  // MARK: Parts of lines

  /// "[00:12:31]", "(12:31)", "00:01:02,500 --> 00:01:04,000" at the start of a line.
  private func timeStamp(_ line: LayoutLine) -> Range<Int>? {
    let text = bytes[line.range]
    var index = text.startIndex
    let isBracketed = text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "(")
    if isBracketed { index += 1 }
    let start = index
    var colons = 0
    while index < text.endIndex, index - start < 30 {
      let byte = text[index]
      if byte == UInt8(ascii: ":") { colons += 1 }
      guard byte &- 48 < 10 || [0x3A, 0x2E, 0x2C].contains(byte) else { break }
      index += 1
    }
    guard colons > 0, colons < 4, text[start] &- 48 < 10, index > start + 3 else { return nil }
    if isBracketed {
      guard index < text.endIndex, text[index] == UInt8(ascii: "]") || text[index] == UInt8(ascii: ")") else {
        return nil
      }
      return line.range.lowerBound..<index + 1
    }
    guard colons == 2 else { return nil }
    let rest = String(decoding: text[index...].prefix(30), as: UTF8.self)
    if rest.hasPrefix(" --> ") { return line.range }
    return index == text.endIndex || text[index] == 32 || text[index] == 9
      ? line.range.lowerBound..<index : nil
  }

  /// "KABUL, March 3 (Reuters) - " where a report starts: the place it was written in.
  private func dateline(_ line: LayoutLine) -> Range<Int>? {
    guard
      let dash = dashes(in: line.range.lowerBound..<min(line.range.upperBound, line.range.lowerBound + 64))
        .first,
      dash.upperBound < line.range.upperBound
    else { return nil }
    let before = String(decoding: bytes[line.range.lowerBound..<dash.lowerBound], as: UTF8.self)
    guard let first = before.split(whereSeparator: { $0 == " " || $0 == "," }).first else { return nil }
    let isCapitals =
      first.count > 2 && first.allSatisfy { $0.isUppercase || !$0.isLetter } && first.contains { $0.isLetter }
    var agency: String?
    if let open = before.firstIndex(of: "("), let close = before.lastIndex(of: ")"), open < close {
      agency = before[before.index(after: open)..<close].lowercased()
    }
    guard isCapitals || agency.map(words.agencies.contains) ?? false,
      before.split(separator: " ").allSatisfy({ $0.first.map { !$0.isLowercase } ?? true })
    else { return nil }
    return line.range.lowerBound..<dash.upperBound
  }

  /// "— Reuters, 3 March 2011" at the end of a line: where a headline stood, and when.
  private func source(_ line: LayoutLine) -> Range<Int>? {
    let start = max(line.range.lowerBound, line.range.upperBound - Self.longestPart)
    guard let dash = dashes(in: start..<line.range.upperBound).last else { return nil }
    let tail = String(decoding: bytes[dash.upperBound..<line.range.upperBound], as: UTF8.self)
    guard let comma = tail.firstIndex(of: ",") else { return nil }
    let name = tail[..<comma].split(separator: " ")
    guard (1...6).contains(name.count),
      isDate(LayoutLine(range: 0..<1, text: String(tail[tail.index(after: comma)...])).words)
    else { return nil }
    return dash.lowerBound..<line.range.upperBound
  }

  /// Dashes with white space around them.
  private func dashes(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let length: Int
      switch bytes[index] {
      case UInt8(ascii: "-"):
        length = index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "-") ? 2 : 1
      case 0xE2
      where index + 2 < range.upperBound && bytes[index + 1] == 0x80
        && (0x93...0x95).contains(bytes[index + 2]):
        length = 3
      default:
        index += 1
        continue
      }
      let end = index + length
      if bytes[index - 1] == 32, end < range.upperBound, bytes[end] == 32 { found.append(index..<end) }
      index = end
    }
    return found
  }
}
