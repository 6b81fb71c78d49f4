/// Lists of counts beside each other, of which each shows what fits a screen.
struct SideBySide {
  struct Column {
    var title: String
    var counts: [(name: String, count: Int)]
  }

  /// With what stands above and below, a screen of 24 lines holds so many.
  private static let mostRows = 13
  private static let gap = 3

  private let columns: [Column]

  init(_ columns: [Column]) { self.columns = columns.filter { !$0.counts.isEmpty } }

  func text(on display: Display) -> String {
    guard !columns.isEmpty else { return "" }
    let room = max(30, (display.width ?? 80) - Self.gap * (columns.count - 1)) / columns.count
    let cells = columns.map { Self.lines(of: $0, width: room) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = ""
      for (index, cell) in cells.enumerated() {
        let words = cell.indices.contains(line) ? cell[line] : ""
        let isLast = index == cells.count - 1
        text +=
          isLast
          ? words : words + String(repeating: " ", count: max(0, room + Self.gap - TextWidth.of(words)))
      }
      while text.last == " " { text.removeLast() }
      return (line == 0 ? display.dim(text) : text) + "\n"
    }.joined()
  }

  private static func lines(of column: Column, width: Int) -> [String] {
    let shown = column.counts.prefix(column.counts.count > mostRows ? mostRows - 1 : mostRows)
    let digits = column.counts.map { String($0.count).utf8.count }.max() ?? 1
    var lines = [column.title]
    for (name, count) in shown {
      let number = String(count)
      let label = TextWidth.cut(Display.plain(name), to: max(4, width - digits - 2))
      let blank = max(2, min(width, 28) - TextWidth.of(label) - number.utf8.count)
      lines.append(label + String(repeating: " ", count: blank) + number)
    }
    if shown.count < column.counts.count { lines.append("and \(column.counts.count - shown.count) more") }
    return lines
  }
}
