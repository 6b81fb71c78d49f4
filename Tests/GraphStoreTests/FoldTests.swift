import Claims
import SQLite
import Schema
import TestSupport
import Testing

@testable import GraphStore

/// The graph is a fold over its documents: what was there in between leaves no trace.
@Suite struct FoldTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func graph(_ name: String) throws -> Graph {
    let graph = try Graph(path: folder.file(name), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    return graph
  }

  @Test(arguments: 0..<16) func theOrderOfDocumentsDoesNotShow(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var readings = Readings(seed: 0)
    let documents = (0..<8).map { readings.reading("d\($0 % 7).txt", content: seed * 100 + $0) }
    // The eighth replaces the first, so that it must stay behind it.
    let expected = try graph("a")
    for document in documents { try expected.ingest(document) }
    let want = try expected.snapshot()
    try expected.expectSound()
    for round in 0..<3 {
      let other = try graph("b\(round)")
      for document in documents[1...].shuffled(using: &random) { try other.ingest(document) }
      expectSame(try other.snapshot(), want)
    }
  }

  @Test(arguments: 0..<16) func whatWasRemovedLeavesNoTrace(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var readings = Readings(seed: 0)
    let kept = (0..<6).map { readings.reading("k\($0)", content: seed * 100 + $0) }
    let passing = (0..<6).map { readings.reading("x\($0)", content: seed * 100 + 50 + $0) }
    let expected = try graph("a")
    for document in kept { try expected.ingest(document) }
    let want = try expected.snapshot()

    let other = try graph("b")
    for document in (kept + passing).shuffled(using: &random) { try other.ingest(document) }
    for document in passing.shuffled(using: &random) {
      #expect(try other.removeDocument(named: document.document))
    }
    expectSame(try other.snapshot(), want)
    try other.expectSound()

    // Documents that went and came back, had other bytes for a while, or were read by another version.
    for (index, document) in kept.enumerated().shuffled(using: &random) {
      switch index % 3 {
      case 0: #expect(try other.removeDocument(named: document.document))
      case 1: try other.ingest(readings.reading(document.document, content: 9_000_000 + index))
      default:
        try other.ingest(readings.reading(document.document, content: seed * 100 + index, version: "2"))
      }
    }
    for document in kept.shuffled(using: &random) { try other.ingest(document) }
    expectSame(try other.snapshot(), want)
    try other.expectSound()

    for document in kept.shuffled(using: &random) {
      #expect(try other.removeDocument(named: document.document))
    }
    #expect(try other.counts().values.allSatisfy { $0 == 0 })
    try other.expectSound()
    #expect(try !other.removeDocument(named: "k0"))
  }

  private struct Key: Hashable {
    var subject: String
    var relation: String
    var layer: Claim.Layer
    var object: String
  }

  private struct Sums: Equatable {
    var support = 0
    var attributed = 0
    var confidence = 0.0
  }

  @Test(arguments: 0..<10) func edgesAddUpToTheirClaims(seed: Int) throws {
    var readings = Readings(seed: 0)
    let graph = try graph("a")
    for index in 0..<10 { try graph.ingest(readings.reading("d\(index)", content: 500 + seed * 10 + index)) }
    for index in 0..<3 { #expect(try graph.removeDocument(named: "d\(index * 3)")) }
    // Names of persons may be two entities, whose folded names are one.
    func key(_ subject: String, _ relation: String, _ layer: Claim.Layer, _ object: String) -> Key {
      let ends = [NameFolding.fold(subject), NameFolding.fold(object)]
      let isSymmetric = layer == .canonical && Vocabulary.builtIn[relation]?.isSymmetric == true
      let ordered = isSymmetric ? ends.sorted() : ends
      return Key(subject: ordered[0], relation: relation, layer: layer, object: ordered[1])
    }
    var want: [Key: Sums] = [:]
    try graph.forEachClaim(in: ExcerptQuery()) { claim in
      guard claim.polarity == .positive && claim.modality == .certain else { return }
      let edge = key(claim.subject.name, claim.relation, claim.layer, claim.object.name)
      want[edge, default: Sums()].support += 1
      want[edge, default: Sums()].attributed += claim.attribution == nil ? 0 : 1
      want[edge, default: Sums()].confidence = max(want[edge]?.confidence ?? 0, claim.confidence)
    }
    var got: [Key: Sums] = [:]
    try graph.forEachEdge(ExcerptQuery()) { edge in
      let sums = Sums(support: edge.support, attributed: edge.attributed, confidence: edge.confidence)
      #expect(
        got.updateValue(sums, forKey: key(edge.subject.name, edge.relation, edge.layer, edge.object.name))
          == nil)
      #expect(edge.evidence != nil)
    }
    #expect(got == want)
  }
}
