/// The k shortest simple paths between two entities.
///
/// Yen, Finding the k shortest loopless paths in a network, 1971: each next path is the best that leaves a path already
/// found at one of its entities. At most `k × length` searches.
struct KShortestPaths {
  let search: PathSearch
  let maximumLength: Int?
  /// The order of entities, by which paths of equal length are ranked.
  let order: (Int, Int) throws -> Bool

  func find(_ count: Int, from start: Int, to goal: Int) throws -> [[Int]] {
    guard let first = try best(from: start, to: goal, maximumLength: maximumLength, constraint: .init())
    else { return [] }
    var found = [first]
    var candidates: [[Int]] = []
    var known: Set<[Int]> = [first]
    while found.count < count, let last = found.last {
      for index in 0..<max(0, last.count - 1) {
        let root = last.prefix(index + 1)
        var constraint = PathSearch.Constraint(blocked: Set(root.dropLast()))
        for path in found where path.count > index + 1 && path.starts(with: root) {
          constraint.blockedFirst.insert(path[index + 1])
        }
        let remaining = maximumLength.map { $0 - index }
        guard
          let spur = try best(from: last[index], to: goal, maximumLength: remaining, constraint: constraint)
        else {
          continue
        }
        let path = root.dropLast() + spur
        if known.insert(Array(path)).inserted { candidates.append(Array(path)) }
      }
      guard let next = try candidates.indices.min(by: { try precedes(candidates[$0], candidates[$1]) }) else {
        break
      }
      found.append(candidates.remove(at: next))
    }
    return found
  }

  private func best(
    from start: Int, to goal: Int, maximumLength: Int?, constraint: PathSearch.Constraint
  ) throws -> [Int]? {
    if let maximumLength, maximumLength < 0 { return nil }
    return try search.shortest(from: start, to: goal, maximumLength: maximumLength, constraint: constraint)?
      .first(1, order: order).first
  }

  private func precedes(_ left: [Int], _ right: [Int]) throws -> Bool {
    if left.count != right.count { return left.count < right.count }
    for (a, b) in zip(left, right) where a != b { return try order(a, b) }
    return false
  }
}
