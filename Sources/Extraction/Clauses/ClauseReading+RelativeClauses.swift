extension ClauseReading {
  func isConjunctOfRelative(_ verb: Int) -> Bool {
    words[verb].relation == "conj" && words[verb].head >= 0
      && words[words[verb].head].hangs(by: "acl:relcl")
  }

  /// "the man she married", "the city where she lives": the antecedent fills the role that the clause leaves open.
  func addAntecedent(of verb: Int, to found: inout Arguments) {
    guard let antecedent = document.antecedent(of: verb) else { return }
    if document.dependents(of: verb).contains(where: {
      words[$0].lower == English.where && words[$0].hangs(by: "advmod")
    }) {
      found.add(English.in, antecedent)
      return
    }
    let hasRelative = document.dependents(of: verb).contains { document.isRelativePronoun($0) }
    if hasRelative || found.has("object") || subjects(of: verb).contains(antecedent) { return }
    // A preposition without a phrase takes the antecedent: "the city she lived in".
    if let preposition = document.dependents(of: verb).first(where: {
      $0 > verb && words[$0].part == .adposition && document.dependents(of: $0).isEmpty
        && words[$0].relation != "compound:prt"
    }) {
      found.add(words[preposition].lower, antecedent)
    } else if words[verb].hangs(by: "acl:relcl"), document.dependent(of: verb, "nsubj") != nil,
      !tree.isPassive(verb)
    {
      found.add("object", antecedent)
    }
  }
}
