import TestSupport
import Testing

@testable import Linguistics

@Suite struct NameAgreementTests {
  private let model: ReadingModel

  init() throws { model = try ReadingModel.embedded() }

  private func tags(_ tags: [String]) -> [UInt8] {
    tags.map { UInt8(model.labels.names.firstIndex(of: $0) ?? 0) }
  }

  /// Words of which each hangs on the next one, the last on the root.
  private func agreeing(_ spans: [ClosedRange<Int>], _ names: [String]) -> [MentionHead.Span] {
    let heads = (0..<names.count).map { Int32($0 == names.count - 1 ? 0 : $0 + 2) }
    let noun = UInt8(model.labels.upos.firstIndex(of: "NOUN") ?? 0)
    let mentions = spans.map {
      MentionHead.Span(first: $0.lowerBound, last: $0.upperBound, type: 3, kind: 1, head: $0.upperBound)
    }
    return model.mentions.agreeing(
      mentions, with: tags(names), upos: Array(repeating: noun, count: names.count), heads: heads,
      labels: model.labels)
  }

  @Test func aMentionThatCutsANameTakesInTheWholeName() {
    let spans = agreeing([0...2], ["O", "O", "B-PER", "I-PER", "O"])
    #expect(spans.map { [$0.first, $0.last] } == [[0, 3]])
  }

  @Test func aMentionThatWouldThenCrossAnotherFallsAway() {
    let spans = agreeing([0...2, 3...4], ["O", "O", "B-PER", "I-PER", "O"])
    #expect(spans.allSatisfy { !($0.first == 0 && $0.last == 2) })
    #expect(
      spans.contains { $0.first == 2 && $0.last == 3 } || spans.contains { $0.first <= 2 && $0.last >= 3 })
  }

  @Test func aNameThatHeadsNoMentionBecomesOne() {
    let spans = agreeing([0...4], ["O", "B-ORG", "I-ORG", "O", "O"])
    #expect(spans.map { [$0.first, $0.last] } == [[0, 4], [1, 2]])
    #expect(model.labels.mentionTypes[Int(spans[1].type)] == "organization")
    #expect(model.labels.mentionKinds[Int(spans[1].kind)] == "named")
  }

  @Test func aNameThatHeadsAMentionAddsNone() {
    #expect(agreeing([0...3], ["O", "O", "B-LOC", "I-LOC"]).count == 1)
  }

  @Test func afterwardsNoMentionCutsAName() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<500 {
      let count = Int.random(in: 1...12, using: &random)
      var names: [String] = []
      while names.count < count {
        let label = random.pick(["PER", "ORG", "LOC"])
        names +=
          random.chance(2)
          ? ["O"] : ["B-" + label] + (0..<Int.random(in: 0...2, using: &random)).map { _ in "I-" + label }
      }
      var spans: [ClosedRange<Int>] = []
      for _ in 0..<4 {
        let first = Int.random(in: 0..<names.count, using: &random)
        let span = first...Int.random(in: first..<names.count, using: &random)
        let crosses = spans.contains {
          $0.overlaps(span) && !($0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound)
            && !(span.lowerBound <= $0.lowerBound && $0.upperBound <= span.upperBound)
        }
        if !crosses, !spans.contains(span) { spans.append(span) }
      }
      let found = agreeing(spans, names)
      for name in NameSpan.spans(of: tags(names), labels: model.labels) {
        for span in found where (span.first...span.last).overlaps(name.words) {
          let holds = span.first <= name.words.lowerBound && name.words.upperBound <= span.last
          let isInside = name.words.lowerBound <= span.first && span.last <= name.words.upperBound
          #expect(holds || isInside, "\(names) \(spans)")
        }
      }
    }
  }
}
