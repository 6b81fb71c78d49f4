import Foundation
import Testing

@Suite struct EvalTests {
  private let sandbox: Sandbox
  private static let folder = Binary.packageRoot.appending(path: "Tests/EvaluationTests/Fixtures")
  private let gold = EvalTests.folder.appending(path: "gold.tsv").path
  private let claims = EvalTests.folder.appending(path: "claims.jsonl").path

  init() throws { sandbox = try Sandbox() }

  @Test func `ready claims are scored`() throws {
    let output = try sandbox.kg("eval", gold, "--claims", claims, "--misses", "--extra")
    #expect(output.status == 0 && output.error.isEmpty)
    #expect(output.text.contains("recall: core 5 of 6 (83.3 %), more 4 of 4 (100.0 %)"))
    #expect(output.text.contains("traps: fallen into 1 of 5"))
    #expect(output.text.contains("missed core 6: ") && output.text.contains("extra: NF | attacked | Oslo"))
    #expect(sandbox.fileNames.isEmpty)
  }

  @Test func `the figures come as JSON`() throws {
    let output = try sandbox.kg("eval", gold, "--claims", claims, "--format", "json", "--misses")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: output.standardOutput) as? [[String: Any]])
    let figures = try #require(answer.first)
    #expect((figures["core"] as? [String: Int]) == ["found": 5, "rows": 6])
    #expect((figures["traps"] as? [String: Int]) == ["fallen": 1, "rows": 5])
    #expect((figures["claims"] as? [String: Int]) == ["in_rows": 12, "total": 16])
    #expect((figures["precision"] as? Double) == 0.75)
    #expect((figures["misses"] as? [[String: Any]])?.count == 1 && figures["extra"] == nil)
    #expect(
      (figures["relations"] as? [[String: Any]])?.contains { $0["relation"] as? String == "spouse" } == true)
  }

  @Test func `a document is read and scored as its extracted claims are`() throws {
    try sandbox.write("Anna Berg founded Acme.\nKarl Holm visited Norway.\n".utf8, to: "a.txt")
    try sandbox.write(
      "1\tcore\tAnna Berg\tfounder\tAcme\tpositive\tcertain\tfounded\n2\tnot\tKarl Holm\tfounder\tAcme\tpositive\tcertain\t-\n"
        .utf8,
      to: "gold.tsv")
    let direct = try sandbox.kg("eval", "gold.tsv", "a.txt", "--extra")
    #expect(direct.status == 0 && direct.text.contains("core 1 of 1"), "\(direct.text)")
    try sandbox.write(sandbox.kg("extract", "a.txt").standardOutput, to: "a.jsonl")
    #expect(try sandbox.kg("eval", "gold.tsv", "--claims", "a.jsonl", "--extra").text == direct.text)
    #expect(
      try sandbox.kg(
        "eval", "gold.tsv", "-", "--extra", input: "Anna Berg founded Acme.\nKarl Holm visited Norway.\n"
      ).text == direct.text)
  }

  @Test func `bad input is refused with its place`() throws {
    try sandbox.write("1\tcore\tA\tattacks\tB\tpositive\tcertain\tc\n".utf8, to: "relation.tsv")
    expectFailure(
      try sandbox.kg("eval", "relation.tsv", "--claims", claims), 65, "relation.tsv:1: expected a relation")
    try sandbox.write([0x31, 0xFF, 0x0A], to: "bytes.tsv")
    expectFailure(try sandbox.kg("eval", "bytes.tsv", "--claims", claims), 65, "bytes.tsv:1: expected UTF-8")
    try sandbox.write([], to: "empty.tsv")
    expectFailure(try sandbox.kg("eval", "empty.tsv", "--claims", claims), 65, "empty.tsv: no rows")
    try sandbox.write("{}\n".utf8, to: "bad.jsonl")
    expectFailure(try sandbox.kg("eval", gold, "--claims", "bad.jsonl"), 65, "bad.jsonl:1: expected a claim")
    expectFailure(try sandbox.kg("eval", "none.tsv", "--claims", claims), 66, "none.tsv")
    expectFailure(try sandbox.kg("eval", gold, "none.txt"), 66, "none.txt")
    expectFailure(try sandbox.kg("eval", gold), 64, "--claims")
    expectFailure(try sandbox.kg("eval", gold, "a.txt", "--claims", claims), 64, "--claims")
    expectFailure(try sandbox.kg("eval", gold, "--claims", claims, "--format", "dot"), 64, "no edges")
  }

  @Test func `a folder of texts and exhaustive tables is measured by kind and confidence`() throws {
    try sandbox.write("Anna Berg founded Acme.\n".utf8, to: "set/wire-a.txt")
    try sandbox.write(
      "1\tcore\tAnna Berg\tfounder\tAcme\tpositive\tcertain\tfounded\n".utf8, to: "set/wire-a.tsv")
    try sandbox.write("Karl Holm visited Norway.\n".utf8, to: "set/letter-b.txt")
    try sandbox.write(
      "1\tcore\tKarl Holm\tvisited\tSweden\tpositive\tcertain\tvisited\n".utf8, to: "set/letter-b.tsv")
    try sandbox.write("No table.\n".utf8, to: "set/none.txt")
    let output = try sandbox.kg("eval", "set", "--format", "json", "--min-confidence", "0")
    #expect(output.status == 0, "\(output.error)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: output.standardOutput) as? [[String: Any]])
    let figures = try #require(answer.first)
    #expect(figures["texts"] as? Int == 2)
    #expect((figures["core"] as? [String: Int]) == ["found": 1, "total": 2])
    let kinds = try #require(figures["kinds"] as? [[String: Any]])
    #expect(kinds.compactMap { $0["name"] as? String } == ["letter", "wire"])
    #expect(
      ((figures["confidence"] as? [[String: Any]]) ?? []).compactMap { $0["claims"] as? Int }.reduce(0, +)
        >= 2)
    let empty = try sandbox.kg("eval", "set", "set/none.txt")
    #expect(empty.status != 0 && empty.error.contains("folder"))
  }
}
