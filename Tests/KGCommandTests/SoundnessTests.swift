import Foundation
import Testing

/// A graph made of sound texts is sound, and stays so while documents come and go.
@Suite struct SoundnessTests {
  /// Texts in which some part of a claim is left open, said by somebody, or told elsewhere.
  static let texts = [
    "He said Otto Brandt visited Oslo.", "She says that they said Maria Keller heads the Fisheries Board.",
    "It was reported that Otto Brandt visited Oslo.", "“Otto Brandt visited Oslo,” he said.",
    "According to her, Maria Keller works for Norsk Hydro in Oslo.",
    "They claim Otto Brandt did not visit Oslo in 2001.", "Otto Brandt may visit Oslo. He may not.",
    "MARIA KELLER: I visited Oslo in May 2001.\nOTTO BRANDT: She did. We met there.",
    "The Fisheries Board (FB) was founded in 1950. The FB, also called the Board, is based in Oslo.",
    "Who visited Oslo? Otto Brandt did, and Maria Keller.", "Oslo borders Bærum. Bærum borders Oslo.",
    "Otto Brandt visited Oslo, and Otto Brandt visited Oslo.", "?", "He.", "One said all of them met others.",
    "Łódź is in Poland. Lodz is a city. ŁÓDŹ grew.",
    "- Otto Brandt: “This is theirs,” said Maria Keller of Oslo.",
  ]

  private static func fill(_ sandbox: Sandbox) throws {
    for (number, text) in texts.enumerated() { try sandbox.write(text.utf8, to: "t/\(number).txt") }
  }

  @Test func eachTextAloneMakesASoundGraph() throws {
    let sandbox = try Sandbox()
    try Self.fill(sandbox)
    // The sandbox checks all graphs at its end.
    for number in Self.texts.indices {
      #expect(try sandbox.kg("ingest", "t/\(number).txt", "--db", "\(number).db").status == 0)
    }
  }

  @Test func whatStaysAfterRemovalIsAsIfTheRestHadNeverBeen() throws {
    let sandbox = try Sandbox()
    try Self.fill(sandbox)
    #expect(try sandbox.kg("ingest", "t", "--db", "all.db").status == 0)
    let gone = Self.texts.indices.filter { $0 % 2 == 0 }.map { "t/\($0).txt" }
    let kept = Self.texts.indices.filter { $0 % 2 == 1 }.map { "t/\($0).txt" }
    #expect(try sandbox.run(Binary.path, ["remove", "--db", "all.db"] + gone).status == 0)
    #expect(try sandbox.run(Binary.path, ["ingest", "--db", "kept.db"] + kept).status == 0)
    for arguments in [["export", "--format", "jsonl"], ["neighbors", "Oslo"], ["stats"]] {
      let answers = try ["all.db", "kept.db"].map {
        try sandbox.run(Binary.path, arguments + ["--db", $0]).text
      }
      #expect(answers[0] == answers[1])
    }
    let records = try sandbox.kg("export", "--format", "jsonl", "--db", "kept.db").standardOutput
    try sandbox.write(records, to: "records.jsonl")
    #expect(try sandbox.kg("import", "records.jsonl", "--db", "copy.db").status == 0)
  }

  @Test func textsAtHandMakeASoundGraph() throws {
    let gold = Binary.packageRoot.deletingLastPathComponent().appending(path: "shared/gold")
    guard FileManager.default.fileExists(atPath: gold.path) else { return }
    let sandbox = try Sandbox()
    #expect(try sandbox.kg("ingest", gold.path).status == 0)
  }

  /// A few of the graphs that `make damage-test` makes by the hundred.
  @Test func noCommandFallsOverADamagedGraph() throws {
    let script = Binary.packageRoot.appending(path: "Scripts/damage-test").path
    let isRunnable = ["/usr/bin/python3", "/usr/bin/prlimit"].allSatisfy(
      FileManager.default.isExecutableFile(atPath:))
    guard isRunnable else { return }
    let output = try Sandbox().run("/usr/bin/python3", [script, "--kg", Binary.path, "--files", "4"])
    #expect(output.status == 0, "\(output.text) \(output.error)")
  }

  @Test(arguments: [
    ("\"end\":25", "\"end\":24", "as long"), ("\"start\":20", "\"start\":19", "where its text stands"),
    ("\"mention\":\"Oslo\"", "\"mention\":\"Olso\"", "where its text stands"),
  ])
  func recordsWhoseOffsetsDoNotFitAreRefused(old: String, new: String, words: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("Otto Brandt visited Oslo.".utf8, to: "a.txt")
    let records = try sandbox.kg("extract", "a.txt").text
    try #require(records.contains(old), "\(records)")
    try sandbox.write(records.replacing(old, with: new).utf8, to: "r.jsonl")
    expectFailure(try sandbox.kg("import", "r.jsonl"), 65, words)
  }
}
