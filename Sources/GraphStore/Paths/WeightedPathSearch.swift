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

  private func unbounded(
    from origin: Int, to target: Int, _ constraint: PathSearch.Constraint
  ) throws -> ShortestPaths? {
    var forward = WeightedLabels(origin: origin, isBounded: false)
    var backward = WeightedLabels(origin: target, isBounded: false)
    var best: PathCost?
    var meetings: Set<Int> = []
    func meet(_ entity: Int, _ cost: PathCost) {
      if let known = best, known < cost { return }
      if best != cost { meetings = [] }
      best = cost
      meetings.insert(entity)
    }
    while let near = forward.next(), let far = backward.next() {
      if let best, best <= near + far { break }
      // A side that comes all the way to the other end has found every best path by itself.
      if forward.queue.count <= backward.queue.count {
        let label = try expand(&forward, start, .start, constraint, towards: backward, meet)
        if let label, forward.entity(label) == target {
          return Self.paths(from: origin, along: forward, to: label)
        }
      } else {
        let label = try expand(&backward, goal, .goal, constraint, towards: forward, meet)
        if let label, backward.entity(label) == origin {
          return Self.paths(backFrom: label, along: backward, to: target)
        }
      }
    }
    guard let best else { return nil }
    // Each path is put together at the first of its entities that the forward side did not settle: the links to it are
    // all from settled ones, and from there on no entity is settled, so that no path is counted twice.
    let ends = meetings.compactMap { entity -> (near: Int, far: Int)? in
      guard forward.settled(entity) == nil, let near = forward.label(of: entity),
        let far = backward.label(of: entity), forward.cost(near) + backward.cost(far) == best
      else { return nil }
      return (near, far)
    }
    var layers = [[ShortestPaths.Link]](repeating: [], count: best.hops)
    forward.forEachLink(from: ends.map(\.near)) { child, parent in
      layers[forward.cost(parent).hops].append(
        .init(from: forward.entity(parent), to: forward.entity(child)))
    }
    backward.forEachLink(from: ends.map(\.far)) { child, parent in
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

  /// Settles one side's cheapest entity, whose label it returns, and follows its edges; calls `meet` with each entity that
  /// both sides have now reached and what the path through it costs.
  private func expand(
    _ labels: inout WeightedLabels, _ walker: EdgeWalker, _ side: EdgeWalker.Side,
    _ constraint: PathSearch.Constraint, towards other: WeightedLabels, _ meet: (Int, PathCost) -> Void
  ) throws -> Int? {
    guard let label = labels.settleNext() else { return nil }
    let cost = labels.cost(label)
    try forEachStep(from: labels.entity(label), walker, side, constraint) { neighbor, weight in
      labels.relax(neighbor, cost + PathCost(weight: weight, hops: 1), parent: label)
      if let there = other.label(of: neighbor), let here = labels.label(of: neighbor) {
        meet(neighbor, labels.cost(here) + other.cost(there))
      }
    }
    return label
  }

  // With a bound on the hops a dearer way to an entity counts where it is shorter, so that an entity is settled once
  // for each number of hops that betters what was settled before (Martins, On a multicriteria shortest path problem,
  // 1984). From the start only; time: the bound times E log V.
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
