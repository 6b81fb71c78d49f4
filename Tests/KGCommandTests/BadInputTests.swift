import Foundation
import SQLite
import Testing

@Suite struct BadInputTests {
  @Test(
    arguments: [
      ("missing.txt", nil, 66, "no such file"), ("folder", nil, 66, "no documents"),
      ("latin.txt", [0x63, 0x61, 0x66, 0xE9, 0x0A], 65, "not UTF-8"), ("empty.txt", [], 65, "empty"),
      ("blank.txt", [0x20, 0x0A, 0x09], 65, "empty"), ("nul.txt", [0x41, 0x00, 0x42], 65, "NUL"),
      ("long.txt", [UInt8](repeating: 0x61, count: 1_234), 65, "1234"),
    ] as [(String, [UInt8]?, Int32, String)])
  func whatIsNoDocumentIsNamedAndMakesNoGraph(name: String, bytes: [UInt8]?, status: Int32, words: String)
    throws
  {
    let sandbox = try Sandbox()
    try FileManager.default.createDirectory(at: sandbox.url("folder"), withIntermediateDirectories: true)
    if let bytes { try sandbox.write(bytes, to: name) }
    let before = sandbox.fileNames
    for command in ["ingest", "extract"] {
      let output = try sandbox.kg(command, name, "--max-line", "1000")
      expectFailure(output, status, name, words)
      #expect(output.text.isEmpty)
      #expect(sandbox.fileNames == before)
    }
  }

  @Test func lineOverTheLimitIsRefusedWithItsLength() throws {
    expectFailure(
      try Sandbox().kg("extract", "-", input: String(repeating: "a", count: 17 << 20)), 65, "17825792")
  }

  @Test func aHigherLimitLetsALongLineIn() throws {
    let sandbox = try Sandbox()
    try sandbox.write(String(repeating: "word ", count: 400).utf8, to: "long.txt")
    #expect(try sandbox.kg("ingest", "long.txt", "--max-line", "2000").status == 0)
  }

  @Test func fileThatIsNoDatabaseIsRefusedAndLeftAlone() throws {
    let sandbox = try Sandbox()
    let text = Data("This is a letter, not a database. It is longer than the header of one would be.\n".utf8)
    try sandbox.write(text, to: "letter.db")
    let document = Binary.seed
    for arguments in [["stats"], ["ingest", document], ["remove", "x"], ["neighbors", "Taliban"]] {
      expectFailure(try sandbox.run(Binary.path, arguments + ["--db", "letter.db"]), 65, "letter.db")
    }
    expectFailure(try sandbox.kg("stats", "--db", "."), 65)
    #expect(try Data(contentsOf: sandbox.url("letter.db")) == text)
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let sandbox = try Sandbox()
    do {
      let other = try Connection(path: sandbox.url("other.db").path, mode: .create)
      try other.execute("CREATE TABLE t (a)")
    }
    let before = try Data(contentsOf: sandbox.url("other.db"))
    for arguments in [["stats"], ["ingest", Binary.seed]] {
      expectFailure(try sandbox.run(Binary.path, arguments + ["--db", "other.db"]), 65, "other.db")
    }
    #expect(try Data(contentsOf: sandbox.url("other.db")) == before)
  }

  @Test func lockThatDoesNotGoEndsTheWait() throws {
    let sandbox = try Sandbox.seeded()
    let other = try Connection(path: sandbox.url("kg.db").path, mode: .readWrite)
    try other.execute("BEGIN EXCLUSIVE")
    #expect(try sandbox.kg("stats").status == 0, "readers do not wait for a writer")
    try sandbox.write("Maria Keller visited Kabul.".utf8, to: "new.txt")
    expectFailure(try sandbox.kg("ingest", "new.txt"), 74, "locked")
    try other.execute("ROLLBACK")
    #expect(try sandbox.kg("ingest", "new.txt").status == 0)
  }

  /// As root only without the capability that overrides permissions.
  private static let canBeRefused =
    geteuid() != 0 || FileManager.default.fileExists(atPath: "/usr/bin/setpriv")

