/// What is asked of a graph: entities over all degrees, and pairs with and without a path.
package struct QuestionSet: Hashable, Sendable {
  /// An entity to ask the neighbors of.
  package struct Entity: Hashable, Sendable {
    package let entity: Int
    package let degree: Int
  }

  /// Two entities to ask a path between.
  package struct Pair: Hashable, Sendable {
    package let from: Int
    package let to: Int
    package let isConnected: Bool
  }

  /// The five with the most edges first, then the others from high to low degree.
  package let entities: [Entity]
  /// The connected pairs first.
  package let pairs: [Pair]

  private static let hubs = 5
  private static let bands = 8

  /// Draws some 200 entities, the same number of each band of degrees where there are so many, and 220 pairs.
  package init(_ graph: PowerLawGraph, seed: UInt64) {
    var random = SplitMix64(seed: seed ^ 0x5175_6573_7469_6F6E)
    let degrees = graph.degrees()
    entities = Self.drawEntities(degrees, using: &random)
    pairs = Self.drawPairs(graph, degrees, using: &random)
  }

  private static func drawEntities(_ degrees: [Int], using random: inout SplitMix64) -> [Entity] {
    let byDegree = degrees.indices.filter { degrees[$0] > 0 }.sorted {
      degrees[$0] == degrees[$1] ? $0 < $1 : degrees[$0] > degrees[$1]
    }
    var drawn = Array(byDegree.prefix(hubs))
    let rest = byDegree.dropFirst(hubs)
    // Bands are equally wide on a logarithmic scale.
    let largest = rest.first.map { logarithm(degrees[$0]) } ?? 1
    var members = [[Int]](repeating: [], count: bands)
    for entity in rest {
      members[min(bands - 1, logarithm(degrees[entity]) * bands / (largest + 1))].append(entity)
    }
    var wanted = 195
    for band in members.indices.reversed() {
      let share = members[band].shuffled(using: &random).prefix(wanted / (band + 1))
      drawn += share.sorted { degrees[$0] == degrees[$1] ? $0 < $1 : degrees[$0] > degrees[$1] }
      wanted -= share.count
    }
    return drawn.map { Entity(entity: $0, degree: degrees[$0]) }
  }

  /// Sixteen times the logarithm to base 2 of a number from 1, linear between powers.
  private static func logarithm(_ number: Int) -> Int {
    let bits = Int.bitWidth - 1 - number.leadingZeroBitCount
    return bits * 16 + ((number << 4) >> bits) - 16
  }

  private static func drawPairs(
    _ graph: PowerLawGraph, _ degrees: [Int], using random: inout SplitMix64
  ) -> [Pair] {
    var components = Components(count: graph.entityCount)
    for edge in graph.edges { components.join(Int(edge.subject), Int(edge.object)) }
    let hub = degrees.indices.max { degrees[$0] < degrees[$1] } ?? 0
    let giant = degrees.indices.filter { components.root(of: $0) == components.root(of: hub) }
    let isolated = degrees.indices.filter { degrees[$0] == 0 }
    var pairs: [Pair] = []
    while pairs.count < 200 {
      let (from, to) = (random.pick(giant), random.pick(giant))
      if from != to { pairs.append(Pair(from: from, to: to, isConnected: true)) }
    }
    for _ in 0..<20 {
      pairs.append(Pair(from: random.pick(giant), to: random.pick(isolated), isConnected: false))
    }
    return pairs
  }
}

/// Which entities hang together, by union and find with halved paths (Tarjan, 1975).
private struct Components {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of entity: Int) -> Int {
    var entity = entity
    while parents[entity] != entity {
      parents[entity] = parents[parents[entity]]
      entity = parents[entity]
    }
    return entity
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(of: left), root(of: right))
    parents[max(a, b)] = min(a, b)
  }
}

extension SplitMix64 {
  /// One of the elements, which must not be empty.
  fileprivate mutating func pick(_ elements: [Int]) -> Int {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}
