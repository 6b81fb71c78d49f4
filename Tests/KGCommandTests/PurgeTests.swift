import Foundation
import SQLite
import Testing

/// What was removed or replaced leaves no byte in the graph's files.
@Suite struct PurgeTests {
  private static let secret =
    "Zyxomma Petiolatumova heads the Quxbarnik Agency in Oslo. Petiolatumova visited Paris."
  private static let word = "petiolatumova"

  private func graph() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Self.secret.utf8, to: "secret.txt")
    try sandbox.write("Maria Keller heads the Fisheries Board in Oslo.".utf8, to: "other.txt")
    for number in 0..<20 {
      try sandbox.write("Otto Brandt visited Town\(number).".utf8, to: "towns/\(number).txt")
    }
    let output = try sandbox.kg("ingest", "towns", "other.txt", "secret.txt")
    try #require(output.status == 0)
    #expect(sandbox.occurrences(of: Self.word) > 0)
    return sandbox
  }

  @Test func aRemovedDocumentLeavesNoByte() throws {
    let sandbox = try graph()
    let output = try sandbox.kg("remove", "secret.txt", "towns/3.txt")
    #expect(output.text == "secret.txt: removed\ntowns/3.txt: removed\n")
    #expect(sandbox.occurrences(of: Self.word) == 0)
    #expect(sandbox.occurrences(of: "quxbarnik") == 0)
    #expect(sandbox.occurrences(of: "town3") == 0)
    #expect(sandbox.fileNames.filter { $0.hasPrefix("kg.db") } == ["kg.db"])
  }

  @Test func aReplacedDocumentLeavesNoByte() throws {
    let sandbox = try graph()
    try sandbox.write("Otto Brandt visited Rome.".utf8, to: "secret.txt")
    #expect(try sandbox.kg("ingest", "secret.txt").status == 0)
    #expect(sandbox.occurrences(of: Self.word) == 0)
  }

  @Test func aReplacedGraphFileLeavesNoByte() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "subject\trelation\tobject\nPetiolatumova\tknows\tOslo\nAda\tknows\tBob\n".utf8, to: "e.tsv")
    #expect(try sandbox.kg("import", "e.tsv").status == 0)
    try sandbox.write("subject\trelation\tobject\nAda\tknows\tBob\n".utf8, to: "e.tsv")
    #expect(try sandbox.kg("import", "e.tsv").status == 0)
    #expect(sandbox.occurrences(of: Self.word) == 0)
  }

  @Test func aDocumentReadAnewUnderAnotherDateLeavesNoByteOfTheOldReading() throws {
    let sandbox = try graph()
    #expect(try sandbox.kg("ingest", "secret.txt", "--date", "2001-02-03").status == 0)
    #expect(try sandbox.kg("remove", "secret.txt").status == 0)
    #expect(sandbox.occurrences(of: Self.word) == 0)
  }

  @Test func aRemovalBesideAReaderSaysWhatIsTrueAndTheNextOneFinishesIt() throws {
    let sandbox = try graph()
    let reader = try Connection(path: sandbox.url("kg.db").path, mode: .readOnly)
    try reader.execute("BEGIN")
    #expect(try reader.integer("SELECT count(*) FROM document") == 22)
    let output = try sandbox.kg("remove", "secret.txt")
    expectFailure(output, 74, "still in the file", "kg compact")
    #expect(output.text == "")
    #expect(sandbox.occurrences(of: Self.word) > 0)
    #expect(try sandbox.kg("check").text.contains("still holds words of documents that were removed"))
    try reader.execute("ROLLBACK")
    // The document is not there any more, but its words are.
    expectFailure(try sandbox.kg("remove", "secret.txt"), 1, "no document is called")
    #expect(sandbox.occurrences(of: Self.word) == 0)
    #expect(try sandbox.kg("check").text == "kg.db is sound\n")
  }

  @Test(arguments: ["ingest", "import", "compact", "repair", "remove"])
  func anyWriterFinishesARemovalThatWasCutOff(writer: String) throws {
    let sandbox = try graph()
    do {
      // What a process leaves that was killed between the removal and the purge.
      let reader = try Connection(path: sandbox.url("kg.db").path, mode: .readOnly)
      try reader.execute("BEGIN")
      #expect(try reader.integer("SELECT count(*) FROM document") == 22)
      #expect(try sandbox.kg("remove", "secret.txt").status == 74)
    }
    try sandbox.write("Anna Berg visited Rome.".utf8, to: "new.txt")
    try sandbox.write("subject\trelation\tobject\nAda\tknows\tBob\n".utf8, to: "new.tsv")
    switch writer {
    case "ingest": #expect(try sandbox.kg("ingest", "new.txt").status == 0)
    case "import": #expect(try sandbox.kg("import", "new.tsv").status == 0)
    case "compact": #expect(try sandbox.kg("compact").status == 0)
    case "repair": #expect(try sandbox.kg("check", "--repair").status == 0)
    default: #expect(try sandbox.kg("remove", "unknown.txt").status == 1)
    }
    #expect(sandbox.occurrences(of: Self.word) == 0)
  }

  @Test func anImportThatFailsHalfWayPurgesWhatItHadReplaced() throws {
    let sandbox = try Sandbox()
    try sandbox.write("subject\trelation\tobject\nPetiolatumova\tknows\tOslo\n".utf8, to: "a.tsv")
    try sandbox.write("subject\trelation\tobject\nAda\n".utf8, to: "bad.tsv")
    #expect(try sandbox.kg("import", "a.tsv").status == 0)
    try sandbox.write("subject\trelation\tobject\nAda\tknows\tBob\n".utf8, to: "a.tsv")
    #expect(try sandbox.kg("import", "a.tsv", "bad.tsv").status == 65)
    #expect(sandbox.occurrences(of: Self.word) == 0)
  }

  @Test(arguments: [
    ["compact"], ["check", "--repair"], ["remove", "towns/1.txt"], ["remove", "unknown.txt"],
  ])
  func aCommandThatCannotPurgeSaysSo(command: [String]) throws {
    let sandbox = try graph()
    let reader = try Connection(path: sandbox.url("kg.db").path, mode: .readOnly)
    try reader.execute("BEGIN")
    #expect(try reader.integer("SELECT count(*) FROM document") == 22)
    let removed = try sandbox.kg("remove", "secret.txt")
    #expect(removed.status == 74)
    #expect(removed.error.contains("secret.txt"))
    let output = try sandbox.run(Binary.path, command)
    #expect(output.status == 74)
    #expect(output.error.contains("its words are still in the file"))
    #expect(!output.text.contains("removed"))
    try reader.execute("ROLLBACK")
  }

  @Test func removalsAtTheSameTimeAllPurge() throws {
    let sandbox = try graph()
    // Not a shell's jobs: a shell may wait for ever where the signal of a child's end is blocked, as it is in threads of a test.
    let names = ["towns/4.txt", "towns/5.txt", "towns/6.txt", "towns/7.txt", "towns/8.txt", "secret.txt"]
    let output = try sandbox.run(
      "/usr/bin/xargs", ["-P", "6", "-n", "1", Binary.path, "remove"],
      input: names.joined(separator: "\n"))
    #expect(!output.wasKilled)
    // One that had to wait for the others for too long said so, and left it to the next.
    #expect(try sandbox.kg("remove", "unknown.txt").status == 1)
    #expect(try sandbox.kg("documents", "--format", "tsv").lines.count == 17)
    for word in [Self.word, "quxbarnik", "town4", "town8"] { #expect(sandbox.occurrences(of: word) == 0) }
  }

  /// `make kill-test` runs it for longer.
  @Test(arguments: [3, 4])
  func aKilledCommandLeavesALegalGraphAndNoRemovedWord(seed: Int) throws {
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else { return }
    let script = Binary.packageRoot.appending(path: "Scripts/kill-test").path
    let output = try Sandbox().run(
      python, [script, "--kg", Binary.path, "--kills", "10", "--seed", "\(seed)"])
    #expect(output.status == 0, "\(output.error)")
    #expect(output.text.contains("10 kills in"))
  }
}
