/// Finds shortest paths by breadth-first search from both ends, a level at a time.
///
/// The side with fewer entities in its frontier is expanded; the search stops as soon as either side has nowhere to go.
/// What was visited is kept here and not in SQL. Time and memory follow the edges within half the path's length of
/// either end. (Pohl, Bi-directional search, 1971.)
struct PathSearch {
  let walker: EdgeWalker

  /// What a search may not use, besides what the walker leaves out.
  struct Constraint {
    /// Entities that are not to be entered.
    var blocked: Set<Int> = []
    /// Entities that may not follow the start directly.
    var blockedFirst: Set<Int> = []
  }

  private struct Reached {
    var depth: [Int: Int] = [:]
    var parents: [Int: [Int]] = [:]
    var frontier: [Int]
    var level = 0

    init(_ origin: Int) {
      depth[origin] = 0
      frontier = [origin]
    }
  }

  /// All shortest paths from `start` to `goal`, as a graph of layers; nil when there is none within `maximumLength`.
  func shortest(
    from start: Int, to goal: Int, maximumLength: Int?, constraint: Constraint = Constraint()
  ) throws -> ShortestPaths? {
    if start == goal { return ShortestPaths(start: start, goal: goal, successors: [:], length: 0) }
    var forward = Reached(start)
    var backward = Reached(goal)
    while !forward.frontier.isEmpty && !backward.frontier.isEmpty {
      if let maximumLength, forward.level + backward.level >= maximumLength { return nil }
      let meeting: [(Int, Int)]
      if forward.frontier.count <= backward.frontier.count {
        meeting = try expand(&forward, from: .start, towards: backward, constraint, start: start)
      } else {
        meeting = try expand(&backward, from: .goal, towards: forward, constraint, start: start).map {
          ($1, $0)
        }
      }
      if !meeting.isEmpty {
        return ShortestPaths(
          start: start, goal: goal, successors: successors(meeting, forward: forward, backward: backward),
          length: forward.level + backward.level)
      }
    }
    return nil
  }

  /// Goes one level further; returns the edges (here, there) that reach the other side, if any do.
  private func expand(
    _ side: inout Reached, from end: EdgeWalker.Side, towards other: Reached, _ constraint: Constraint,
    start: Int
  ) throws -> [(Int, Int)] {
    var meeting: [(Int, Int)] = []
    var next: [Int] = []
    let level = side.level + 1
    for entity in side.frontier {
      try walker.forEachNeighbor(of: entity, from: end) { neighbor in
        if constraint.blocked.contains(neighbor) { return }
        if end == .start && entity == start && constraint.blockedFirst.contains(neighbor) { return }
        if end == .goal && neighbor == start && constraint.blockedFirst.contains(entity) { return }
        if other.depth[neighbor] != nil { meeting.append((entity, neighbor)) }
        // Once the sides have met only the meeting counts, but this level has to be seen to its end: another path of
        // the same length may come first by name.
        guard meeting.isEmpty else { return }
        switch side.depth[neighbor] {
        case nil:
          side.depth[neighbor] = level
          side.parents[neighbor] = [entity]
          next.append(neighbor)
        case level:
          if side.parents[neighbor]?.last != entity { side.parents[neighbor]?.append(entity) }
        default: break
        }
      }
    }
    side.level = level
    side.frontier = next
    return meeting
  }

  /// Who follows whom on the shortest paths that cross one of the meeting edges (towards start, towards goal).
  private func successors(_ meeting: [(Int, Int)], forward: Reached, backward: Reached) -> [Int: Set<Int>] {
    var successors: [Int: Set<Int>] = [:]
    var towardsStart: Set<Int> = []
    var towardsGoal: Set<Int> = []
    for (near, far) in meeting {
      successors[near, default: []].insert(far)
      towardsStart.insert(near)
      towardsGoal.insert(far)
    }
    while !towardsStart.isEmpty {
      var next: Set<Int> = []
      for entity in towardsStart {
        for parent in forward.parents[entity] ?? [] {
          successors[parent, default: []].insert(entity)
          next.insert(parent)
        }
      }
      towardsStart = next
    }
    while !towardsGoal.isEmpty {
      var next: Set<Int> = []
      for entity in towardsGoal {
        for parent in backward.parents[entity] ?? [] {
          successors[entity, default: []].insert(parent)
          next.insert(parent)
        }
      }
      towardsGoal = next
    }
    return successors
  }
}
