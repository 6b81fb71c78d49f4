import Claims
import Testing

@testable import Extraction

@Suite struct FrameExampleTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func claims(in sentence: String) -> [Claim] {
    extractor.read(name: "example", bytes: [UInt8](sentence.utf8)).claims
  }

  @Test func `each example yields its claims and each counter-example none`() {
    for example in extractor.examples {
      let found = claims(in: example.sentence).filter { $0.relation == example.relation && $0.makesEdge }
      let pairs = Set(found.map { "\($0.subject.name) | \($0.object.name)" })
      let reversed = Set(found.map { "\($0.object.name) | \($0.subject.name)" })
      if example.expected.isEmpty {
        #expect(pairs.isEmpty, "first.frames:\(example.line): \(example.sentence)")
      }
      for pair in example.expected {
        #expect(
          pairs.contains(pair) || reversed.contains(pair),
          "first.frames:\(example.line): \(example.sentence) gave \(pairs)")
      }
    }
  }

  @Test func `each relation has an example and a counter-example`() {
    let positive = Set(extractor.examples.filter { !$0.expected.isEmpty }.map(\.relation))
    let negative = Set(extractor.examples.filter { $0.expected.isEmpty }.map(\.relation))
    #expect(positive.symmetricDifference(negative).isEmpty)
    #expect(positive.count > 50)
  }
}
