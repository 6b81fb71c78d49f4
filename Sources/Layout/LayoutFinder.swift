/// Finds what in a plain text is no prose: front matter, keys with values, tables, letterheads, signatures, datelines, time stamps.
///
/// It looks at the forms of lines and of the blocks between blank ones, never at what they say; what it is not sure of is prose.
package struct LayoutFinder {
  let bytes: [UInt8]
  let lines: [LayoutLine]
  let words = LayoutWords.builtIn
  /// The kind found for each line; nil for prose.
  var kinds: [StretchKind?]
  /// The stretches inside each line, in order.
  var parts: [Int: [TextStretch]] = [:]
  /// Who signs, with the lines that he speaks.
  var speech: (lines: Range<Int>, speaker: String)?

  /// A line or a part of one that is looked at for its form has no more bytes.
  static let longestPart = 160

  package init(bytes: [UInt8]) {
    self.bytes = bytes
    lines = LayoutLine.lines(of: bytes)
    kinds = Array(repeating: nil, count: lines.count)
  }

  /// The stretches that are no running text, and those of which the layout tells the speaker; what is open is left out.
  ///
  /// - Complexity: linear in the text.
  package func layout() -> TextLayout {
    var finder = self
    finder.findFrontMatter()
    finder.findTables()
    finder.findKeys()
    finder.findBlocks()
    finder.findSignatures()
    for index in lines.indices where finder.kinds[index] == nil && !lines[index].isBlank {
      finder.findLine(index)
    }
    return TextLayout(finder.stretches())
  }

  private func stretches() -> [TextStretch] {
    var stretches = parts.values.flatMap(\.self)
    for (index, kind) in kinds.enumerated() {
      if let kind, !lines[index].isBlank {
        stretches.append(TextStretch(range: lines[index].range, kind: kind))
      } else if let speech, speech.lines.contains(index), kind == nil, !lines[index].isBlank {
        stretches.append(
          contentsOf: rest(ofLine: index).map {
            TextStretch(range: $0, kind: .body, speaker: speech.speaker)
          })
      }
    }
    return joined(stretches.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// What the parts of a line leave of it.
  private func rest(ofLine index: Int) -> [Range<Int>] {
    let range = lines[index].range
    var rest: [Range<Int>] = []
    var start = range.lowerBound
    for part in parts[index] ?? [] {
      if start < part.range.lowerBound { rest.append(start..<part.range.lowerBound) }
      start = max(start, part.range.upperBound)
    }
    if start < range.upperBound { rest.append(start..<range.upperBound) }
    return rest
  }

  /// Lines of one speaker without a blank one between are one stretch, so that a wrapped sentence goes on.
  private func joined(_ stretches: [TextStretch]) -> [TextStretch] {
    var joined: [TextStretch] = []
    for stretch in stretches {
      if let last = joined.last, last.kind == .body, stretch.kind == .body, last.speaker == stretch.speaker {
        joined[joined.count - 1].range = last.range.lowerBound..<stretch.range.upperBound
      } else {
        joined.append(stretch)
      }
    }
    return joined
  }

  // MARK: Blocks at the start

  /// The longest front matter, in lines.
  private static let longestFrontMatter = 200

  /// Keys and values between two rules at the head of a file, as Markdown's tools write them.
  private mutating func findFrontMatter() {
    guard let first = lines.firstIndex(where: { !$0.isBlank }),
      ["---", "+++", ";;;"].contains(lines[first].text)
    else { return }
    let mark = lines[first].text
    let limit = min(lines.count, first + Self.longestFrontMatter)
    guard
      let end = (first + 1..<max(first + 1, limit)).first(where: {
        lines[$0].text == mark || mark == "---" && lines[$0].text == "..."
      }), lines[first + 1..<end].contains(where: { $0.keyAndValue != nil || $0.text.contains("=") })
    else { return }
    for index in first...end { kinds[index] = .metadata }
  }

  // MARK: Keys and values

  private mutating func findKeys() {
    var start = 0
    while start < lines.count {
      guard kinds[start] == nil, lines[start].keyAndValue != nil else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, kinds[end] == nil, lines[end].keyAndValue != nil { end += 1 }
      markKeys(start..<end)
      start = end
    }
  }

  private mutating func markKeys(_ range: Range<Int>) {
    let pairs = range.compactMap { lines[$0].keyAndValue }
    let known = pairs.filter { words.keys.contains($0.key) }.count
    let isBlock =
      range.count > 2 && Set(pairs.map(\.key)).count == range.count
      && range.allSatisfy { lines[$0].count <= Self.longestPart && !lines[$0].endsSentence(in: bytes) }
      && pairs.allSatisfy { !$0.value.isEmpty }
    for (index, pair) in zip(range, pairs) {
      let isKnown = words.keys.contains(pair.key) && !isSentence(pair.value)
      if isBlock || isKnown && (known > 1 || standsAlone(range, index)) { kinds[index] = .metadata }
    }
  }

  /// Whether a value is something that is said, in a whole sentence.
  private func isSentence(_ value: Substring) -> Bool {
    guard let last = value.last, ".?!".contains(last) else { return false }
    return value.split(separator: " ").count > 8
  }

  /// Whether nothing of a paragraph is beside a line.
  private func standsAlone(_ range: Range<Int>, _ index: Int) -> Bool {
    let before = range.lowerBound - 1
    let isFirst =
      before < 0 || lines[before].isBlank || kinds[before] != nil
      || lines[before].count < LayoutLine.longestShort
    return isFirst && lines[index].count <= Self.longestPart
  }
}
