import Foundation
import SQLite
import Testing

/// What `kg import` says of new entities and edges is what the graph has more afterwards.
@Suite struct ImportCountTests {
  private func counts(_ sandbox: Sandbox, _ graph: String = "kg.db") throws -> [Int] {
    guard sandbox.exists(graph) else { return [0, 0] }
    let connection = try Connection(path: sandbox.url(graph).path, mode: .immutable)
    return try ["entity", "edge"].map { try connection.integer("SELECT count(*) FROM \($0)") ?? 0 }
  }

  /// The last line's "N new entities, N new edges".
  private func told(_ output: Output) -> [Int] {
    let words = (output.lines.last ?? "").split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    return ["entit", "edge"].map { kind in
      words.indices.first { words[$0] == "new" && $0 + 1 < words.count && words[$0 + 1].hasPrefix(kind) }
        .flatMap { Int(words[$0 - 1]) } ?? -1
    }
  }

  private func expectTrueCounts(_ file: String, in sandbox: Sandbox, _ options: String...) throws {
    let before = try counts(sandbox)
    let rehearsed = try sandbox.run(Binary.path, ["import", file, "--dry-run"] + options)
    #expect(rehearsed.status == 0, "\(rehearsed.error)")
    #expect(try counts(sandbox) == before)
    let output = try sandbox.run(Binary.path, ["import", file] + options)
    #expect(output.status == 0, "\(output.error)")
    let added = zip(try counts(sandbox), before).map { $0 - $1 }
    #expect(told(output) == added, "\(output.text)")
    #expect(told(rehearsed) == added, "\(rehearsed.text)")
  }

  @Test func ofClaimRecordsOfTextsAndOfFiles() throws {
    let sandbox = try Sandbox.seeded()
    try sandbox.write("subject\trelation\tobject\nTaliban\tknows\tAda\nAda\tknows\tBob\n".utf8, to: "e.tsv")
    #expect(try sandbox.kg("import", "e.tsv").status == 0)
    let records = try sandbox.kg("export", "--format", "jsonl")
    let target = try Sandbox()
    try target.write(records.standardOutput, to: "all.jsonl")
    try expectTrueCounts("all.jsonl", in: target)
    // The same again brings nothing, and a graph that has a part of it gets the rest.
    try expectTrueCounts("all.jsonl", in: target)
    let other = try Sandbox()
    try other.write("Qatar is the patron of the Taliban. Anna Berg visited Oslo.".utf8, to: "a.txt")
    #expect(try other.kg("ingest", "a.txt").status == 0)
    try other.write(records.standardOutput, to: "all.jsonl")
    try expectTrueCounts("all.jsonl", in: other)
  }

  @Test(arguments: [
    "A\tknows\tB\nA\tknows\tB\nB\tknows\tA\nA\tlikes\tB\n", "a\tspouse\tb\nb\tspouse\ta\nA\tspouse\tC\n",
    "-5\tis\t5\n5\tis\t-5\nX\tis\tX\n",
  ])
  func ofTables(rows: String) throws {
    for options in [[], ["--vocabulary"]] {
      let sandbox = try Sandbox()
      try sandbox.write("subject\trelation\tobject\n\(rows)".utf8, to: "one.tsv")
      try sandbox.write("subject\trelation\tobject\n\(rows)New\tknows\tA\n".utf8, to: "two.tsv")
      for file in ["one.tsv", "two.tsv"] {
        let before = try counts(sandbox)
        let rehearsed = try sandbox.run(Binary.path, ["import", file, "--dry-run"] + options)
        let output = try sandbox.run(Binary.path, ["import", file] + options)
        let added = zip(try counts(sandbox), before).map { $0 - $1 }
        #expect(told(output) == added, "\(output.text)")
        #expect(told(rehearsed) == added, "\(rehearsed.text)")
      }
    }
  }

  @Test func aPipeGivenByPathIsReadOnce() throws {
    let sandbox = try Sandbox()
    let script =
      "\"$0\" ingest <(echo 'Anna Berg visited Oslo.') && mkfifo p && (echo 'Karl Holm visited Rome.' > p &) && \"$0\" ingest p"
    let output = try sandbox.run("/bin/bash", ["-c", script, Binary.path])
    #expect(output.status == 0, "\(output.error)")
    #expect(try sandbox.kg("neighbors", "Oslo").text.contains("Anna Berg"))
    #expect(try sandbox.kg("neighbors", "Rome").text.contains("Karl Holm"))
  }
}
