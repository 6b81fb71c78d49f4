extension Array {
  /// The index of the first element that passes a test, or the count; all behind one that passes pass too.
  ///
  /// - Complexity: logarithmic.
  func partitioningIndex(where passes: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
