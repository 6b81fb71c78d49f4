/// Finds the first of the shortest paths by the names along it, without seeing the last level to its end.
///
/// Where two hubs meet in the middle, thousands of paths may be as short, and the edges that were read until the sides met
/// are few of those that the frontiers have. So the forward frontier is put in the order of the names on the way to each
/// of its entities, and the first that has an edge to the other side is on the path; from there on the first name leads.
struct FirstPath {
  let forward: SearchSide
  let backward: SearchSide
  let walker: EdgeWalker
  let constraint: PathSearch.Constraint
  let order: (Int, Int) throws -> Bool
  /// Whether an edge may be walked from one entity to the other.
  let isTied: (Int, Int) throws -> Bool

  /// The entities from start to goal; nil where no edge ties the frontiers.
  func find() throws -> [Int]? {
    let ranked = try rankedFrontier()
    for number in ranked.frontier {
      guard let other = try neighbor(of: number) else { continue }
      var path: [Int] = []
      var step: Int? = number
      while let current = step {
        path.append(forward.reached.values[current])
        step = ranked.parents[current]
      }
      return path.reversed() + (try rest(from: other))
    }
    return nil
  }

  /// The frontier's numbers in the order of the names on the way to them, and from where each number is come to.
  private func rankedFrontier() throws -> (frontier: [Int], parents: [Int?]) {
    let values = forward.reached.values
    var parents = [Int?](repeating: nil, count: values.count)
    var rank = [Int](repeating: 0, count: values.count)
    var frontier = [0]
    for level in 1..<(forward.depth + 1) {
      for link in forward.links[forward.linkStarts[level]..<forward.linkStarts[level + 1]] {
        let (parent, child) = (Int(link.parent), Int(link.child))
        if let known = parents[child], rank[known] <= rank[parent] { continue }
        parents[child] = parent
      }
      frontier = try (forward.levels[level]..<forward.levels[level + 1]).sorted { left, right in
        let (a, b) = (parents[left].map { rank[$0] } ?? 0, parents[right].map { rank[$0] } ?? 0)
        return try a == b ? order(values[left], values[right]) : a < b
      }
      for (place, number) in frontier.enumerated() { rank[number] = place }
    }
    return (frontier, parents)
  }

  /// The first by name of the other side's frontier to which an edge leads, by its number there; nil where none does.
  private func neighbor(of number: Int) throws -> Int? {
    let entity = forward.reached.values[number]
    let others = backward.frontier
    // Few can be tried one by one as soon as it is known that one will do.
    let areFew = others.count <= 64
    var met: Set<Int> = []
    try walker.start(at: entity)
    while let step = try walker.next() {
      guard let other = backward.reached.number(of: step.neighbor), others.contains(other),
        !constraint.forbids(entity, step.neighbor, from: .start)
      else { continue }
      met.insert(other)
      if areFew { break }
    }
    if met.isEmpty { return nil }
    let values = backward.reached.values
    guard areFew else { return try met.min { try order(values[$0], values[$1]) } }
    for other in try others.sorted(by: { try order(values[$0], values[$1]) })
    where try !constraint.forbids(entity, values[other], from: .start) && isTied(entity, values[other]) {
      return other
    }
    return nil
  }

  /// The entities from a number of the other side to the goal, always the first by name.
  private func rest(from number: Int) throws -> [Int] {
    let values = backward.reached.values
    var path = [values[number]]
    var current = number
    for level in stride(from: backward.depth, to: 0, by: -1) {
      let links = backward.links[backward.linkStarts[level]..<backward.linkStarts[level + 1]]
      let parents = Set(links.lazy.filter { Int($0.child) == current }.map { Int($0.parent) })
      guard let next = try parents.min(by: { try order(values[$0], values[$1]) }) else { break }
      path.append(values[next])
      current = next
    }
    return path
  }
}
