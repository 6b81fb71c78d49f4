import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// The graph is a fold over its documents and the judgements that count: what was judged and undone in between leaves no trace.
@Suite struct JudgementFoldTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func graph(_ name: String) throws -> Graph {
    let graph = try Graph(path: folder.file(name), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    return graph
  }

  private func keys(_ graph: Graph) throws -> [EntityKey] {
    let rows = EntityRows(connection: graph.connection)
    return try graph.entities().compactMap { try rows.row($0)?.key }.sorted()
  }

  /// A judgement of some kind about what the graph holds.
  private func judgement(_ graph: Graph, _ random: inout SplitMix64) throws -> NewJudgement? {
    let keys = try keys(graph)
    guard keys.count > 2 else { return nil }
    let (left, right) = (random.pick(keys), random.pick(keys))
    switch Int.random(in: 0..<12, using: &random) {
    case 0...5: return left == right ? nil : NewJudgement(.same, left, right)
    case 6, 7: return left == right ? nil : NewJudgement(.different, left, right)
    case 8:
      guard left.document == nil else { return nil }
      let digests = try graph.connection.statement(
        """
        SELECT d.digest FROM document d JOIN party p ON p.document = d.id JOIN entity e ON e.id = p.entity
        WHERE e.folded = ? AND e.part IS ? ORDER BY d.digest LIMIT 1
        """)
      try digests.bind([left.folded, left.part])
      guard try digests.step() else { return nil }
      return NewJudgement(.different, left, left.inDocument(Hexadecimal.text(digests.bytes(at: 0))))
    case 9: return NewJudgement(.name, left, left, value: random.pick(["New Name", "Kabul", "Zed"]))
    case 10: return NewJudgement(.type, left, left, value: random.pick(["place", "person"]))
    default:
      let (layer, relation) = random.pick(Readings.relations)
      return NewJudgement(.reject, left, right, value: "\(layer.rawValue) \(relation)")
    }
  }

  @Test(arguments: 0..<12) func anyOrderOfDocumentsJudgementsAndUndosMakesTheSameGraph(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var readings = Readings(seed: 0)
    readings.relations += Readings.tellingRelations
    let lived = try graph("a")
    var documents: [String: DocumentReading] = [:]
    var clock = 0
    for step in 0..<40 {
      clock += 1
      let stamp = JudgementStamp(judge: "test", at: String(1_000 + clock))
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3:
        let name = "d\(Int.random(in: 0..<6, using: &random))"
        let reading = readings.reading(name, content: seed * 100 + step)
        try lived.ingest(reading)
        documents[name] = reading
      case 4:
        if let name = documents.keys.sorted().randomElement(using: &random) {
          #expect(try lived.removeDocument(named: name))
          documents[name] = nil
        }
      case 5:
        let standing = try lived.judgements(onlyLiving: true)
        if let judgement = standing.randomElement(using: &random) {
          _ = try lived.undo(.judgement(judgement.number), stamp: stamp)
        }
      default:
        if let judgement = try judgement(lived, &random) {
          _ = try lived.judge([judgement], stamp: stamp, skipsRefused: true)
        }
      }
      guard step % 4 == 3 else { continue }
      let findings = try lived.check().map(\.message)
      if !findings.isEmpty {
        Issue.record("step \(step): \(findings)")
        return
      }
    }
    let living = try lived.judgements(onlyLiving: true)
    let want = try lived.snapshot()
    for round in 0..<2 {
      let other = try graph("b\(round)")
      for name in documents.keys.sorted().shuffled(using: &random) {
        if let reading = documents[name] { try other.ingest(reading) }
      }
      for judgement in living.shuffled(using: &random) {
        let new = NewJudgement(judgement.verdict, judgement.left, judgement.right, value: judgement.value)
        let effect = try other.judge(
          [new], stamp: JudgementStamp(judge: "test", at: judgement.at), skipsRefused: false)
        #expect(effect.numbers.count == 1)
      }
      expectSame(try other.snapshot(), want)
      try other.expectSound()
    }
  }
}
