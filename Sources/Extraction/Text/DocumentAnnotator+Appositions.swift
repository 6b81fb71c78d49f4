extension DocumentAnnotator {
  /// A noun phrase behind a comma, right behind the noun that it hangs on as if it were a clause, is an apposition.
  ///
  /// "This is Qatar, the old protector of the group": the parser is not sure there whether a clause has lost its verb.
  mutating func readAppositions() {
    for index in words.indices where isLoosePhrase(index) {
      var first = index
      var hasDeterminer = false
      var isClause = false
      for other in dependents(of: index) {
        if !words[other].shape.contains(.punctuation) { first = min(first, other) }
        hasDeterminer = hasDeterminer || words[other].relation == "det"
        isClause =
          isClause || ["nsubj", "cop", "csubj", "expl", "aux"].contains { words[other].hangs(by: $0) }
      }
      guard hasDeterminer, !isClause, let comma = comma(before: first),
        endOfName(words[index].head) + 1 == comma
      else { continue }
      words[index].relation = "appos"
    }
  }

  private func isLoosePhrase(_ index: Int) -> Bool {
    let word = words[index]
    guard word.relation == "parataxis", word.part == .noun || word.part == .properNoun, word.head >= 0,
      word.head < index
    else { return false }
    return words[word.head].part == .properNoun || words[word.head].part == .noun
  }

  /// The comma right before a phrase, over marks that open it.
  private func comma(before first: Int) -> Int? {
    var index = first - 1
    while index >= 0, words[index].shape.contains(.punctuation), words[index].lower != "," { index -= 1 }
    return index >= 0 && words[index].lower == "," ? index : nil
  }

  /// The last word of a name or of a noun with quotation marks behind it.
  private func endOfName(_ head: Int) -> Int {
    var last = head
    while last + 1 < words.count,
      words[last + 1].head == head && words[last + 1].hangs(by: "flat")
        || words[last + 1].shape.contains(.punctuation) && words[last + 1].lower != ","
    {
      last += 1
    }
    return last
  }

  /// The words of the sentence around that hang on a word.
  private func dependents(of head: Int) -> [Int] {
    let window = max(0, head - Self.longestPhrase)..<min(words.count, head + Self.longestPhrase)
    return window.filter { words[$0].head == head }
  }

  /// What belongs to a noun stands no farther from it.
  private static let longestPhrase = 24
}
