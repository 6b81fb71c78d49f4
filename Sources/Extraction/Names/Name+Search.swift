extension [Name] {
  /// The first name that starts behind an index, or their count.
  ///
  /// - Complexity: logarithmic.
  func firstIndex(startingBehind word: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].words.lowerBound <= word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The name whose first word is at an index.
  ///
  /// - Complexity: logarithmic.
  func firstIndex(startingAt start: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].words.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].words.lowerBound == start ? low : nil
  }

  /// The name whose last word is the one before an index; names are in order and do not overlap.
  ///
  /// - Complexity: logarithmic.
  func firstIndex(endingAt end: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].words.upperBound < end { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].words.upperBound == end ? low : nil
  }
}
