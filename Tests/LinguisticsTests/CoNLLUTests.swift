import Linguistics
import Testing

@Suite struct CoNLLUTests {
  private func documents(_ text: String) throws -> [CoNLLUDocument] {
    try CoNLLUReader.parts(of: Array(text.utf8), name: "file").map { try CoNLLUReader.document($0) }
  }

  private func written(_ document: CoNLLUDocument, _ analysis: [WordAnalysis] = []) -> String {
    var writer = CoNLLUWriter()
    writer.write(document, analysis: analysis)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Lines of ten columns, of which the number, the form and the last are given.
  private func rows(_ rows: [(String, String, String)]) -> String {
    rows.map { [$0.0, $0.1, "x", "x", "x", "x", "0", "x", "x", $0.2].joined(separator: "\t") + "\n" }.joined()
      + "\n"
  }

  @Test func `documents, sentences, words and spaces are kept`() throws {
    let text =
      "# newdoc id = first\n# newpar\n# sent_id = a-1\n# speaker = Anna\n# text = He can't.\n"
      + rows([
        ("1", "He", "_"), ("2-3", "can't", "SpaceAfter=No"), ("2", "ca", "_"), ("3", "n't", "_"),
        ("3.1", "x", "_"), ("4", ".", "_"),
      ])
      + "# sent_id = a-2\n" + rows([("1", "1 000", "Entity=(e1|SpaceAfter=No"), ("2", "!", "_")])
      + "# newdoc id = second\n# sent_id = b-1\n" + rows([("1", "Yes", "_")])
    let found = try documents(text)
    #expect(found.map(\.name) == ["first", "second"])
    let segmentation = found[0].segmentation
    #expect(
      segmentation.tokens.indices.map { segmentation.form($0) } == ["He", "ca", "n't", ".", "1 000", "!"])
    #expect(segmentation.tokens.map(\.wordsInToken) == [1, 2, 0, 1, 1, 1])
    #expect(segmentation.sentences.map(\.words) == [0..<4, 4..<6])
    #expect(segmentation.text.string(0..<100) == "He can't. 1 000! ")
    #expect(found[0].speakers == ["Anna", nil])
    #expect(segmentation.sentences.map(\.turn) == [0, nil])
    #expect(
      written(found[0]) == """
        # newdoc id = first
        # global.Entity = eid-etype-head-kind
        # newpar
        # sent_id = a-1
        # speaker = Anna
        # text = He can't.
        1\tHe\t_\t_\t_\t_\t_\t_\t_\t_
        2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        2\tca\t_\t_\t_\t_\t_\t_\t_\t_
        3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
        4\t.\t_\t_\t_\t_\t_\t_\t_\t_

        # sent_id = a-2
        # text = 1 000!
        1\t1 000\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        2\t!\t_\t_\t_\t_\t_\t_\t_\t_


        """)
  }

  @Test func `what was written reads the same, and is written the same`() throws {
    let cutting = try Cutting("Mr. Berg can't go. “Why?”\n\nSMITH: I don’t\nknow it.\nJONES: No.")
    let first = CoNLLUDocument(name: "a b", segmentation: cutting.segmentation)
    let text = written(first)
    let second = try #require(try documents(text).first)
    #expect(written(second) == text)
    #expect(second.segmentation.tokens.map(\.wordsInToken) == first.segmentation.tokens.map(\.wordsInToken))
    #expect(
      text.contains("# sent_id = a_b-1\n")
        && text.contains("# text = SMITH: I don’t know it.\n# speaker = SMITH\n"))
  }

  @Test func `an analysis fills the columns`() throws {
    let document = CoNLLUDocument(name: "d", segmentation: try Cutting("Anna left.").segmentation)
    let text = written(
      document,
      [
        WordAnalysis(
          lemma: "Anna", upos: "PROPN", xpos: "NNP", features: "Number=Sing", head: 2, relation: "nsubj",
          misc: "NER=B-PER"),
        WordAnalysis(lemma: "leave", upos: "VERB", head: 0, relation: "root", misc: "NER=O"),
        WordAnalysis(lemma: "a\tb"),
      ])
    #expect(text.contains("1\tAnna\tAnna\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNER=B-PER\n"))
    #expect(text.contains("2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tNER=O|SpaceAfter=No\n"))
    #expect(text.contains("3\t.\ta b\t_\t_\t_\t_\t_\t_\t_\n"))
  }

  @Test func `a token that is not its words side by side is written as it was`() throws {
    let document = try #require(
      try documents(rows([("1-2", "du", "_"), ("1", "de", "_"), ("2", "le", "_"), ("3", "vin", "_")])).first)
    #expect(document.name == "file")
    let text = written(document)
    #expect(
      text.contains("# text = du vin\n1-2\tdu\t") && text.contains("\n1\tde\t") && text.contains("\n2\tle\t"))
  }

  @Test func `lines may end with a carriage return, and the last without a newline`() throws {
    let text = rows([("1", "Yes", "SpaceAfter=No"), ("2", ".", "_")]).split(separator: "\n").joined(
      separator: "\r\n")
    let document = try #require(try documents("# newdoc id = d\r\n\r\n" + text).first)
    #expect(document.name == "d")
    #expect(document.segmentation.text.string(0..<9) == "Yes. ")
  }

  @Test(
    arguments: [
      ("1\tYes\n", "line 1: 2 columns"), ("\n\n1 Yes\n", "line 3: 1 columns"),
      ("2\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1: the word's number is “2” instead of 1"),
      ("x\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n", "“x” instead of 1"),
      ("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n", "form is empty"),
      (
        "1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tca\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
        "line 3: the sentence ends inside"
      ),
      ("2-1\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n", "“2-1”"), ("1.x\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n", "“1.x”"),
      (
        "# newdoc id = a\n99999999999\tb\t_\t_\t_\t_\t_\t_\t_\t_\n",
        "line 2: the word's number is “99999999999”"
      ),
    ])
  func `a bad line is named`(text: String, words: String) throws {
    #expect { try documents(text) } throws: { error in
      (error as? LinguisticsError)?.code == .badCoNLLU && "\(error)".contains(words)
    }
  }

  @Test func `lines of a later document count from the start of the file`() throws {
    let parts = CoNLLUReader.parts(of: Array("# newdoc id = a\n\n# newdoc id = b\nbad\n".utf8), name: "f")
    #expect(parts.map(\.firstLine) == [1, 3])
    #expect { try CoNLLUReader.document(parts[1]) } throws: { "\($0)".contains("line 4") }
  }
}
