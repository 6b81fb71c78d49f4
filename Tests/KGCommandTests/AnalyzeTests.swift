import Foundation
import Testing

@Suite struct AnalyzeTests {
  /// The rows of words, as their columns.
  private func words(_ output: Output) -> [[Substring]] {
    output.lines.filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  @Test func wordsAndSentencesOfAFileArePrintedWithItsName() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Anna can't go. Karl left.\n".utf8, to: "a.txt")
    let output = try sandbox.kg("analyze", "a.txt", "--format", "conllu")
    #expect(output.status == 0 && output.error.isEmpty)
    #expect(output.lines.first == "# newdoc id = a.txt")
    #expect(output.lines.contains("# sent_id = a.txt-2"))
    #expect(output.lines.contains("# text = Anna can't go."))
    #expect(words(output).allSatisfy { $0.count == 10 })
    #expect(words(output).map { $0[1] } == ["Anna", "can't", "ca", "n't", "go", ".", "Karl", "left", "."])
    #expect(words(output)[1][0] == "2-3")
  }

  @Test func theSameBytesComeWhateverTheJobsAndTheCompany() throws {
    let sandbox = try Sandbox()
    let input = (0..<30).map {
      "{\"id\": \($0), \"text\": \"Mr. Berg saw No. \($0). He left!\\n\\n- Why?\"}\n"
    }.joined()
    let outputs = try ["1", "2", "5"].map {
      try sandbox.kg("analyze", "--jsonl", "-", "--jobs", $0, input: input)
    }
    #expect(outputs.allSatisfy { $0.status == 0 && $0.standardOutput == outputs[0].standardOutput })
    let alone = try sandbox.kg(
      "analyze", "--jsonl", "-",
      input: "{\"id\": 7, \"text\": \"Mr. Berg saw No. 7. He left!\\n\\n- Why?\"}\n")
    #expect(outputs[0].text.contains(alone.text))
  }

  @Test func pretokenizedWordsComeBackInOrderWithTheirComments() throws {
    let sandbox = try Sandbox()
    let text = try sandbox.kg("analyze", Binary.seed).text
    let again = try sandbox.kg("analyze", "--pretokenized", "-", input: text)
    #expect(again.status == 0)
    // Who speaks in a turn without a label is not in the words, so entities may be told apart otherwise.
    #expect(
      again.text.replacing(/Entity=[^|\n]*\|/, with: "") == text.replacing(/Entity=[^|\n]*\|/, with: ""))
  }

  @Test func wordsHaveTagsTreesNamesAndMentions() throws {
    let output = try Sandbox().kg("analyze", "-", input: "Marta Keller lives in Oslo. She sells boats.\n")
    #expect(output.lines.contains("# global.Entity = eid-etype-head-kind"))
    let rows = words(output)
    #expect(
      rows.map { $0[3] } == [
        "PROPN", "PROPN", "VERB", "ADP", "PROPN", "PUNCT", "PRON", "VERB", "NOUN", "PUNCT",
      ])
    #expect(rows.map { $0[2] }[2] == "live" && rows[8][2] == "boat")
    #expect(rows.filter { $0[6] == "0" }.map { $0[7] } == ["root", "root"])
    #expect(
      rows[0][9].contains("NER=B-PER") && rows[1][9].contains("NER=I-PER") && rows[4][9].contains("NER=B-LOC")
    )
    // "She" is of the same entity as the name before.
    let entity = try #require(rows[0][9].firstMatch(of: /Entity=\((e\d+)-person-1-named/)?.1)
    #expect(rows[6][9].contains("Entity=(\(entity)-person-1-pronominal)"))
  }

  @Test func aMissingAndADamagedModelAreSaid() throws {
    let sandbox = try Sandbox()
    try sandbox.write([1, 2, 3], to: "short.safetensors")
    try sandbox.write("Anna left.".utf8, to: "a.txt")
    expectFailure(
      try sandbox.kg("analyze", "a.txt", "--model", "missing.safetensors"), 66, "missing.safetensors",
      "cannot be read")
    expectFailure(
      try sandbox.kg("analyze", "a.txt", "--model", "short.safetensors"), 65, "short.safetensors", "damaged")
    expectFailure(try sandbox.kg("extract", "a.txt", "--model", "short.safetensors"), 65, "short.safetensors")
    for file in ["missing.safetensors", "short.safetensors"] {
      expectFailure(
        try sandbox.kg("extract", "a.txt", "--relation-model", file), file.hasPrefix("missing") ? 66 : 65,
        file,
        "name another")
    }
  }

  @Test func theVersionNamesTheModelItsDataAndItsScores() throws {
    let output = try Sandbox().kg("version", "--verbose")
    #expect(output.status == 0)
    for part in [
      "kg-english", "CC BY-SA 4.0", "GUM", "Universal NER", "ewt-dev", "las", "kg-relations", "KnowledgeNet",
    ] {
      #expect(output.text.contains(part))
    }
    #expect(try Sandbox().kg("version").text == Sandbox().kg("--version").text)
  }

  @Test func documentsOfOneFileOfWordsAreSeparateAndABadOneIsSkipped() throws {
    let good = "1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
    let input = "# newdoc id = a\n\(good)# newdoc id = b\nbad\n\n# newdoc id = c\n\(good)"
    let output = try Sandbox().kg("analyze", "--pretokenized", "-", input: input)
    expectFailure(output, 65, "-, line 5", "1 columns")
    #expect(output.lines.filter { $0.hasPrefix("# newdoc") } == ["# newdoc id = a", "# newdoc id = c"])
  }

  @Test func badInputsEndWithAMessageAndGoodOnesAreStillRead() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Anna left.".utf8, to: "good.txt")
    try sandbox.write([0x63, 0xE9, 0x0A], to: "latin.txt")
    let output = try sandbox.kg("analyze", "latin.txt", "good.txt")
    expectFailure(output, 65, "latin.txt", "not UTF-8")
    #expect(words(output).count == 3)
    expectFailure(try sandbox.kg("analyze", "missing.txt"), 66, "missing.txt")
    expectFailure(try sandbox.kg("analyze", "--jsonl", "-", input: "{\"id\": 1}\n"), 65, "line 1")
    expectFailure(try sandbox.kg("analyze", "--jsonl", "--pretokenized", "-"), 64, "exclude each other")
    expectFailure(try sandbox.kg("analyze"), 64)
  }

  @Test func aMegabyteOfOneWordIsOneWord() throws {
    let output = try Sandbox().kg("analyze", "-", input: String(repeating: "a", count: 1 << 20))
    #expect(output.status == 0)
    #expect(words(output).count == 1)
  }
}
