import Claims
import SQLite
import Schema
import TestSupport
import Testing

@testable import GraphStore

@Suite struct MigrationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ name: String, _ access: Graph.Access) -> GraphError.Code? {
    do {
      let graph = try Graph(path: folder.file(name), access: access)
      _ = try graph.snapshot()
      return nil
    } catch {
      let error = error as? GraphError
      #expect(error?.message.contains("\n") == false)
      return error?.code
    }
  }

  @Test func aFreshFileTellsWhatItIs() throws {
    do { _ = try Graph(path: folder.file("a.db"), access: .create) }
    let connection = try Connection(path: folder.file("a.db"), mode: .readOnly)
    #expect(try connection.integer("PRAGMA user_version") == Migration.newest)
    #expect(try connection.integer("PRAGMA application_id") == 0x6B67_0000)
    #expect(try connection.text("PRAGMA journal_mode") == "wal")
    #expect(Migration.files.map(\.path) == Migration.files.map(\.path).sorted())
    for access in [Graph.Access.read, .change, .create] { #expect(code("a.db", access) == nil) }
  }

  @Test func aFilledGraphOfTheFirstFormatIsBroughtUpToThisOneAndKeepsWhatItHolds() throws {
    var readings = Readings(seed: 3)
    var want: [String] = []
    do {
      let graph = try Graph(path: folder.file("a.db"), access: .create)
      for index in 0..<6 {
        // The first format did not keep how claims were read.
        var reading = readings.reading("d\(index)", content: index)
        for position in reading.claims.indices { reading.claims[position].origin = nil }
        try graph.ingest(reading)
      }
      want = try graph.snapshot()
    }
    let old = try Connection(path: folder.file("old.db"), mode: .create)
    try old.execute(try #require(Migration.files.first).text)
    try old.execute("PRAGMA foreign_keys = OFF; ATTACH '\(folder.file("a.db"))' AS new")
    for table in [
      "document", "document_name", "entity", "spelling", "alias", "party", "party_alias", "sentence",
      "mention",
      "relation", "claim", "edge", "incoming",
    ] {
      let columns = try #require(
        try old.text("SELECT group_concat(name) FROM pragma_table_info('\(table)')"))
      try old.execute("INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM new.\(table)")
    }
    try old.execute(
      "DETACH new; PRAGMA application_id = \(Migration.applicationIdentifier); PRAGMA user_version = 2; PRAGMA journal_mode = WAL"
    )
    let graph = try Graph(path: folder.file("old.db"), access: .change)
    expectSame(try graph.snapshot(), want)
    try graph.expectSound()
    #expect(try graph.connection.integer("PRAGMA user_version") == Migration.newest)
    #expect(try graph.storedClaims().allSatisfy { $0.origin == nil })
    // What is read from now on is kept beside it.
    var reading = Readings.simple("new", content: 900, [.init("Qatar", "patron", "Taliban")])
    for position in reading.claims.indices {
      reading.claims[position].origin = Claim.Origin(source: .open, construction: "object")
    }
    try graph.ingest(reading)
    try graph.expectSound()
    #expect(try graph.storedClaims().contains { $0.origin?.construction == "object" })
  }

  @Test func aNewerGraphIsRefusedUntouched() throws {
    do {
      let graph = try Graph(path: folder.file("a.db"), access: .create)
      try graph.ingest(Readings.simple("a", content: 1, [.init("Qatar", "patron", "Taliban")]))
      try graph.connection.execute("PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let before = try folder.bytes(of: "a.db")
    for access in [Graph.Access.read, .change, .create] { #expect(code("a.db", access) == .newerGraph) }
    #expect(try folder.bytes(of: "a.db") == before)
  }

  @Test func aGraphFromBeforeTheFirstReleaseIsRefused() throws {
    do { _ = try Graph(path: folder.file("a.db"), access: .create) }
    try Connection(path: folder.file("a.db"), mode: .readWrite).execute("PRAGMA user_version = 1")
    for access in [Graph.Access.read, .change, .create] { #expect(code("a.db", access) == .badGraph) }
  }

  @Test func anotherDatabaseIsRefusedUntouched() throws {
    do { try Connection(path: folder.file("a.db"), mode: .create).execute("CREATE TABLE t (a)") }
    let before = try folder.bytes(of: "a.db")
    for access in [Graph.Access.read, .change, .create] { #expect(code("a.db", access) == .badGraph) }
    #expect(try folder.bytes(of: "a.db") == before)
  }

  @Test func aTextIsRefusedUntouched() throws {
    for text in ["hello\n", String(repeating: "no database ", count: 1_000)] {
      try folder.write(Array(text.utf8), to: "a.db")
      for access in [Graph.Access.read, .change, .create] { #expect(code("a.db", access) == .badGraph) }
      #expect(try folder.bytes(of: "a.db") == Array(text.utf8))
    }
  }

  @Test func anEmptyFileIsNoGraphToRead() throws {
    try folder.write([], to: "a.db")
    for access in [Graph.Access.read, .change] { #expect(code("a.db", access) == .badGraph) }
    #expect(try folder.bytes(of: "a.db").isEmpty)
  }

  @Test func aTruncatedGraphIsRefused() throws {
    do {
      let graph = try Graph(path: folder.file("a.db"), access: .create)
      var readings = Readings(seed: 0)
      for index in 0..<20 { try graph.ingest(readings.reading("d\(index)", content: index)) }
      try graph.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let whole = try folder.bytes(of: "a.db")
    for length in [10, 99, 512, 4_096, 5_000, whole.count / 2, whole.count - 4_096] {
      try folder.write(Array(whole.prefix(length)), to: "cut.db")
      for access in [Graph.Access.read, .change] { #expect(code("cut.db", access) == .badGraph, "\(length)") }
    }
  }

  @Test func aMissingFileOrFolderIsRefused() throws {
    for access in [Graph.Access.read, .change] { #expect(code("none.db", access) == .noGraph) }
    #expect(throws: (any Error).self) { try folder.bytes(of: "none.db") }
    for access in [Graph.Access.read, .change, .create] { #expect(code("", access) == .badGraph) }
    #expect(code("no/such/folder/a.db", .create) == .cannotWrite)
  }

  @Test func aLockedGraphSaysSo() throws {
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    let other = try Connection(path: folder.file("a.db"), mode: .readWrite)
    try graph.connection.execute("PRAGMA busy_timeout = 0")
    try other.transaction(.immediate) {
      let error = try #require(throws: GraphError.self) {
        try graph.ingest(Readings.simple("a", content: 1, []))
      }
      #expect(error.code == .busy)
      #expect(error.message.contains("locked"))
    }
  }
}
