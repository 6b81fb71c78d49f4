import BenchmarkGraph
import TestSupport
import Testing

struct PowerLawGraphTests {
  @Test func sameSeedGivesTheSameFilesAndAnotherSeedGivesOthers() throws {
    let names = ["nodes.tsv", "edges.tsv", "named-edges.tsv", "graph.nt", "entities.tsv", "pairs.tsv"]
    var written: [[String: [UInt8]]] = []
    for seed: UInt64 in [7, 7, 8] {
      let folder = try TemporaryFolder()
      let graph = try PowerLawGraph(entities: 2_000, edges: 20_000, seed: seed)
      try GraphFiles(graph, QuestionSet(graph, seed: seed)).write(to: folder.path)
      written.append(
        try Dictionary(uniqueKeysWithValues: names.map { ($0, try folder.bytes(of: $0)) }))
    }
    #expect(written[0] == written[1])
    for name in names { #expect(written[0][name] != written[2][name], "\(name)") }
    let edges = try #require(written[0]["edges.tsv"])
    #expect(edges.count { $0 == UInt8(ascii: "\n") } == 20_001)
  }

  @Test func edgesAreDistinctWithoutLoopsAndAllEntitiesButTheIsolatedHaveOne() throws {
    let graph = try PowerLawGraph(entities: 1_000, edges: 12_345, seed: 1)
    #expect(graph.edges.count == 12_345)
    #expect(Set(graph.edges).count == 12_345)
    #expect(graph.edges.allSatisfy { $0.subject != $0.object })
    #expect(Set(graph.edges.map(\.subject)).count == 900)
    #expect(graph.degrees().count { $0 == 0 } == PowerLawGraph.isolatedCount)
  }

  @Test func degreesFollowAPowerLaw() throws {
    let degrees = try PowerLawGraph(entities: 20_000, edges: 200_000, seed: 3).degrees().sorted()
    // Mean 20: half the entities stay far below it and the largest hub far above.
    #expect(degrees[10_000] < 10)
    #expect(degrees[19_999] > 1_000)
  }

  @Test func questionsCoverAllDegreesAndTellConnectedPairsFromOthers() throws {
    let graph = try PowerLawGraph(entities: 20_000, edges: 200_000, seed: 5)
    let degrees = graph.degrees()
    let questions = QuestionSet(graph, seed: 5)
    #expect(questions.entities.count > 150)
    #expect(Set(questions.entities.map(\.entity)).count == questions.entities.count)
    #expect(questions.entities.allSatisfy { degrees[$0.entity] == $0.degree })
    #expect(questions.entities.first?.degree == degrees.max())
    #expect(questions.entities.contains { $0.degree < 4 })
    #expect(questions.pairs.count { $0.isConnected } == 200)
    #expect(questions.pairs.count { !$0.isConnected } == 20)
    #expect(questions.pairs.allSatisfy { $0.isConnected == (degrees[$0.to] > 0) })
  }

  @Test(arguments: [(10, 100), (1_000, 10), (1_000, 1_000_000)])
  func impossibleSizesAreRefused(entities: Int, edges: Int) {
    #expect(throws: PowerLawGraph.Failure.self) {
      try PowerLawGraph(entities: entities, edges: edges, seed: 1)
    }
  }
}
