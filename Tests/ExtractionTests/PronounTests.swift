import Claims
import Linguistics
import Testing

@testable import Extraction

/// Pronouns read by coreference that is made by hand.
@Suite struct PronounTests {
  private let extractor: Extractor
  private let analyses: Analyses
  private let people: Set<String> = ["Anna", "Berg", "Karl", "Holm"]

  init() throws {
    extractor = try Extractor.shared.get()
    analyses = try Analyses()
  }

  /// The claims of "visited" where each mention is a form, its kind and its thing.
  private func visits(_ text: String, _ mentions: [(form: String, kind: String, thing: Int)]) throws
    -> [String]
  {
    let analysis = try analyses.plain(text, people: people) { segmentation in
      var start = 0
      return mentions.compactMap { mention in
        let found = analyses.mention(
          mention.form, mention.kind, of: mention.thing, in: segmentation, from: start)
        start = found?.words.lowerBound ?? start
        return found
      }
    }
    #expect(analysis.mentions.count == mentions.count)
    return extractor.read(analysis, name: "test", digest: []).claims.filter { $0.relation == "visited" }.map {
      "\($0.subject.name) (\($0.subject.mention ?? "")) \($0.object.name)"
    }
  }

  @Test func `a pronoun stands for the person that coreference joins it to`() throws {
    // So far back that no topic is remembered.
    let rain = String(repeating: "Rain fell. ", count: 6)
    let text = "Anna Berg left. \(rain)She visited Norway."
    #expect(
      try visits(text, [("Anna Berg", "named", 0), ("She", "pronominal", 0)]) == ["Anna Berg (She) Norway"])
    #expect(try visits(text, [("Anna Berg", "named", 0), ("She", "pronominal", 1)]).isEmpty)
  }

  @Test func `a pronoun stays open where coreference and the topic disagree`() throws {
    let claims = try visits(
      "Anna Berg left. Karl Holm left. She visited Norway.",
      [("Anna Berg", "named", 0), ("Karl Holm", "named", 1), ("She", "pronominal", 0)])
    #expect(claims.isEmpty)
  }

  @Test func `a pronoun that coreference leaves open is the person that the text is about, if there is one`()
    throws
  {
    #expect(
      try visits(
        "Anna Berg left. She visited Norway.", [("Anna Berg", "named", 0), ("She", "pronominal", 1)])
        == ["Anna Berg (She) Norway"])
    #expect(try visits("Sweden left. She visited Norway.", [("She", "pronominal", 1)]).isEmpty)
    #expect(try visits("Anna Berg left. It visited Norway.", [("It", "pronominal", 1)]).isEmpty)
  }

  @Test func `a pronoun does not stand for what it cannot mean`() throws {
    #expect(
      try visits("Sweden left. She visited Norway.", [("Sweden", "named", 0), ("She", "pronominal", 0)])
        .isEmpty)
    #expect(
      try visits("Anna Berg left. It visited Norway.", [("Anna Berg", "named", 0), ("It", "pronominal", 0)])
        .isEmpty)
    #expect(
      try visits(
        "Anna Berg left. They visited Norway.", [("Anna Berg", "named", 0), ("They", "pronominal", 0)]
      ).isEmpty)
  }

  @Test func `a thing that is called by two names as often is not understood`() throws {
    #expect(
      try visits(
        "Anna Berg left. Karl Holm left. She visited Norway.",
        [("Anna Berg", "named", 0), ("Karl Holm", "named", 0), ("She", "pronominal", 0)]
      ) == ["Karl Holm (She) Norway"], "the topic decides")
    #expect(
      try visits(
        "Sweden left. Iceland left. It visited Norway.",
        [("Sweden", "named", 0), ("Iceland", "named", 0), ("It", "pronominal", 0)]
      ).isEmpty)
  }

  @Test func `a claim through a pronoun is less sure`() throws {
    let analysis = try analyses.plain("Anna Berg visited Norway. She visited Sweden.", people: people) {
      segmentation in
      [
        analyses.mention("Anna Berg", "named", of: 0, in: segmentation),
        analyses.mention("She", "pronominal", of: 0, in: segmentation),
      ].compactMap(\.self)
    }
    let claims = extractor.read(analysis, name: "test", digest: []).claims
    #expect(claims.count == 2 && claims[0].confidence > claims[1].confidence)
  }
}
