import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// What each write added and took away is told as it was.
@Suite struct ChangeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func graph(_ name: String = "kg.db") throws -> Graph {
    let graph = try Graph(path: folder.file(name), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    return graph
  }

  /// All that a change is told by, read from the tables.
  private struct State {
    var edges: [EdgeKey: Int] = [:]
    var entities: [Int: [String]] = [:]
    var documents: Set<Int> = []
    var claims = 0

    init(_ graph: Graph) throws {
      let edges = try graph.connection.statement("SELECT subject, relation, object, support FROM edge")
      while try edges.step() {
        let key = EdgeKey(
          subject: edges.integer(at: 0), relation: edges.integer(at: 1), object: edges.integer(at: 2))
        self.edges[key] = edges.integer(at: 3)
      }
      let entities = try graph.connection.statement(
        "SELECT id, name, type, coalesce(canonical, '') FROM entity")
      while try entities.step() {
        self.entities[entities.integer(at: 0)] = (1...3).map { entities.text(at: $0) }
      }
      let documents = try graph.connection.statement("SELECT id FROM document")
      while try documents.step() { self.documents.insert(documents.integer(at: 0)) }
      claims = try graph.connection.integer("SELECT count(*) FROM claim") ?? 0
    }

    /// The counts of a change from another state to this one, of edges and entities.
    func counts(since old: State) -> [Change.Thing: [Change.Operation: Int]] {
      var counts: [Change.Thing: [Change.Operation: Int]] = [:]
      func add(_ thing: Change.Thing, _ operation: Change.Operation, _ count: Int) {
        if count > 0 { counts[thing, default: [:]][operation, default: 0] += count }
      }
      add(.edge, .added, edges.keys.count { old.edges[$0] == nil })
      add(.edge, .removed, old.edges.keys.count { edges[$0] == nil })
      add(.edge, .changed, edges.count { old.edges[$0.key] != nil && old.edges[$0.key] != $0.value })
      add(.entity, .added, entities.keys.count { old.entities[$0] == nil })
      add(.entity, .removed, old.entities.keys.count { entities[$0] == nil })
      let both = entities.compactMap { key, now in old.entities[key].map { ($0, now) } }
      add(.entity, .changed, both.count { $0[..<2] != $1[..<2] })
      add(.entity, .joined, both.count { $0[2] != $1[2] && !$1[2].isEmpty })
      add(.entity, .parted, both.count { $0[2] != $1[2] && $1[2].isEmpty })
      return counts
    }
  }

