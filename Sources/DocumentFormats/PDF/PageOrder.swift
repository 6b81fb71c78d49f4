internal import Layout

/// Puts the lines of a page in the order of reading: down each column, from left to right, between the lines that cross all of them.
struct PageOrder {
  /// Lines of one column, from the top down, by their numbers on the page.
  struct Column {
    var lines: [(number: Int, line: PageLine)]

    var left: Int { lines.map(\.line.box.left).min() ?? 0 }
    var right: Int { lines.map(\.line.box.right).max() ?? 0 }
  }

  private(set) var columns: [Column] = []

  private static let mostColumns = 6
  /// A column has at least so many lines of so many bytes.
  private static let fewestLines = 3
  private static let shortestLine = 12

  init(_ lines: [(number: Int, line: PageLine)]) { add(lines, depth: 0) }

  private mutating func add(_ lines: [(number: Int, line: PageLine)], depth: Int) {
    guard !lines.isEmpty else { return }
    guard depth < Self.mostColumns, let gutter = Self.gutter(between: lines.map(\.line)) else {
      columns.append(Column(lines: Self.downwards(lines)))
      return
    }
    func isCrossing(_ line: PageLine) -> Bool { line.box.left < gutter && line.box.right > gutter }
    func isLeft(_ line: PageLine) -> Bool { line.box.left + line.box.right < gutter * 2 }
    var bands: [[(number: Int, line: PageLine)]] = [[]]
    for line in Self.downwards(lines) {
      if isCrossing(line.line)
        != (bands[bands.count - 1].last.map { isCrossing($0.line) } ?? isCrossing(line.line))
      {
        bands.append([])
      }
      bands[bands.count - 1].append(line)
    }
    for each in bands {
      let band = each.filter { !isCrossing($0.line) }
      let crossing = each.filter { isCrossing($0.line) }
      if !crossing.isEmpty { columns.append(Column(lines: crossing)) }
      add(band.filter { isLeft($0.line) }, depth: depth + 1)
      add(band.filter { !isLeft($0.line) }, depth: depth + 1)
    }
  }

  /// From the top down, and from left to right where lines stand side by side.
  private static func downwards(_ lines: [(number: Int, line: PageLine)]) -> [(number: Int, line: PageLine)] {
    let sorted = lines.sorted {
      ($0.line.middle, $0.line.box.left, $0.number) < ($1.line.middle, $1.line.box.left, $1.number)
    }
    var rows: [[(number: Int, line: PageLine)]] = []
    for line in sorted {
      if let first = rows.last?.first?.line,
        line.line.middle - first.middle <= min(first.height, line.line.height) / 2
      {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.flatMap { row in row.sorted { ($0.line.box.left, $0.number) < ($1.line.box.left, $1.number) }
    }
  }

  /// Where white space runs between two columns; nil for lines in one.
  private static func gutter(between lines: [PageLine]) -> Int? {
    guard lines.count >= fewestLines * 2 else { return nil }
    let width = (lines.map(\.box.right).max() ?? 0) - (lines.map(\.box.left).min() ?? 0)
    var best: (x: Int, crossing: Int, gap: Int)?
    for start in Set(lines.map(\.box.right)).sorted() {
      let end = lines.map(\.box.left).filter { $0 > start }.min() ?? start
      let height = lines[0].height
      guard end > start else { continue }
      let x = (start + end) / 2
      var crossing = 0
      var left: [PageLine] = []
      var right: [PageLine] = []
      for line in lines {
        if line.box.left < x, line.box.right > x {
          crossing += 1
        } else if line.box.right <= x {
          left.append(line)
        } else {
          right.append(line)
        }
      }
      let isMostlyBeside = crossing * 4 <= lines.count
      guard isMostlyBeside || crossing * 4 <= lines.count * 3,
        areColumns(left, right, width: width, fewest: isMostlyBeside ? fewestLines : fewestLines * 2)
      else { continue }
      let gap = (right.map(\.box.left).min() ?? x) - (left.map(\.box.right).max() ?? x)
      guard gap * 2 >= height else { continue }
      if let known = best, (known.crossing, -known.gap) <= (crossing, -gap) { continue }
      best = (x, crossing, gap)
    }
    return best?.x
  }

  /// Whether lines on two sides are running text: formulas and labels among it are many lines and little text.
  private static func areColumns(
    _ left: [PageLine], _ right: [PageLine], width: Int, fewest: Int
  ) -> Bool {
    for side in [left, right] {
      let long = side.filter { $0.length >= shortestLine }
      let bytes = side.reduce(0) { $0 + $1.length }
      let extent = (side.map(\.box.right).max() ?? 0) - (side.map(\.box.left).min() ?? 0)
      guard side.count >= fewest, long.count * 3 >= fewest * 2,
        long.reduce(0, { $0 + $1.length }) * 5 >= bytes * 3, extent * 7 >= width
      else { return false }
    }
    let top = max(left.map(\.box.top).min() ?? 0, right.map(\.box.top).min() ?? 0)
    let bottom = min(left.map(\.box.bottom).max() ?? 0, right.map(\.box.bottom).max() ?? 0)
    let smaller =
      [left, right].map { ($0.map(\.box.bottom).max() ?? 0) - ($0.map(\.box.top).min() ?? 0) }.min() ?? 0
    return (bottom - top) * 10 >= smaller * 3
  }
}
