import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// How claims were read is kept with them.
@Suite struct OriginTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func graph(_ name: String) throws -> Graph {
    let graph = try Graph(path: folder.file(name), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    return graph
  }

  @Test(arguments: 0..<8) func whatIsStoredComesBack(seed: Int) throws {
    let graph = try graph("a")
    var readings = Readings(seed: 0)
    let reading = readings.reading("d", content: 700 + seed)
    try graph.ingest(reading)
    let stored = try graph.storedClaims()
    let kept = reading.claims.filter { !$0.subject.isOpen && !$0.object.isOpen }
    // What the model reads twice in a sentence is stored once.
    for claim in stored {
      #expect(kept.contains { $0.origin == claim.origin && $0.relation == claim.relation })
    }
    #expect(stored.count { $0.origin != nil } > 0 || !kept.contains { $0.origin != nil })
    #expect(try graph.check() == [])
  }

  @Test func whatRepeatsIsStoredOnce() throws {
    let graph = try graph("a")
    for index in 0..<5 {
      var reading = Readings.simple(
        "d\(index)", content: index,
        [.init("Qatar", "patron", "Taliban"), .init("Norway", "ally", "Sweden")])
      for position in reading.claims.indices {
        reading.claims[position].origin = Claim.Origin(
          source: .frame, place: "politics.frames:1", construction: "verb",
          trigger: .init(text: "Q", range: position * 100..<position * 100 + 1))
      }
      try graph.ingest(reading)
    }
    #expect(try graph.connection.integer("SELECT count(*) FROM origin") == 1)
    #expect(try graph.connection.integer("SELECT uses FROM origin") == 10)
    #expect(try graph.removeDocument(named: "d0"))
    #expect(try graph.connection.integer("SELECT uses FROM origin") == 8)
    #expect(try graph.storedClaims().allSatisfy { $0.origin?.trigger != nil })
  }

  @Test func wordsOutsideOfTheSentenceAreLeftOut() throws {
    let graph = try graph("a")
    var reading = Readings.simple("d", content: 1, [.init("Qatar", "patron", "Taliban")])
    reading.claims[0].origin = Claim.Origin(
      source: .learned, probability: 0.5, trigger: .init(text: "x", range: 5_000..<5_001),
      marks: [.init(kind: .modality, words: .init(text: "y", range: 0..<5_000))])
    try graph.ingest(reading)
    let origin = try #require(try graph.storedClaims().first?.origin)
    #expect(origin.trigger == nil && origin.marks.isEmpty && origin.probability == 0.5)
    #expect(try graph.check() == [])
  }
}
