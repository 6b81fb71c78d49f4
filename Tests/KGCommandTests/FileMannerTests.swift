import Foundation
import SQLite
import Testing

/// How `kg` treats the graph's file and what stands beside it.
@Suite struct FileMannerTests {
  private static let questions: [[String]] = [
    ["neighbors", "Taliban"], ["path", "Turkey", "Dostum"], ["show", "Taliban"],
    ["evidence", "Taliban", "Qatar"],
    ["search", "patron"], ["stats"], ["rank"], ["components"], ["documents"], ["check"],
    ["export", "--format", "jsonl"], ["export", "--format", "dot"],
  ]

  private func isQuiet(_ sandbox: Sandbox) -> Bool {
    sandbox.fileNames.filter { $0.hasPrefix("kg.db") } == ["kg.db"]
  }

  @Test(arguments: questions)
  func aQuestionLeavesNothingBesideTheFile(question: [String]) throws {
    let sandbox = try Sandbox.seeded()
    let before = try Data(contentsOf: sandbox.url("kg.db"))
    let output = try sandbox.run(Binary.path, question)
    #expect(output.status == 0, "\(output.error)")
    #expect(isQuiet(sandbox))
    if question != ["check"] { #expect(try Data(contentsOf: sandbox.url("kg.db")) == before) }
  }

  @Test(arguments: questions)
  func aQuestionIsAnsweredWhereNothingCanBeWritten(question: [String]) throws {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return }
    let sandbox = try Sandbox.seeded()
    let answer = try sandbox.run(Binary.path, question)
    chmod(sandbox.folder.path, 0o555)
    chmod(sandbox.url("kg.db").path, 0o444)
    let other = try sandbox.run(
      "/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Binary.path] + question)
    chmod(sandbox.folder.path, 0o755)
    chmod(sandbox.url("kg.db").path, 0o644)
    #expect(other.status == 0, "\(other.error)")
    #expect(other.standardOutput == answer.standardOutput)
  }

  @Test(arguments: questions)
  func aQuestionIsAnsweredWhereNoFileCanGrow(question: [String]) throws {
    let sandbox = try Sandbox.seeded()
    let answer = try sandbox.run(Binary.path, question)
    // A limit on the size of files stands for a full disk.
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""
    let output = try sandbox.run("/bin/sh", ["-c", script, Binary.path] + question)
    #expect(output.status == 0, "\(output.error)")
    #expect(output.standardOutput == answer.standardOutput)
    #expect(isQuiet(sandbox))
  }

  @Test(arguments: [
    ["remove", "seeds/interview.txt"], ["compact"], ["ingest", "seeds"], ["check", "--repair"],
  ])
  func aChangeOnAFullDiskSaysSoAndLeavesNothingBesideTheFile(command: [String]) throws {
    let sandbox = try Sandbox.seeded()
    try sandbox.write("Anna Berg visited Norway.".utf8, to: "seeds/new.txt")
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""
    let output = try sandbox.run("/bin/sh", ["-c", script, Binary.path] + command)
    expectFailure(output, 74, "kg.db")
    #expect(!output.text.contains("removed"))
    #expect(isQuiet(sandbox))
    #expect(try sandbox.kg("documents", "--format", "tsv").lines.count == 2)
  }

  @Test func anotherUsersQuestionDoesNotLockTheOwnerOut() throws {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return }
    let sandbox = try Sandbox.seeded()
    chmod(sandbox.folder.path, 0o777)
    let other = try sandbox.run(
      "/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Binary.path, "stats"])
    #expect(other.status == 0)
    #expect(isQuiet(sandbox))
    #expect(try sandbox.kg("remove", "seeds/interview.txt").status == 0)
  }

  @Test(arguments: ["file:x.db", ":memory:", "file:x.db?mode=memory", "x?y#z%41.db", "-x.db"])
  func thePathOfAGraphIsAPathWhateverItLooksLike(name: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("Anna Berg visited Norway.".utf8, to: "a.txt")
    #expect(try sandbox.kg("ingest", "a.txt", "--db=\(name)").status == 0)
    #expect(sandbox.exists(name))
    #expect(try sandbox.kg("neighbors", "Norway", "--db=\(name)").text.contains("Anna Berg"))
  }

  @Test func anIngestThatCannotBeginLeavesNoFile() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Anna Berg visited Norway.".utf8, to: "a.txt")
    // A limit on the size of files stands for a full disk.
    let output = try sandbox.run(
      "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 20; exec \"$0\" ingest a.txt", Binary.path])
    #expect(output.status == 74, "\(output.error)")
    #expect(!sandbox.exists("kg.db") && !sandbox.exists("kg.db-wal") && !sandbox.exists("kg.db-shm"))
  }

  @Test func aFileCutShortWhileItIsReadEndsWithAMessage() throws {
    let sandbox = try Sandbox()
    sandbox.expectsSoundGraphs = false
    let rows = (0..<20_000).map { "N\($0)\tr\tM\($0 * 7 % 999)\n" }.joined()
    try sandbox.write("subject\trelation\tobject\n\(rows)".utf8, to: "t.tsv")
    #expect(try sandbox.kg("import", "t.tsv").status == 0)
    let path = sandbox.url("kg.db").path
    let script =
      "mkfifo p; \"$0\" export --format jsonl > p & exec 3< p; head -c 1000 <&3 > /dev/null; "
      + "truncate -s 100000 kg.db; cat <&3 > /dev/null; wait $!"
    let output = try sandbox.run("/bin/sh", ["-c", script, Binary.path])
    #expect([65, 74].contains(output.status), "\(output.status) \(output.error)")
    #expect(!output.wasKilled && output.error.hasPrefix("kg: ") && output.error.contains("kg.db"), "\(path)")
  }
}
