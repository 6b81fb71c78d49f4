import Foundation
import SQLite
import TestSupport
import Testing

@Suite struct ImportTests {
  private static let edges = "subject\trelation\tobject\tsource\n1\tallied with\t2\tatlas\n2\tpart of\t3\t\n"
  private static let nodes =
    "id\tname\ttype\n1\tNorthland\tplace\n2\tSouthland\tplace\n3\tThe League\torganization\n"

  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Self.edges.utf8, to: "edges.tsv")
    try sandbox.write(Self.nodes.utf8, to: "nodes.tsv")
    return sandbox
  }

  @Test func edgesByIdentifiersAnswerByName() throws {
    let sandbox = try sandbox()
    let output = try sandbox.kg("import", "edges.tsv", "--entities", "nodes.tsv")
    #expect(output.status == 0 && output.text.hasPrefix("2 files, 2 rows, 3 new entities, 2 new edges; "))
    #expect(
      output.errorLines == [
        "nodes.tsv: imported, 3 new entities", "edges.tsv: imported, 2 rows, 2 new edges",
      ])
    #expect(try sandbox.kg("neighbors", "southland", "--format", "tsv").lines.count == 3)
    #expect(try sandbox.kg("path", "#1", "league").text.contains("2 hops"))
    let evidence = try sandbox.kg("evidence", "Northland", "Southland")
    #expect(evidence.text == "Northland allied with Southland\n  source: atlas\n  edges.tsv, line 2\n")
    let documents = try sandbox.kg("documents", "--format", "jsonl").objects()
    #expect(documents.map { $0["document"] as? String } == ["edges.tsv", "nodes.tsv"])
    #expect(documents.map { $0["rows"] as? Int } == [2, 0])
    #expect(try sandbox.kg("check").text == "kg.db is sound\n")
  }

  @Test func theSameFilesAgainChangeNothingAndNewBytesReplace() throws {
    let sandbox = try sandbox()
    _ = try sandbox.kg("import", "edges.tsv", "--entities", "nodes.tsv")
    let before = try sandbox.kg("export", "--format", "jsonl").standardOutput
    let again = try sandbox.kg("import", "edges.tsv", "--entities", "nodes.tsv")
    #expect(again.status == 0 && again.errorLines == ["nodes.tsv: unchanged", "edges.tsv: unchanged"])
    let piped = try sandbox.kg(
      "import", "-", "--name", "edges.tsv", "--entities", "nodes.tsv", input: Self.edges)
    #expect(piped.status == 0 && piped.errorLines.last == "edges.tsv: unchanged")
    #expect(try sandbox.kg("export", "--format", "jsonl").standardOutput == before)
    try sandbox.write("subject\trelation\tobject\n1\tr\t3\n".utf8, to: "edges.tsv")
    let replaced = try sandbox.kg("import", "edges.tsv", "--entities", "nodes.tsv")
    #expect(replaced.errorLines.last?.hasPrefix("edges.tsv: imported in place of what had this name") == true)
    #expect(try sandbox.kg("export", "--format", "csv").lines.count == 2)
    #expect(try sandbox.kg("remove", "edges.tsv", "nodes.tsv").status == 0)
    #expect(try sandbox.kg("export", "--format", "csv").lines.count == 1)
    #expect(try sandbox.kg("check").status == 0)
  }

  @Test func aBadRowNamesFileAndLineAndStoresNothing() throws {
    let sandbox = try sandbox()
    try sandbox.write("subject\trelation\tobject\nA\tr\tB\nA\tr\n".utf8, to: "bad.tsv")
    let output = try sandbox.kg("import", "bad.tsv")
    expectFailure(output, 65, "bad.tsv, line 3: 2 columns where the heading has 3", "--skip-bad")
    #expect(output.text.isEmpty)
    expectFailure(try sandbox.kg("documents"), 1)
    let skipped = try sandbox.kg("import", "bad.tsv", "--rejects", "rejects.tsv")
    #expect(
      skipped.status == 0
        && skipped.errorLines == ["bad.tsv: imported, 1 row, 2 new entities, 1 new edge, 1 row left out"])
    let rejects = try String(contentsOf: sandbox.url("rejects.tsv"), encoding: .utf8)
    #expect(
      rejects
        == "file\tline\treason\trow\nbad.tsv\t3\t2 columns where the heading has 3; the row may be cut off\tA\tr\n"
    )
  }

  @Test(arguments: [("missing.tsv", 66), (".", 66)]) func whatCannotBeReadMakesNoGraph(
    name: String, status: Int32
  ) throws {
    let sandbox = try sandbox()
    expectFailure(try sandbox.kg("import", name), status, name)
    #expect(!sandbox.exists("kg.db"))
  }

  @Test func aRehearsalCountsAndMakesNoGraph() throws {
    let sandbox = try sandbox()
    let output = try sandbox.kg("import", "edges.tsv", "--entities", "nodes.tsv", "--dry-run")
    #expect(output.status == 0 && output.text.hasPrefix("would import 2 files, 2 rows, 3 new entities"))
    #expect(!sandbox.exists("kg.db"))
    try sandbox.write("subject\trelation\tobject\nA\tr\n".utf8, to: "bad.tsv")
    expectFailure(try sandbox.kg("import", "bad.tsv", "--dry-run"), 65, "bad.tsv, line 2")
  }

  @Test func exportedRecordsComeBackByteForByte() throws {
    let sandbox = try Sandbox.seeded()
    try sandbox.write(Self.edges.utf8, to: "edges.tsv")
    try sandbox.write(Self.nodes.utf8, to: "nodes.tsv")
    _ = try sandbox.kg("import", "edges.tsv", "--entities", "nodes.tsv")
    let records = try sandbox.kg("export", "--format", "jsonl").standardOutput
    try sandbox.write(records, to: "records.jsonl")
    #expect(try sandbox.kg("import", "records.jsonl", "--db", "copy.db").status == 0)
    #expect(try sandbox.kg("export", "--format", "jsonl", "--db", "copy.db").standardOutput == records)
    #expect(try sandbox.kg("check", "--db", "copy.db").status == 0)
  }

  /// A table that takes a moment to import.
  private func large(_ rows: Int, seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    var text = "subject\trelation\tobject\n"
    for _ in 0..<rows {
      text += "n\(random.next() % 5_000)\tr\(random.next() % 9)\tn\(random.next() % 5_000)\n"
    }
    return text
  }

  @Test func importsAtTheSameTimeQueueUpAndReadersGoOn() throws {
    let sandbox = try Sandbox()
    for index in 0..<3 { try sandbox.write(large(20_000, seed: UInt64(index)).utf8, to: "f\(index).tsv") }
    try sandbox.write("subject\trelation\tobject\nA\tr\tB\n".utf8, to: "first.tsv")
    _ = try sandbox.kg("import", "first.tsv")
    let first = Process()
    first.executableURL = URL(filePath: Binary.path)
    first.arguments = ["import", "f0.tsv", "f1.tsv"]
    first.currentDirectoryURL = sandbox.folder
    first.standardOutput = FileHandle.nullDevice
    first.standardError = FileHandle.nullDevice
    try first.run()
    let second = try sandbox.run(
      Binary.path, ["import", "f2.tsv"],
      while: { _ in
        let answer = try sandbox.kg("neighbors", "A", "--format", "tsv")
        #expect(answer.status == 0 && answer.lines.count == 2)
      })
    first.waitUntilExit()
    #expect(second.status == 0 && first.terminationStatus == 0, "\(second.error)")
    #expect(try sandbox.kg("documents", "--format", "tsv").lines.count == 5)
    for index in 0..<3 { _ = try sandbox.kg("import", "f\(index).tsv", "--db", "other.db") }
    _ = try sandbox.kg("import", "first.tsv", "--db", "other.db")
    let exports = try ["kg.db", "other.db"].map {
      try sandbox.kg("export", "--format", "jsonl", "--db", $0).standardOutput
    }
    #expect(exports[0] == exports[1] && !exports[0].isEmpty)
    #expect(try sandbox.kg("check").status == 0)
  }

  @Test func killAtAnyMomentLeavesTheGraphAsItWas() throws {
    let sandbox = try Sandbox()
    try sandbox.write(large(30_000, seed: 1).utf8, to: "large.tsv")
    try sandbox.write("subject\trelation\tobject\nA\tr\tB\n".utf8, to: "first.tsv")
    _ = try sandbox.kg("import", "first.tsv")
    let clock = ContinuousClock()
    let duration = try clock.measure { _ = try sandbox.kg("import", "large.tsv", "--db", "clean.db") }
    let milliseconds = UInt64(
      duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000)
    var random = SplitMix64(seed: 11)
    var bound = max(4, milliseconds)
    var kills = 0
    for _ in 0..<40 where kills < 10 {
      let delay = UInt32(random.next() % bound)
      let killed = try sandbox.run(
        Binary.path, ["import", "large.tsv"],
        while: { process in
          usleep(delay * 1_000)
          kill(process.processIdentifier, SIGKILL)
        })
      if killed.wasKilled { kills += 1 } else { bound = max(4, bound * 3 / 4) }
      let check = try sandbox.kg("check")
      #expect(check.status == 0, "\(check.text)\(check.error)")
      let documents = try sandbox.kg("documents", "--format", "tsv").lines.count
      #expect(documents == 2 || documents == 3)
      if documents == 3 { _ = try sandbox.kg("remove", "large.tsv") }
    }
    #expect(kills == 10)
  }

  @Test func aFullDiskIsSaidAndLeavesTheGraphAsItWas() throws {
    let sandbox = try Sandbox()
    try sandbox.write("subject\trelation\tobject\nA\tr\tB\n".utf8, to: "first.tsv")
    try sandbox.write(large(60_000, seed: 2).utf8, to: "large.tsv")
    _ = try sandbox.kg("import", "first.tsv")
    // A limit on the length of files, whose signal is ignored, fails a write as a full disk does.
    let output = try sandbox.run(
      "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 400; exec \"$0\" import large.tsv", Binary.path])
    expectFailure(output, 74, "kg.db")
    #expect(try sandbox.kg("documents", "--format", "tsv").lines.count == 2)
    #expect(try sandbox.kg("check").text == "kg.db is sound\n")
  }

  @Test func checkFindsDamageAndRepairsIt() throws {
    let sandbox = try sandbox()
    _ = try sandbox.kg("import", "edges.tsv", "--entities", "nodes.tsv")
    do {
      let connection = try Connection(path: sandbox.url("kg.db").path, mode: .readWrite)
      try connection.execute("DELETE FROM incoming")
    }
    let damaged = try sandbox.kg("check")
    expectFailure(damaged, 65, "--repair")
    #expect(damaged.text == "2 edges that differ between the two tables of edges\n")
    let repaired = try sandbox.kg("check", "--repair")
    #expect(repaired.status == 0)
    #expect(
      repaired.lines == ["repaired: 2 edges that differ between the two tables of edges", "kg.db is sound"])
    let compacted = try sandbox.kg("compact")
    #expect(
      compacted.status == 0 && compacted.text.hasPrefix("kg.db: ") && compacted.text.hasSuffix(" now\n"))
    #expect(try sandbox.kg("check").status == 0)
  }
}
