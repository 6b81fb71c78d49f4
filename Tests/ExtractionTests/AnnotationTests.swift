import Linguistics
import Testing

@testable import Extraction

@Suite struct AnnotationTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func annotated(_ text: String) throws -> AnnotatedDocument {
    let segmentation = try Segmenter().segment(DocumentText([UInt8](text.utf8)))
    return extractor.annotated(DocumentAnalyser(model: try ReadingModel.embedded()).analyse(segmentation))
  }

  private func sentences(_ text: String) throws -> [String] {
    let document = try annotated(text)
    return document.sentences.map { document.text.string($0.range) }
  }

  private func words(_ text: String) throws -> [String] {
    let document = try annotated(text)
    return document.words.map { document.text.string($0.range) }
  }

  private func names(_ text: String) throws -> [String] {
    let document = try annotated(text)
    return document.names.map { document.surface($0.words) }
  }

  @Test func `bullets, dashes of dialogue and labels are no part of a sentence`() throws {
    #expect(try sentences("- Who left?\n- Anna left") == ["Who left?", "Anna left"])
    let document = try annotated("SMITH: Anna left.\nBERG: Karl stayed.")
    #expect(document.sentences.map { document.text.string($0.range) } == ["Anna left.", "Karl stayed."])
    #expect(document.sentences.map { $0.speaker.map(document.text.string) } == ["SMITH", "BERG"])
  }

  @Test func `code is skipped and marks of Markdown are no words`() throws {
    #expect(try sentences("```\nlet a = 1\n```\nAnna left.") == ["Anna left."])
    #expect(
      try words("**Anna** saw [Karl](http://a.b/c) there.") == ["Anna", "saw", "[", "Karl", "there", "."])
  }

  @Test func `clitics stand alone and hyphenated words stay whole`() throws {
    #expect(
      try words("Anna’s well-known son can't go.") == [
        "Anna", "’s", "well-known", "son", "ca", "n't", "go", ".",
      ])
    let word = try #require(try annotated("The vice-presidents met IG-Khorasan.").words.dropFirst().first)
    #expect(word.lemma == "vice-president" && word.part == .noun)
  }

  @Test func `names are kept apart, with their quotes and short forms`() throws {
    #expect(try names("Yesterday Anna Berg and Karl Holm left.") == ["Anna Berg", "Karl Holm"])
    #expect(try names("The Bank of England (BOE) grew.") == ["Bank of England"])
    #expect(try names("It is “Jamaat Ansarullah” here.") == ["Jamaat Ansarullah"])
    #expect(try names("They saw Marshal Ney.") == ["Ney"])
    #expect(try names("They saw Chinese President Xi Jinping.") == ["Xi Jinping"])
    #expect(try names("It met the Turkish special services.") == ["Turkish special services"])
    #expect(try names("However, it rained on Monday in May.").isEmpty)
    #expect(try names("Did IG-Khorasan leave the Netherlands?") == ["IG-Khorasan", "Netherlands"])
  }

  @Test func `of an adjective made from a name the name stays`() throws {
    #expect(try names("The Oslo-based painter left.") == ["Oslo"])
    #expect(try names("The Hungarian-born painter left.").isEmpty)
  }

  @Test func `types come from the model and the lists`() throws {
    let document = try annotated("The University of Oslo thanked Anna Berg in Norway, and the Chechens left.")
    #expect(document.names.map(\.type) == [.organization, .person, .place, .group])
  }

  @Test func `a long sentence is read in parts that hold all its words`() throws {
    let document = try annotated("Norway.")
    let word = try #require(document.words.first)
    let mark = try #require(document.words.last)
    let words = (0..<2_500).map { $0 == 950 ? mark : word }
    let parts = Sentence(words: 0..<2_500, range: 0..<1, turn: nil, speaker: nil).parts(of: words)
    #expect(parts.map(\.words) == [0..<951, 951..<1_951, 1_951..<2_500])
  }
}
