import Linguistics
import Testing

@testable import Extraction

@Suite struct ReferenceTests {
  @Test(arguments: [
    (
      "Anna Berg founded Nordic Shipping in Oslo. The company sold ships, and she left it.",
      ["company = Nordic Shipping", "she = Anna Berg", "it = Nordic Shipping"]
    ),
    (
      "Anna Berg arrived. Karl Holm greeted her, and she thanked him.",
      ["her = Anna Berg", "she = Anna Berg", "him = Karl Holm"]
    ),
    (
      "Karl Holm saw himself in the mirror. His wife Anna Berg shook her head.",
      ["himself = Karl Holm", "his = Karl Holm", "wife = Anna Berg", "her = Anna Berg"]
    ),
    (
      "The journalist saw Mr. Berg. Mrs. Holm came too. She smiled and he left.", ["she = Holm", "he = Berg"]
    ),
    ("Anna Berg married Karl Holm in 1990. The couple lived in Bergen.", ["couple = Anna Berg + Karl Holm"]),
    ("Turkey and Qatar support the movement. Both want peace.", ["both = Turkey + Qatar"]),
    (
      "Norway elected a new parliament. The country has many islands, and the capital is old.",
      ["country = Norway", "capital = Oslo"]
    ),
    ("She fled to Montevideo, the capital of Uruguay.", ["capital = Montevideo"]),
    (
      "The University of Oslo praised Anna Berg. She had taught at the university for ten years.",
      ["she = Anna Berg", "university = University of Oslo"]
    ),
    ("Rain fell. It rained all day, and they stayed.", []),
    // Who is meant is open where two fit as well.
    ("The country is large.", []),
  ])
  func `what stands for what`(text: String, expected: [String]) throws {
    #expect(try Reading(text).refersTo == expected)
  }

  @Test func `who speaks is I, who is spoken to is you, and neither is she`() throws {
    let text = "SMITH: I visited Norway. Anna Holm went with me.\nBERG: You left early."
    let found = try Reading(text).refersTo
    #expect(found == ["i = SMITH", "me = SMITH", "you = SMITH"])
    #expect(try Reading("Q: I visited Norway.\nA: You did?").refersTo.isEmpty, "roles are nobody")
  }

  // MARK: Coreference that is made by hand

  private func references(_ text: String, _ mentions: [(form: String, kind: String, thing: Int)]) throws
    -> [String]
  {
    let analyses = try Analyses()
    let analysis = try analyses.plain(text, people: ["Anna", "Berg", "Karl", "Holm"]) { segmentation in
      var start = 0
      return mentions.compactMap { mention in
        let found = analyses.mention(
          mention.form, mention.kind, of: mention.thing, in: segmentation, from: start)
        start = found?.words.lowerBound ?? start
        return found
      }
    }
    #expect(analysis.mentions.count == mentions.count)
    return try Reading(analysis).refersTo
  }

  @Test func `a pronoun stands for the person that coreference joins it to, however far back`() throws {
    let text = "Anna Berg left. " + String(repeating: "Rain fell. ", count: 6) + "She visited Norway."
    #expect(
      try references(text, [("Anna Berg", "named", 0), ("She", "pronominal", 0)]) == ["she = Anna Berg"])
    #expect(try references(text, [("Anna Berg", "named", 0), ("She", "pronominal", 1)]).isEmpty)
  }

  @Test func `somebody unnamed who is the subject is meant before somebody of another sentence`() throws {
    let found = try Reading("Karl Holm resigned. The leader of the group comes when he wants.").refersTo
    #expect(!found.contains("he = Karl Holm"))
  }

  @Test func `a given name tells who she is, against coreference`() throws {
    let text = "Anna Berg left. Karl Holm left. She visited Norway."
    let mentions = [("Anna Berg", "named", 1), ("Karl Holm", "named", 0), ("She", "pronominal", 0)]
    #expect(try references(text, mentions) == ["she = Anna Berg"])
  }

  @Test(arguments: [
    ("Sweden left. She visited Norway.", "Sweden", "She"),
    ("Anna Berg left. It visited Norway.", "Anna Berg", "It"),
    ("Anna Berg left. They visited Norway.", "Anna Berg", "They"),
  ])
  func `a pronoun does not stand for what it cannot mean`(text: String, name: String, pronoun: String) throws
  {
    #expect(try references(text, [(name, "named", 0), (pronoun, "pronominal", 0)]).isEmpty)
  }

  @Test func `a thing that is called by two names as often is not understood`() throws {
    let mentions = [("Sweden", "named", 0), ("Iceland", "named", 0), ("It", "pronominal", 0)]
    #expect(try references("Sweden left. Iceland left. It visited Norway.", mentions).isEmpty)
  }
}
