/// Finds the earlier mentions that a mention may go back to.
struct CandidateFinder {
  /// The mentions of each key and of each head word, ascending; pronouns left out.
  private var byKey: [Int32: [Int]] = [:]
  private var byHead: [Int32: [Int]] = [:]

  /// The candidates of a mention, ascending; to be asked for each mention in turn.
  ///
  /// They are the `CoreferenceScorer.window` mentions before, and the nearest farther ones of the same key or head word.
  mutating func candidates(of mention: Int, forms: [MentionForm], into result: inout [Int]) {
    result.removeAll(keepingCapacity: true)
    let form = forms[mention]
    let start = max(0, mention - CoreferenceScorer.window)
    if form.pronoun == 0 {
      let near = Self.last(CoreferenceScorer.farMatches, of: byKey[form.key], before: start)
      let other = Self.last(CoreferenceScorer.farMatches, of: byHead[form.headWord], before: start)
      result = Array(Set(near + other).sorted().suffix(CoreferenceScorer.farMatches))
      byKey[form.key, default: []].append(mention)
      byHead[form.headWord, default: []].append(mention)
    }
    result += start..<mention
  }

  private static func last(_ count: Int, of numbers: [Int]?, before limit: Int) -> [Int] {
    guard let numbers else { return [] }
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return Array(numbers[max(0, low - count)..<low])
  }
}
