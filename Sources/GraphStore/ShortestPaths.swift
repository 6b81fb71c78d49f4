/// All shortest paths between two entities, as a graph in which every walk from start to goal is one of them.
struct ShortestPaths {
  let start: Int
  let goal: Int
  let successors: [Int: Set<Int>]
  let length: Int

  /// How many paths there are, by adding up along the graph.
  ///
  /// Linear in its size; saturates at the largest number.
  func count() -> (total: UInt64, isCapped: Bool) {
    var isCapped = false
    var ways = [start: UInt64(1)]
    for _ in 0..<length {
      var next: [Int: UInt64] = [:]
      for (entity, count) in ways {
        for successor in successors[entity] ?? [] {
          let (sum, overflow) = next[successor, default: 0].addingReportingOverflow(count)
          next[successor] = overflow ? .max : sum
          isCapped = isCapped || overflow
        }
      }
      ways = next
    }
    return (ways[goal] ?? (length == 0 ? 1 : 0), isCapped)
  }

  /// The first `limit` paths in the order of the names along them, as the entities from start to goal.
  func first(_ limit: Int, order: (Int, Int) throws -> Bool) rethrows -> [[Int]] {
    var paths: [[Int]] = []
    var stack = [[start]]
    while let path = stack.popLast(), paths.count < limit {
      guard let last = path.last, path.count <= length else {
        paths.append(path)
        continue
      }
      for successor in try (successors[last] ?? []).sorted(by: order).reversed() {
        stack.append(path + [successor])
      }
    }
    return paths
  }
}
