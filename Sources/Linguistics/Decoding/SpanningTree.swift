/// The dependency tree of greatest score.
enum SpanningTree {
  /// The head of each word, 0 for the artificial root and words from 1; exactly one word hangs on the root.
  ///
  /// `scores` are [words, stride]: a row a dependent, a column a head, the root first. Greedy heads are taken where
  /// they form such a tree; elsewhere the maximum arborescence is found in O(n²) for n words. It is a tree whatever the scores are.
  static func heads(_ scores: UnsafePointer<Float>, words: Int, stride: Int) -> [Int32] {
    var heads = [Int32](repeating: 0, count: words)
    for word in 0..<words {
      let row = scores + word * stride
      var best = 0
      for head in 0...words where head != word + 1 && row[head] > row[best] { best = head }
      heads[word] = Int32(best)
    }
    if isTree(heads) { return heads }
    let best = maximum(scores, words: words, stride: stride)
    // Of scores that are no numbers no tree can be chosen.
    return isTree(best) ? best : (0..<Int32(words)).map { $0 == 0 ? 0 : 1 }
  }

  /// Whether there is one root and no cycle; takes linear time.
  static func isTree(_ heads: [Int32]) -> Bool {
    var roots = 0
    var seen = [Int32](repeating: 0, count: heads.count + 1)
    for word in 1..<max(1, heads.count + 1) {
      if heads[word - 1] == 0 { roots += 1 }
      var at = word
      while at != 0, seen[at] == 0 {
        seen[at] = Int32(word)
        at = Int(heads[at - 1])
      }
      if at != 0, seen[at] == Int32(word) { return false }
    }
    return roots == 1
  }

  private static func maximum(_ scores: UnsafePointer<Float>, words: Int, stride: Int) -> [Int32] {
    // A root costs more than any tree can gain by a second one.
    var greatest: Float = 1
    for word in 0..<words {
      for head in 0...words { greatest = max(greatest, abs(scores[word * stride + head])) }
    }
    let penalty = 4 * Double(greatest) * Double(words + 1)
    var tree = Arborescence(count: words + 1)
    for word in 1..<words + 1 {
      for head in 0..<words + 1 where head != word {
        let score = Double(scores[(word - 1) * stride + head])
        tree.setCost(head == 0 ? penalty - score : -score, from: head, to: word)
      }
    }
    return tree.heads(root: 0).dropFirst().map { Int32($0) }
  }
}
