import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

@Suite struct ExcerptTests {
  private let folder: TemporaryFolder
  private let graph: Graph
  private let samples: [RandomGraph]
  private var random: SplitMix64

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    var random = SplitMix64(seed: 81)
    samples = (0..<80).map { RandomGraph(prefix: "g\($0)", random: &random) }
    self.random = random
    for (index, sample) in samples.enumerated() {
      try graph.ingest(Readings.simple("d\(index)", content: index, sample.claims))
    }
  }

  @Test func anExcerptHoldsTheEdgesAmongWhatIsNear() throws {
    var random = random
    for sample in samples {
      let center = random.pick(sample.nodes)
      var query = ExcerptQuery()
      query.center = try graph.entity(center)
      query.hops = Int.random(in: 1...3, using: &random)
      query.filter.layers = random.chance(2) ? [] : [.canonical, .imported]
      if random.chance(3) { query.filter.relations = ["ally"] }
      let walkable = sample.claims.filter { claim in
        (claim.layer != .open || query.filter.layers.isEmpty)
          && (query.filter.relations.isEmpty || query.filter.relations.contains(claim.relation))
      }
      let edges = walkable.filter { $0.polarity == .positive && $0.modality == .certain }
      var members: Set<String> = [center]
      for _ in 0..<query.hops {
        for edge in edges.filter({ members.contains($0.subject) || members.contains($0.object) }).map({
          [$0.subject, $0.object]
        }) { members.formUnion(edge) }
      }
      var got: [RandomGraph.Row] = []
      try graph.forEachEdge(query) { got.append(RandomGraph.Row($0)) }
      let want = Set(
        edges.filter { members.contains($0.subject) && members.contains($0.object) }.map(RandomGraph.Row.init)
      )
      #expect(Set(got) == want)
      #expect(got.count == want.count)
      var claims = 0
      try graph.forEachClaim(in: query) { claim in
        claims += 1
        #expect(members.contains(claim.subject.name) && members.contains(claim.object.name))
      }
      #expect(claims == walkable.filter { members.contains($0.subject) && members.contains($0.object) }.count)
    }
  }

  @Test func aDescriptionAddsUp() throws {
    for sample in samples {
      for node in sample.nodes {
        let description = try graph.describe(graph.entity(node))
        let claims = sample.claims.filter { $0.subject == node || $0.object == node }
        let edges = Set(
          claims.filter { $0.polarity == .positive && $0.modality == .certain }.map(RandomGraph.Row.init))
        #expect(description.name.name == node)
        #expect(description.documents == 1)
        #expect(description.claims == claims.count)
        #expect(description.edges == edges.count)
        #expect(description.relations.reduce(0) { $0 + $1.count } == edges.count)
        // One row a relation and direction.
        #expect(
          Set(description.relations.map { "\($0.relation) \($0.direction)" }).count
            == description.relations.count)
        let evidence = try graph.claims(involving: graph.entity(node))
        #expect(evidence.count == claims.count)
        for other in sample.nodes {
          let both = claims.filter { $0.subject == other || $0.object == other }
          let want = other == node ? both.filter { $0.subject == $0.object } : both
          #expect(
            try graph.claims(involving: graph.entity(node), and: graph.entity(other)).count == want.count)
        }
      }
    }
  }

  @Test func statisticsAddUp() throws {
    let statistics = try graph.statistics()
    let edges = samples.flatMap { $0.claims.filter { $0.polarity == .positive && $0.modality == .certain } }
    let rows = Set(edges.map(RandomGraph.Row.init))
    #expect(statistics.documents == samples.count)
    #expect(statistics.entities == samples.reduce(0) { $0 + $1.nodes.count })
    #expect(statistics.claims == samples.reduce(0) { $0 + $1.claims.count })
    #expect(statistics.edges == rows.count)
    #expect(statistics.types.reduce(0) { $0 + $1.count } == statistics.entities)
    for count in statistics.relations {
      #expect(count.count == rows.filter { $0.relation == count.name }.count)
    }
  }

  @Test func theErrorOfACallersClosureComesThrough() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try graph.forEachEdge(ExcerptQuery()) { _ in throw Stop() } }
    #expect(throws: Stop.self) { try graph.forEachClaim(in: ExcerptQuery()) { _ in throw Stop() } }
    #expect(try graph.statistics().documents == samples.count)
  }

  @Test func aReadOnlyGraphAnswersAndRefusesToChange() throws {
    let reader = try Graph(path: folder.file("a.db"), access: .read)
    #expect(try reader.snapshot() == graph.snapshot())
    let error = try #require(throws: GraphError.self) {
      try reader.ingest(Readings.simple("new", content: 999, []))
    }
    #expect(error.code == .cannotWrite)
    #expect(try reader.snapshot() == graph.snapshot())
  }
}
