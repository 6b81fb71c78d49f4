import Foundation
import Testing

@Suite struct DocumentTests {
  @Test func foldersAreReadToTheBottomAndNothingElseInThem() throws {
    let sandbox = try Sandbox()
    for name in ["in/a.txt", "in/deep/er/b.md", "in/c.markdown", "in/d.bin", "in/.hidden/e.txt"] {
      try sandbox.write("Maria Keller visited Kabul. This is \(name).".utf8, to: name)
    }
    let output = try sandbox.kg("ingest", "in")
    #expect(output.status == 0)
    #expect(output.errorLines.count == 3 && output.lines.count == 1 && output.text.hasPrefix("3 documents"))
    let listed = try sandbox.kg("documents", "--format", "jsonl").objects().compactMap {
      $0["document"] as? String
    }
    #expect(listed.sorted() == ["in/a.txt", "in/c.markdown", "in/deep/er/b.md"])
  }

  @Test func theSameBytesAgainChangeNothing() throws {
    let sandbox = try Sandbox.seeded()
    let before = try sandbox.kg("export", "--format", "jsonl").standardOutput
    let again = try sandbox.kg("ingest", "seeds/interview.txt")
    #expect(again.status == 0 && again.error.contains("unchanged"))
    #expect(try sandbox.kg("export", "--format", "jsonl").standardOutput == before)
    #expect(!before.isEmpty)
  }

  @Test func standardInputIsADocumentWithAName() throws {
    let sandbox = try Sandbox()
    let text = "Maria Keller visited Kabul."
    #expect(try sandbox.kg("ingest", "-", "--name", "wire", input: text).status == 0)
    #expect(try sandbox.kg("documents", "--format", "jsonl").text.contains("\"document\":\"wire\""))
    try sandbox.write("Maria Keller visited Paris.".utf8, to: "b.txt")
    #expect(
      try sandbox.kg("ingest", "b.txt", "-", "--name", "wire", input: text).error.contains("wire: unchanged"))
  }

  @Test func removalLeavesTheGraphThatNeverHadTheDocument() throws {
    let with = try Sandbox.seeded()
    let text =
      "Maria Keller visited Kabul. Qatar is a patron of the Taliban. Maria Keller heads the Fisheries Board."
    try with.write(text.utf8, to: "more.txt")
    let formats = ["jsonl", "csv", "graphml", "dot"]
    let before = try formats.map { try with.kg("export", "--format", $0).standardOutput }
    #expect(try with.kg("ingest", "more.txt").status == 0)
    #expect(try with.kg("export", "--format", "jsonl").standardOutput != before[0])
    let removed = try with.kg("remove", "more.txt")
    #expect(removed.status == 0 && removed.error.isEmpty)
    #expect(try formats.map { try with.kg("export", "--format", $0).standardOutput } == before)
    expectFailure(try with.kg("remove", "more.txt"), 1, "more.txt")
  }

  @Test func removalLeavesNoByteOfTheDocumentInTheFile() throws {
    let sandbox = try Sandbox.seeded()
    // Many small documents make many segments of the full-text index, which are not merged at once.
    for number in 0..<12 {
      try sandbox.write("Maria Zyxwolf visited Quibbleton on day \(number).".utf8, to: "secret/\(number).txt")
      #expect(try sandbox.kg("ingest", "secret/\(number).txt").status == 0)
    }
    let words = ["Zyxwolf", "zyxwolf", "Quibbleton", "quibbleton", "uibbleton", "secret/"].map {
      Data($0.utf8)
    }
    func files() throws -> [Data] {
      try ["kg.db", "kg.db-wal"].filter(sandbox.exists).map { try Data(contentsOf: sandbox.url($0)) }
    }
    #expect(try files().contains { file in words.contains { file.range(of: $0) != nil } })
    for number in 0..<12 { #expect(try sandbox.kg("remove", "secret/\(number).txt").status == 0) }
    for file in try files() {
      for word in words { #expect(file.range(of: word) == nil, "\(String(decoding: word, as: UTF8.self))") }
    }
  }

  @Test func documentsThatFailDoNotKeepTheOthersOut() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Maria Keller visited Kabul.".utf8, to: "good.txt")
    try sandbox.write([0x41, 0xFF, 0x42], to: "bad.txt")
    let output = try sandbox.kg("ingest", "none.txt", "bad.txt", "good.txt")
    #expect(output.status == 66)
    #expect(output.errorLines.filter { $0.hasPrefix("kg: ") }.count == 2)
    #expect(try sandbox.kg("documents", "--format", "jsonl").lines.count == 1)
  }

  @Test func extractionGivesTheSameBytesWhateverTheJobs() throws {
    let sandbox = try Sandbox()
    let lines = (0..<40).map {
      "{\"id\":\($0),\"text\":\"Maria Keller visited Kabul. Peter Novak leads Board \($0).\"}"
    }
    let input = lines.joined(separator: "\n")
    let outputs = try ["1", "2"].map { try sandbox.kg("extract", "--jsonl", "-", "--jobs", $0, input: input) }
    #expect(outputs.allSatisfy { $0.status == 0 && $0.error.isEmpty })
    #expect(outputs[0].standardOutput == outputs[1].standardOutput && outputs[0].lines.count >= 40)
    #expect(sandbox.fileNames.isEmpty)
  }

  @Test func aBadLineIsReportedWithItsNumberAndSkipped() throws {
    let text = "\"text\":\"Maria Keller visited Kabul.\""
    let input = "{\"id\":\"a\",\(text)}\n{\"id\":1\n\n{\"id\":7,\(text)}\n"
    for jobs in ["1", "2"] {
      let output = try Sandbox().kg("extract", "--jsonl", "-", "--jobs", jobs, input: input)
      expectFailure(output, 65, "line 2")
      #expect(try output.objects().compactMap { $0["document"] as? String } == ["a", "7"])
    }
  }

  @Test func extractPrintsClaimRecordsWithTheFieldsOfTheRecord() throws {
    let output = try Sandbox().kg("extract", Binary.seed, "--format", "jsonl")
    #expect(output.status == 0 && output.error.isEmpty)
    let fields: Set = [
      "layer", "subject", "object", "relation", "phrase", "method", "polarity", "modality", "tense",
      "attribution",
      "speaker", "time", "place", "confidence", "document", "sentence", "start", "end", "evidence", "page",
      "page_label",
    ]
    let text = Array(try String(contentsOfFile: Binary.seed, encoding: .utf8).unicodeScalars)
    for claim in try output.objects() {
      #expect(Set(claim.keys) == fields)
      let (start, end) = (try #require(claim["start"] as? Int), try #require(claim["end"] as? Int))
      var sentence = String.UnicodeScalarView()
      sentence.append(contentsOf: text[start..<end])
      #expect(String(sentence) == claim["evidence"] as? String)
    }
  }
}
