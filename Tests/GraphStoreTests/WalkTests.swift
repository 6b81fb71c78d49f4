import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// Questions about many small random graphs, answered by the store and by trying everything.
@Suite struct WalkTests {
  private static let count = 300

  private let folder: TemporaryFolder
  private let graph: Graph
  private let samples: [RandomGraph]
  private var random: SplitMix64

  /// All samples lie in one file and share no node.
  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    var random = SplitMix64(seed: 71)
    samples = (0..<Self.count).map { RandomGraph(prefix: "g\($0)", random: &random) }
    self.random = random
    for (index, sample) in samples.enumerated() {
      try graph.ingest(Readings.simple("d\(index)", content: index, sample.claims))
    }
  }

  private func names(_ path: Path, from start: String) -> [String] {
    [start] + path.hops.compactMap { $0.edges.first?.neighbor.name }
  }

  @Test func pathsAreThoseThatTryingEverythingFinds() throws {
    var random = random
    var found = 0
    for sample in samples {
      for _ in 0..<3 {
        let start = random.chance(2) ? sample.nodes[0] : random.pick(sample.nodes)
        let goal = random.chance(2) ? sample.nodes[sample.nodes.count - 1] : random.pick(sample.nodes)
        var query = PathQuery()
        query.isDirected = random.chance(2)
        query.includesOpen = random.chance(2)
        if random.chance(3) { query.maximumLength = Int.random(in: 0...3, using: &random) }
        if random.chance(4) { query.relations = ["ally", "patron"] }
        let avoiding = random.chance(4) ? random.pick(sample.nodes) : nil
        if let avoiding { query.avoided = [try graph.entity(avoiding)] }
        let want = sample.paths(from: start, to: goal, avoiding: Set(avoiding.map { [$0] } ?? []), query)
        let shortest = want.filter { $0.count == want.first?.count }
        found += want.count
        let ends = (try graph.entity(start), try graph.entity(goal))

        let one = try graph.paths(from: ends.0, to: ends.1, query)
        #expect(one.paths.map { names($0, from: start) } == Array(want.prefix(1)))
        #expect(one.total == UInt64(one.paths.count))

        query.count = Int.random(in: 2...12, using: &random)
        let several = try graph.paths(from: ends.0, to: ends.1, query)
        #expect(several.paths.map { names($0, from: start) } == Array(want.prefix(query.count)))

        query.allShortest = true
        query.count = Int.random(in: 1...3, using: &random)
        let all = try graph.paths(from: ends.0, to: ends.1, query)
        #expect(all.paths.map { names($0, from: start) } == Array(shortest.prefix(query.count)))
        #expect(all.total == UInt64(shortest.count))
        #expect(!all.isTotalCapped)

        for path in several.paths {
          let nodes = names(path, from: start)
          for (index, hop) in path.hops.enumerated() {
            let want = sample.steps(from: nodes[index], to: nodes[index + 1], query)
            #expect(Set(hop.edges.map(RandomGraph.Row.init)) == want)
            #expect(hop.edges.count == want.count)
            #expect(hop.edges.allSatisfy { $0.hop == index + 1 && $0.evidence != nil })
          }
        }
      }
    }
    #expect(found > 500)
  }

  @Test func neighborsAreThoseThatTryingEverythingFinds() throws {
    var random = random
    for sample in samples {
      let node = random.pick(sample.nodes)
      var query = NeighborQuery()
      query.direction = random.pick(Edge.Direction.allCases)
      query.hops = Int.random(in: 1...3, using: &random)
      query.includesOpen = random.chance(2)
      query.includesDoubtful = random.chance(2)
      if random.chance(3) { query.relations = [random.pick(["ally", "patron", "borders"])] }
      if random.chance(3) { query.type = "place" }
      let entity = try graph.entity(node)
      let answer = try graph.neighbors(of: entity, query)
      #expect(answer.total == answer.edges.count)
      let got = Dictionary(answer.edges.map { (RandomGraph.Row($0), $0.hop) }) { first, _ in first }
      #expect(got.count == answer.edges.count)
      if query.type == nil || query.hops == 1 {
        #expect(got == sample.neighbors(of: node, query), "\(node) \(query)")
      } else {
        #expect(answer.edges.allSatisfy { $0.neighbor.type == query.type })
      }
      let order: [Claim.Layer] = [.canonical, .imported, .open]
      for (left, right) in zip(answer.edges, answer.edges.dropFirst()) {
        let ranks = [left, right].map { [$0.hop, order.firstIndex(of: $0.layer) ?? 9, -$0.support] }
        #expect(!ranks[1].lexicographicallyPrecedes(ranks[0]))
      }
      query.limit = Int.random(in: 0...3, using: &random)
      let cut = try graph.neighbors(of: entity, query)
      #expect(cut.edges == Array(answer.edges.prefix(query.limit ?? 0)))
      #expect(cut.total == answer.total)
    }
  }

  @Test func answersDoNotHangOnTheOrderOfIngestion() throws {
    var random = random
    let other = try Graph(path: folder.file("b.db"), access: .create)
    try other.connection.execute("PRAGMA synchronous = OFF")
    for (index, sample) in samples.prefix(100).enumerated() {
      // One claim a document, so that entities and relations come up in any order.
      let claims = sample.claims.shuffled(using: &random)
      for (number, claim) in claims.enumerated() {
        try other.ingest(
          Readings.simple("d\(index).\(number)", content: 10_000 + index * 100 + number, [claim]))
      }
    }
    func shown(_ edge: Edge) -> String {
      "\(edge.hop) \(edge.subject) \(edge.relation) \(edge.object) \(edge.direction) \(edge.neighbor) \(edge.layer)"
        + " \(edge.polarity) \(edge.modality) \(edge.support)"
    }
    for sample in samples.prefix(100) {
      var query = NeighborQuery()
      query.hops = 3
      query.includesDoubtful = true
      var paths = PathQuery()
      paths.count = 5
      paths.includesOpen = true
      let (start, goal) = (random.pick(sample.nodes), random.pick(sample.nodes))
      let answers = try [graph, other].map { graph in
        let ends = (try graph.entity(start), try graph.entity(goal))
        let near = try graph.neighbors(of: ends.0, query).edges.map(shown)
        return near
          + (try graph.paths(from: ends.0, to: ends.1, paths).paths.flatMap { $0.hops.flatMap(\.edges) }.map(
            shown))
      }
      #expect(answers[0] == answers[1])
    }
  }

  @Test func allShortestPathsThroughDiamondsAreCountedAndNotListed() throws {
    let diamonds = (0..<70).flatMap { index in
      ["a", "b"].flatMap { side in
        [
          SimpleClaim("m\(index)", "patron", "\(side)\(index)"),
          SimpleClaim("\(side)\(index)", "patron", "m\(index + 1)"),
        ]
      }
    }
    try graph.ingest(Readings.simple("diamonds", content: 777_777, diamonds))
    var query = PathQuery()
    query.allShortest = true
    query.count = 3
    for isDirected in [false, true] {
      query.isDirected = isDirected
      for length in [1, 2, 3, 10] {
        let answer = try graph.paths(from: graph.entity("m0"), to: graph.entity("m\(length)"), query)
        #expect(answer.total == 1 << UInt64(length))
        #expect(!answer.isTotalCapped)
        #expect(answer.paths.map(\.hops.count) == Array(repeating: 2 * length, count: min(3, 1 << length)))
        #expect(answer.paths.first.map { names($0, from: "m0")[1] } == "a0")
      }
      let many = try graph.paths(from: graph.entity("m0"), to: graph.entity("m70"), query)
      #expect(many.isTotalCapped)
      #expect(many.total == .max)
    }
  }

  @Test func aPathFromAThingToItselfHasNoHop() throws {
    let entity = try graph.entity("g0 n0")
    for isAll in [false, true] {
      var query = PathQuery()
      query.allShortest = isAll
      let answer = try graph.paths(from: entity, to: entity, query)
      #expect(answer.paths.map(\.hops.count) == [0])
      #expect(answer.total == 1)
    }
    let apart = try graph.paths(from: entity, to: graph.entity("g1 n0"), PathQuery())
    #expect(apart.paths.isEmpty)
    #expect(apart.total == 0)
  }
}
