import Claims
import TestSupport
import Testing

@testable import GraphStore

@Suite struct IngestionTests {
  private let folder: TemporaryFolder
  private let graph: Graph
  private let first = Readings.simple("a.txt", content: 1, [.init("Qatar", "patron", "Taliban")])

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
  }

  @Test func ingestingAgainChangesNothing() throws {
    #expect(try graph.knownOutcome(name: "a.txt", digest: first.digest, extractorVersion: "1") == nil)
    #expect(try graph.ingest(first) == .added)
    let before = try graph.snapshot()
    #expect(try graph.ingest(first) == .unchanged)
    #expect(try graph.knownOutcome(name: "a.txt", digest: first.digest, extractorVersion: "1") == .unchanged)
    #expect(try graph.snapshot() == before)
  }

  @Test func newBytesUnderAKnownNameReplaceTheOld() throws {
    try graph.ingest(first)
    #expect(
      try graph.ingest(Readings.simple("a.txt", content: 2, [.init("Turkey", "ally", "Dostum")])) == .replaced
    )
    #expect(try graph.documents().map(\.name) == ["a.txt"])
    #expect(try graph.statistics().edges == 1)
    guard case .unknown = try graph.resolve("Qatar") else {
      return #expect(Bool(false), "Qatar is still there")
    }
  }

  @Test func anotherVersionReadsTheSameBytesAnewInPlace() throws {
    try graph.ingest(first)
    var second = Readings.simple(
      "a.txt", content: 1, [.init("Turkey", "ally", "Dostum"), .init("Turkey", "aids", "Dostum")])
    second.extractorVersion = "2"
    #expect(try graph.knownOutcome(name: "a.txt", digest: second.digest, extractorVersion: "2") == nil)
    #expect(try graph.ingest(second) == .replaced)
    let documents = try graph.documents()
    #expect(documents.map(\.extractor) == ["2"])
    #expect(documents.map(\.claims) == [2])
    #expect(try graph.statistics().entities == 2)
  }

  @Test func theSameBytesUnderASecondNameAreOneDocument() throws {
    try graph.ingest(first)
    var copy = first
    copy.document = "0 copy.txt"
    let known = try graph.knownOutcome(name: copy.document, digest: copy.digest, extractorVersion: "1")
    #expect(known == .duplicate(of: "a.txt"))
    let outcome = try graph.ingest(copy)
    guard case .duplicate = outcome else { return #expect(Bool(false), "\(outcome)") }
    try graph.addName("z.txt", digest: first.digest)
    let documents = try graph.documents()
    #expect(documents.map(\.name) == ["0 copy.txt"])
    #expect(documents.map(\.otherNames) == [["a.txt", "z.txt"]])
    #expect(try graph.statistics().claims == 1)

    #expect(try graph.removeDocument(named: "0 copy.txt"))
    #expect(try graph.documents().map(\.name) == ["a.txt"])
    #expect(try graph.statistics().claims == 1)
    #expect(try graph.removeDocument(named: "a.txt"))
    #expect(try graph.statistics().claims == 1)
    #expect(try graph.removeDocument(named: "z.txt"))
    #expect(try graph.counts().values.allSatisfy { $0 == 0 })
  }

  @Test func aNameThatMovesToOtherBytesLeavesTheOthersAlone() throws {
    try graph.ingest(first)
    try graph.addName("b.txt", digest: first.digest)
    try graph.ingest(Readings.simple("b.txt", content: 2, [.init("Turkey", "ally", "Dostum")]))
    #expect(try graph.documents().map(\.name) == ["a.txt", "b.txt"])
    #expect(try graph.documents().map(\.otherNames) == [[], []])
    #expect(try graph.statistics().edges == 2)
  }

  @Test func aReadingThatBreaksARuleLeavesNothing() throws {
    try graph.ingest(first)
    let before = try graph.snapshot()
    var broken = Readings.simple(
      "b.txt", content: 2, [.init("Turkey", "ally", "Dostum"), .init("X", "ally", "Y")])
    broken.mentions = [.init(party: Party(name: "Z", type: .place), sentence: 77)]
    let error = try #require(throws: GraphError.self) { try graph.ingest(broken) }
    #expect([.badData, .internal].contains(error.code))
    #expect(try graph.snapshot() == before)
    try graph.expectSound()
  }

  @Test func aSymmetricRelationIsOneEdgeWhicheverWayItWasSaid() throws {
    try graph.ingest(Readings.simple("a", content: 1, [.init("B", "ally", "A"), .init("A", "ally", "b")]))
    #expect(try graph.statistics().edges == 1)
    for (name, other) in [("A", "B"), ("B", "A")] {
      let edges = try graph.neighbors(of: graph.entity(name), NeighborQuery()).edges
      #expect(edges.map(\.neighbor.name) == [other])
      #expect(edges.map(\.subject.name) == [name])
      #expect(edges.map(\.direction) == [.both])
      #expect(edges.map(\.support) == [2])
    }
  }

  @Test func namesAndTypesFollowTheMajorityAndTiesTheAlphabet() throws {
    func reading(_ number: Int, _ name: String, _ type: EntityType) -> DocumentReading {
      var claim = SimpleClaim(name, "patron", "Doha")
      claim.subjectType = type
      return Readings.simple("d\(number)", content: number, [claim])
    }
    try graph.ingest(reading(1, "Taliban", .group))
    try graph.ingest(reading(2, "TALIBAN", .organization))
    let entity = try graph.entity("taliban")
    #expect(try graph.describe(entity).name == EntityName(name: "TALIBAN", type: "group"))
    #expect(try graph.describe(entity).aliases == ["Taliban"])
    try graph.ingest(reading(3, "Taliban", .organization))
    #expect(try graph.describe(entity).name == EntityName(name: "Taliban", type: "organization"))
  }
}
