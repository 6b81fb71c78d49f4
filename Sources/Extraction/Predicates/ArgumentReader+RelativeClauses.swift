extension ArgumentReader {
  /// The word itself, or what a relative pronoun stands for.
  func resolved(_ word: Int) -> [Int] {
    guard isRelativePronoun(word) else { return [word] }
    return antecedent(of: word).map { [$0] } ?? []
  }

  func isRelativePronoun(_ word: Int) -> Bool {
    switch words[word].part {
    case .pronoun, .determiner, .subordinator: document.isRelativePronoun(word)
    default: false
    }
  }

  /// What the relative clause that a word stands in belongs to.
  func antecedent(of word: Int) -> Int? {
    var verb = word
    for _ in 0..<Self.deepest {
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
    guard let pronoun = document.dependents(of: verb).first(where: { words[$0].lower == English.who }) else {
      return head
    }
    var last = pronoun - 1
    if last > head, words[last].lower == "," { last -= 1 }
    guard last > head, let name = document.names.firstIndex(endingAt: last + 1),
      document.names[name].type == .person
    else { return head }
    return document.head(of: document.names[name].words)
  }

  func isConjunctOfRelative(_ verb: Int) -> Bool {
    words[verb].relation == "conj" && words[verb].head >= 0
      && words[words[verb].head].hangs(by: "acl:relcl")
  }

  /// "the man she married", "the city where she lives": the antecedent fills the role that the clause leaves open.
  func addAntecedent(of verb: Int, to found: inout Arguments) {
    guard let antecedent = antecedent(of: verb) else { return }
    if document.dependents(of: verb).contains(where: {
      words[$0].lower == English.where && words[$0].hangs(by: "advmod")
    }) {
      found.add(English.in, antecedent)
      return
    }
    let hasRelative = document.dependents(of: verb).contains { isRelativePronoun($0) }
    if hasRelative || found.has("object") || surfaceSubjects(of: verb).contains(antecedent) { return }
    // A preposition without a phrase takes the antecedent: "the city she lived in".
    if let preposition = document.dependents(of: verb).first(where: {
      $0 > verb && words[$0].part == .adposition && document.dependents(of: $0).isEmpty
        && words[$0].relation != "compound:prt"
    }) {
      found.add(words[preposition].lower, antecedent)
    } else if words[verb].hangs(by: "acl:relcl"), document.dependent(of: verb, "nsubj") != nil,
      !isPassive(verb)
    {
      found.add("object", antecedent)
    }
  }
}
