/// Finds the earlier mentions that a mention may go back to.
///
/// It holds only what it may still find: of those farther away than the window, the last few of each key and of each head word.
struct CandidateFinder {
  /// The mentions of each key and of each head word, ascending; pronouns left out.
  private var byKey: [Int32: [Int32]] = [:]
  private var byHead: [Int32: [Int32]] = [:]
  /// The mentions beyond the window that are found by one of the two alone.
  private var heldOnce: Set<Int32> = []

  /// The candidates of a mention, ascending; to be asked for each mention in turn.
  ///
  /// They are the `CoreferenceScorer.window` mentions before, and the nearest farther ones of the same key or head word.
  ///
  /// - Parameter leaving: the form of the mention that is one beyond the window now; nil as long as there is none.
  /// - Returns: mentions beyond the window that no later one can go back to any more.
  mutating func candidates(
    of mention: Int, form: MentionForm, leaving: MentionForm?, into result: inout [Int]
  ) -> [Int] {
    result.removeAll(keepingCapacity: true)
    let start = max(0, mention - CoreferenceScorer.window)
    let forgotten = leaving.map { forget($0, mention: start - 1) } ?? []
    if form.pronoun == 0 {
      let near = Self.last(byKey[form.key], before: start)
      let other = Self.last(byHead[form.headWord], before: start)
      result = Array(Set(near + other).sorted().suffix(CoreferenceScorer.farMatches))
      byKey[form.key, default: []].append(Int32(truncatingIfNeeded: mention))
      byHead[form.headWord, default: []].append(Int32(truncatingIfNeeded: mention))
    }
    result += start..<mention
    return forgotten
  }

  /// Lets go of what the mention that leaves the window is nearer than.
  private mutating func forget(_ form: MentionForm, mention: Int) -> [Int] {
    if form.pronoun != 0 { return [mention] }
    var forgotten: [Int] = []
    for dropped in [
      Self.trim(&byKey[form.key, default: []], before: mention + 1),
      Self.trim(&byHead[form.headWord, default: []], before: mention + 1),
    ].joined() {
      if heldOnce.remove(dropped) != nil {
        forgotten.append(Int(dropped))
      } else {
        heldOnce.insert(dropped)
      }
    }
    return forgotten
  }

  /// Takes out all but the last few before a limit.
  private static func trim(_ numbers: inout [Int32], before limit: Int) -> [Int32] {
    let surplus = numbers.count { $0 < limit } - CoreferenceScorer.farMatches
    guard surplus > 0 else { return [] }
    let dropped = Array(numbers[..<surplus])
    numbers.removeFirst(surplus)
    return dropped
  }

  private static func last(_ numbers: [Int32]?, before limit: Int) -> [Int] {
    guard let numbers else { return [] }
    let count = numbers.count { $0 < limit }
    return numbers[max(0, count - CoreferenceScorer.farMatches)..<count].map { Int($0) }
  }
}
