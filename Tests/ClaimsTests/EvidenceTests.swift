import Claims
import TestSupport
import Testing

@Suite struct EvidenceTests {
  private static let words = [
    "Oslo", "a", "überquert", "北京", "e\u{301}té", "x,y", String(repeating: "z", count: 300),
  ]

  private func sentence(words: Int, using generator: inout SplitMix64) -> String {
    (0..<words).map { _ in generator.pick(Self.words) }.joined(separator: " ")
  }

  private func cut(_ text: String, _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
  }

  @Test(arguments: 0..<40)
  func aPartIsVerbatimHoldsItsEndsAndStaysWhatItIs(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let text = sentence(words: Int.random(in: 1...400, using: &generator), using: &generator)
    let start = Int.random(in: 0...50, using: &generator)
    let count = text.unicodeScalars.count
    let whole = start..<start + count
    for _ in 0..<20 {
      let first = Int.random(in: whole, using: &generator)
      let second = Int.random(in: whole, using: &generator)
      let ends = [first..<min(first + 9, whole.upperBound), second..<min(second + 9, whole.upperBound)]
      let part = Claim.Evidence(sentence: 0, range: whole, text: text, around: ends)
      #expect(part.text == cut(text, part.range.lowerBound - start..<part.range.upperBound - start))
      #expect(part.range.lowerBound <= ends[0].lowerBound && ends[0].upperBound <= part.range.upperBound)
      if count <= Claim.Evidence.longest {
        #expect(part.range == whole)
      } else {
        #expect((Claim.Evidence.longest...Claim.Evidence.longest + 400).contains(part.range.count))
      }
      if abs(first - second) + 9 <= Claim.Evidence.longest {
        #expect(part.range.lowerBound <= ends[1].lowerBound && ends[1].upperBound <= part.range.upperBound)
      }
      let again = Claim.Evidence(sentence: 0, range: part.range, text: part.text, around: ends)
      #expect(again == part)
    }
  }

  @Test func endsOutsideOfTheSentenceAndTextsOfAnotherLengthAreNoTrap() {
    let text = String(repeating: "word ", count: 500)
    for ends in [[], [nil, nil], [0..<5, nil], [9_000..<9_005], [Int.max - 1..<Int.max]] as [[Range<Int>?]] {
      let part = Claim.Evidence(sentence: 0, range: 100..<2600, text: text, around: ends)
      #expect(part.range.count >= Claim.Evidence.longest)
      _ = Claim.Evidence(sentence: 0, range: 0..<Int.max, text: text, around: ends)
      _ = Claim.Evidence(sentence: 0, range: 0..<5_000, text: "", around: ends)
    }
  }
}
