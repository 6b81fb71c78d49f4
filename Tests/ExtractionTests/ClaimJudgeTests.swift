import Claims
import Linguistics
import Testing

@testable import Extraction

/// What the judge makes of proposals.
@Suite struct ClaimJudgeTests {
  private func claims(_ text: String) throws -> [Claim] {
    try Extractor.shared.get().read(name: "t", bytes: [UInt8](text.utf8)).claims.filter {
      $0.layer == .canonical
    }
  }

  /// How sure the surest claim of a relation is; 0 for none.
  private func confidence(_ relation: String, in text: String) throws -> Double {
    try claims(text).filter { $0.relation == relation }.map(\.confidence).max() ?? 0
  }

  @Test func `the confidence from which on claims are drawn is the one of the judge`() throws {
    let threshold = try #require(DecisionForest.embeddedJudge().metadata["threshold"].flatMap { Double($0) })
    #expect(threshold == Claim.sureConfidence)
  }

  @Test func `every feature that the judge asks for is told, under a name of its own`() throws {
    _ = try ClaimJudge.embedded()
    #expect(Set(ClaimFeature.names).count == ClaimFeature.names.count)
    #expect(ClaimFeatureRow().values.count == ClaimFeature.names.count)
  }

  @Test(arguments: [
    "Anna Berg founded Acme in 1998.", "Karl Holm was born in Oslo.", "Acme is based in Oslo.",
    "Norway accused Sweden of espionage.", "The police arrested Karl Holm on Monday.",
    "Anna Berg met Karl Holm in Oslo.",
  ])
  func `what is said plainly is sure`(text: String) throws {
    let found = try claims(text)
    let confidences = found.map(\.confidence)
    #expect(found.contains { $0.isSure }, "\(confidences)")
  }

  /// A date or a place near a name, and no word that ties them.
  @Test(arguments: [
    (
      "died-on", "Marvin Toles, a driver, was cited on Thursday.",
      "Marvin Toles, a driver, died on 4 May 1990."
    ),
    (
      "employee", "Karl Holm stopped at the gates of Oslo University.", "Karl Holm works for Oslo University."
    ),
    ("spouse", "Karl Holm sat beside Anna Berg on the bus.", "Karl Holm married Anna Berg in 1990."),
    ("lives-in", "Karl Holm flew over Oslo.", "Karl Holm lives in Oslo."),
  ])
  func `what no word states is less sure than what one states`(
    relation: String, unstated: String, stated: String
  ) throws {
    let (without, with) = (try confidence(relation, in: unstated), try confidence(relation, in: stated))
    #expect(without < with, "\(without), \(with)")
    #expect(without < 0.7, "\(without)")
  }

  @Test func `confidences lie between 0 and 1 and are the same every time`() throws {
    let text =
      "Anna Berg, who was born in Oslo in 1970, leads Acme. She met Karl Holm, its founder, on Monday."
    let first = try claims(text)
    #expect(!first.isEmpty && first.allSatisfy { (0...1).contains($0.confidence) })
    #expect(try claims(text) == first)
  }
}
