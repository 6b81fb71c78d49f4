/// The k best simple paths between two entities.
///
/// Yen, Finding the k shortest loopless paths in a network, 1971, with Lawler's remark (A procedure for computing the k
/// best solutions, 1972) that a path need only be left behind the place where it left its own forerunner. At most
/// `k × length` searches.
struct KShortestPaths {
  /// The best paths from an entity to the goal, in so many hops, within a constraint.
  let search: (_ from: Int, _ maximumLength: Int?, PathSearch.Constraint) throws -> ShortestPaths?
  /// What a hop costs beyond being one.
  let weight: (_ from: Int, _ to: Int) throws -> Int
  /// The order of entities, by which paths of equal cost are ranked.
  let order: (Int, Int) throws -> Bool
  let maximumLength: Int?

  private struct Candidate {
    var path: [Int]
    var weight: Int
    /// Up to where it shares a path found before.
    var branch: Int
  }

  /// Calls `visit` with each of the best `count` paths as soon as it is found.
  func forEach(upTo count: Int, from start: Int, _ visit: ([Int]) throws -> Void) throws {
    guard let first = try best(from: start, maximumLength: maximumLength, constraint: .init()) else { return }
    try visit(first.path)
    var found = [Candidate(path: first.path, weight: first.weight, branch: 0)]
    // In falling order, so that the best is the last.
    var candidates: [Candidate] = []
    var known: Set<[Int]> = [first.path]
    while found.count < count, let last = found.last {
      var rootWeight = 0
      for index in 0..<max(0, last.path.count - 1) {
        defer { rootWeight += (try? weight(last.path[index], last.path[index + 1])) ?? 0 }
        if index < last.branch { continue }
        let root = last.path.prefix(index + 1)
        var constraint = PathSearch.Constraint(blocked: Set(root.dropLast()), start: last.path[index])
        for other in found where other.path.count > index + 1 && other.path.starts(with: root) {
          constraint.blockedFirst.insert(other.path[index + 1])
        }
        guard
          let spur = try best(
            from: last.path[index], maximumLength: maximumLength.map { $0 - index }, constraint: constraint)
        else { continue }
        let path = Array(root.dropLast() + spur.path)
        if known.insert(path).inserted {
          try insert(
            Candidate(path: path, weight: rootWeight + spur.weight, branch: index), into: &candidates)
        }
      }
      guard let next = candidates.popLast() else { break }
      found.append(next)
      try visit(next.path)
    }
  }

  private func best(
    from start: Int, maximumLength: Int?, constraint: PathSearch.Constraint
  ) throws -> (path: [Int], weight: Int)? {
    if let maximumLength, maximumLength < 0 { return nil }
    guard let paths = try search(start, maximumLength, constraint),
      let path = try paths.first(order: order)
    else { return nil }
    return (path, paths.weight)
  }

  private func insert(_ candidate: Candidate, into candidates: inout [Candidate]) throws {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if try precedes(candidate, candidates[middle]) { low = middle + 1 } else { high = middle }
    }
    candidates.insert(candidate, at: low)
  }

  private func precedes(_ left: Candidate, _ right: Candidate) throws -> Bool {
    if left.weight != right.weight { return left.weight < right.weight }
    if left.path.count != right.path.count { return left.path.count < right.path.count }
    for (a, b) in zip(left.path, right.path) where a != b { return try order(a, b) }
    return false
  }
}