  private func judgement(_ graph: Graph, _ random: inout SplitMix64) throws -> NewJudgement? {
    let rows = EntityRows(connection: graph.connection)
    let keys = try graph.entities().compactMap { try rows.row($0)?.key }.sorted()
    guard keys.count > 2 else { return nil }
    let (left, right) = (random.pick(keys), random.pick(keys))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return NewJudgement(.name, left, left, value: random.pick(["New Name", "Kabul", "Zed"]))
    case 1: return NewJudgement(.type, left, left, value: "place")
    case 2: return NewJudgement(.reject, left, right, value: "canonical ally")
    default: return left == right ? nil : NewJudgement(.same, left, right)
    }
  }

  @Test(arguments: 0..<10) func everyChangeCountsWhatTheTablesTell(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed + 70))
    var readings = Readings(seed: 0)
    let graph = try graph()
    var names: Set<String> = []
    var last = 0
    for step in 0..<30 {
      let before = try State(graph)
      let stamp = JudgementStamp(judge: "test", at: "2026-01-01T00:00:0\(step % 10)Z")
      let kind: Change.Kind
      switch Int.random(in: 0..<9, using: &random) {
      case 0...3:
        kind = .ingest
        let name = "d\(Int.random(in: 0..<5, using: &random))"
        // Another version reads the same bytes again now and then.
        let content = random.chance(3) ? Int.random(in: 0..<3, using: &random) : seed * 100 + step
        _ = try? graph.ingest(readings.reading(name, content: content, version: random.pick(["1", "2"])))
        names.insert(name)
      case 4:
        kind = .remove
        if let name = names.sorted().randomElement(using: &random) {
          _ = try graph.removeDocument(named: name)
          names.remove(name)
        }
      case 5:
        kind = .undo
        guard let standing = try graph.judgements(onlyLiving: true).last else { continue }
        _ = try graph.undo(.judgement(standing.number), stamp: stamp)
      default:
        kind = .judge
        if let judgement = try judgement(graph, &random) {
          _ = try graph.judge([judgement], stamp: stamp, skipsRefused: true)
        }
      }
      let after = try State(graph)
      let want = after.counts(since: before)
      let changes = try graph.changes(.after(last))
      var told = changes.first?.counts ?? [:]
      let claims = (told[.claim]?[.added] ?? 0) - (told[.claim]?[.removed] ?? 0)
      #expect(claims == after.claims - before.claims)
      let documents = (told[.document]?[.added] ?? 0) - (told[.document]?[.removed] ?? 0)
      #expect(documents == after.documents.count - before.documents.count)
      told[.claim] = nil
      told[.document] = nil
      #expect(told == want, "step \(step) \(kind)")
      #expect(changes.count <= 1 && changes.allSatisfy { $0.kind == kind })
      last = changes.first?.number ?? last
    }
    try graph.expectSound()
    // What is listed one by one and what is counted make up what was counted first.
    var sums: [Int: [Change.Thing: [Change.Operation: Int]]] = [:]
    try graph.forEachChangeDetail { detail in
      let (thing, count): (Change.Thing, Int) =
        switch detail.subject {
        case .document: (.document, 1)
        case .entity: (.entity, 1)
        case .edge: (.edge, 1)
        case .others(let thing, let count): (thing, count)
        }
      sums[detail.change, default: [:]][thing, default: [:]][detail.operation, default: 0] += count
    }
    for change in try graph.changes() { #expect(sums[change.number] == change.counts) }
  }

  @Test func whatIsReadAgainAsItWasCountsForNothing() throws {
    let graph = try graph()
    let claims = [SimpleClaim("Ada", "ally", "Bo"), SimpleClaim("Ada", "leader", "Cy")]
    var reading = Readings.simple("d", content: 1, claims)
    try graph.ingest(reading)
    reading.extractorVersion = "2"
    try graph.ingest(reading)
    let change = try #require(try graph.changes(.after(1)).first)
    #expect(change.counts == [.document: [.changed: 1], .claim: [.added: 2, .removed: 2]])
    try graph.ingest(reading)
    #expect(try graph.changes(.after(2)).isEmpty)
  }

  @Test func anImportCountsItsRowsAndTheSameBytesAgainNothing() throws {
    let graph = try graph()
    var rows = Rows("rows.csv", content: 3)
    rows.usesIdentifiers = false
    rows.typesSubjects = false
    rows.rows = [
      Rows.Row(subject: "Ada", relation: "ally", object: "Bo", confidence: 1, qualifier: ""),
      Rows.Row(subject: "Bo", relation: "ally", object: "Cy", confidence: 1, qualifier: ""),
    ]
    try rows.load(into: graph)
    let first = try #require(try graph.changes().first)
    #expect(first.kind == .import && first.documents == ["rows.csv"])
    #expect(
      first.counts == [
        .document: [.added: 1], .claim: [.added: 2], .entity: [.added: 3], .edge: [.added: 2],
      ])
    try rows.load(into: graph)
    #expect(try graph.changes(.after(1)).isEmpty)
    #expect(try graph.removeDocument(named: "rows.csv"))
    let last = try #require(try graph.changes(.after(1)).first)
    #expect(
      last.counts == [
        .document: [.removed: 1], .claim: [.removed: 2], .entity: [.removed: 3], .edge: [.removed: 2],
      ])
    #expect(try graph.changes().first?.documents == [])
    try graph.expectSound()
  }

  @Test func changesAreFoundByNumberAndByDay() throws {
    let graph = try graph()
    for (index, day) in ["2026-01-01", "2026-01-03", "2026-02-01"].enumerated() {
      graph.changeTime = "\(day)T10:00:00Z"
      try graph.ingest(Readings.simple("d\(index)", content: index, [SimpleClaim("A\(index)", "ally", "B")]))
    }
    func numbers(_ start: ChangeStart) throws -> [Int] { try graph.changes(start).map(\.number) }
    #expect(try numbers(.first) == [1, 2, 3])
    #expect(try numbers(.after(2)) == [3])
    #expect(try numbers(.after(3)) == [])
    #expect(try numbers(.from("2026-01-03")) == [2, 3])
    #expect(try numbers(.from("2026-01")) == [1, 2, 3])
    #expect(try numbers(.from("2026-02")) == [3])
    #expect(try numbers(.from("2027")) == [])
  }

  @Test func detailsOfWhatIsNotThereAreFoundAndTakenAway() throws {
    let graph = try graph()
    try graph.ingest(Readings.simple("d", content: 1, [SimpleClaim("Ada", "ally", "Bo")]))
    try graph.connection.execute("PRAGMA foreign_keys = OFF; UPDATE changed_edge SET subject = 99")
    #expect(try graph.check().contains { $0.message.contains("changes of edges") && $0.isRepairable })
    _ = try graph.repair()
    try graph.expectSound()
  }
}
