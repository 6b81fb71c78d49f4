import Claims
import TestSupport
import Testing

@testable import GraphStore

/// What a document only describes is a thing of that document.
@Suite struct DescriptionTests {
  private func reading(_ document: String, president isDescription: Bool = true) -> DocumentReading {
    var president = Party(name: "president", type: .person, mention: "president", range: 4..<13)
    president.isDescription = isDescription
    let chad = Party(name: "Chad", type: .place, mention: "Chad", range: 22..<26)
    let text = "The president visited Chad."
    let claim = Claim(
      layer: .canonical, subject: president, relation: "visited", object: chad, method: .frame,
      confidence: 0.9, document: document,
      evidence: Claim.Evidence(sentence: 0, range: 0..<27, text: text))
    return DocumentReading(
      document: document, digest: Array(repeating: document.utf8.first ?? 0, count: 32),
      extractorVersion: "1", length: 27,
      sentences: [DocumentReading.Sentence(range: 0..<27, text: text)], mentions: [], claims: [claim])
  }

  private func count(_ graph: Graph, leavesOut: Bool) throws -> Int {
    guard case .entity(let chad) = try graph.resolve("Chad") else { return -1 }
    var query = NeighborQuery()
    query.filter.leavesOutDescriptions = leavesOut
    return try graph.neighbors(of: chad.entity, query).total
  }

  @Test func `descriptions of two documents stay apart, names join`() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("kg.db"), access: .create)
    try graph.ingest(reading("a.txt"))
    try graph.ingest(reading("b.txt"))
    #expect(try count(graph, leavesOut: false) == 2)
    #expect(try count(graph, leavesOut: true) == 0)
    guard case .ambiguous(let candidates, _) = try graph.resolve("president") else {
      Issue.record("two presidents are one")
      return
    }
    #expect(
      candidates.map(\.name.identifier) == [
        "_:description:6161616161616161#president", "_:description:6262626262626262#president",
      ])
    #expect(try graph.check().isEmpty)
    try graph.ingest(reading("c.txt", president: false))
    guard case .entity(let named) = try graph.resolve("president") else {
      Issue.record("the named one does not go before the described ones")
      return
    }
    #expect(!named.name.isDescription)
    #expect(try count(graph, leavesOut: true) == 1)
    _ = try graph.removeDocument(named: "a.txt")
    #expect(try count(graph, leavesOut: false) == 2)
    #expect(try graph.check().isEmpty)
  }

  @Test func `a ranking leaves out what has no name unless it is asked for`() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("kg.db"), access: .create)
    try graph.ingest(reading("a.txt"))
    var query = RankQuery()
    #expect(try graph.rank(query).entities.count == 2)
    query.filter.leavesOutDescriptions = true
    #expect(try graph.rank(query).entities.map(\.name.name) == ["Chad"])
  }
}
