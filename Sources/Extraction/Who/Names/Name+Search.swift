extension [Name] {
  /// The first name that starts behind an index, or their count.
  func firstIndex(startingBehind word: Int) -> Int { partitioningIndex { $0.words.lowerBound > word } }

  /// The name whose first word is at an index.
  func firstIndex(startingAt start: Int) -> Int? {
    let index = partitioningIndex { $0.words.lowerBound >= start }
    return index < count && self[index].words.lowerBound == start ? index : nil
  }

  /// The name whose last word is the one before an index.
  func firstIndex(endingAt end: Int) -> Int? {
    let index = partitioningIndex { $0.words.upperBound >= end }
    return index < count && self[index].words.upperBound == end ? index : nil
  }

  /// The name that a word is in.
  func firstIndex(holding word: Int) -> Int? {
    let index = partitioningIndex { $0.words.upperBound > word }
    return index < count && self[index].words.contains(word) ? index : nil
  }
}
