/// One side of a search from both ends: the levels reached from its origin, and the edges read ahead of the next one.
///
/// Entities are numbered in the order in which they come up, so that a level is a range of numbers and the links that
/// made it a range of `links`. Memory: at most 24 bytes an entity and 12 bytes an edge read.
struct SearchSide {
  /// An edge of the search's tree, with all ties: `child` is one level farther from the origin than `parent`.
  struct Link {
    var parent: UInt32
    var child: UInt32
    /// Whether the edge was walked against the side's direction.
    var isAgainst = false
  }

  let origin: Int
  let end: EdgeWalker.Side
  private let walker: EdgeWalker
  private(set) var reached = IntegerNumbering()
  /// Where each level starts in the numbering; the last element is where the next will.
  private(set) var levels = [0, 1]
  private(set) var links: [Link] = []
  /// Where the links to each level start; those to level 0 are none.
  private(set) var linkStarts = [0, 0]

  // The neighbors of the last level, as far as they are read: those of its entity i end at `ends[i]`.
  private(set) var neighbors: [Int] = []
  private var ends: [Int] = []
  // Where those against the walk's direction begin.
  private var turns: [Int] = []
  private var isReading = false
  /// An entity of the last level, by its number, one of whose edges is known to lead to the other side.
  private(set) var meeting: Int?

  /// How many edges are read between two looks whether the sides have met.
  static let edgesBetweenLooks = 16

  init(origin: Int, end: EdgeWalker.Side, walker: EdgeWalker) {
    self.origin = origin
    self.end = end
    self.walker = walker
    _ = reached.insert(origin)
  }

  /// How many levels lie beyond the origin.
  var depth: Int { levels.count - 2 }
  /// The last level.
  var frontier: Range<Int> { levels[levels.count - 2]..<levels[levels.count - 1] }
  /// Whether all edges of the last level are read.
  var isRead: Bool { ends.count == frontier.count }

  /// Reads on until the last level's edges are read, or more than `limit` of them.
  ///
  /// - Parameter other: where one of them leads to this side, reading stops and `meeting` is set; nil not to look.
  mutating func read(upTo limit: Int, meeting other: SearchSide?) throws {
    while !isRead && neighbors.count <= limit {
      if !isReading {
        try walker.start(at: reached.values[frontier.lowerBound + ends.count])
        isReading = true
      }
      let number = frontier.lowerBound + ends.count
      let start = neighbors.count
      let end = other == nil ? limit + 1 : min(limit + 1, start + Self.edgesBetweenLooks)
      if try walker.read(into: &neighbors, upTo: end) {
        ends.append(neighbors.count)
        turns.append(walker.turn ?? neighbors.count)
        isReading = false
      }
      if let other, neighbors[start...].contains(where: { other.reached.contains($0) }) {
        meeting = number
        return
      }
    }
  }

  /// Sets `meeting` where an edge that was read ahead leads to the other side, which has grown since.
  mutating func look(for other: SearchSide) {
    guard let position = neighbors.firstIndex(where: { other.reached.contains($0) }) else { return }
    meeting = frontier.lowerBound + (ends.firstIndex { $0 > position } ?? ends.count)
  }

  /// How many edges of an entity of the last level are read.
  func edgesRead(of number: Int) -> Int {
    let offset = number - frontier.lowerBound
    guard offset <= ends.count else { return 0 }
    return (offset < ends.count ? ends[offset] : neighbors.count) - (offset == 0 ? 0 : ends[offset - 1])
  }

  /// Whether an entity of the last level has a neighbor that `isThere`, as far as what was read tells.
  func isKnownTied(_ number: Int, where isThere: (Int) -> Bool) -> Bool? {
    let offset = number - frontier.lowerBound
    guard offset < ends.count else { return number == meeting ? true : nil }
    return neighbors[(offset == 0 ? 0 : ends[offset - 1])..<ends[offset]].contains(where: isThere)
  }

  /// Makes the next level of what was read; returns the links (number here, number there) that reach the other side.
  ///
  /// - Parameter other: nil where it is known that none does.
  mutating func expand(
    towards other: SearchSide?, admitting entities: EntityFilter,
    constraint: PathSearch.Constraint = PathSearch.Constraint()
  ) throws -> [Link] {
    var meeting: [Link] = []
    let start = frontier.lowerBound
    let nextLevel = levels[levels.count - 1]
    let isFree = entities.admitsAll && constraint.isEmpty
    var position = 0
    for (offset, end) in ends.enumerated() {
      let number = start + offset
      let entity = reached.values[number]
      while position < end {
        let neighbor = neighbors[position]
        position += 1
        if !isFree {
          guard try entities.admits(neighbor), !constraint.forbids(entity, neighbor, from: self.end) else {
            continue
          }
        }
        if let there = other?.reached.number(of: neighbor) {
          meeting.append(Link(parent: UInt32(number), child: UInt32(there)))
        }
        // Once the sides have met only the meeting counts, but this level has to be seen to its end: another path of
        // the same length may come first by name, and all of them are counted.
        guard meeting.isEmpty else { continue }
        let (child, isNew) = reached.insert(neighbor)
        if isNew || child >= nextLevel {
          let isAgainst = position > turns[offset]
          links.append(Link(parent: UInt32(number), child: UInt32(child), isAgainst: isAgainst))
        }
      }
    }
    levels.append(reached.count)
    linkStarts.append(links.count)
    self.meeting = nil
    neighbors.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    turns.removeAll(keepingCapacity: true)
    return meeting
  }

  /// The links that lie between the origin and entities of the last level, by their distance from it, from the
  /// nearest; each as (parent, child).
  func links(to ends: [UInt32], depth: Int) -> [[Link]] {
    var result: [[Link]] = []
    var isWanted = [Bool](repeating: false, count: reached.count)
    for end in ends { isWanted[Int(end)] = true }
    for level in stride(from: depth, to: 0, by: -1) {
      let kept = links[linkStarts[level]..<linkStarts[level + 1]].filter { isWanted[Int($0.child)] }
      for link in kept { isWanted[Int(link.parent)] = true }
      result.append(kept)
    }
    return result.reversed()
  }
}
