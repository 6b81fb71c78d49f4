import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// Questions about a thousand small random multigraphs, answered by the store and by trying everything.
@Suite struct WalkTests {
  private static let count = 1_000

  /// All samples lie in one file and share no node.
  private static let samples: [RandomGraph] = {
    var random = SplitMix64(seed: 71)
    return (0..<count).map { RandomGraph(prefix: "g\($0)", random: &random) }
  }()

  /// The file, made once for all tests.
  private static let file = Result {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    for first in stride(from: 0, to: count, by: 50) {
      let claims = samples[first..<min(first + 50, count)].flatMap(\.claims)
      try graph.ingest(Readings.simple("d\(first)", content: first, claims))
    }
    try graph.connection.execute("PRAGMA journal_mode = DELETE")
    return try folder.bytes(of: "a.db")
  }

  private let folder: TemporaryFolder
  private let graph: Graph

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: try folder.write(try Self.file.get(), to: "a.db"), access: .change)
  }

  private func names(_ path: Path, from start: String) -> [String] {
    [start] + path.hops.compactMap { $0.edges.first?.neighbor.name }
  }

  /// Every combination of conditions by its number, over and over.
  private func query(_ combination: Int) -> PathQuery {
    var query = PathQuery()
    func has(_ bit: Int) -> Bool { combination & 1 << bit != 0 }
    query.isWeighted = has(0)
    query.isDirected = has(1)
    query.filter.layers = has(2) ? [] : [.canonical, .imported]
    if has(3) { query.maximumLength = combination >> 7 % 5 }
    if has(4) { query.filter.relations = ["ally", "patron"] }
    if has(5) { query.filter.minimumConfidence = 0.5 }
    if has(6) { query.filter.types = ["group"] }
    // Times are rare, and with them everything else would be.
    if combination % 5 == 0 { query.filter.time = RandomGraph.span }
    return query
  }

  @Test func pathsAreThoseThatTryingEverythingFinds() throws {
    var random = SplitMix64(seed: 72)
    var found = 0
    var combination = 0
    for sample in Self.samples {
      for _ in 0..<3 {
        let start = random.chance(2) ? sample.nodes[0] : random.pick(sample.nodes)
        let goal = random.chance(2) ? sample.nodes[sample.nodes.count - 1] : random.pick(sample.nodes)
        var query = query(combination)
        combination += 1
        let avoiding = random.chance(4) ? random.pick(sample.nodes) : nil
        if let avoiding { query.avoided = [try graph.entity(avoiding)] }
        let want = sample.paths(from: start, to: goal, avoiding: Set(avoiding.map { [$0] } ?? []), query)
        let best = want.filter { path in want.first.map { $0.costsAsMuch(as: path) } ?? false }
        found += want.count
        let ends = (try graph.entity(start), try graph.entity(goal))

        let one = try graph.paths(from: ends.0, to: ends.1, query)
        let shown = one.paths.map { names($0, from: start) }
        // The surest is the first by name; of the shortest any may be picked.
        let fitting = query.isWeighted ? Array(want.prefix(1)) : best
        #expect(shown.count == min(1, want.count), "\(query)")
        #expect(shown.allSatisfy { path in fitting.contains { $0.path == path } }, "\(query)")
        #expect(one.total == UInt64(one.paths.count))

        query.count = Int.random(in: 2...12, using: &random)
        let several = try graph.paths(from: ends.0, to: ends.1, query)
        #expect(
          several.paths.map { names($0, from: start) } == want.prefix(query.count).map(\.path), "\(query)")

        query.allShortest = true
        query.count = Int.random(in: 1...3, using: &random)
        let all = try graph.paths(from: ends.0, to: ends.1, query)
        #expect(all.paths.map { names($0, from: start) } == best.prefix(query.count).map(\.path), "\(query)")
        #expect(all.total == UInt64(best.count), "\(query)")
        #expect(!all.isTotalCapped)

        for path in one.paths + several.paths {
          let nodes = names(path, from: start)
          var confidence = 1.0
          for (index, hop) in path.hops.enumerated() {
            let want = sample.steps(from: nodes[index], to: nodes[index + 1], query)
            let got = Dictionary(hop.edges.map { (RandomGraph.Row($0), $0.confidence) }) { first, _ in first }
            #expect(got == want)
            #expect(hop.edges.count == want.count)
            #expect(hop.edges.allSatisfy { $0.hop == index + 1 && $0.evidence != nil })
            confidence *= want.values.max() ?? 0
          }
          #expect(abs(path.confidence - confidence) < 1e-12)
        }
      }
    }
    #expect(found > 1_000)
  }

  @Test func neighborsAreThoseThatTryingEverythingFinds() throws {
    var random = SplitMix64(seed: 73)
    var combination = 0
    var found = 0
    for sample in Self.samples {
      for _ in 0..<2 {
        let node = random.pick(sample.nodes)
        var query = NeighborQuery()
        func has(_ bit: Int) -> Bool { combination & 1 << bit != 0 }
        query.filter.layers = has(0) ? [] : [.canonical, .imported]
        query.includesDoubtful = has(1)
        if has(2) { query.filter.relations = [random.pick(["ally", "patron", "borders"])] }
        if has(3) { query.filter.types = ["place"] }
        if has(4) { query.filter.minimumConfidence = 0.5 }
        if has(5) { query.filter.time = RandomGraph.span }
        query.direction = Edge.Direction.allCases[combination % 3]
        query.hops = 1 + combination / 3 % 3
        combination += 1
        let entity = try graph.entity(node)
        let answer = try graph.neighbors(of: entity, query)
        #expect(answer.total == answer.edges.count)
        let got = answer.edges.map { edge in
          RandomGraph.Shown(
            hop: edge.hop, row: RandomGraph.Row(edge),
            near: edge.neighbor == edge.object ? edge.subject.name : edge.object.name,
            neighbor: edge.neighbor.name, support: edge.support)
        }
        #expect(got == sample.neighbors(of: node, query), "\(node) \(query)")
        found += got.count
        query.limit = Int.random(in: 0...3, using: &random)
        let cut = try graph.neighbors(of: entity, query)
        #expect(cut.edges == Array(answer.edges.prefix(query.limit ?? 0)))
        #expect(cut.total == answer.total)
      }
    }
    #expect(found > 1_500)
  }

  @Test func answersDoNotHangOnTheOrderOfIngestion() throws {
    var random = SplitMix64(seed: 74)
    let samples = Self.samples.prefix(100)
    let graphs = try ["b.db", "c.db"].map { try Graph(path: folder.file($0), access: .create) }
    for (index, graph) in graphs.enumerated() {
      try graph.connection.execute("PRAGMA synchronous = OFF")
      // Entities and relations come up in any order.
      let claims = samples.flatMap(\.claims).shuffled(using: &random)
      for first in stride(from: 0, to: claims.count, by: 20) {
        let part = Array(claims[first..<min(first + 20, claims.count)])
        try graph.ingest(Readings.simple("d\(first)", content: index * 100_000 + first, part))
      }
    }
    func shown(_ edge: Edge) -> String {
      "\(edge.hop) \(edge.subject) \(edge.relation) \(edge.object) \(edge.direction) \(edge.neighbor) \(edge.layer)"
        + " \(edge.polarity) \(edge.modality) \(edge.support)"
    }
    for (index, sample) in samples.enumerated() {
      var query = NeighborQuery()
      query.hops = 3
      query.includesDoubtful = true
      var paths = PathQuery()
      paths.count = 5
      paths.filter.layers = []
      paths.isWeighted = index % 2 == 0
      let (start, goal) = (random.pick(sample.nodes), random.pick(sample.nodes))
      var one = PathQuery()
      one.filter.layers = index % 3 > 0 ? [] : [.canonical, .imported]
      one.isDirected = index % 5 == 0
      let answers = try graphs.map { graph in
        let ends = (try graph.entity(start), try graph.entity(goal))
        let picked = try graph.paths(from: ends.0, to: ends.1, one).paths.flatMap { $0.hops.flatMap(\.edges) }
        let near = try graph.neighbors(of: ends.0, query).edges.map(shown)
        return near + picked.map(shown)
          + (try graph.paths(from: ends.0, to: ends.1, paths).paths.flatMap { $0.hops.flatMap(\.edges) }.map(
            shown))
      }
      #expect(answers[0] == answers[1])
    }
    let ranks = try graphs.map { try $0.rank(RankQuery()) }
    #expect(ranks[0].entities == ranks[1].entities)
    let components = try graphs.map { try $0.components().list(nil) }
    #expect(components[0] == components[1])
    #expect(try graphs[0].shape() == graphs[1].shape())
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
    for variant in 0..<4 {
      query.isDirected = variant % 2 == 0
      query.isWeighted = variant < 2
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
    for variant in 0..<4 {
      var query = PathQuery()
      query.allShortest = variant % 2 == 0
      query.isWeighted = variant < 2
      let answer = try graph.paths(from: entity, to: entity, query)
      #expect(answer.paths.map(\.hops.count) == [0])
      #expect(answer.total == 1)
    }
    let apart = try graph.paths(from: entity, to: graph.entity("g1 n0"), PathQuery())
    #expect(apart.paths.isEmpty)
    #expect(apart.total == 0)
  }
}
