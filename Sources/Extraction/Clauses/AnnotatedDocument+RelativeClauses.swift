extension AnnotatedDocument {
  /// Relative clauses inside each other are followed so far.
  private static let deepestClause = 24

  /// The word itself, or what a relative pronoun stands for.
  func resolved(_ word: Int) -> [Int] {
    guard isRelativePronoun(word) else { return [word] }
    return antecedent(of: word).map { [$0] } ?? []
  }

  /// Whether a word is a pronoun that begins a relative clause here.
  func isRelativePronoun(_ word: Int) -> Bool {
    switch words[word].part {
    case .pronoun, .determiner, .subordinator: tree.isRelativePronoun(word)
    default: false
    }
  }

  /// What the relative clause that a word stands in belongs to.
  func antecedent(of word: Int) -> Int? {
    var verb = word
    for _ in 0..<Self.deepestClause {
      if words[verb].hangs(by: "acl:relcl") {
        return words[verb].head >= 0 ? nearest(to: verb, from: words[verb].head) : nil
      }
      verb = words[verb].head
      if verb < 0 { return nil }
    }
    return nil
  }

  /// "X, the son of Y, who fought": a person's name right before "who" is rather its antecedent than what the tree has.
  private func nearest(to verb: Int, from head: Int) -> Int {
    guard let pronoun = dependents(of: verb).first(where: { words[$0].lower == English.who }) else {
      return head
    }
    var last = pronoun - 1
    if last > head, words[last].lower == "," { last -= 1 }
    guard last > head, let name = names.firstIndex(endingAt: last + 1),
      names[name].type == .person
    else { return head }
    return self.head(of: names[name].words)
  }
}
