/// The way between two words of a document's trees.
struct TreeWay {
  /// The words above the start, itself the first, up to below the top.
  let up: [Int]
  /// The lowest word above both, which may be one of them; nil for words of different trees.
  let top: Int?
  /// The words above the end, itself the first, up to below the top.
  let down: [Int]

  /// A way is followed so far.
  private static let longest = 64

  init(from start: Int, to end: Int, in words: [Word]) {
    let above = Self.above(start, in: words)
    let other = Self.above(end, in: words)
    guard let meeting = above.firstIndex(where: { other.contains($0) }),
      let place = other.firstIndex(of: above[meeting])
    else {
      (up, top, down) = (above, nil, other)
      return
    }
    up = Array(above[..<meeting])
    top = above[meeting]
    down = Array(other[..<place])
  }

  private static func above(_ word: Int, in words: [Word]) -> [Int] {
    var result = [word]
    while let last = result.last, words[last].head >= 0, result.count < longest {
      result.append(words[last].head)
    }
    return result
  }

  /// All words of the way.
  var words: [Int] { up + (top.map { [$0] } ?? []) + down }
}
