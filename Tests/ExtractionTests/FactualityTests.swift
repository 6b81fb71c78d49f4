import Claims
import Testing

@testable import Extraction

@Suite struct FactualityTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func claims(in text: String) -> [Claim] {
    extractor.read(name: "test", bytes: [UInt8](text.utf8)).claims
  }

  @Test(arguments: [
    "Anna Berg has not visited Norway.", "It is not true that Anna Berg visited Norway.",
    "Nobody believes that Anna Berg visited Norway.", "Anna Berg almost visited Norway.",
    "The visit of Anna Berg to Norway was cancelled.", "Anna Berg's visit to Norway never happened.",
    "Karl Holm denied that Anna Berg visited Norway.", "Anna Berg never visited Norway.",
  ])
  func `what is denied is negative`(text: String) throws {
    let claim = try #require(claims(in: text).first { $0.relation == "visited" })
    #expect(claim.polarity == .negative)
  }

  @Test(arguments: [
    "Anna Berg said she would visit Norway.", "Whether Anna Berg visited Norway is unclear.",
    "A planned visit of Anna Berg to Norway is unlikely.", "Karl Holm wanted Anna Berg to visit Norway.",
    "Karl Holm asked whether Anna Berg visited Norway.", "Karl Holm doubts that Anna Berg visited Norway.",
    "Rumours that Anna Berg visited Norway are false.", "If only Anna Berg had visited Norway!",
    "Anna Berg dreamed that she visited Norway.",
    "Had Anna Berg visited Norway, she would have met Karl Holm.",
    "Karl Holm offered to help Anna Berg visit Norway.",
    "Did Anna Berg visit Norway?", "Anna Berg is expected to visit Norway.",
  ])
  func `what is asked, wished, planned or supposed makes no edge`(text: String) {
    #expect(claims(in: text).allSatisfy { $0.relation != "visited" || !$0.makesEdge })
  }

  @Test func `a parenthesis does not take the subject's place`() throws {
    let claim = try #require(
      claims(in: "Norway, unlike Sweden, supports Iceland.").first { $0.relation == "supports" })
    #expect(claim.subject.name == "Norway")
    #expect(claim.makesEdge)
  }

  @Test func `an office with its nationality before a name is no part of the name`() throws {
    let claim = try #require(claims(in: "President Karl Holm met Chinese President Xi Jinping.").first)
    #expect(claim.subject.name == "Karl Holm")
    #expect(claim.object.name == "Xi Jinping")
  }
}