  @Test(.enabled(if: canBeRefused), arguments: [false, true])
  func readOnlyGraphAnswersAndRefusesChanges(isFolderReadOnly: Bool) throws {
    let sandbox = try Sandbox.seeded()
    try sandbox.write("Maria Keller visited Kabul.".utf8, to: "new.txt")
    func setMode(_ mode: Int, _ path: String) throws {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    try setMode(0o444, sandbox.url("kg.db").path)
    if isFolderReadOnly { try setMode(0o555, sandbox.folder.path) }
    defer { try? setMode(0o755, sandbox.folder.path) }
    func unprivileged(_ arguments: String...) throws -> Output {
      if geteuid() != 0 { return try sandbox.run(Binary.path, arguments) }
      return try sandbox.run(
        "/usr/bin/setpriv", ["--bounding-set=-all", "--inh-caps=-all", Binary.path] + arguments)
    }
    let answer = try unprivileged("path", "Turkey", "Dostum", "--format", "jsonl")
    #expect(answer.status == 0 && answer.text.contains("Dostum") && answer.error.isEmpty)
    expectFailure(try unprivileged("ingest", "new.txt"), 73, "read-only")
    expectFailure(try unprivileged("remove", "seeds/interview.txt"), 73, "read-only")
    if isFolderReadOnly {
      expectFailure(try unprivileged("ingest", "new.txt", "--db", "new.db"), 73, "new.db")
    }
  }

  @Test func graphOfANewerVersionIsRefusedAndLeftAlone() throws {
    let sandbox = try Sandbox.seeded()
    sandbox.expectsSoundGraphs = false
    do {
      let graph = try Connection(path: sandbox.url("kg.db").path, mode: .readWrite)
      try graph.execute("PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let before = try Data(contentsOf: sandbox.url("kg.db"))
    for arguments in [["stats"], ["ingest", Binary.seed], ["remove", "seeds/interview.txt"]] {
      expectFailure(try sandbox.run(Binary.path, arguments), 65, "newer")
    }
    #expect(try Data(contentsOf: sandbox.url("kg.db")) == before)
  }

  @Test(arguments: [200, 5_000, 60_000])
  func truncatedGraphIsCalledDamaged(length: Int) throws {
    let sandbox = try Sandbox.seeded()
    sandbox.expectsSoundGraphs = false
    try sandbox.write(try Data(contentsOf: sandbox.url("kg.db")).prefix(length), to: "cut.db")
    let before = try Data(contentsOf: sandbox.url("cut.db"))
    expectFailure(try sandbox.kg("neighbors", "Taliban", "--db", "cut.db"), 65, "cut.db")
    #expect(try Data(contentsOf: sandbox.url("cut.db")) == before)
  }

  @Test(arguments: [
    ["neighbors", "A"], ["path", "A", "B"], ["show", "A"], ["evidence", "A"], ["search", "A"], ["stats"],
    ["documents"],
    ["remove", "A"], ["check"], ["check", "--repair"], ["compact"], ["export", "--format", "dot"],
    ["export", "--format", "csv", "--output", "x.csv"],
  ])
  func questionToAMissingGraphMakesNone(arguments: [String]) throws {
    let sandbox = try Sandbox()
    let output = try sandbox.run(Binary.path, arguments)
    expectFailure(output, 66, "kg.db")
    #expect(output.text.isEmpty && sandbox.fileNames.isEmpty)
  }

  @Test(arguments: [
    (["neighbors", "Taliban", "--nope"], "--nope"), (["frobnicate"], "frobnicate"), (["neighbors"], "name"),
    (["neighbors", "A", "--hops", "0"], "--hops"), (["neighbors", "A", "--limit", "-1"], "limit"),
    (["neighbors", "A", "--format", "xml"], "xml"), (["export"], "--format"),
    (["path", "A", "B", "-k", "0"], "-k"),
    (["ingest", "x", "--jobs", "0"], "--jobs"), (["stats", "--db", ""], "--db"),
    (["import"], "file"), (["import", "x", "--format", "xml"], "xml"),
  ])
  func wrongUsageIsOneLine(arguments: [String], word: String) throws {
    let sandbox = try Sandbox()
    let output = try sandbox.run(Binary.path, arguments)
    expectFailure(output, 64, word)
    #expect(output.text.isEmpty && sandbox.fileNames.isEmpty)
  }
}
