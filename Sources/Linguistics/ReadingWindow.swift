/// Which passages the encoder reads together: whole sentences that follow each other, as many as fit.
///
/// Windows depend on nothing but the pieces of the document's passages (Training/FORMAT.md).
struct ReadingWindow {
  /// The windows, as ranges of passages that hold every passage once, in order.
  ///
  /// - Parameters:
  ///   - pieceCounts: the pieces of each passage without its two boundaries.
  ///   - limit: how many pieces a window has at most, boundaries counted; a passage with more is a window of its own.
  static func windows(pieceCounts: [Int], limit: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var held = 0
    for (index, count) in pieceCounts.enumerated() {
      if index > start, held + count + 2 > limit {
        result.append(start..<index)
        start = index
        held = 0
      }
      held += count + 2
    }
    if start < pieceCounts.count { result.append(start..<pieceCounts.count) }
    return result
  }
}
