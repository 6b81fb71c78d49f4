import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import SQLite

@Suite struct ConnectionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ name: String = "a.db", _ mode: Connection.Mode = .create) throws -> Connection {
    try Connection(path: folder.file(name), mode: mode, busyTimeout: 0)
  }

  @Test func anErrorCarriesTheExtendedCodeTheMessageAndTheStatement() throws {
    let connection = try open()
    try connection.execute("CREATE TABLE t (a TEXT UNIQUE NOT NULL)")
    try connection.run("INSERT INTO t VALUES (?)", "secret")
    let unique = try #require(throws: SQLiteError.self) {
      try connection.run("INSERT INTO t VALUES (?)", "secret")
    }
    #expect(unique.code.rawValue == 2067)
    #expect(unique.code.primary == .constraint)
    #expect(unique.message == "UNIQUE constraint failed: t.a")
    #expect(unique.sql == "INSERT INTO t VALUES (?)")
    #expect(!unique.description.contains("secret"))
    let null = try #require(throws: SQLiteError.self) { try connection.run("INSERT INTO t VALUES (NULL)") }
    #expect(null.code.rawValue == 1299)
    let syntax = try #require(throws: SQLiteError.self) { try connection.execute("SELEC 1") }
    #expect(syntax.code == .error)
    #expect(syntax.message.contains("SELEC"))
  }

  @Test func aPatternMatchesTheExtendedCodeByItsPrimary() throws {
    let extended = SQLiteError(code: .init(rawValue: 2067), message: "")
    #expect(SQLiteError.Code.constraint ~= extended)
    #expect(SQLiteError.Code(rawValue: 2067) ~= extended)
    #expect(!(SQLiteError.Code.busy ~= extended))
    #expect(!(SQLiteError.Code.constraint ~= CancellationError()))
  }

  @Test func aWordInDoubleQuotesIsNoText() throws {
    let connection = try open()
    #expect(throws: SQLiteError.self) { try connection.text("SELECT \"nothing\"") }
    #expect(throws: SQLiteError.self) {
      try connection.execute("CREATE TABLE t (a); CREATE INDEX i ON t (\"nothing\")")
    }
  }

  @Test func moreValuesThanParametersAreRefused() throws {
    let connection = try open()
    let error = try #require(throws: SQLiteError.self) { try connection.run("SELECT ?", 1, 2) }
    #expect(error.code == .range)
  }

  @Test func onlyCreateMakesAFile() throws {
    for mode in [Connection.Mode.readOnly, .immutable, .readWrite] {
      let error = try #require(throws: SQLiteError.self) { try open("none.db", mode) }
      #expect(error.code.primary == .cannotOpen)
    }
    #expect(throws: (any Error).self) { try folder.bytes(of: "none.db") }
  }

  @Test func readingRefusesToWrite() throws {
    do { try open().execute("CREATE TABLE t (a)") }
    for mode in [Connection.Mode.readOnly, .immutable] {
      let connection = try open("a.db", mode)
      let error = try #require(throws: SQLiteError.self) {
        try connection.execute("INSERT INTO t VALUES (1)")
      }
      #expect(error.code.primary == .readOnly)
      #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    }
  }

  @Test(arguments: ["plain.db", "what?.db", "a#b.db", "100%.db", "%41.db", "?immutable=0#x%20y.db", "é 漢.db"])
  func immutableReadsAPathWithAnySigns(name: String) throws {
    do { try open(name).execute("CREATE TABLE t (a); INSERT INTO t VALUES (42)") }
    #expect(try open(name, .immutable).integer("SELECT a FROM t") == 42)
  }

  @Test func aFileThatIsNoDatabaseIsRefused() throws {
    try folder.write(Array(repeating: 0x41, count: 4096), to: "text.db")
    let connection = try open("text.db", .readOnly)
    let error = try #require(throws: SQLiteError.self) {
      try connection.integer("SELECT count(*) FROM sqlite_schema")
    }
    #expect(error.code == .notADatabase)
  }

  @Test func aTemporaryCopyHoldsWhatTheOriginalHoldsAndStaysWhatItIs() throws {
    let connection = try open()
    try connection.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a, b)")
    try connection.execute(
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000)"
        + " INSERT INTO t SELECT x, hex(zeroblob(50)) FROM n")
    let copy = try connection.temporaryCopy()
    #expect(try copy.integer("SELECT sum(a) FROM t") == 3000 * 3001 / 2)
    #expect(try copy.text("PRAGMA integrity_check") == "ok")
    #expect(try copy.integer("SELECT count(*) FROM sqlite_schema") == 1)
    try connection.run("INSERT INTO t VALUES (1, 1)")
    #expect(try copy.integer("SELECT count(*) FROM t") == 3000)
    try copy.run("DELETE FROM t")
    #expect(try connection.integer("SELECT count(*) FROM t") == 3001)
  }

  @Test func anInterruptFromAnotherThreadStopsALongStatement() throws {
    let connection = try open()
    let handle = connection.interruptHandle
    let ended = DispatchSemaphore(value: 0)
    try withExtendedLifetime(connection) {
      let flag = Flag()
      DispatchQueue.global().async {
        while !flag.value { handle.interrupt() }
        ended.signal()
      }
      let error = try #require(throws: SQLiteError.self) {
        try connection.integer(
          "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")
      }
      flag.set()
      ended.wait()
      #expect(error.code == .interrupt)
    }
    #expect(try connection.integer("SELECT 1") == 1)
  }
}

/// Set by one thread, read by another.
private final class Flag: Sendable {
  private let state = Mutex(false)

  var value: Bool { state.withLock { $0 } }

  func set() { state.withLock { $0 = true } }
}
