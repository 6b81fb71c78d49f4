/// What a path costs: the sum of its weights, then its hops; so every hop costs something.
struct PathCost: Comparable {
  var weight: Int
  var hops: Int

  static let zero = PathCost(weight: 0, hops: 0)

  static func < (left: PathCost, right: PathCost) -> Bool {
    (left.weight, left.hops) < (right.weight, right.hops)
  }

  static func + (left: PathCost, right: PathCost) -> PathCost {
    PathCost(weight: left.weight + right.weight, hops: left.hops + right.hops)
  }
}

/// The labels of a search by cost: how entities were reached, with all ties.
///
/// Without a bound on the hops an entity has one label; with one it has a label for each number of hops.
struct WeightedLabels {
  /// A way to reach an entity.
  private struct Label {
    var entity: Int
    var cost: PathCost
    /// The last of the links to labels nearer to the origin, or -1.
    var link: Int32
    var isSettled = false
  }

  private struct ParentLink {
    var parent: Int32
    /// The next one for the same label, or -1.
    var next: Int32
  }

  private struct Key: Hashable {
    var entity: Int
    var hops: Int
  }

  private let isBounded: Bool
  private var labels: [Label] = []
  private var links: [ParentLink] = []
  private(set) var queue = BinaryHeap<PathCost>()
  private var reached = IntegerNumbering()
  /// The label of an entity by its number, where hops have no bound.
  private var labelOf: [Int32] = []
  /// The labels of an entity by hops, where they have one.
  private var labelsByHops: [Key: Int32] = [:]
  /// The fewest hops with which an entity, by its number, was settled.
  private var fewestHops: [Int32] = []

  init(origin: Int, isBounded: Bool) {
    self.isBounded = isBounded
    relax(origin, .zero, parent: -1)
  }

  func entity(_ label: Int) -> Int { labels[label].entity }
  func cost(_ label: Int) -> PathCost { labels[label].cost }

  /// The label of an entity, where hops have no bound; nil for one that was not reached.
  func label(of entity: Int) -> Int? {
    guard let number = reached.number(of: entity), labelOf[number] >= 0 else { return nil }
    return Int(labelOf[number])
  }

  /// Likewise, for an entity that is settled.
  func settled(_ entity: Int) -> Int? { label(of: entity).flatMap { labels[$0].isSettled ? $0 : nil } }

  /// The cheapest label that can still be settled, without settling it.
  mutating func next() -> PathCost? {
    while let (cost, label) = queue.first {
      let number = reached.number(of: labels[label].entity) ?? 0
      if !labels[label].isSettled && labels[label].cost == cost && Int(fewestHops[number]) > cost.hops {
        return cost
      }
      _ = queue.pop()
    }
    return nil
  }

  /// Settles the cheapest label: no cheaper way to its entity is left, and none as cheap that is shorter.
  mutating func settleNext() -> Int? {
    guard next() != nil, let (cost, label) = queue.pop() else { return nil }
    labels[label].isSettled = true
    let number = reached.insert(labels[label].entity).number
    fewestHops[number] = Int32(clamping: cost.hops)
    return label
  }

  /// Notes a way to an entity by way of the label `parent`, or of none for the origin.
  mutating func relax(_ entity: Int, _ cost: PathCost, parent: Int) {
    let (number, isNew) = reached.insert(entity)
    if isNew {
      labelOf.append(-1)
      fewestHops.append(.max)
    } else if Int(fewestHops[number]) <= cost.hops {
      return
    }
    let key = Key(entity: entity, hops: cost.hops)
    let known = Int(isBounded ? labelsByHops[key] ?? -1 : labelOf[number])
    guard known >= 0 else {
      labels.append(Label(entity: entity, cost: cost, link: link(to: parent, next: -1)))
      let label = labels.count - 1
      if isBounded { labelsByHops[key] = Int32(label) } else { labelOf[number] = Int32(label) }
      return queue.push(cost, label)
    }
    if labels[known].isSettled || labels[known].cost < cost { return }
    let last = labels[known].link
    if labels[known].cost == cost {
      // Parallel edges of one weight are one tie.
      if last < 0 || Int(links[Int(last)].parent) != parent {
        labels[known].link = link(to: parent, next: last)
      }
    } else {
      labels[known].cost = cost
      labels[known].link = link(to: parent, next: -1)
      queue.push(cost, known)
    }
  }

  private mutating func link(to parent: Int, next: Int32) -> Int32 {
    guard parent >= 0 else { return -1 }
    links.append(ParentLink(parent: Int32(parent), next: next))
    return Int32(links.count - 1)
  }

  /// Calls `visit` with every link (child, parent) on the way from these labels to the origin, each once.
  func forEachLink(from ends: [Int], _ visit: (_ child: Int, _ parent: Int) -> Void) {
    var isSeen = [Bool](repeating: false, count: labels.count)
    var open: [Int] = []
    func see(_ label: Int) {
      if !isSeen[label] { open.append(label) }
      isSeen[label] = true
    }
    for end in ends { see(end) }
    while let child = open.popLast() {
      var next = labels[child].link
      while next >= 0 {
        let parent = Int(links[Int(next)].parent)
        visit(child, parent)
        see(parent)
        next = links[Int(next)].next
      }
    }
  }
}
