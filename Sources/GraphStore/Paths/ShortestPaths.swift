/// All best paths between two entities, as layers of links: every walk from the start through all layers is one of them.
struct ShortestPaths {
  /// A step that at least one of the paths takes.
  struct Link: Hashable, Comparable {
    var from: Int
    var to: Int

    static func < (left: Link, right: Link) -> Bool { (left.from, left.to) < (right.from, right.to) }
  }

  let start: Int
  let goal: Int
  /// The links of the first step, of the second …, each sorted and without repetition.
  let layers: [[Link]]
  /// The sum of the weights along each of them; 0 where paths are not weighted.
  let weight: Int

  /// - Parameter layers: as the property, but in any order and with repetitions, as parallel edges make them.
  init(start: Int, goal: Int, layers: [[Link]], weight: Int = 0) {
    self.start = start
    self.goal = goal
    self.weight = weight
    self.layers = layers.map { links in
      var unique: [Link] = []
      for link in links.sorted() where link != unique.last { unique.append(link) }
      return unique
    }
  }

  /// How many hops each of them has.
  var length: Int { layers.count }

  /// How many paths there are, by adding up layer after layer.
  ///
  /// Linear in the number of links; saturates at the largest number.
  func count() -> PathTotal {
    var isCapped = false
    var entities = IntegerNumbering()
    _ = entities.insert(start)
    var ways: [UInt64] = [1]
    for links in layers {
      var next = IntegerNumbering()
      var sums: [UInt64] = []
      for link in links {
        guard let from = entities.number(of: link.from) else { continue }
        let (number, isNew) = next.insert(link.to)
        if isNew { sums.append(0) }
        let (sum, overflow) = sums[number].addingReportingOverflow(ways[from])
        sums[number] = overflow ? .max : sum
        isCapped = isCapped || overflow
      }
      entities = next
      ways = sums
    }
    return PathTotal(count: entities.number(of: goal).map { ways[$0] } ?? 0, isCapped: isCapped)
  }

  /// The first path in the order of the names along them, as the entities from start to goal.
  func first(order: (Int, Int) throws -> Bool) rethrows -> [Int]? {
    var path = [start]
    for links in layers {
      guard let last = path.last, let next = try successors(of: last, in: links).min(by: order) else {
        return nil
      }
      path.append(next)
    }
    return path
  }

  /// Calls `visit` with the first `limit` paths in the order of the names along them, one at a time.
  ///
  /// Looks up the names of the entities that may follow on the paths visited, and of no others. Memory follows the length of
  /// a path and the neighbors along it, not the number of paths.
  func forEach(
    upTo limit: Int, order: (Int, Int) throws -> Bool, _ visit: ([Int]) throws -> Void
  ) throws {
    guard limit > 0 else { return }
    if limit == 1 {
      if let path = try first(order: order) { try visit(path) }
      return
    }
    var visited = 0
    var path = [start]
    // What may still follow at each place of the path, the last first.
    var open = [try rest(after: start, at: 0, order)]
    while let depth = open.indices.last {
      guard depth < length else {
        try visit(path)
        visited += 1
        if visited == limit { return }
        open.removeLast()
        path.removeLast()
        continue
      }
      guard let next = open[depth].popLast() else {
        open.removeLast()
        path.removeLast()
        continue
      }
      path.append(next)
      open.append(try rest(after: next, at: depth + 1, order))
    }
  }

  private func rest(after entity: Int, at layer: Int, _ order: (Int, Int) throws -> Bool) rethrows -> [Int] {
    guard layer < length else { return [] }
    return try successors(of: entity, in: layers[layer]).sorted(by: order).reversed()
  }

  /// By binary search.
  private func successors(of entity: Int, in links: [Link]) -> [Int] {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].from < entity { low = middle + 1 } else { high = middle }
    }
    return links[low...].prefix { $0.from == entity }.map(\.to)
  }
}
