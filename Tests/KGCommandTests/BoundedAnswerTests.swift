import Foundation
import Testing

/// Answers without bound, numbers without bound, and commands nearly right.
@Suite struct BoundedAnswerTests {
  /// Layers between S and T, each tied to the next in all ways.
  private static func layers(_ count: Int, of size: Int) throws -> Sandbox {
    let sandbox = try Sandbox()
    var rows = "subject\trelation\tobject\n"
    for layer in 0..<count - 1 {
      for one in 0..<size {
        for other in 0..<size { rows += "L\(layer)x\(one)\tr\tL\(layer + 1)x\(other)\n" }
      }
    }
    for one in 0..<size { rows += "S\tr\tL0x\(one)\nL\(count - 1)x\(one)\tr\tT\n" }
    try sandbox.write(rows.utf8, to: "l.tsv")
    try #require(try sandbox.kg("import", "l.tsv").status == 0)
    return sandbox
  }

  @Test(arguments: [
    ["--all", "--format", "jsonl"], ["--all", "--format", "tsv"], ["--all", "--format", "csv"],
    ["--all", "--format", "json"], ["--all", "--limit", "0"], ["--all", "--weighted", "--format", "jsonl"],
    ["-k", "9223372036854775807", "--format", "jsonl"], ["-k", "1000000", "--weighted"],
  ])
  func pathsWithoutEndAreWrittenAsTheyAreFoundInBoundedMemory(options: [String]) throws {
    let sandbox = try Self.layers(15, of: 8)
    let command =
      "{ ulimit -v 1000000; \"$0\" path S T \(options.joined(separator: " ")); echo status $? >&2; } | head -c 20000 | wc -c"
    let output = try sandbox.run("/bin/sh", ["-c", command, Binary.path])
    #expect(output.error == "status 0\n")
    #expect(output.text.contains("20000"))
  }

  @Test func streamedPathsAreAllThereInEveryFormat() throws {
    let sandbox = try Self.layers(3, of: 3)
    #expect(try sandbox.kg("path", "S", "T", "--all", "--format", "jsonl").objects().count == 27)
    let json = try sandbox.kg("path", "S", "T", "--all", "--format", "json").standardOutput
    let list = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    #expect(list.count == 27 && list.allSatisfy { $0["total"] as? Int == 27 })
    #expect(try sandbox.kg("path", "S", "T", "--all", "--format", "tsv").lines.count == 27 * 4 + 1)
    #expect(try sandbox.kg("path", "S", "T", "-k", "5", "--format", "jsonl").objects().count == 5)
    let table = try sandbox.kg("path", "S", "T", "--all", "--limit", "2").text
    #expect(table.contains("25 more paths"))
    let picture = try sandbox.kg("path", "S", "T", "--all", "--format", "dot").text
    // A line goes from a node to its label and on to a node.
    #expect(picture.split(separator: "\n").filter { $0.contains(" -> n") }.count == 24)
  }

  @Test(arguments: ["9223372036854775807", "4611686018427387904", "1000000000000"])
  func hugeNumbersNeitherTrapNorHang(number: String) throws {
    let sandbox = try Self.layers(3, of: 2)
    try sandbox.write("Anna Berg visited Norway.".utf8, to: "a.txt")
    let questions: [[String]] = [
      ["neighbors", "S", "--limit", number], ["neighbors", "S", "--hops", number],
      ["neighbors", "S", "--hops", number, "--limit", number], ["path", "S", "T", "--max-length", number],
      ["path", "S", "T", "-k", number], ["path", "S", "T", "--all", "--limit", number],
      ["path", "S", "T", "-k", number, "--weighted", "--max-length", number],
      ["rank", "--top", number], ["components", "--limit", number],
      ["components", "--members", "--limit", number], ["evidence", "S", "--limit", number],
      ["search", "S", "--limit", number], ["export", "--format", "csv", "--around", "S", "--hops", number],
      ["extract", "a.txt", "--jobs", number], ["extract", "a.txt", "--max-line", number],
      ["ingest", "a.txt", "--jobs", number],
    ]
    for question in questions {
      let output = try sandbox.run(Binary.path, question)
      #expect(
        !output.wasKilled && output.status == (question[0] == "search" ? output.status : 0), "\(question)")
    }
  }

  @Test(arguments: [
    (["neighbrs", "x"], "kg neighbors x"), (["frames", "tst", "x"], "kg frames test x"),
    (["pth", "a", "b"], "kg path a b"),
    (["ingset", "a.txt"], "kg ingest a.txt"), (["help", "exprot"], "kg help export"),
  ])
  func aCommandNearlyRightIsSuggested(arguments: [String], command: String) throws {
    expectFailure(try Sandbox().run(Binary.path, arguments), 64, "did you mean `\(command)`")
  }

  @Test func aCommandLikeNoneIsNamed() throws {
    expectFailure(try Sandbox().kg("xyzzyplugh"), 64, "xyzzyplugh", "--help")
  }

  @Test func theVersionSaysOnWhatItWasMeasured() throws {
    let text = try Sandbox().kg("version", "--verbose").text
    #expect(text.contains("Instruction set in use: ") && text.contains("by the head alone"))
    #expect(text.contains("from gold sentences and words"))
  }
}
