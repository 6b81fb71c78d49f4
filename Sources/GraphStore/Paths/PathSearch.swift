internal import SQLite

/// Finds shortest paths by breadth-first search from both ends, a level at a time.
///
/// The side whose last level has fewer edges to read is expanded; both are read ahead in turns until that is known, the
/// side with fewer entities a little further, which costs at most as much again as the cheaper one and `headStart`. The
/// search stops as soon as either side has nowhere to go. What was visited is kept here and not in SQL. Time and memory
/// follow the edges within half the path's length of either end. (Pohl, Bi-directional search, 1971.)
struct PathSearch {
  private let start: EdgeWalker
  private let goal: EdgeWalker
  private let entities: EntityFilter

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
  }

  /// One of the shortest paths from `origin` to `target`, which `pick` picks where the sides meet; nil when there is none
  /// within `maximumLength`.
  func one(
    from origin: Int, to target: Int, maximumLength: Int?,
    pick: (_ forward: SearchSide, _ backward: SearchSide) throws -> FirstPath.Found
  ) throws -> FirstPath.Found? {
    if origin == target { return FirstPath.Found(entities: [origin]) }
    var forward = SearchSide(origin: origin, end: .start, walker: start)
    var backward = SearchSide(origin: target, end: .goal, walker: goal)
    while !forward.frontier.isEmpty && !backward.frontier.isEmpty {
      if let maximumLength, forward.depth + backward.depth >= maximumLength { return nil }
      let isForward = try Self.readCheaper(&forward, &backward, stopsWhereSidesMeet: true)
      if forward.meeting != nil || backward.meeting != nil { return try pick(forward, backward) }
      if isForward {
        _ = try forward.expand(towards: nil, admitting: entities)
        backward.look(for: forward)
      } else {
        _ = try backward.expand(towards: nil, admitting: entities)
        forward.look(for: backward)
      }
    }
    return nil
  }

  /// All shortest paths from `origin` to `target`; nil when there is none within `maximumLength`.
  func all(
    from origin: Int, to target: Int, maximumLength: Int?, constraint: Constraint = Constraint()
  ) throws -> ShortestPaths? {
    if origin == target { return ShortestPaths(start: origin, goal: target, layers: []) }
    var forward = SearchSide(origin: origin, end: .start, walker: start)
    var backward = SearchSide(origin: target, end: .goal, walker: goal)
    while !forward.frontier.isEmpty && !backward.frontier.isEmpty {
      if let maximumLength, forward.depth + backward.depth >= maximumLength { return nil }
      let isForward = try Self.readCheaper(&forward, &backward, stopsWhereSidesMeet: false)
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

  /// How many edges more than the other the side with fewer entities may have to be taken for the cheaper one, so that it
  /// is mostly read alone.
  private static let headStart = 1_024

  /// Reads the edges of both frontiers in turns until one is read that is not dearer than the other; returns whether that
  /// is the forward one.
  ///
  /// What it returns hangs on numbers of entities and edges alone.
  /// - Parameter stopsWhereSidesMeet: whether to stop as soon as an edge leads to the other side; it is then of no account
  ///   what is returned.
  private static func readCheaper(
    _ forward: inout SearchSide, _ backward: inout SearchSide, stopsWhereSidesMeet: Bool
  ) throws -> Bool {
    func read(_ side: inout SearchSide, upTo limit: Int, _ other: SearchSide) throws {
      try side.read(upTo: limit, meeting: stopsWhereSidesMeet ? other : nil)
    }
    let lead = forward.frontier.count <= backward.frontier.count ? headStart : -headStart
    // An end of few edges or none is seen before the other's many are read.
    if forward.meeting == nil && backward.meeting == nil { try read(&forward, upTo: 31, backward) }
    if forward.meeting == nil && backward.meeting == nil { try read(&backward, upTo: 31, forward) }
    while forward.meeting == nil && backward.meeting == nil {
      let (ahead, behind) = (forward.neighbors.count - lead, backward.neighbors.count)
      if forward.isRead && (backward.isRead || ahead <= behind) { return true }
      if backward.isRead && (forward.isRead || behind <= ahead) { return false }
      if backward.isRead || (!forward.isRead && ahead <= behind) {
        try read(&forward, upTo: behind + lead + 15, backward)
      } else {
        try read(&backward, upTo: ahead + 15, forward)
      }
    }
    return true
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
