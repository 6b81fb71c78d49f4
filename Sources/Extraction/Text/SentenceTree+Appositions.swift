extension SentenceTree {
  /// The noun phrases behind a comma, right behind the noun that they hang on as if they were clauses: appositions.
  ///
  /// "This is Qatar, the old protector of the group": the parser is not sure there whether a clause has lost its verb.
  func looseAppositions() -> [Int] {
    words.indices.filter { index in
      guard isLoosePhrase(index) else { return false }
      let own = dependents(of: index)
      let first = own.first { !words[$0].shape.contains(.punctuation) }.map { min($0, index) } ?? index
      let isClause = own.contains { word in
        ["nsubj", "cop", "csubj", "expl", "aux"].contains { words[word].hangs(by: $0) }
      }
      guard own.contains(where: { words[$0].relation == "det" }), !isClause, let comma = comma(before: first)
      else { return false }
      return endOfName(words[index].head) + 1 == comma
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
}
