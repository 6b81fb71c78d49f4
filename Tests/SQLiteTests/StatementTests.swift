import TestSupport
import Testing

@testable import SQLite

@Suite struct StatementTests {
  private let folder: TemporaryFolder
  private let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection(path: folder.file("a.db"), mode: .create)
    try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v)")
  }

  @Test func aStatementGoesBackToTheCacheResetAndUnbound() throws {
    let sql = "SELECT ?1"
    var first: OpaquePointer?
    do {
      let statement = try connection.statement(sql)
      try statement.bind(7, at: 1)
      #expect(try statement.step() == true)
      first = statement.handle
    }
    let again = try connection.statement(sql)
    #expect(again.handle == first)
    #expect(try again.step() == true)
    #expect(again.isNull(at: 0) == true)
  }

  @Test func twoUsersOfOneTextGetTwoStatements() throws {
    let one = try connection.statement("SELECT 1 UNION ALL SELECT 2")
    let two = try connection.statement("SELECT 1 UNION ALL SELECT 2")
    #expect(one.handle != two.handle)
    #expect(try one.step() == true)
    #expect(try two.step() == true)
    #expect(try one.step() == true)
    #expect(one.integer(at: 0) == 2)
    #expect(two.integer(at: 0) == 1)
  }

  @Test func aStatementThatFailedCanBeUsedAgain() throws {
    try connection.run("INSERT INTO t VALUES (1, 'a')")
    for _ in 0..<3 {
      #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO t VALUES (?, 'b')", 1) }
    }
    try connection.run("INSERT INTO t VALUES (?, 'b')", 2)
    #expect(try connection.integer("SELECT count(*) FROM t") == 2)
  }

  @Test func textComesBackAsItWentIn() throws {
    var random = SplitMix64(seed: 1)
    var texts = ["", "\0", "a\0b", "it's \"so\"", "👩‍👩‍👧", "e\u{301}", "%_--;"]
    for _ in 0..<500 { texts.append(random.hostileText(upTo: 30)) }
    for text in texts {
      let back = try #require(try connection.text("SELECT ?", text))
      #expect(Array(back.utf8) == Array(text.utf8))
      #expect(try connection.text("SELECT typeof(?)", text) == "text")
      #expect(try connection.integer("SELECT length(CAST(? AS BLOB))", text) == text.utf8.count)
    }
  }

  @Test func blobsComeBackAsTheyWentIn() throws {
    var random = SplitMix64(seed: 2)
    for length in [0, 1, 2, 255, 70_000] {
      let blob = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let statement = try connection.statement("SELECT ?1, typeof(?1)")
      try statement.bind(blob, at: 1)
      #expect(try statement.step() == true)
      #expect(statement.bytes(at: 0) == blob)
      #expect(statement.text(at: 1) == "blob")
    }
  }

  @Test func emptyIsNotNull() throws {
    #expect(try connection.integer("SELECT ? IS NULL", "") == 0)
    #expect(try connection.integer("SELECT ? IS NULL", [UInt8]()) == 0)
    #expect(try connection.integer("SELECT ? IS NULL", String?.none) == 1)
    #expect(try connection.text("SELECT ?", "") == "")
    #expect(try connection.text("SELECT NULL") == nil)
    let statement = try connection.statement("SELECT '', NULL")
    #expect(try statement.step() == true)
    #expect(statement.optionalText(at: 0) == "")
    #expect(statement.optionalText(at: 1) == nil)
    #expect(statement.optionalInteger(at: 1) == nil)
    #expect(statement.columnCount == 2)
  }

  @Test(arguments: [Int.min, Int.min + 1, -1, 0, 1, Int.max - 1, Int.max])
  func wholeNumbersComeBackToTheLast(number: Int) throws {
    #expect(try connection.integer("SELECT ?", number) == number)
    try connection.run("INSERT INTO t (v) VALUES (?)", String(number))
    #expect(try connection.integer("SELECT CAST(v AS INTEGER) FROM t") == number)
  }

  @Test(arguments: [0, -0.5, 1e-300, 1.7e308, 0.1, .infinity])
  func numbersComeBackToTheLastBit(number: Double) throws {
    let statement = try connection.statement("SELECT ?")
    try statement.bind(number, at: 1)
    #expect(try statement.step() == true)
    #expect(statement.number(at: 0) == number)
  }

  @Test func aRunStatementIsReadyForTheNextValues() throws {
    let statement = try connection.statement("INSERT INTO t (id, v) VALUES (?, ?)")
    for index in 1...10 {
      try statement.bind([index, index % 2 == 0 ? "even" : nil as String?])
      try statement.run()
      #expect(connection.lastInsertedRow == index)
      #expect(connection.changedRows == 1)
    }
    #expect(try connection.integer("SELECT count(v) FROM t") == 5)
  }
}
