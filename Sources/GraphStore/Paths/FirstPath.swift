/// Picks one of the shortest paths where the two sides of a search have met, without seeing the last level to its end.
///
/// Where two hubs meet in the middle, thousands of paths may be as short, and to read them all takes many times as long
/// as to see that there is one. So the path is led from the side whose last level has fewer entities, the start's where
/// both have as many: through the first of them by name that has an edge to the other side's last level, over the edge
/// that `RankedNeighbors` puts first, and back to either end over the first by name of what leads there. Each choice
/// hangs on names, relations and numbers of edges alone, so the path is the same whatever order a graph was made in.
struct FirstPath {
  let forward: SearchSide
  let backward: SearchSide
  let names: EntityNames
  let makeWalker: (EdgeWalker.Side) throws -> EdgeWalker
  let makeRanking: (EdgeWalker.Side) throws -> RankedNeighbors

  /// A path, and what the search tells of its hops.
  struct Found {
    /// From start to goal.
    var entities: [Int]
    var ties: [HopReader.Tie] = []
  }

  /// - Throws: `GraphError` with `badGraph` where the edges by object are not those by subject.
  func find() throws -> Found {
    let isForward = forward.frontier.count <= backward.frontier.count
    let (lead, other) = isForward ? (forward, backward) : (backward, forward)
    let there = other.frontier
    func isThere(_ neighbor: Int) -> Bool {
      other.reached.number(of: neighbor).map(there.contains) ?? false
    }
    let ranking = try makeRanking(lead.end)
    guard let near = try firstTied(of: lead, where: isThere),
      let tied = try ranking.first(
        of: lead.reached.values[near], isHub: lead.edgesRead(of: near) > ranking.fewEdges, where: isThere),
      let far = other.reached.number(of: tied.neighbor)
    else {
      throw GraphError(
        .badGraph,
        "the graph is damaged: its edges by object are not those by subject; run `kg check --repair`")
    }
    let (first, second) = (try way(back: near, in: lead), try way(back: far, in: other))
    let entities = first.entities.reversed() + second.entities
    var ties = first.ties + second.ties
    if let edges = tied.edgesOfHub {
      ties.append(
        .from(lead.reached.values[near], to: tied.neighbor, firstRelation: tied.relation, edges: edges))
    }
    return Found(entities: isForward ? Array(entities) : entities.reversed(), ties: ties)
  }

  /// The first by name of the side's last level, as its number, that has a neighbor on the other side.
  private func firstTied(of side: SearchSide, where isThere: (Int) -> Bool) throws -> Int? {
    let frontier = side.frontier
    if frontier.count == 1 { return frontier.lowerBound }
    let values = side.reached.values
    var walker: EdgeWalker?
    return try frontier.sorted { try names.precedes(values[$0], values[$1]) }.first { number in
      if let known = side.isKnownTied(number, where: isThere) { return known }
      let reading = try walker ?? makeWalker(side.end)
      walker = reading
      var neighbors: [Int] = []
      try reading.start(at: values[number])
      while true {
        neighbors.removeAll(keepingCapacity: true)
        let isRead = try reading.read(into: &neighbors, upTo: SearchSide.edgesBetweenLooks)
        if neighbors.contains(where: isThere) { return true }
        if isRead { return false }
      }
    }
  }

  /// From a number of a side back to its origin, always by the first by name.
  private func way(back number: Int, in side: SearchSide) throws -> Found {
    let values = side.reached.values
    var found = Found(entities: [values[number]])
    var current = number
    for level in stride(from: side.depth, to: 0, by: -1) {
      let links = side.links[side.linkStarts[level]..<side.linkStarts[level + 1]]
      let parents = Set(links.lazy.filter { Int($0.child) == current }.map { Int($0.parent) })
      guard let parent = try parents.min(by: { try names.precedes(values[$0], values[$1]) }) else { break }
      found.ties.append(tie(of: parent, to: current, links, in: side))
      found.entities.append(values[parent])
      current = parent
    }
    return found
  }

  private func tie(
    of parent: Int, to child: Int, _ links: ArraySlice<SearchSide.Link>, in side: SearchSide
  ) -> HopReader.Tie {
    let values = side.reached.values
    var (all, along, against) = (0, 0, 0)
    for link in links where Int(link.parent) == parent {
      all += 1
      if Int(link.child) == child { if link.isAgainst { against += 1 } else { along += 1 } }
    }
    if all <= HopReader.fewEdges { return .few(of: values[parent], to: values[child]) }
    return side.end == .start
      ? .counted(values[parent], to: values[child], outgoing: along, incoming: against, edges: all)
      : .counted(values[parent], to: values[child], outgoing: against, incoming: along, edges: all)
  }
}
