import Linguistics
import Testing

@Suite struct AnalyserTests {
  private func analyse(_ text: String) -> AnnotatedDocument {
    FirstAnalyser().analyse(DocumentText([UInt8](text.utf8)))
  }

  private func sentences(_ text: String) -> [String] {
    let document = analyse(text)
    return document.sentences.map { document.text.string($0.range) }
  }

  private func words(_ text: String) -> [String] {
    let document = analyse(text)
    return document.words.map { document.text.string($0.range) }
  }

  private func names(_ text: String) -> [String] {
    let document = analyse(text)
    return document.names.map { name in
      document.text.string(
        document.words[name.words.lowerBound].range
          .lowerBound..<document.words[name.words.upperBound - 1].range.upperBound)
    }
  }

  @Test func `abbreviations, initials and numbers end no sentence`() {
    #expect(sentences("Dr. Berg paid 3.5 million to J. Holm Jr. in the U.S. market. He left.").count == 2)
  }

  @Test func `a closing quote belongs to the sentence before`() {
    #expect(
      sentences("“It rains.” Anna left (at last.) Karl stayed.") == [
        "“It rains.”", "Anna left (at last.)", "Karl stayed.",
      ])
  }

  @Test func `a wrapped line goes on and a blank line, a heading and a turn do not`() {
    #expect(sentences("Anna\nleft") == ["Anna\nleft"])
    #expect(sentences("Anna\n\nleft") == ["Anna", "left"])
    #expect(sentences("# Heading\nAnna left") == ["Heading", "Anna left"])
    #expect(sentences("- Who left?\n- Anna left") == ["Who left?", "Anna left"])
  }

  @Test func `code is skipped and marks of Markdown are no words`() {
    #expect(sentences("```\nlet a = 1\n```\nAnna left.") == ["Anna left."])
    #expect(words("**Anna** saw [Karl](http://a.b/c)") == ["Anna", "saw", "[", "Karl"])
  }

  @Test func `turns are counted and speakers are named only by the text`() {
    let document = analyse("- Who left?\n- Anna left.\nSMITH: I left.")
    #expect(document.sentences.map(\.turn) == [0, 1, 2])
    #expect(document.sentences[0].speaker == nil)
    #expect(document.sentences[2].speaker.map { document.text.string($0) } == "SMITH")
  }

  @Test func `clitics stand alone and hyphenated words stay whole`() {
    #expect(
      words("Anna’s well-known son can't go.") == ["Anna", "’s", "well-known", "son", "ca", "n't", "go", "."])
  }

  @Test func `names are kept apart, with their connectors, quotes and short forms`() {
    #expect(names("Yesterday Anna Berg and Karl Holm left.") == ["Anna Berg", "Karl Holm"])
    #expect(names("The Bank of England (BOE) grew.") == ["Bank of England"])
    #expect(names("It is “Jamaat Ansarullah” here.") == ["Jamaat Ansarullah"])
    #expect(names("They saw Marshal Ney.") == ["Ney"])
    #expect(names("They saw Chinese President Xi Jinping.") == ["Xi Jinping"])
    #expect(names("It met the Turkish special services.") == ["Turkish special services"])
    #expect(names("However, it rained on Monday in May.").isEmpty)
  }

  @Test func `types come from lists and context`() {
    let document = analyse("The University of Oslo thanked Anna Berg in Norway, and Uighurs left.")
    #expect(document.names.map(\.type) == [.organization, .person, .place, .group])
  }
}
