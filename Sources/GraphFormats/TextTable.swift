/// Rows under headings, in columns as wide as what they hold; on a terminal the last column is cut to the width.
package struct TextTable {
  private let columns: [String]
  private let rows: [[String]]
  /// The column that tells where something stands, which is never cut.
  private let place: Int?

  package init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
    place = columns.firstIndex(of: "where")
  }

  /// The table, with a line end behind each line.
  package func text(on display: Display) -> String {
    let cells = rows.map { $0.map(Display.plain) }
    var widths = columns.map(TextWidth.of)
    for row in cells {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], TextWidth.of(cell))
      }
    }
    if let width = display.width { shrink(&widths, to: width) }
    let isNumber = columns.indices.map { index in
      !cells.isEmpty
        && cells.allSatisfy { $0[index].utf8.allSatisfy { (0x30...0x39).contains($0) } && !$0[index].isEmpty }
    }
    func line(_ row: [String]) -> String {
      var line = ""
      for (index, cell) in row.enumerated() where widths[index] > 0 {
        let text = display.width == nil ? cell : TextWidth.cut(cell, to: widths[index])
        let padding = String(repeating: " ", count: max(0, widths[index] - TextWidth.of(text)))
        if index > 0 { line += "  " }
        line += isNumber[index] ? padding + text : index == row.count - 1 ? text : text + padding
      }
      return line
    }
    var text = display.dim(line(columns)) + "\n"
    for row in cells { text += line(row) + "\n" }
    return text
  }

  /// Takes what does not fit from the last column first, down to a width that still says something; then from the
  /// widest of the others; then from the last again; in the end leaves the last out.
  private func shrink(_ widths: inout [Int], to width: Int) {
    guard let last = widths.indices.last else { return }
    func excess() -> Int { widths.reduce(2 * (widths.count - 1), +) - width }
    func narrow(downTo least: Int) {
      while excess() > 0,
        let widest = widths.indices.dropLast().filter({ $0 != place }).max(by: { widths[$0] < widths[$1] }),
        widths[widest] > least
      {
        widths[widest] -= 1
      }
    }
    func narrowLast(downTo least: Int) {
      if last != place { widths[last] = min(widths[last], max(least, widths[last] - max(0, excess()))) }
    }
    narrowLast(downTo: 40)
    narrow(downTo: 12)
    narrowLast(downTo: 8)
    guard place != nil, last != place else { return }
    narrow(downTo: 5)
    if excess() > 0 { widths[last] = 0 }
  }
}
