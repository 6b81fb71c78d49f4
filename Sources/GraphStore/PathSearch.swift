internal import SQLite

/// Finds shortest paths by breadth-first search from both ends, a level at a time.
///
/// The side whose frontier has fewer edges to read is expanded; both are read ahead in turns until that is known, which
/// costs at most as much again as the cheaper one. The search stops as soon as either side has nowhere to go. What was
/// visited is kept here and not in SQL. Time and memory follow the edges within half the path's length of either end.
/// (Pohl, Bi-directional search, 1971.)
struct PathSearch {
  private let start: EdgeWalker
  private let goal: EdgeWalker
  private let entities: EntityFilter
  /// Makes a walker beside those that stand in the middle of an entity.
  private let makeScout: () throws -> EdgeWalker

  /// What a search may not use, besides what the walkers leave out.
  struct Constraint {
    /// Entities that are not to be entered.
    var blocked: Set<Int> = []
    /// Where the search starts, for `blockedFirst`.
    var start: Int?
    /// Entities that may not follow the start directly.
    var blockedFirst: Set<Int> = []

    var isEmpty: Bool { blocked.isEmpty && blockedFirst.isEmpty }

    /// Whether a walk from that side may not go from an entity to the neighbor.
    func forbids(_ entity: Int, _ neighbor: Int, from side: EdgeWalker.Side) -> Bool {
      if blocked.contains(neighbor) { return true }
      guard !blockedFirst.isEmpty else { return false }
      return side == .start
        ? entity == start && blockedFirst.contains(neighbor)
        : neighbor == start && blockedFirst.contains(entity)
    }
  }

  init(connection: Connection, filter: WalkFilter, isDirected: Bool, entities: EntityFilter) throws {
    start = try EdgeWalker(connection: connection, filter: filter, isDirected: isDirected, side: .start)
    goal = try EdgeWalker(connection: connection, filter: filter, isDirected: isDirected, side: .goal)
    self.entities = entities
    makeScout = {
      try EdgeWalker(connection: connection, filter: filter, isDirected: isDirected, side: .start)
    }
  }

  /// How the first of several shortest paths is found without the others.
  struct Preference {
    /// The order of entities by name.
    var order: (Int, Int) throws -> Bool
    /// Whether an edge may be walked from one entity to the other.
    var isTied: (Int, Int) throws -> Bool
  }

  /// All shortest paths from `origin` to `target`, or with a preference at least the first of them; nil when there is none
  /// within `maximumLength`.
  func shortest(
    from origin: Int, to target: Int, maximumLength: Int?, constraint: Constraint = Constraint(),
    preference: Preference? = nil
  ) throws -> ShortestPaths? {
    if origin == target { return ShortestPaths(start: origin, goal: target, layers: []) }
    var forward = SearchSide(origin: origin, end: .start, walker: start)
    var backward = SearchSide(origin: target, end: .goal, walker: goal)
    while !forward.frontier.isEmpty && !backward.frontier.isEmpty {
      if let maximumLength, forward.depth + backward.depth >= maximumLength { return nil }
      if try Self.readCheaper(&forward, &backward, stopsWhereSidesMeet: preference != nil), let preference {
        let first = FirstPath(
          forward: forward, backward: backward, walker: try makeScout(), constraint: constraint,
          order: preference.order, isTied: preference.isTied)
        if let path = try first.find() {
          let steps = zip(path, path.dropFirst()).map { [ShortestPaths.Link(from: $0, to: $1)] }
          return ShortestPaths(start: origin, goal: target, layers: steps)
        }
        // They met over edges that the constraint forbids.
        continue
      }
      let isForward =
        forward.isRead && (!backward.isRead || forward.neighbors.count <= backward.neighbors.count)
      if isForward {
        let depth = forward.depth
        let meeting = try forward.expand(towards: backward, admitting: entities, constraint: constraint)
        if !meeting.isEmpty {
          return paths(meeting, forward, depth: depth, backward, depth: backward.depth)
        }
      } else {
        let depth = backward.depth
        let meeting = try backward.expand(towards: forward, admitting: entities, constraint: constraint).map {
          SearchSide.Link(parent: $0.child, child: $0.parent)
        }
        if !meeting.isEmpty {
          return paths(meeting, forward, depth: forward.depth, backward, depth: depth)
        }
      }
    }
    return nil
  }

  /// Reads the edges of both frontiers in turns until one is read that has no more than the other.
  ///
  /// - Parameter stopsWhereSidesMeet: whether to stop, and return true, where the sides have met and neither frontier is
  ///   read soon after.
  private static func readCheaper(
    _ forward: inout SearchSide, _ backward: inout SearchSide, stopsWhereSidesMeet: Bool
  ) throws -> Bool {
    var mostEdges: Int?
    while true {
      let (ahead, behind) = (forward.neighbors.count, backward.neighbors.count)
      if forward.isRead && (backward.isRead || ahead <= behind) { return false }
      if backward.isRead && (forward.isRead || behind <= ahead) { return false }
      if stopsWhereSidesMeet && (forward.hasMet || backward.hasMet) {
        // Putting the frontier in order takes the name of everything behind it, each worth some eight edges.
        let most = mostEdges ?? 2 * (ahead + behind) + 8 * forward.reached.count + 64
        mostEdges = most
        if ahead + behind > most { return true }
      }
      if backward.isRead || (!forward.isRead && ahead <= behind) {
        try forward.read(upTo: behind + 15, towards: backward)
      } else {
        try backward.read(upTo: ahead + 15, towards: forward)
      }
    }
  }

  /// The paths that cross one of the links (number towards the start, number towards the goal).
  private func paths(
    _ meeting: [SearchSide.Link], _ forward: SearchSide, depth forwardDepth: Int, _ backward: SearchSide,
    depth backwardDepth: Int
  ) -> ShortestPaths {
    func link(_ from: SearchSide, _ number: UInt32, _ to: SearchSide, _ other: UInt32) -> ShortestPaths.Link {
      ShortestPaths.Link(from: from.reached.values[Int(number)], to: to.reached.values[Int(other)])
    }
    let near = forward.links(to: meeting.map(\.parent), depth: forwardDepth).map { links in
      links.map { link(forward, $0.parent, forward, $0.child) }
    }
    let far = backward.links(to: meeting.map(\.child), depth: backwardDepth).reversed().map { links in
      links.map { link(backward, $0.child, backward, $0.parent) }
    }
    let middle = meeting.map { link(forward, $0.parent, backward, $0.child) }
    return ShortestPaths(start: forward.origin, goal: backward.origin, layers: near + [middle] + far)
  }
}
