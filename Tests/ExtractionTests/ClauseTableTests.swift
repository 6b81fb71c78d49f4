import Claims
import Linguistics
import TestSupport
import Testing

@testable import Extraction

/// What a sentence's table answers does not depend on who asks, nor on which frames ask.
@Suite struct ClauseTableTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func answers(_ table: ClauseTable, _ word: Int) -> String {
    let arguments = table.arguments(of: word).all.map { "\($0.role)=\($0.word)" }
    return "\(arguments) \(table.subjects(of: word)) \(table.identities(of: word))"
  }

  @Test func `shuffled questions have equal answers`() throws {
    var random = SplitMix64(seed: 13)
    let analyses = try Analyses()
    for _ in 0..<200 {
      let count = Int.random(in: 3...40, using: &random)
      let text = (0..<count).map { _ in
        random.pick(["plan", "Norway", "to", "attack", "launch", "and", "who", "as"])
      }
      .joined(separator: " ")
      let document = extractor.annotated(analyses.random(text + ".", using: &random))
      for sentence in document.sentences {
        let table = ClauseTable(document: document, lexicon: .builtIn, sentence: sentence)
        let inOrder = Dictionary(uniqueKeysWithValues: sentence.words.map { ($0, answers(table, $0)) })
        let other = ClauseTable(document: document, lexicon: .builtIn, sentence: sentence)
        for word in sentence.words.shuffled(using: &random) { #expect(answers(other, word) == inOrder[word]) }
      }
    }
  }

  /// "subject | relation | object" of the canonical claims of the frames.
  private func claims(_ extractor: Extractor, _ text: String) -> [String] {
    extractor.read(name: "test", bytes: [UInt8](text.utf8)).claims
      .filter { $0.layer == .canonical && $0.method == .frame && $0.relation != "has-plan" }
      .map { "\($0.subject.name) | \($0.relation) | \($0.object.name)" }
  }

  @Test(arguments: ["plan", "decision", "attempt", "effort"])
  func `a frame of another relation takes no claim away`(noun: String) throws {
    let text = "Norway's \(noun) to launch an attack on Sweden failed."
    let own = try Extractor(
      model: .embedded(),
      userFrames: [
        (
          name: "own.frames",
          text: "relation has-plan subject=actor object=actor\n  noun plan S=possessive O=near\n"
        )
      ])
    #expect(claims(extractor, text) == ["Norway | attacked | Sweden"])
    #expect(claims(own, text) == ["Norway | attacked | Sweden"])
  }

  @Test func `frames that ask every word in every role leave all examples as they are`() throws {
    // A relation that nothing competes with, of all that the examples are about.
    let words = Set(
      extractor.examples.flatMap { example in
        example.sentence.split(whereSeparator: { !$0.isLetter }).map { $0.lowercased() }
      }.filter { $0.utf8.allSatisfy { $0 >= 97 && $0 <= 122 } })
    let triggers = words.sorted().joined(separator: " ")
    let probe = ["noun", "verb", "adjective"].map { kind in
      "  \(kind) \(triggers) S=subject|possessive|self|clause.subject O=object.near|identity.near|controller.near also\n"
    }.joined()
    let own = try Extractor(
      model: .embedded(),
      userFrames: [(name: "probe.frames", text: "relation has-plan subject=actor object=actor\n" + probe)])
    for outcome in FrameCheck(extractor: own).outcomes() {
      #expect(outcome.isRight, "\(outcome.text)")
    }
  }

  @Test func `a chain of thousands of words has an end`() throws {
    let analyses = try Analyses()
    let text = "visit " + Array(repeating: "plan", count: 3000).joined(separator: " ")
    for relation in ["conj", "acl", "appos", "nmod"] {
      let document = extractor.annotated(
        analyses.chain(text, upos: "NOUN", xpos: "NN", relation: relation, isBackward: false))
      for sentence in document.sentences {
        let table = ClauseTable(document: document, lexicon: .builtIn, sentence: sentence)
        #expect(table.arguments(of: sentence.words.upperBound).all.isEmpty)
      }
    }
  }
}
