internal import Layout

/// Joins what stands side by side on one line of a column and was found in pieces: a number and its heading, an entry of a table of
/// contents and its page, the parts of a formula.
enum PageRows {
  /// A number of a heading, an item, a page or a formula is at most so long.
  private static let longestNumber = 8

  /// Lines of one column from the top down, with the pieces of each joined.
  ///
  /// - Complexity: linear in the lines.
  static func joined(_ lines: [PageLine]) -> [PageLine] {
    var rows: [PageLine] = []
    for line in lines {
      guard let last = rows.last, isBeside(last, line), areOne(last, line),
        let joined = PageLine(last.words + line.words)
      else {
        rows.append(line)
        continue
      }
      rows[rows.count - 1] = joined
    }
    return rows
  }

  /// Whether a line follows another one to its right, at the same height.
  private static func isBeside(_ left: PageLine, _ right: PageLine) -> Bool {
    guard let last = left.words.last, right.box.left >= last.box.right - left.height / 2 else { return false }
    let middle = (last.box.top + last.box.bottom) / 2
    return abs(right.middle - middle) * 2 <= min(left.height, right.height)
      || abs(right.middle - left.middle) * 2 <= min(left.height, right.height)
  }

  /// Whether two pieces are parts of one line, and not cells, columns or names side by side.
  private static func areOne(_ left: PageLine, _ right: PageLine) -> Bool {
    let gap = right.box.left - left.box.right
    // Two long pieces with more than a word's space between them may be lines of two columns.
    let isLong = left.length >= longestNumber * 2 && right.length >= longestNumber * 2
    return gap <= max(left.height, right.height) * (isLong ? 1 : 3) / 2 || isNumber(left) || isNumber(right)
      || LineForm.isLeader(left) || left.words.last?.text.last == UInt8(ascii: ":")
  }

  /// Whether a piece is only a number, a bullet or a letter with a stop or brackets, such as "3.1", "(4)" and "iv".
  static func isNumber(_ line: PageLine) -> Bool {
    guard line.words.count == 1, let word = line.words.first?.text, word.count <= longestNumber else {
      return false
    }
    if LineForm.isBullet(word) { return true }
    let core = word.filter { !"()[].-".utf8.contains($0) }
    if core.allSatisfy({ (48...57).contains($0) }) { return true }
    if core.count == 1, word.count > 1 { return true }
    let isOrdinal = word.last == UInt8(ascii: ".") && core.allSatisfy { (65...90).contains($0) }
    return PrintedNumber.isRoman(isOrdinal ? core.map { $0 | 32 } : core)
      || word.contains(UInt8(ascii: ".")) && core.contains { (48...57).contains($0) }
  }
}
