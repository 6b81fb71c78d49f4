import TestSupport
import Testing

@testable import Linguistics

@Suite struct SpanningTreeTests {
  /// All heads of so many words that make a tree with one root.
  private func trees(_ words: Int) -> [[Int32]] {
    var all: [[Int32]] = [[]]
    for _ in 0..<words { all = all.flatMap { heads in (0...Int32(words)).map { heads + [$0] } } }
    return all.filter { SpanningTree.isTree($0) }
  }

  private func total(_ heads: [Int32], _ scores: [Float]) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset * (heads.count + 1) + Int($1.element)] }
  }

  @Test(arguments: 1...5) func theTreeIsTheBestOfAll(words: Int) {
    let all = trees(words)
    var random = SplitMix64(seed: UInt64(words))
    for _ in 0..<(words == 5 ? 60 : 300) {
      // Whole numbers make ties and cycles likely.
      let scores = (0..<words * (words + 1)).map { _ in Float(Int.random(in: -6...6, using: &random)) }
      let heads = SpanningTree.heads(scores, words: words, stride: words + 1)
      #expect(SpanningTree.isTree(heads))
      #expect(total(heads, scores) == all.map { total($0, scores) }.max())
    }
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude])
  func scoresThatAreNoNumbersMakeATreeAllTheSame(odd: Float) {
    var random = SplitMix64(seed: 3)
    for words in 1...12 {
      for share in [1, 2, 5] {
        let scores = (0..<words * (words + 1)).map { _ in
          random.chance(share) ? odd : Float(Int.random(in: -6...6, using: &random))
        }
        #expect(SpanningTree.isTree(SpanningTree.heads(scores, words: words, stride: words + 1)))
      }
    }
  }

  @Test func aTreeOfManyWordsThatAllHangOnEachOtherIsFoundAtOnce() {
    // Each word's best head is the next one, the last one's the first: one great cycle.
    let words = 300
    var scores = [Float](repeating: 0, count: words * (words + 1))
    for word in 0..<words { scores[word * (words + 1) + (word + 1) % words + 1] = 5 }
    let heads = SpanningTree.heads(scores, words: words, stride: words + 1)
    #expect(SpanningTree.isTree(heads))
    #expect(total(heads, scores) == Float(5 * (words - 1)))
  }
}
