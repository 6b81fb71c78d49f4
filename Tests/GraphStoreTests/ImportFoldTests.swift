import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// Rows of graph files made up by a seed, and their import without a file.
struct Rows {
  struct Row {
    var subject: String
    var relation: String
    var object: String
    var confidence: Double
    var qualifier: String
  }

  var name: String
  var content: Int
  var usesIdentifiers: Bool
  var typesSubjects = true
  var rows: [Row]

  init(_ name: String, content: Int) {
    var random = SplitMix64(seed: UInt64(content))
    self.name = name
    self.content = content
    usesIdentifiers = random.chance(3)
    rows = (0..<Int.random(in: 0...25, using: &random)).map { _ in
      Row(
        subject: random.pick(Readings.names), relation: random.pick(["ally", "patron", "my own"]),
        object: random.pick(Readings.names), confidence: random.chance(2) ? 1 : 0.25,
        qualifier: random.chance(4) ? "x" : "")
    }
  }

  @discardableResult
  func load(
    into graph: Graph, _ options: GraphImport.Options = .init(), digest: Bool = true, nameLimit: Int? = nil,
    noteName: String = "note"
  ) throws -> IngestionOutcome {
    try graph.importing(options, nameLimit: nameLimit ?? GraphImport.nameLimit, runLength: 7) { work in
      let bytes = Readings.digest(content &+ 1 << 20)
      return try work.file(name: name, version: "test", digest: digest ? bytes : nil) {
        for (index, row) in rows.enumerated() { try pass(row, line: index + 2, noteName: noteName, to: work) }
        return ImportedFileFacts(digest: bytes, length: rows.count)
      }.outcome
    }
  }

  private func pass(_ row: Row, line: Int, noteName: String, to receiver: any ImportedRowReceiver) throws {
    let texts = [
      row.subject, row.relation, row.object, row.qualifier, noteName,
      typesSubjects && line % 2 == 0 ? "place" : "",
    ]
    let memory = texts.map { text in
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, text.utf8.count), alignment: 1)
      bytes.copyBytes(from: text.utf8)
      return Bytes(rebasing: bytes[..<text.utf8.count])
    }
    defer { for bytes in memory { bytes.deallocate() } }
    let kind: EntityReference.Kind = usesIdentifiers ? .identifier : .name
    try receiver.receive(
      ImportedEdge(
        line: line, subject: EntityReference(kind, memory[0], type: memory[5]), relation: memory[1],
        object: EntityReference(kind, memory[2], name: usesIdentifiers ? memory[0] : .empty),
        confidence: row.confidence,
        qualifiers: row.qualifier.isEmpty ? [] : [.init(name: memory[4], value: memory[3])]))
  }
}

/// The graph is a fold over texts and graph files: what was there in between leaves no trace.
@Suite struct ImportFoldTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func graph(_ name: String) throws -> Graph {
    let graph = try Graph(path: folder.file(name), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    return graph
  }

  private func contents(of graph: Graph) throws -> [String] {
    let tables = ["imported_row", "qualifier", "imported_party", "imported_alias", "incoming"]
    return try graph.snapshot()
      + tables.map { "\($0): \(try graph.connection.integer("SELECT count(*) FROM \($0)") ?? -1)" }
  }

