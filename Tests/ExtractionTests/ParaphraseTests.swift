import Claims
import Testing

@testable import Extraction

/// What a construction says is read in each of its wordings, and nothing else of the same text.
@Suite struct ParaphraseTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  /// All that the frames read, in the order of the text; what is denied or unsure is marked.
  private func claims(_ text: String) -> [String] {
    extractor.read(name: "test", bytes: [UInt8](text.utf8)).claims.filter { $0.method == .frame }.map {
      claim in
      (claim.polarity == .negative ? "not " : "") + (claim.modality == .certain ? "" : "\(claim.modality) ")
        + "\(claim.subject.name) | \(claim.relation) | \(claim.object.name)"
    }
  }

  @Test(
    arguments: [
      "Denmark did the same.", "Earlier, Denmark did the same.", "So did Denmark.", "Denmark did likewise.",
      "Denmark followed suit.", "Denmark did it too.", "Denmark did, too.", "Denmark took the same step.",
      "Denmark made the same move a year later.",
    ])
  func `a clause that stands for the one before says the same of its own subject`(clause: String) {
    #expect(
      claims("Norway attacked Sweden. " + clause) == [
        "Norway | attacked | Sweden", "Denmark | attacked | Sweden",
      ])
  }

  @Test func `it does so in the same sentence, of several, and of other verbs`() {
    #expect(
      claims("Norway attacked Sweden, as did Denmark.") == [
        "Norway | attacked | Sweden", "Denmark | attacked | Sweden",
      ])
    #expect(
      claims("Norway supports Sweden. So do Denmark and Iceland.")
        == ["Norway | supports | Sweden", "Denmark | supports | Sweden", "Iceland | supports | Sweden"])
    #expect(
      claims("Norway sanctioned Iran. Sweden took the same step.")
        == ["Norway | sanctioned | Iran", "Sweden | sanctioned | Iran"])
  }

  @Test(
    arguments: [
      ("Denmark refused to do the same.", "not Denmark | attacked | Sweden"),
      ("Denmark wants to do the same.", "possible Denmark | attacked | Sweden"),
    ])
  func `it is denied and doubted as any clause`(clause: String, claim: String) {
    #expect(claims("Norway attacked Sweden. " + clause) == ["Norway | attacked | Sweden", claim])
  }

  @Test(
    arguments: [
      "So it is.", "Denmark made a move.", "Denmark did not, though.", "As for Denmark, it left.",
      "Denmark took another step.", "So far, Denmark is silent.",
    ])
  func `what only looks like such a clause says nothing of the sort`(clause: String) {
    #expect(!claims("Norway attacked Sweden. " + clause).contains("Denmark | attacked | Sweden"))
    #expect(claims("Did Norway attack Sweden? So did Denmark.") == [])
  }

  @Test(
    arguments: [
      "The second patron is Denmark.", "Its second patron is Denmark.", "A third patron is Denmark.",
      "Another patron is Denmark.", "Denmark is another patron.", "The next patron was Denmark.",
      "Its other patron is Denmark.",
    ])
  func `a noun that goes on counting is said of the same`(sentence: String) {
    #expect(
      claims("Norway is a patron of the Desert Brigade. " + sentence)
        == ["Norway | patron | Desert Brigade", "Denmark | patron | Desert Brigade"])
  }

  @Test func `it does so for other relations, and not after what was denied or of another noun`() {
    #expect(
      claims("Anna Berg is a founder of the Baltic Institute. Its other founder is Karl Holm.")
        == ["Anna Berg | founder | Baltic Institute", "Karl Holm | founder | Baltic Institute"])
    #expect(
      claims("Anna Berg is a member of the Green Party. Another member is Karl Holm.")
        == ["Anna Berg | member | Green Party", "Karl Holm | member | Green Party"])
    #expect(claims("Norway is a patron of the Desert Brigade. Another problem is Denmark.").count == 1)
    #expect(
      !claims("Norway is not a patron of the Desert Brigade. The second patron is Denmark.")
        .contains("Denmark | patron | Desert Brigade"))
  }

  @Test(
    arguments: [
      "Norway turned a blind eye to Sweden's crimes.", "Norway closed its eyes to the crimes of Sweden.",
      "Norway shut its eyes to Sweden's crimes.", "Norway looked away from the crimes of Sweden.",
      "Norway condoned the crimes of Sweden.", "Norway has long tolerated the abuses of Sweden.",
    ])
  func `to tolerate what somebody does is to support him`(text: String) {
    #expect(claims(text) == ["Norway | supports | Sweden"])
  }

  @Test(
    arguments: [
      "The Desert Brigade carries out bank robberies in Mali.",
      "The Desert Brigade staged kidnappings throughout Mali.",
      "The Desert Brigade perpetrated massacres in Mali.",
      "The Desert Brigade runs a training project in Mali.",
      "The Desert Brigade organised ambushes and robberies throughout Mali.",
    ])
  func `who does such things in a place operates there`(text: String) {
    #expect(claims(text).contains("Desert Brigade | operates-in | Mali"))
    let denied = text.replacing("The Desert Brigade", with: "It is not true that the Desert Brigade")
    #expect(!claims(denied).contains("Desert Brigade | operates-in | Mali"))
  }

  @Test(
    arguments: [
      "Troms, a county adjacent to Finland, is large.", "Troms, a county bordering Finland, is large.",
      "Troms, a county contiguous to Finland, is large.", "Troms, a county abutting Finland, is large.",
      "Troms, a county that borders Finland, is large.",
    ])
  func `an apposition says what its noun borders on`(text: String) {
    #expect(claims(text) == ["Troms | is-a | county", "Troms | borders | Finland"])
  }

  @Test(
    arguments: [
      "Karl Holm, a ringleader of the Oslo Uprising, fled.",
      "Karl Holm was a key figure in the Oslo Uprising.",
      "Karl Holm was one of the organisers of the Oslo Uprising.",
      "Karl Holm was a hero of the Oslo Uprising.",
      "Karl Holm, a villain of the Oslo Uprising, fled.", "Karl Holm was a protagonist of the Oslo Uprising.",
      "Karl Holm, an instigator of the Oslo Uprising, was arrested.",
    ])
  func `who is something of an event took part in it`(text: String) {
    #expect(claims(text).contains("Karl Holm | participant | Oslo Uprising"))
  }
}
