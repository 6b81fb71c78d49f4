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

  @Test func onePathBetweenHubsIsAmongAllAndHangsOnNoOrder() throws {
    var random = SplitMix64(seed: 92)
    var claims: [SimpleClaim] = []
    let relations: [(Claim.Layer, String)] = [
      (.canonical, "patron"), (.canonical, "ally"), (.canonical, "leader"), (.imported, "ally"),
    ]
    func tie(_ one: String, _ other: String) {
      let (layer, relation) = random.pick(relations)
      var claim = random.chance(2) ? SimpleClaim(one, relation, other) : SimpleClaim(other, relation, one)
      claim.layer = layer
      claims.append(claim)
    }
    let hubs = (0..<8).map { "hub \($0)" }
    for (index, hub) in hubs.enumerated() {
      // Some have more edges than are gone through to find those to one neighbor.
      for leaf in 0..<(index < 3 ? 700 : 200) { tie(hub, "\(hub) leaf \(leaf)") }
      for _ in 0..<3 {
        let other = random.pick(hubs)
        // Often by several relations.
        if other != hub { for _ in 0..<Int.random(in: 1...4, using: &random) { tie(hub, other) } }
      }
    }
    let outer = (0..<90).map { "outer \($0)" }
    for (index, node) in outer.enumerated() {
      for _ in 0..<Int.random(in: 1...3, using: &random) { tie(node, random.pick(hubs)) }
      // Some lie behind others.
      if index % 3 == 0 { tie("far \(index)", node) }
    }
    try graph.ingest(Readings.simple("net", content: 2, claims))
    // The same claims in another order, so that every entity and relation has another row.
    let again = try Graph(path: folder.file("b.db"), access: .create)
    try again.connection.execute("PRAGMA synchronous = OFF")
    try again.ingest(Readings.simple("net", content: 2, claims.shuffled(using: &random)))
    func shown(_ path: Path) -> [[String]] {
      path.hops.map { hop in
        hop.edges.map { "\($0.subject.name) \($0.relation) \($0.layer) \($0.object.name) \($0.support)" }
      }
    }
    var lengths: Set<Int> = []
    for _ in 0..<250 {
      let names = (0..<2).map { _ in
        let index = Int.random(in: 0..<30, using: &random) * 3
        return random.chance(2) ? "far \(index)" : random.chance(2) ? outer[index] : random.pick(hubs)
      }
      let avoided = random.chance(4) ? random.pick(hubs.filter { !names.contains($0) }) : nil
      var query = PathQuery()
      query.isDirected = random.chance(4)
      if random.chance(4) { query.filter.relations = ["ally", "patron"] }
      func find(in graph: Graph, _ query: PathQuery) throws -> PathAnswer {
        var query = query
        query.avoided = Set(try avoided.map { [try graph.entity($0)] } ?? [])
        return try graph.paths(from: graph.entity(names[0]), to: graph.entity(names[1]), query)
      }
      let one = try find(in: graph, query).paths
      #expect(try find(in: again, query).paths.map(shown) == one.map(shown))
      query.count = 2
      let two = try find(in: graph, query).paths
      query.allShortest = true
      query.count = 100_000
      let all = try find(in: graph, query)
      #expect(one.count == min(1, all.paths.count))
      #expect(one.allSatisfy { all.paths.contains($0) })
      #expect(two.prefix(Int(all.total)) == all.paths.prefix(2))
      lengths.insert(one.first?.hops.count ?? -1)
    }
    #expect(lengths.isSuperset(of: [1, 2, 3, 4, 5]))
  }

  @Test func rowsBehindThePageAreCountedAndForgotten() throws {
    let reader = try EdgeReader(graph)
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
