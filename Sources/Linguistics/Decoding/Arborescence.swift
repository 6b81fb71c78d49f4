/// The cheapest arborescence of a dense directed graph, in O(n²) for n nodes.
///
/// Edmonds' algorithm (1967) in Tarjan's form for dense graphs (1977): from each node the cheapest edge that enters it is
/// followed backwards; where that closes a cycle, the cycle becomes one node.
struct Arborescence {
  private struct Edge {
    var from: Int
    var to: Int
  }

  private let count: Int
  /// [from, to] between nodes that stand for themselves or for a contracted cycle.
  private var costs: [Double]
  /// The edge of the graph, from × count + to, that each entry of `costs` is about.
  private var edges: [Int32]
  /// Union-find with a log of what was joined, so that contractions can be undone.
  private var parents: [Int]
  private var joins: [(node: Int, value: Int)] = []
  /// Whether a node stands for itself or for a cycle, rather than being a part of one.
  private var isAlive: [Bool]

  /// Makes a graph of so many nodes without edges.
  init(count: Int) {
    self.count = count
    costs = Array(repeating: .infinity, count: count * count)
    edges = (0..<Int32(count * count)).map { $0 }
    parents = Array(repeating: -1, count: count)
    isAlive = Array(repeating: true, count: count)
  }

  mutating func setCost(_ cost: Double, from: Int, to: Int) { costs[from * count + to] = cost }

  private func find(_ node: Int) -> Int {
    var node = node
    while parents[node] >= 0 { node = parents[node] }
    return node
  }

  private mutating func join(_ a: Int, _ b: Int) {
    var (a, b) = (find(a), find(b))
    if a == b { return }
    if parents[a] > parents[b] { swap(&a, &b) }  // the greater set has the smaller, negative size
    joins.append((a, parents[a]))
    joins.append((b, parents[b]))
    parents[a] += parents[b]
    parents[b] = a
  }

  private mutating func undoJoins(to size: Int) {
    while joins.count > size {
      let (node, value) = joins.removeLast()
      parents[node] = value
    }
  }

  /// The cheapest edge that enters a node, and its cost, or nil.
  private func cheapest(into node: Int) -> (edge: Edge, cost: Double)? {
    var best = -1
    for from in 0..<count where from != node && isAlive[from] {
      if best < 0 || costs[from * count + node] < costs[best * count + node] { best = from }
    }
    guard best >= 0, costs[best * count + node] < .infinity else { return nil }
    let edge = Int(edges[best * count + node])
    return (Edge(from: edge / count, to: edge % count), costs[best * count + node])
  }

  /// Makes one node of a cycle; its edges in are dearer by what the cycle saves when it is entered there.
  private mutating func contract(_ cycle: [(node: Int, cost: Double)], to whole: Int) {
    for member in cycle where member.node != whole { isAlive[member.node] = false }
    for other in 0..<count where isAlive[other] && other != whole {
      var into = (cost: Double.infinity, edge: Int32(-1))
      var from = (cost: Double.infinity, edge: Int32(-1))
      for (node, cost) in cycle {
        let entering = costs[other * count + node] - cost
        if entering < into.cost { into = (entering, edges[other * count + node]) }
        let leaving = costs[node * count + other]
        if leaving < from.cost { from = (leaving, edges[node * count + other]) }
      }
      costs[other * count + whole] = into.cost
      edges[other * count + whole] = into.edge
      costs[whole * count + other] = from.cost
      edges[whole * count + other] = from.edge
    }
  }

  /// The head of each node; the root's own is itself, and so is that of a node that no edge leads to.
  mutating func heads(root: Int) -> [Int] {
    var seen = [Int](repeating: -1, count: count)
    seen[root] = root
    var incoming = [Edge?](repeating: nil, count: count)
    var cycles: [(node: Int, joins: Int, edges: [Edge])] = []
    for start in 0..<count {
      var node = find(start)
      var path: [(node: Int, edge: Edge, cost: Double)] = []
      while seen[node] < 0, let (edge, cost) = cheapest(into: node) {
        path.append((node, edge, cost))
        seen[node] = start
        node = find(edge.from)
        guard seen[node] == start, let first = path.firstIndex(where: { $0.node == node }) else { continue }
        // The path has come back to itself.
        let cycle = Array(path[first...])
        let joinsBefore = joins.count
        for member in cycle { join(node, member.node) }
        node = find(node)
        contract(cycle.map { ($0.node, $0.cost) }, to: node)
        seen[node] = -1
        cycles.append((node, joinsBefore, cycle.map(\.edge)))
        path.removeSubrange(first...)
      }
      for step in path { incoming[find(step.edge.to)] = step.edge }
    }
    for cycle in cycles.reversed() {
      undoJoins(to: cycle.joins)
      let entering = incoming[cycle.node]
      for edge in cycle.edges { incoming[find(edge.to)] = edge }
      if let entering { incoming[find(entering.to)] = entering }
    }
    return (0..<count).map { incoming[$0]?.from ?? $0 }
  }
}
