import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// People of one name are told apart by what documents say of them, whatever the order in which the documents come and go.
@Suite struct NamesakeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func graph(_ name: String) throws -> Graph {
    let graph = try Graph(path: folder.file(name), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    return graph
  }

  /// A document that says something of Hugo Lind.
  private func reading(_ number: Int, _ relation: String, _ object: String, _ type: EntityType)
    -> DocumentReading
  {
    var claim = SimpleClaim("Hugo Lind", relation, object)
    claim.subjectType = .person
    claim.objectType = type
    claim.confidence = 0.9
    return Readings.simple("d\(number)", content: number * 7_919 % 100, [claim])
  }

  private var readings: [DocumentReading] {
    [
      reading(0, "born-on", "3 May 1950", .time), reading(1, "born-on", "12 June 1978", .time),
      reading(2, "born-on", "May 3, 1950", .time), reading(3, "visited", "Oslo", .place),
      reading(4, "born-on", "1978", .time), reading(5, "spouse", "Anna Berg", .person),
    ]
  }

  private func people(_ graph: Graph) throws -> Int {
    try graph.connection.integer(
      "SELECT count(*) FROM entity WHERE folded = 'hugo lind' AND canonical IS NULL") ?? 0
  }

  @Test func thoseBornOnOtherDaysStayApartAndAreOneQuestion() throws {
    let graph = try graph("a")
    try graph.ingest(readings[0])
    try graph.ingest(readings[1])
    #expect(try people(graph) == 2)
    try graph.lookForSuggestions()
    let questions = try graph.suggestions(limit: nil)
    #expect(questions.count == 1 && questions[0].isNamesakes)
    #expect(questions[0].features.contains { $0.name.hasPrefix("another birth") })
    let same = NewJudgement(.same, questions[0].left.key, questions[0].right.key)
    _ = try graph.judge([same], stamp: JudgementStamp(judge: "test", at: "1"))
    #expect(try people(graph) == 1)
    _ = try graph.undo(.last, stamp: JudgementStamp(judge: "test", at: "2"))
    #expect(try people(graph) == 2)
    // Those who agree are one, and the rest of the name is nobody's.
    for reading in readings[2...] { try graph.ingest(reading) }
    #expect(try people(graph) == 3)
    try graph.expectSound()
  }

  @Test func oneSlipOfManyDocumentsTakesNothingFromThem() throws {
    let graph = try graph("a")
    for number in 0..<4 { try graph.ingest(reading(number, "born-on", "3 May 1950", .time)) }
    try graph.ingest(reading(9, "born-on", "1901", .time))
    try graph.ingest(reading(20, "visited", "Oslo", .place))
    #expect(try people(graph) == 2)
    #expect(
      try graph.connection.integer(
        "SELECT count(*) FROM entity WHERE part = 'person' AND folded = 'hugo lind'") == 1)
  }

  @Test(arguments: 0..<8) func anyOrderOfComingAndGoingMakesTheSame(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let lived = try graph("a")
    var living: Set<Int> = []
    for _ in 0..<16 {
      let number = Int.random(in: 0..<readings.count, using: &random)
      if living.remove(number) != nil {
        #expect(try lived.removeDocument(named: "d\(number)"))
      } else {
        try lived.ingest(readings[number])
        living.insert(number)
      }
    }
    let want = try lived.snapshot()
    try lived.expectSound()
    let other = try graph("b")
    for number in living.sorted().shuffled(using: &random) { try other.ingest(readings[number]) }
    expectSame(try other.snapshot(), want)
  }

  @Test func sharesTellWhatTheStoreLooksUp() throws {
    let graph = try graph("a")
    var readings = readings
    for (number, relation) in ["parent", "child", "citizen", "born-in", "died-on"].enumerated() {
      readings.append(reading(10 + number, relation, "Maria Lind", .person))
    }
    readings[3].claims[0].polarity = .negative
    readings[3].claims[0].relation = "born-in"
    readings[5].claims[0].confidence = 0.4
    var shared: [String: [String: Set<String>]] = [:]
    for reading in readings {
      try graph.ingest(reading)
      let share = DocumentShare(reading)
      for party in share.parties {
        for said in party.evidence {
          shared[party.key.folded + share.digest, default: [:]][said.aspect, default: []].insert(said.value)
        }
      }
    }
    var stored: [String: [String: Set<String>]] = [:]
    for folded in ["hugo lind", "maria lind", "anna berg"] {
      for (digest, said) in try Namesakes(connection: graph.connection).evidence(folded) {
        stored[folded + digest] = Dictionary(
          uniqueKeysWithValues: said.values.map { ($0.key.rawValue, $0.value) })
      }
    }
    #expect(shared == stored)
    #expect(stored.count > 6)
  }
}
