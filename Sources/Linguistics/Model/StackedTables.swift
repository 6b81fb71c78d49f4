/// Tables of features that lie one after another as the rows of one.
struct StackedTables: Sendable {
  /// The row at which each table begins.
  let offsets: [Int]
  /// The number of rows of all tables.
  let rowCount: Int

  init(sizes: [Int]) {
    var offsets: [Int] = []
    var offset = 0
    for size in sizes {
      offsets.append(offset)
      offset += size
    }
    self.offsets = offsets
    rowCount = offset
  }

  /// Which of the ranges between bounds, given in order, a number is in: 0 below the first, their count from the last on.
  static func bucket(_ value: Int, _ bounds: [Int]) -> Int {
    var index = 0
    while index < bounds.count, bounds[index] <= value { index += 1 }
    return index
  }
}
