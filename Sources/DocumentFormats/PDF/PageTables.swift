internal import Layout

/// Finds tables on a page: rows of short cells, side by side, that stand below each other.
struct PageTables {
  /// A row of a table.
  struct Row {
    var cells: [PageLine]
    var top: Int
    /// The lines of the page that it is made of.
    var lines: Set<Int>
  }

  /// The tables, from the top of the page down.
  private(set) var tables: [[Row]] = []
  /// The lines of the page that are in tables.
  private(set) var lines: Set<Int> = []

  private static let fewestRows = 3
  /// A cell with more words is prose.
  private static let longestCell = 7

  init(_ page: PageLayout, except margins: Set<Int>) {
    let all = page.lines.enumerated().filter { !margins.contains($0.offset) && $0.element.isUpright }
    let cells = all.flatMap { line in line.element.cells.map { (line: line.offset, cell: $0) } }
      .sorted { ($0.cell.middle, $0.cell.box.left, $0.line) < ($1.cell.middle, $1.cell.box.left, $1.line) }
    var rows: [[(line: Int, cell: PageLine)]] = []
    for cell in cells {
      if let first = rows.last?.first,
        cell.cell.middle - first.cell.middle <= max(10, first.cell.height * 2 / 5)
      {
        rows[rows.count - 1].append(cell)
      } else {
        rows.append([cell])
      }
    }
    var open: [Row] = []
    for row in rows {
      let isRow =
        row.count > 1 && row.allSatisfy { $0.cell.words.count <= Self.longestCell }
        && hasGaps(row.map(\.cell))
      let top = row.map(\.cell.box.top).min() ?? 0
      let height = row.first?.cell.height ?? 0
      if let last = open.last, !isRow || top - last.top > height * 4 {
        end(&open)
      }
      if isRow {
        open.append(
          Row(
            cells: row.map(\.cell).sorted { $0.box.left < $1.box.left }, top: top,
            lines: Set(row.map(\.line))))
      }
    }
    end(&open)
  }

  private func hasGaps(_ cells: [PageLine]) -> Bool {
    let ordered = cells.sorted { $0.box.left < $1.box.left }
    return zip(ordered, ordered.dropFirst()).allSatisfy { $1.box.left - $0.box.right > max(15, $0.height) }
  }

  private mutating func end(_ rows: inout [Row]) {
    defer { rows = [] }
    guard rows.count >= Self.fewestRows, isAligned(rows), !areColumnsOfProse(rows),
      rows.contains(where: isNumeric) || rows.contains(where: { $0.cells.count > 2 }) || isShort(rows)
    else { return }
    tables.append(rows)
    for row in rows { lines.formUnion(row.lines) }
  }

  /// Whether the cells below each other are lines of running text, which go on in small letters, and in each of the columns.
  private func areColumnsOfProse(_ rows: [Row]) -> Bool {
    let count = rows.map(\.cells.count).max() ?? 0
    guard count <= Self.mostProseColumns else { return false }
    // A column may end before its neighbour does.
    let whole = rows.filter { $0.cells.count == count }
    guard whole.count * 3 >= rows.count * 2, whole.count >= Self.fewestRows else { return false }
    return (0..<count).allSatisfy { column in
      let cells = whole.map { $0.cells[column] }
      let words = cells.reduce(0) { $0 + $1.words.count }
      let small = cells.filter { LineForm.startsSmall($0) }.count
      return words >= cells.count * 3 && small * 10 >= cells.count * 3
    }
  }

  private static let mostProseColumns = 3

  /// Whether most cells start or end where a cell of another row does.
  private func isAligned(_ rows: [Row]) -> Bool {
    var aligned = 0
    var total = 0
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        total += 1
        let others = [index - 1, index + 1].filter { rows.indices.contains($0) }.flatMap { rows[$0].cells }
        if others.contains(where: {
          abs($0.box.left - cell.box.left) < 40 || abs($0.box.right - cell.box.right) < 40
        }) {
          aligned += 1
        }
      }
    }
    return aligned * 3 >= total * 2
  }

  private func isNumeric(_ row: Row) -> Bool {
    row.cells.contains { cell in
      let text = cell.text.utf8
      return !text.isEmpty && text.filter { (48...57).contains($0) }.count * 2 >= text.count
    }
  }

  private func isShort(_ rows: [Row]) -> Bool {
    let cells = rows.flatMap(\.cells)
    return cells.reduce(0) { $0 + $1.words.count } <= cells.count * 3
  }
}
