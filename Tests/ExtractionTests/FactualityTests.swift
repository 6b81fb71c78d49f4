import Claims
import Linguistics
import Testing

@testable import Extraction

@Suite struct FactualityTests {
  /// One for all rows: they are analysed together, a document each.
  private static let analyser = Result { DocumentAnalyser(model: try .embedded()) }

  /// How the row's sentence states the word in brackets, in the row's own form.
  private static func reading(of row: FactualityRow) throws -> String {
    let segmentation = try Segmenter().segment(DocumentText([UInt8](row.text.utf8)))
    let document = try Extractor.shared.get().annotated(analyser.get().analyse(segmentation))
    func word(at offset: Int) throws -> Int {
      try #require(document.words.firstIndex { $0.range.contains(offset) })
    }
    let predicate = try word(at: row.predicate)
    let sentence = try #require(document.sentences.first { $0.words.contains(predicate) })
    let reader = FactualityReader(document: document, lexicon: .builtIn, sentence: sentence)
    let read = reader.factuality(of: predicate, arguments: try row.arguments.map(word))
    if read.isQuestion { return "question" }
    return [
      read.polarity.rawValue, read.modality.rawValue, read.tense?.rawValue ?? "-",
      read.attribution.map { document.surface($0..<$0 + 1) } ?? "-",
    ].joined(separator: " ")
  }

  @Test(arguments: FactualityRow.rows(of: FactualityRows.developed + "\n" + FactualityRows.news))
  func `polarity, modality and tense follow the words that govern the predicate`(row: FactualityRow) throws {
    let reading = try Self.reading(of: row)
    #expect(reading == row.expected)
  }

  @Test(arguments: FactualityRow.rows(of: FactualityRows.attributed + "\n" + FactualityRows.newsAttributed))
  func `the source that a sentence names is found and covers what it says`(row: FactualityRow) throws {
    let reading = try Self.reading(of: row)
    #expect(reading == row.expected)
  }

  /// The speakers of a text's sentences: "sentence: head word".
  private func speakers(_ text: String) throws -> [String] {
    let segmentation = try Segmenter().segment(DocumentText([UInt8](text.utf8)))
    let document = try Extractor.shared.get().annotated(Self.analyser.get().analyse(segmentation))
    return QuotationReader(document: document, lexicon: .builtIn).speakers().sorted { $0.key < $1.key }
      .map { "\($0.key): \(document.surface($0.value..<$0.value + 1))" }
  }

  @Test(arguments: [
    ("Holm said: \u{201C}The army attacked Norway. It fled to Sweden.\u{201D} Then he left.", ["1: Holm"]),
    ("\u{201C}The army attacked Norway. It fled to Sweden,\u{201D} Holm said.", ["0: Holm", "1: Holm"]),
    ("\u{201C}The army attacked Norway,\u{201D} Holm said. \u{201C}It fled to Sweden.\u{201D}", ["1: Holm"]),
    ("The \u{201C}Taliban\u{201D} attacked Norway. The \u{201C}Islamic State\u{201D} fled.", []),
    ("\u{201C}The army attacked Norway. It fled to Sweden. Then Holm left.", []),
    ("The army attacked. \u{201C}It fled to Sweden. It lost.\u{201D}", []),
  ])
  func `a quotation over several sentences has the speaker that its first or last sentence names`(
    text: String, expected: [String]
  ) throws {
    #expect(try speakers(text) == expected)
  }

  @Test func `claims out of a quotation carry its speaker`() throws {
    let text = "Karl Holm said: \u{201C}The army is tired. Anna Berg visited Norway.\u{201D}"
    let reading = try Extractor.shared.get().read(name: "test", bytes: [UInt8](text.utf8))
    let claim = try #require(reading.claims.first { $0.relation == "visited" })
    #expect(claim.speaker?.name == "Karl Holm")
    #expect(claim.attribution == nil)
  }

  @Test func `a table row for a form goes before one for its dictionary form`() throws {
    let table = FactualityTable(
      rows: "verb\tto\t+\t?\t-\thad\nverb\tto\t?\t-\t-\thave\n".split(separator: "\n").map {
        $0.split(separator: "\t")
      })
    func word(_ form: String) -> Word {
      Word(
        range: 0..<1, lower: form, lemma: "have", shape: [], part: .verb, verbForm: nil, relation: "root",
        head: -1)
    }
    #expect(table.signature(of: word("had"), complement: "to")?.affirmed == .holds)
    #expect(table.signature(of: word("has"), complement: "to")?.affirmed == .possible)
    #expect(table.signature(of: word("has"), complement: "that") == nil)
  }

  @Test func `trees without end and wide as a book take no undue time`() throws {
    var words: [Word] = []
    let count = 5000
    for index in 0..<count {
      words.append(
        Word(
          range: index..<index + 1, lower: index % 2 == 0 ? "not" : "said", lemma: "say", shape: [],
          part: .verb,
          verbForm: .past, relation: ["ccomp", "conj", "nsubj", "parataxis", "acl"][index % 5],
          head: index % 3 == 0 ? 0 - (index == 0 ? 1 : 0) : index - 1))
    }
    let sentence = Sentence(words: 0..<count, range: 0..<count, turn: nil, speaker: nil)
    let document = AnnotatedDocument(
      AnnotatedText(
        text: DocumentText([UInt8](repeating: 97, count: count)), tree: SentenceTree(words: words),
        sentences: [sentence], mentions: [], wordOfToken: []), names: [])
    let reader = FactualityReader(document: document, lexicon: .builtIn, sentence: sentence)
    #expect(words.indices.map { reader.factuality(of: $0, arguments: [0]) }.count == count)
  }
}
