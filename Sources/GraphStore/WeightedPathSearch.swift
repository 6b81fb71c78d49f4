internal import SQLite

/// Finds the paths whose confidences have the greatest product; of those, the ones with the fewest hops.
///
/// Dijkstra's algorithm (A note on two problems in connexion with graphs, 1959) from both ends, until no way that is
/// still open on either side can be part of a path as good as the best (Nicholson, Finding the shortest route between
/// two points in a network, 1966). Time: E log V for the E edges within reach; 60 bytes an entity reached and 8 a tie.
struct WeightedPathSearch {
  private let start: EdgeWalker
  private let goal: EdgeWalker
  private let entities: EntityFilter

  init(connection: Connection, filter: WalkFilter, isDirected: Bool, entities: EntityFilter) throws {
    start = try EdgeWalker(
      connection: connection, filter: filter, isDirected: isDirected, side: .start, readsConfidence: true)
    goal = try EdgeWalker(
      connection: connection, filter: filter, isDirected: isDirected, side: .goal, readsConfidence: true)
    self.entities = entities
  }

  /// All the best paths from `origin` to `target`; nil when there is none within `maximumLength`.
  func shortest(
    from origin: Int, to target: Int, maximumLength: Int?,
    constraint: PathSearch.Constraint = PathSearch.Constraint()
  ) throws -> ShortestPaths? {
    if origin == target { return ShortestPaths(start: origin, goal: target, layers: []) }
    let best = try unbounded(from: origin, to: target, constraint)
    guard let best, let maximumLength, best.length > maximumLength else { return best }
    return try bounded(from: origin, to: target, maximumLength, constraint)
  }

  /// A step over which the two sides meet: from a label of one to a label of the other.
  private struct Crossing {
    var near: Int
    var far: Int
  }

  private func unbounded(
    from origin: Int, to target: Int, _ constraint: PathSearch.Constraint
  ) throws -> ShortestPaths? {
    var forward = WeightedLabels(origin: origin, isBounded: false)
    var backward = WeightedLabels(origin: target, isBounded: false)
    var best: PathCost?
    var crossings: [Crossing] = []
    func meet(_ cost: PathCost, _ crossing: Crossing) {
      if let known = best, known < cost { return }
      if best != cost { crossings = [] }
      best = cost
      crossings.append(crossing)
    }
    while let near = forward.next(), let far = backward.next() {
      if let best, best < near + far { break }
      // A side that comes all the way to the other end has found every best path by itself.
      if forward.queue.count <= backward.queue.count {
        let label = try expand(&forward, from: start, side: .start, constraint, other: backward) {
          meet($0, Crossing(near: $1, far: $2))
        }
        if let label, forward.entity(label) == target {
          return Self.paths(from: origin, along: forward, to: label)
        }
      } else {
        let label = try expand(&backward, from: goal, side: .goal, constraint, other: forward) {
          meet($0, Crossing(near: $2, far: $1))
        }
        if let label, backward.entity(label) == origin {
          return Self.paths(backFrom: label, along: backward, to: target)
        }
      }
    }
    guard let best else { return nil }
    // A path crosses behind the last of its entities that the forward side settled, and there only.
    crossings.removeAll { forward.settled(backward.entity($0.far)) != nil }
    var layers = [[ShortestPaths.Link]](repeating: [], count: best.hops)
    for crossing in crossings {
      layers[forward.cost(crossing.near).hops].append(
        .init(from: forward.entity(crossing.near), to: backward.entity(crossing.far)))
    }
    forward.forEachLink(from: crossings.map(\.near)) { child, parent in
      layers[forward.cost(parent).hops].append(
        .init(from: forward.entity(parent), to: forward.entity(child)))
    }
    backward.forEachLink(from: crossings.map(\.far)) { child, parent in
      layers[best.hops - backward.cost(child).hops].append(
        .init(from: backward.entity(child), to: backward.entity(parent)))
    }
    return ShortestPaths(start: origin, goal: target, layers: layers, weight: best.weight)
  }

  /// The paths that a forward search found to a label.
  private static func paths(from origin: Int, along labels: WeightedLabels, to label: Int) -> ShortestPaths {
    let cost = labels.cost(label)
    var layers = [[ShortestPaths.Link]](repeating: [], count: cost.hops)
    labels.forEachLink(from: [label]) { child, parent in
      layers[labels.cost(parent).hops].append(.init(from: labels.entity(parent), to: labels.entity(child)))
    }
    return ShortestPaths(start: origin, goal: labels.entity(label), layers: layers, weight: cost.weight)
  }

  /// The paths that a backward search found from a label.
  private static func paths(backFrom label: Int, along labels: WeightedLabels, to target: Int)
    -> ShortestPaths
  {
    let cost = labels.cost(label)
    var layers = [[ShortestPaths.Link]](repeating: [], count: cost.hops)
    labels.forEachLink(from: [label]) { child, parent in
      layers[cost.hops - labels.cost(child).hops].append(
        .init(from: labels.entity(child), to: labels.entity(parent)))
    }
    return ShortestPaths(start: labels.entity(label), goal: target, layers: layers, weight: cost.weight)
  }

  /// Settles one side's cheapest entity, which it returns, and follows its edges; calls `meet` with the cost of a whole path, the label
  /// here and the label there for each edge to an entity that the other side has settled.
  private func expand(
    _ labels: inout WeightedLabels, from walker: EdgeWalker, side: EdgeWalker.Side,
    _ constraint: PathSearch.Constraint, other: WeightedLabels, _ meet: (PathCost, Int, Int) -> Void
  ) throws -> Int? {
    guard let label = labels.settleNext() else { return nil }
    let entity = labels.entity(label)
    try forEachStep(from: entity, walker, side, constraint) { neighbor, weight in
      let cost = labels.cost(label) + PathCost(weight: weight, hops: 1)
      if let there = other.settled(neighbor) { meet(cost + other.cost(there), label, there) }
      labels.relax(neighbor, cost, parent: label)
    }
    return label
  }

  /// With a bound on the hops a dearer way to an entity counts where it is shorter, so that an entity is settled once
  /// for each number of hops that betters what was settled before (Martins, On a multicriteria shortest path problem,
  /// 1984). From the start only; time: the bound times E log V.
  private func bounded(
    from origin: Int, to target: Int, _ maximumLength: Int, _ constraint: PathSearch.Constraint
  ) throws -> ShortestPaths? {
    var labels = WeightedLabels(origin: origin, isBounded: true)
    while let label = labels.settleNext() {
      let cost = labels.cost(label)
      if labels.entity(label) == target { return Self.paths(from: origin, along: labels, to: label) }
      if cost.hops >= maximumLength { continue }
      try forEachStep(from: labels.entity(label), start, .start, constraint) { neighbor, weight in
        labels.relax(neighbor, cost + PathCost(weight: weight, hops: 1), parent: label)
      }
    }
    return nil
  }

  private func forEachStep(
    from entity: Int, _ walker: EdgeWalker, _ side: EdgeWalker.Side, _ constraint: PathSearch.Constraint,
    _ visit: (_ neighbor: Int, _ weight: Int) -> Void
  ) throws {
    try walker.start(at: entity)
    while let step = try walker.next() {
      guard let weight = PathWeight.of(confidence: step.confidence),
        !constraint.forbids(entity, step.neighbor, from: side), try entities.admits(step.neighbor)
      else { continue }
      visit(step.neighbor, weight)
    }
  }
}