  @Test(arguments: 0..<12) func importsReadingsAndRemovalsInAnyOrderGiveOneGraph(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var readings = Readings(seed: 0)
    let texts = (0..<4).map { readings.reading("d\($0)", content: seed * 100 + $0) }
    let files = (0..<4).map { Rows("f\($0)", content: seed * 100 + $0) }
    let expected = try graph("a")
    for text in texts { try expected.ingest(text) }
    for file in files { try file.load(into: expected) }
    let want = try contents(of: expected)
    #expect(try expected.check() == [])

    for round in 0..<2 {
      let other = try graph("b\(round)")
      var steps: [() throws -> Void] = []
      for text in texts { steps.append { try other.ingest(text) } }
      for (index, file) in files.enumerated() {
        steps.append { try file.load(into: other, digest: index % 2 == 0, nameLimit: index == 1 ? 3 : nil) }
        steps.append { try Rows("x\(index)", content: seed * 100 + 50 + index).load(into: other) }
      }
      for step in steps.shuffled(using: &random) { try step() }
      // A file that had other bytes for a while.
      try Rows("f1", content: seed * 100 + 70).load(into: other, digest: round == 0)
      try files[1].load(into: other, digest: round == 1)
      for index in (0..<4).shuffled(using: &random) { #expect(try other.removeDocument(named: "x\(index)")) }
      expectSame(try contents(of: other), want)
      #expect(try other.check() == [])
    }

    for file in files { #expect(try expected.removeDocument(named: file.name)) }
    for text in texts { #expect(try expected.removeDocument(named: text.document)) }
    for (table, count) in try expected.counts() { #expect(count == 0, "\(table)") }
    #expect(try expected.check() == [])
  }

  @Test func theSameRowsAgainChangeNothing() throws {
    let graph = try graph("a")
    let file = Rows("f", content: 5)
    #expect(try file.load(into: graph) == .added)
    let want = try contents(of: graph)
    for digest in [true, false] {
      #expect(try file.load(into: graph, digest: digest) == .unchanged)
      expectSame(try contents(of: graph), want)
    }
    var other = file
    other.name = "again"
    #expect(try other.load(into: graph) == .duplicate(of: "f"))
    #expect(try graph.documents().map(\.otherNames) == [["f"]])
  }

  @Test func aFullDiskLeavesTheGraphAsItWas() throws {
    let graph = try graph("a")
    try Rows("f", content: 5).load(into: graph)
    let want = try contents(of: graph)
    let pages = try graph.connection.integer("PRAGMA page_count") ?? 0
    try graph.connection.execute("PRAGMA max_page_count = \(pages + 2)")
    var large = Rows("g", content: 6)
    large.rows = (0..<5_000).map {
      .init(subject: "s\($0)", relation: "r", object: "o\($0)", confidence: 1, qualifier: "")
    }
    let error = try #require(throws: GraphError.self) { try large.load(into: graph) }
    #expect(error.code == .inputOutput && error.message.contains("no room left"))
    expectSame(try contents(of: graph), want)
    #expect(try graph.check() == [])
    try graph.connection.execute("PRAGMA max_page_count = 1073741823")
    #expect(try large.load(into: graph) == .added)
    #expect(try graph.check() == [])
  }

  @Test(arguments: [
    "DELETE FROM incoming WHERE subject % 2 = 0", "UPDATE incoming SET confidence = 0.1",
    "UPDATE edge SET support = support + 1", "UPDATE edge SET attributed = 7",
    "UPDATE edge SET confidence = 0.9 WHERE document IS NULL",
    "DELETE FROM edge WHERE document IS NULL", "UPDATE relation SET uses = uses + 1",
    "INSERT INTO edge VALUES (1, 1, 2, 1, 0, 1.0, NULL, NULL), (2, 1, 1, 1, 0, 1.0, 999, 1)",
    "INSERT INTO incoming VALUES (1, 77, 1, 1, 0, 1.0)", "UPDATE spelling SET mentions = mentions + 1",
    "UPDATE entity SET name = 'nobody'", "UPDATE entity SET type = 'nothing'",
    "UPDATE alias SET folded = 'wrong'",
    "INSERT INTO alias (entity, name, folded) VALUES (1, 'Loose', 'loose')",
    "INSERT INTO entity (name, type, folded) VALUES ('Loose', 'thing', 'loose')",
    "DELETE FROM imported_party", "DELETE FROM document_name", "UPDATE document SET name = 'other'",
    "INSERT INTO entity_text (entity_text, rowid, folded) VALUES ('delete', 1, 'wrong')",
    "INSERT INTO sentence_text (rowid, text) VALUES (999, 'wrong')",
    "INSERT INTO alias_text (rowid, folded) VALUES (999, 'wrong')",
  ])
  func damageIsFoundAndRepaired(damage: String) throws {
    let graph = try graph("a")
    var readings = Readings(seed: 0)
    for index in 0..<6 { try graph.ingest(readings.reading("d\(index)", content: 40 + index)) }
    for index in 0..<3 { try Rows("f\(index)", content: 10 + index).load(into: graph) }
    try #require(try graph.check() == [])
    let want = try contents(of: graph)
    try graph.connection.execute("PRAGMA foreign_keys = OFF; \(damage)")
    let findings = try graph.check()
    #expect(!findings.isEmpty && findings.allSatisfy(\.isRepairable), "\(findings)")
    #expect(!(try graph.repair()).isEmpty)
    #expect(try graph.check() == [])
    // What a file said of its entities cannot be known again.
    if damage != "DELETE FROM imported_party" { expectSame(try contents(of: graph), want) }
    #expect(try graph.repair() == [])
  }

  @Test(arguments: ["DELETE FROM edge WHERE document IS NOT NULL", "DELETE FROM entity WHERE id = 1"])
  func lossIsFoundAndSaidToBeFinal(damage: String) throws {
    let graph = try graph("a")
    for index in 0..<3 { try Rows("f\(index)", content: 10 + index).load(into: graph) }
    try graph.connection.execute("PRAGMA foreign_keys = OFF; \(damage)")
    #expect(try graph.check().contains { !$0.isRepairable })
  }

  @Test func aCompactedGraphIsTheSameAndSmaller() throws {
    let graph = try graph("a")
    let file = Rows("f", content: 5)
    try file.load(into: graph)
    let want = try contents(of: graph)
    var large = Rows("g", content: 6)
    large.rows = (0..<3_000).map {
      .init(subject: "s\($0)", relation: "r", object: "o\($0)", confidence: 1, qualifier: "")
    }
    try large.load(into: graph)
    #expect(try graph.removeDocument(named: "g"))
    let (before, after, _) = try graph.compact()
    #expect(after < before)
    expectSame(try contents(of: graph), want)
    #expect(try graph.check() == [])
  }
}
