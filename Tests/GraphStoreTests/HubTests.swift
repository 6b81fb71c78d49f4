import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// The first page of an entity with thousands of edges.
@Suite struct HubTests {
  private let folder: TemporaryFolder
  private let graph: Graph

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    var random = SplitMix64(seed: 91)
    var claims: [SimpleClaim] = []
    func tie(_ hub: String, _ others: [String]) {
      for other in others.shuffled(using: &random) {
        let (layer, relation) = random.pick([
          (Claim.Layer.canonical, "patron"), (.canonical, "ally"), (.open, "spoke to"),
          (.canonical, "patron"),
          (.imported, "ally"),
        ])
        for _ in 0..<(random.chance(10) ? 2 : 1) {
          var claim = random.chance(2) ? SimpleClaim(hub, relation, other) : SimpleClaim(other, relation, hub)
          claim.layer = layer
          claims.append(claim)
        }
      }
    }
    // A hub of most names, one of few, and one whose neighbors all come last by name.
    tie("hub", (0..<3_000).map { "b\($0 * 7_919 % 100_003)" })
    tie("small hub", (0..<600).map { "b\($0 * 7_919 % 100_003)" })
    tie("late hub", (0..<700).map { "z\($0)" })
    try graph.ingest(Readings.simple("hubs", content: 1, claims))
  }

  @Test(arguments: ["hub", "small hub", "late hub"])
  func aPageIsTheHeadOfTheWholeList(name: String) throws {
    let hub = try graph.entity(name)
    for direction in Edge.Direction.allCases {
      var query = NeighborQuery()
      query.direction = direction
      let whole = try graph.neighbors(of: hub, query)
      #expect(whole.edges.count == whole.total && whole.total > 250)
      let order: [Claim.Layer] = [.canonical, .imported, .open]
      func key(_ edge: Edge) -> [String] {
        [
          "\(order.firstIndex(of: edge.layer) ?? 9) \(100 - edge.support)", edge.relation, edge.neighbor.name,
          edge.direction == .in ? "2" : "1",
        ]
      }
      for (left, right) in zip(whole.edges, whole.edges.dropFirst()) {
        #expect(!key(right).lexicographicallyPrecedes(key(left)))
      }
      for limit in [0, 1, 7, 50, 255, 300, 1_000, whole.total] {
        query.limit = limit
        let page = try graph.neighbors(of: hub, query)
        #expect(page.edges == Array(whole.edges.prefix(limit)), "\(limit)")
        #expect(page.total == whole.total)
      }
    }
  }

  @Test func aPageOfTwoHopsIsTheHeadOfTheWholeList() throws {
    let hub = try graph.entity("small hub")
    var query = NeighborQuery()
    query.hops = 2
    let whole = try graph.neighbors(of: hub, query)
    #expect(whole.total > 1_000)
    for limit in [10, 700, 900] {
      query.limit = limit
      let page = try graph.neighbors(of: hub, query)
      #expect(page.edges == Array(whole.edges.prefix(limit)))
      #expect(page.total == whole.total)
    }
  }

  @Test func theFirstPathBetweenHubsIsTheFirstOfAll() throws {
    var random = SplitMix64(seed: 92)
    var claims: [SimpleClaim] = []
    let relations = ["patron", "ally", "leader"]
    let hubs = (0..<8).map { "hub \($0)" }
    for hub in hubs {
      for leaf in 0..<300 { claims.append(SimpleClaim(hub, random.pick(relations), "\(hub) leaf \(leaf)")) }
      for _ in 0..<3 {
        let other = random.pick(hubs)
        if other != hub { claims.append(SimpleClaim(hub, random.pick(relations), other)) }
      }
    }
    let outer = (0..<90).map { "outer \($0)" }
    for (index, node) in outer.enumerated() {
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let hub = random.pick(hubs)
        let relation = random.pick(relations)
        claims.append(random.chance(2) ? SimpleClaim(node, relation, hub) : SimpleClaim(hub, relation, node))
      }
      // Some lie behind others.
      if index % 3 == 0 { claims.append(SimpleClaim("far \(index)", "ally", node)) }
    }
    try graph.ingest(Readings.simple("net", content: 2, claims))
    var lengths: Set<Int> = []
    for _ in 0..<250 {
      let ends = try [0, 1].map { _ in
        let index = Int.random(in: 0..<30, using: &random) * 3
        return try graph.entity(random.chance(2) ? "far \(index)" : outer[index])
      }
      var query = PathQuery()
      query.isDirected = random.chance(4)
      if random.chance(4) { query.relations = ["ally", "patron"] }
      if random.chance(4) { query.avoided = [try graph.entity(random.pick(hubs))] }
      let one = try graph.paths(from: ends[0], to: ends[1], query).paths
      query.count = 2
      let two = try graph.paths(from: ends[0], to: ends[1], query).paths
      query.allShortest = true
      let all = try graph.paths(from: ends[0], to: ends[1], query)
      #expect(one == Array(all.paths.prefix(1)))
      #expect(two.first == all.paths.first && two.count >= min(2, Int(all.total)))
      if all.total > 1 { #expect(two == all.paths) }
      lengths.insert(one.first?.hops.count ?? -1)
    }
    #expect(lengths.isSuperset(of: [2, 3, 4, 5]))
  }

  @Test func rowsBehindThePageAreCountedAndForgotten() throws {
    let reader = EdgeReader(connection: graph.connection)
    let relation = try #require(try graph.connection.integer("SELECT id FROM relation WHERE name = 'patron'"))
    let names = try graph.entities()
    func rows(limit: Int?) throws -> (rows: [Int], total: Int) {
      var page = NeighborPage(reader: reader, limit: limit)
      // Ever better supported, so that what was kept goes again and again.
      for number in 0..<150_000 {
        try page.add(
          .init(
            hop: 1, relation: relation, support: number / 50, near: names[0],
            neighbor: names[number % names.count], isOut: true, doubt: .none))
      }
      return (try page.rows().map(\.support), page.total)
    }
    let page = try rows(limit: 120)
    #expect(page.total == 150_000)
    let want = [2_999, 2_998, 2_997].flatMap { Array(repeating: $0, count: 50) }
    #expect(page.rows == Array(want.prefix(120)))
  }
}
