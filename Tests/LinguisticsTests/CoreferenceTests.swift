import TestSupport
import Testing

@testable import Linguistics

@Suite struct CoreferenceTests {
  private let analyser: DocumentAnalyser

  init() throws { analyser = DocumentAnalyser(model: try ReadingModel.embedded()) }

  private func form(_ number: Int, key: Int32, pronoun: UInt8 = 0) -> MentionForm {
    MentionForm(
      sentence: Int32(number), first: Int32(number), last: Int32(number), head: Int32(number), type: 0,
      kind: 0, pronoun: pronoun,
      key: key,
      headWord: key, content: [key], names: [], initials: -1, relation: 0, role: 0, governor: -1, speaker: -1)
  }

  @Test func candidatesAreTheNearMentionsAndTheNearestFarOnesOfTheSameWords() {
    let forms = (0..<400).map { form($0, key: $0.isMultiple(of: 7) ? 1 : Int32($0) + 10) }
    var finder = CandidateFinder()
    var result: [Int] = []
    var gone: Set<Int> = []
    for mention in 0..<400 {
      gone.formUnion(
        finder.candidates(
          of: mention, form: forms[mention], leaving: mention > 100 ? forms[mention - 101] : nil,
          into: &result))
      let near = Array(max(0, mention - 100)..<mention)
      let far = (0..<max(0, mention - 100)).filter { forms[$0].key == forms[mention].key }.suffix(5)
      #expect(result == Array(far) + near)
      #expect(gone.isDisjoint(with: result))
    }
  }

  @Test func aPronounHasNoFarCandidates() {
    let forms = (0..<300).map { form($0, key: 1, pronoun: 3) }
    var finder = CandidateFinder()
    var result: [Int] = []
    for mention in 0..<300 {
      let gone = finder.candidates(
        of: mention, form: forms[mention], leaving: mention > 100 ? forms[mention - 101] : nil, into: &result)
      #expect(gone == (mention > 100 ? [mention - 101] : []))
    }
    #expect(result == Array(199..<299))
  }

  @Test func featureRowsStayInsideTheirTables() throws {
    let features = PairFeatures(labels: try ReadingModel.embedded().labels)
    var random = SplitMix64(seed: 8)
    for _ in 0..<2_000 {
      func any(_ sentence: Int32) -> MentionForm {
        func set() -> [Int32] { Set((0..<3).map { _ in Int32.random(in: 0...4, using: &random) }).sorted() }
        return MentionForm(
          sentence: sentence, first: Int32.random(in: 0...9, using: &random),
          last: Int32.random(in: 9...20, using: &random),
          head: Int32.random(in: 0...9, using: &random), type: .random(in: 0...9, using: &random),
          kind: .random(in: 0...2, using: &random), pronoun: .random(in: 0...10, using: &random),
          key: .random(in: 0...3, using: &random), headWord: .random(in: 0...3, using: &random),
          content: set(), names: set(),
          initials: .random(in: -1...3, using: &random), relation: .random(in: 0...50, using: &random),
          role: .random(in: 0...4, using: &random), governor: Int32.random(in: -1...9, using: &random),
          speaker: .random(in: -1...2, using: &random))
      }
      var rows: [Int] = []
      let gap = Int32.random(in: 0...60, using: &random)
      features.forEachRow(later: any(gap), earlier: any(0), distance: Int.random(in: 1...400, using: &random))
      {
        rows.append($0)
      }
      #expect(rows.count == 8 && rows == rows.sorted() && rows.allSatisfy { 0..<features.rowCount ~= $0 })
    }
  }

  @Test func aDocumentOfOnePronounAndAnEmptyOneAreRead() {
    let one = analyser.analyse(Segmentation(words: ["She"]))
    #expect(
      one.words.count == 1 && one.words[0].head == -1
        && one.mentions.map(\.entity) == Array(0..<one.mentions.count))
    #expect(analyser.analyse(Segmentation(sentences: [])).mentions.isEmpty)
  }

  @Test func tenThousandMentionsOfOneNameAreOneThing() throws {
    // The scorer alone: the encoder would only repeat itself.
    let scorer = try ReadingModel.embedded().coreference
    let forms = (0..<10_000).map { form($0, key: 1) }
    let vector = [Float](repeating: 0.1, count: scorer.vectorSize)
    var linker = MentionLinker(scorer: scorer)
    for form in forms { linker.add(form, vector: vector[...]) }
    let entities = linker.linked()
    #expect(entities.count == forms.count && Set(entities).count < 10)
  }

  @Test func whatIsSaidInSentencesFarApartIsOfOneThing() {
    let filler = ["Rain", "fell", "on", "the", "harbour", "all", "night", "."]
    let named = ["Marta", "Keller", "sold", "the", "boats", "."]
    let sentences = [named] + Array(repeating: filler, count: 60) + [named]
    let segmentation = Segmentation(sentences: sentences.map { ($0, $0.map { _ in true }) })
    let analysis = analyser.analyse(segmentation)
    let keller = analysis.mentions.filter { segmentation.form($0.words.lowerBound) == "Marta" }
    #expect(keller.count == 2 && Set(keller.map(\.entity)).count == 1)
  }

  @Test(arguments: [
    String(repeating: "“He said “she said “they said it” to him” to me.” ", count: 12),
    String(repeating: "- Who?\n- You.\n- Me?\n- Yes, you. I saw it.\n", count: 12), "\"\"\"\"",
    "I you he she it we they.",
  ])
  func nestedQuotationsAndDialoguesWithoutNamesAreReadWhole(text: String) throws {
    let segmentation = try Segmenter().segment(DocumentText(Array(text.utf8)))
    let analysis = analyser.analyse(segmentation)
    for sentence in segmentation.sentences {
      let heads = analysis.words[sentence.words].map {
        $0.head < 0 ? 0 : $0.head - Int32(sentence.words.lowerBound) + 1
      }
      #expect(SpanningTree.isTree(heads))
    }
    for mention in analysis.mentions {
      let words = segmentation.sentences[mention.sentence].words
      #expect(words.lowerBound <= mention.words.lowerBound && mention.words.upperBound <= words.upperBound)
      #expect(mention.words.contains(mention.head))
      #expect(0..<analysis.mentions.count ~= mention.entity)
    }
  }

  @Test func entitiesAreNumberedInTheOrderOfTheirFirstMentions() {
    let text = ["Marta", "met", "Peter", ".", "He", "thanked", "her", "for", "the", "boat", "."]
    let entities = analyser.analyse(Segmentation(words: text)).mentions.map(\.entity)
    var seen = 0
    for entity in entities {
      #expect(entity <= seen)
      seen = max(seen, entity + 1)
    }
  }
}
