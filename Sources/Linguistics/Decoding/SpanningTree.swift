/// The dependency tree of greatest score.
enum SpanningTree {
  /// The head of each word, 0 for the artificial root and words from 1; exactly one word hangs on the root.
  ///
  /// `scores` are [words, stride]: a row a dependent, a column a head, the root first. Greedy heads are taken where
  /// they form such a tree; elsewhere the maximum arborescence is found in O(n² log n) for n words.
  static func heads(_ scores: UnsafePointer<Float>, words: Int, stride: Int) -> [Int32] {
    var heads = [Int32](repeating: 0, count: words)
    for word in 0..<words {
      let row = scores + word * stride
      var best = 0
      for head in 0...words where head != word + 1 && row[head] > row[best] { best = head }
      heads[word] = Int32(best)
    }
    return isTree(heads) ? heads : maximum(scores, words: words, stride: stride)
  }

  /// Whether there is one root and no cycle; takes linear time.
  static func isTree(_ heads: [Int32]) -> Bool {
    var roots = 0
    var seen = [Int32](repeating: 0, count: heads.count + 1)
    for word in 1..<max(1, heads.count + 1) {
      if heads[word - 1] == 0 { roots += 1 }
      var at = word
      while at != 0, seen[at] == 0 {
        seen[at] = Int32(word)
        at = Int(heads[at - 1])
      }
      if at != 0, seen[at] == Int32(word) { return false }
    }
    return roots == 1
  }

  private static func maximum(_ scores: UnsafePointer<Float>, words: Int, stride: Int) -> [Int32] {
    // A root costs more than any tree can gain by a second one.
    var greatest: Float = 1
    for word in 0..<words {
      for head in 0...words { greatest = max(greatest, abs(scores[word * stride + head])) }
    }
    let penalty = 4 * Double(greatest) * Double(words + 1)
    var tree = Arborescence(count: words + 1)
    for word in 1..<words + 1 {
      for head in 0..<words + 1 where head != word {
        let score = Double(scores[(word - 1) * stride + head])
        tree.add(from: head, to: word, cost: head == 0 ? penalty - score : -score)
      }
    }
    return tree.heads(root: 0).dropFirst().map { Int32($0) }
  }
}

/// The cheapest arborescence of a directed graph: Edmonds' algorithm (1967) with mergeable heaps, as Gabow, Galil, Spencer
/// and Tarjan (1986) describe it; O(m log n) for m edges.
struct Arborescence {
  private struct Edge {
    var from: Int32
    var to: Int32
    var cost: Double
  }

  /// A node of a skew heap; `shift` is still to be added to the costs below.
  private struct Node {
    var edge: Edge
    var left: Int32 = -1
    var right: Int32 = -1
    var shift = 0.0
  }

  private let count: Int
  private var nodes: [Node] = []
  private var heaps: [Int32]
  /// Union-find with a log of what was joined, so that contractions can be undone.
  private var parents: [Int32]
  private var joins: [(node: Int32, value: Int32)] = []

  init(count: Int) {
    self.count = count
    heaps = Array(repeating: -1, count: count)
    parents = Array(repeating: -1, count: count)
  }

  mutating func add(from: Int, to: Int, cost: Double) {
    nodes.append(Node(edge: Edge(from: Int32(from), to: Int32(to), cost: cost)))
    heaps[to] = merged(heaps[to], Int32(nodes.count - 1))
  }

  private mutating func settle(_ node: Int32) {
    let shift = nodes[Int(node)].shift
    if shift == 0 { return }
    nodes[Int(node)].edge.cost += shift
    for child in [nodes[Int(node)].left, nodes[Int(node)].right] where child >= 0 {
      nodes[Int(child)].shift += shift
    }
    nodes[Int(node)].shift = 0
  }

  /// Merges two heaps without recursion: a chain of right children, whose sides are swapped on the way back.
  private mutating func merged(_ first: Int32, _ second: Int32) -> Int32 {
    var (a, b) = (first, second)
    var path: [Int32] = []
    while a >= 0, b >= 0 {
      settle(a)
      settle(b)
      if nodes[Int(b)].edge.cost < nodes[Int(a)].edge.cost { swap(&a, &b) }
      path.append(a)
      a = nodes[Int(a)].right
    }
    var below = a >= 0 ? a : b
    for node in path.reversed() {
      nodes[Int(node)].right = nodes[Int(node)].left
      nodes[Int(node)].left = below
      below = node
    }
    return below
  }

  private func find(_ node: Int32) -> Int32 {
    var node = node
    while parents[Int(node)] >= 0 { node = parents[Int(node)] }
    return node
  }

  private mutating func join(_ a: Int32, _ b: Int32) -> Bool {
    var (a, b) = (find(a), find(b))
    if a == b { return false }
    if parents[Int(a)] > parents[Int(b)] { swap(&a, &b) }  // the greater set has the smaller, negative size
    joins.append((a, parents[Int(a)]))
    joins.append((b, parents[Int(b)]))
    parents[Int(a)] += parents[Int(b)]
    parents[Int(b)] = a
    return true
  }

  private mutating func undoJoins(to size: Int) {
    while joins.count > size {
      let (node, value) = joins.removeLast()
      parents[Int(node)] = value
    }
  }

  /// The head of each node; the root's own is itself, and so is that of a node that no edge leads to.
  mutating func heads(root: Int) -> [Int] {
    var seen = [Int32](repeating: -1, count: count)
    seen[root] = Int32(root)
    let none = Edge(from: -1, to: -1, cost: 0)
    var incoming = [Edge](repeating: none, count: count)
    var cycles: [(node: Int32, joins: Int, edges: [Edge])] = []
    for start in 0..<Int32(count) {
      var node = start
      var edges: [Edge] = []
      var path: [Int32] = []
      while seen[Int(node)] < 0 {
        let heap = heaps[Int(node)]
        guard heap >= 0 else { break }
        settle(heap)
        let edge = nodes[Int(heap)].edge
        nodes[Int(heap)].shift -= edge.cost
        settle(heap)
        heaps[Int(node)] = merged(nodes[Int(heap)].left, nodes[Int(heap)].right)
        edges.append(edge)
        path.append(node)
        seen[Int(node)] = start
        node = find(edge.from)
        guard seen[Int(node)] == start else { continue }
        // The path has come back to itself: contract the cycle to one node.
        var heapOfCycle: Int32 = -1
        let joinsBefore = joins.count
        let end = edges.count
        var first = edges.count
        repeat {
          first -= 1
          heapOfCycle = merged(heapOfCycle, heaps[Int(path[first])])
        } while join(node, path[first])
        node = find(node)
        heaps[Int(node)] = heapOfCycle
        seen[Int(node)] = -1
        cycles.append((node, joinsBefore, Array(edges[first..<end])))
        edges.removeSubrange(first...)
        path.removeSubrange(first...)
      }
      for edge in edges { incoming[Int(find(edge.to))] = edge }
    }
    for cycle in cycles.reversed() {
      undoJoins(to: cycle.joins)
      let entering = incoming[Int(cycle.node)]
      for edge in cycle.edges { incoming[Int(find(edge.to))] = edge }
      if entering.to >= 0 { incoming[Int(find(entering.to))] = entering }
    }
    return (0..<count).map { incoming[$0].from < 0 ? $0 : Int(incoming[$0].from) }
  }
}
