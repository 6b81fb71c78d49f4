import Schema
import Testing

@testable import Extraction

@Suite struct FrameExampleTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  @Test func `each example yields its claims and each counter-example none`() {
    for outcome in FrameCheck(extractor: extractor).outcomes() {
      #expect(outcome.isRight, "\(outcome.text)")
    }
  }

  @Test func `each relation of the vocabulary has an example and a counter-example`() {
    let positive = Set(extractor.examples.filter { !$0.expected.isEmpty }.map(\.relation))
    let negative = Set(extractor.examples.filter { $0.expected.isEmpty }.map(\.relation))
    let all = Set(Vocabulary.builtIn.relations.map(\.name))
    #expect(all.subtracting(positive).isEmpty)
    #expect(all.subtracting(negative).isEmpty)
  }

  @Test func `each relation has more wordings that say it than look like it`() {
    for relation in Vocabulary.builtIn.relations {
      let own = extractor.examples.filter { $0.relation == relation.name }
      let positive = Set(own.filter { !$0.expected.isEmpty }.map(\.sentence)).count
      #expect(
        positive > 2 && positive > own.count - positive, "\(relation.name): \(positive) of \(own.count)")
    }
  }
}
