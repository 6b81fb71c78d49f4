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
