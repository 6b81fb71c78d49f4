extension LayoutFinder {
  /// Rows whose cells are set apart by bars, tabs or wide gaps.
  mutating func findTables() {
    var start = 0
    while start < lines.count {
      guard kinds[start] == nil, let form = cells(of: lines[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, let next = cells(of: lines[end]), next.mark == form.mark,
        form.mark == .bar || abs(next.count - form.count) < 2
      { end += 1 }
      let isTable =
        switch form.mark {
        case .bar: end - start > 1 || lines[start].text.hasPrefix("|") && lines[start].text.hasSuffix("|")
        case .tab: end - start > 1 && (form.count > 2 || end - start > 2)
        case .gap: end - start > 2
        }
      if isTable { for index in start..<end { kinds[index] = .table } }
      start = end
    }
  }

  enum CellMark { case bar, tab, gap }

  /// How the cells of a line are set apart and how many it has; nil for a line of one cell.
  private func cells(of line: LayoutLine) -> (mark: CellMark, count: Int)? {
    guard !line.isBlank, line.count <= 4 * Self.longestPart else { return nil }
    let text = bytes[line.range]
    let bars = text.count { $0 == UInt8(ascii: "|") }
    if bars > 1 || bars == 1 && text.first == UInt8(ascii: "|") { return (.bar, bars) }
    if bars == 1, text.allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20, 0x2B].contains($0) }) { return (.bar, bars) }
    let tabs = text.split(separator: 9, omittingEmptySubsequences: true).count
    if tabs > 1 { return (.tab, tabs) }
    let gaps = gapCount(text)
    return gaps > 1 && !line.endsSentence(in: bytes) ? (.gap, gaps + 1) : nil
  }

  /// How often two blanks or more stand between two words.
  private func gapCount(_ text: ArraySlice<UInt8>) -> Int {
    var gaps = 0
    var blanks = 0
    var last: UInt8 = 0
    for byte in text {
      if byte == 32 {
        blanks += 1
        continue
      }
      // Typists put two blanks behind a full stop.
      if blanks > 1, ![0x2E, 0x3F, 0x21, 0x3A].contains(last) { gaps += 1 }
      blanks = 0
      last = byte
    }
    return gaps
  }
}
