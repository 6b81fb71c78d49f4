internal import Claims

/// Finds the subject of a verb group and how surely the sentence states what stands at a word.
struct ClauseReader {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  let sentence: Sentence
  let table: PhraseTable
  let groups: [Int: VerbGroup]
  var words: [Word] { document.words }
  var first: Int { sentence.words.lowerBound }

  /// A parenthesis of more words is taken for a part of the main clause.
  private static let longestParenthesis = 30

  /// The phrases that can be the subject of a verb group, the best first.
  func subjects(of group: VerbGroup, depth: Int = 0) -> [Int] {
    if let raised = group.raisedObject { return [raised] }
    guard group.form == .finite, depth < 4 else { return [] }
    var index = group.words.lowerBound
    while index > first, words[index - 1].isAdverb { index -= 1 }
    guard index > first else { return [] }
    let before = words[index - 1].lower
    switch before {
    case "who", "which": return antecedents(before: index - 1, isPerson: before == "who")
    case "that":
      return antecedents(before: index - 1, isPerson: false).filter { _ in
        index - 1 > first && words[index - 2].lower != ","
      }
    case ",", ")", "–", "—": return interrupted(at: index - 1)
    case "and", "but", "then", "or": return shared(with: group, at: index - 1, depth: depth)
    default: return direct(endingAt: index)
    }
  }

  /// The phrase right before the verb, or the head that it hangs on by a preposition.
  private func direct(endingAt end: Int) -> [Int] {
    let ending = table.ending(at: end).filter(isParty)
    guard let longest = ending.first else { return [] }
    let start = table.phrases[longest].words.lowerBound
    guard start > first else { return ending }
    let before = words[start - 1].lower
    if [
      "in", "on", "at", "from", "near", "with", "for", "by", "against", "to", "of", "between", "about",
      "over",
    ].contains(before) {
      // "The commander in Kabul attacked": the head stands before the preposition.
      if before == "of" { return [] }
      let outer = table.ending(at: start - 1).filter(isParty)
      if outer.isEmpty { return [] }
      return direct(endingAt: start - 1)
    }
    if before == "'s" || before == "'" { return [] }
    return ending
  }

  private func isParty(_ index: Int) -> Bool {
    switch table.phrases[index].type {
    case .some(.time), .some(.quantity), .some(.role), .some(.concept): false
    default: true
    }
  }

  private func antecedents(before index: Int, isPerson: Bool) -> [Int] {
    var end = index
    if end > first, words[end - 1].lower == "," { end -= 1 }
    return table.ending(at: end).filter { id in
      guard isParty(id) else { return false }
      let type = table.phrases[id].type
      return isPerson ? type == .person || type == .group || type == nil : type != .person
    }.reversed()
  }

  /// "X, in the recent past …, maintains": the subject stands before the parenthesis.
  private func interrupted(at close: Int) -> [Int] {
    var index = close
    let isBracket = words[close].lower == ")"
    var lowest = max(first, close - Self.longestParenthesis)
    if isBracket { lowest = max(first, close - 2 * Self.longestParenthesis) }
    index -= 1
    while index >= lowest {
      let lower = words[index].lower
      if isBracket ? lower == "(" : lower == "," || lower == words[close].lower {
        let candidates = direct(endingAt: index)
        if !candidates.isEmpty, !isAdjunct(candidates) {
          return apposition(before: close, after: candidates) ?? candidates
        }
        if isBracket { return [] }
      }
      if lower == ";" || lower == ":" { return [] }
      index -= 1
    }
    return []
  }

  /// "The head of the board, Anna Berg, said": the name after the description is the subject.
  private func apposition(before close: Int, after candidates: [Int]) -> [Int]? {
    guard let longest = candidates.first, case .description = table.phrases[longest].meaning else {
      return nil
    }
    let named = table.ending(at: close).filter {
      if case .entity = table.phrases[$0].meaning { table.phrases[$0].type == .person } else { false }
    }
    return named.isEmpty ? nil : named
  }

  private func isAdjunct(_ candidates: [Int]) -> Bool {
    guard let longest = candidates.first else { return true }
    let start = table.phrases[longest].words.lowerBound
    guard start > first else { return false }
    let before = words[start - 1].lower
    return !["\"", ",", "that", "when", "while", "because", "but", "and", "although", "as", "then", "-", "–"]
      .contains(before)
  }

  /// "visited X and attacked Y": the subject of the verb before, unless that verb is in a relative clause.
  private func shared(with group: VerbGroup, at index: Int, depth: Int) -> [Int] {
    var verb = index - 1
    let lowest = max(first, index - Self.longestParenthesis)
    while verb >= lowest {
      if [";", ":", "that", "if"].contains(words[verb].lower) { return [] }
      if let other = groups[verb], other.form == .finite, !isRelative(other), agrees(group, with: other) {
        return subjects(of: other, depth: depth + 1)
      }
      verb -= 1
    }
    return []
  }

  private func agrees(_ group: VerbGroup, with other: VerbGroup) -> Bool {
    // A base form after "to … and" would share the infinitive, not the subject.
    group.raisedObject == nil && other.raisedObject == nil
  }

  private func isRelative(_ group: VerbGroup) -> Bool {
    var index = group.words.lowerBound - 1
    var steps = 0
    while index >= first, steps < 8 {
      let lower = words[index].lower
      if [
        "who", "which", "where", "whom", "whose", "when", "because", "although", "though", "while", "after",
        "before",
        "since", "what",
      ].contains(lower) {
        return true
      }
      if lower == "," || groups[index] != nil { return false }
      index -= 1
      steps += 1
    }
    return false
  }
}
