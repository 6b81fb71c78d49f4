/// What the stretches of a document's text are; what no stretch covers is read as plain text.
package struct TextLayout: Sendable, Hashable {
  /// In the order of the text; none is empty and none overlaps another.
  package let stretches: [TextStretch]

  /// A layout that knows nothing.
  package static let unknown = TextLayout([])

  /// Takes stretches in any order; of two that overlap, the later one loses what the earlier one has.
  ///
  /// - Complexity: that of sorting.
  package init(_ stretches: [TextStretch]) {
    var kept: [TextStretch] = []
    kept.reserveCapacity(stretches.count)
    for var stretch in stretches.sorted(by: Self.precedes) {
      let start = max(stretch.range.lowerBound, kept.last?.range.upperBound ?? 0)
      guard start < stretch.range.upperBound else { continue }
      stretch.range = start..<stretch.range.upperBound
      kept.append(stretch)
    }
    self.stretches = kept
  }

  /// The stretch that holds a byte of the text, or nil.
  ///
  /// - Complexity: logarithmic in the number of stretches.
  package func stretch(at offset: Int) -> TextStretch? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = low + (high - low) / 2
      if stretches[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].range.contains(offset) ? stretches[low] : nil
  }

  /// This layout with what another one says of the text that this one leaves open.
  package func completed(by other: TextLayout) -> TextLayout {
    var rest: [TextStretch] = []
    var index = 0
    for stretch in other.stretches {
      while index < stretches.count, stretches[index].range.upperBound <= stretch.range.lowerBound {
        index += 1
      }
      var start = stretch.range.lowerBound
      var next = index
      while start < stretch.range.upperBound {
        let end =
          next < stretches.count
          ? min(stretch.range.upperBound, max(start, stretches[next].range.lowerBound))
          : stretch.range.upperBound
        if start < end {
          rest.append(TextStretch(range: start..<end, kind: stretch.kind, speaker: stretch.speaker))
        }
        guard next < stretches.count else { break }
        start = max(end, stretches[next].range.upperBound)
        next += 1
      }
    }
    return TextLayout(stretches + rest)
  }

  private static func precedes(_ a: TextStretch, _ b: TextStretch) -> Bool {
    if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
    return a.range.upperBound < b.range.upperBound
  }
}
