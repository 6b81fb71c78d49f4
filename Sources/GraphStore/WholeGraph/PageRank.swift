/// Ranks entities by how likely a reader is to stand at them who follows arcs at random, and starts anew at any entity
/// with a chance of 15 in 100 and wherever there is no arc to follow.
///
/// Brin and Page, The anatomy of a large-scale hypertextual Web search engine, 1998, by power iteration. Shares are whole
/// parts of 2⁻⁶⁰, so that a sum does not hang on the order of its terms. Time: one pass over the arcs an iteration; 24
/// bytes an entity.
struct PageRank {
  /// The most iterations.
  static let iterations = 100
  /// The change of all ranks together, of their sum, at which the iteration ends.
  static let tolerance = 1e-9

  private static let unit = 1 << 60

  /// The rank of each entity; they add up to 1.
  static func ranks(_ graph: WholeGraph) -> [Double] {
    let count = graph.count
    guard count > 0 else { return [] }
    var degree = [UInt32](repeating: 0, count: count)
    graph.forEachArc { from, _ in degree[from] += 1 }
    var ranks = [Int](repeating: unit / count, count: count)
    var shares = [Int](repeating: 0, count: count)
    for _ in 0..<iterations {
      var idle = 0
      for entity in 0..<count {
        let followed = damped(ranks[entity])
        if degree[entity] == 0 {
          idle += followed
          shares[entity] = 0
        } else {
          shares[entity] = followed / Int(degree[entity])
        }
      }
      let base = (unit - damped(unit) + idle) / count
      var next = [Int](repeating: base, count: count)
      graph.forEachArc { from, to in next[to] += shares[from] }
      var change = 0
      for entity in 0..<count { change += abs(next[entity] - ranks[entity]) }
      ranks = next
      if Double(change) < tolerance * Double(unit) { break }
    }
    return ranks.map { Double($0) / Double(unit) }
  }

  /// Eighty-five hundredths.
  private static func damped(_ rank: Int) -> Int { rank / 100 * 85 + rank % 100 * 85 / 100 }
}
