extension ClauseReading {
  /// The arguments of a noun: of what stands in its phrase, and of the light verb that it makes a predicate with.
  func argumentsOfNoun(_ noun: Int, depth: Int) -> Arguments {
    var found = Arguments()
    addPhrase(of: noun, to: &found, depth: depth)
    // "the founder and leader of X", "the X leader and founder": conjuncts share what only one of them has.
    for other in conjuncts(of: noun) where found.all.isEmpty || other > noun {
      var shared = Arguments()
      addPhrase(of: other, to: &shared, depth: depth)
      if other > noun {
        // Only what ends the list is shared backwards.
        found.addMissing(from: shared) { role in
          !["possessive", "compound", "nationality", "subject", "modifier"].contains(role)
        }
      } else {
        found.addMissing(from: shared) { $0 != "modifier" }
      }
    }
    addLightVerb(of: noun, to: &found, depth: depth)
    addGovernor(of: noun, to: &found)
    if words[noun].part == .properNoun { addNameParts(of: noun, to: &found) }
    addController(of: noun, to: &found)
    return found
  }

  /// What a phrase with a preposition hangs on, and the preposition: "under the leadership of X" has what X leads as its governor.
  private func addGovernor(of noun: Int, to found: inout Arguments) {
    let word = words[noun]
    guard word.head >= 0, word.hangs(by: "nmod") || word.hangs(by: "obl"), word.relation != "nmod:poss",
      let preposition = document.dependents(of: noun).first(where: { words[$0].relation == "case" })
    else { return }
    found.add("case", preposition)
    found.add("governor", word.head)
  }

  /// "Despite good relations with Russia, the Taliban …", "grew strong under the auspices of Norway": whose a thing beside a clause is,
  /// where its own phrase does not say it, is the clause's subject.
  private func addController(of noun: Int, to found: inout Arguments) {
    let verb = words[noun].head
    // "Norway in its fight against Sweden".
    if verb >= 0, words[noun].hangs(by: "nmod"), words[verb].isNominal,
      tree.preposition(of: noun) == English.in
    {
      found.add("controller", verb)
    }
    guard verb >= 0, words[noun].hangs(by: "obl"),
      words[verb].part == .verb || words[verb].part == .auxiliary, tree.preposition(of: noun) != nil,
      ![English.by, "nationality", "subject"].contains(where: found.has),
      found["possessive"].allSatisfy({ words[$0].part == .pronoun })
    else { return }
    found.add("controller", arguments(of: verb)[tree.isPassive(verb) ? "object" : "subject"])
  }

  private func addPhrase(of noun: Int, to found: inout Arguments, depth: Int) {
    // "The headquarters of Siemens is in Munich."
    if words[noun].hangs(by: "nsubj"), words[noun].head > noun,
      let role = tree.preposition(of: words[noun].head), document.hasCopula(words[noun].head)
    {
      found.add(role, document.resolved(words[noun].head))
    }
    if document.hasCopula(noun) { found.add("subject", subjects(of: noun)) }
    addAgentBehind(noun, to: &found)
    for dependent in document.dependents(of: noun) {
      switch words[dependent].relation {
      case "nmod:poss": addOwner(dependent, of: noun, to: &found)
      case "compound", "compound:prt", "nmod:desc": addCompound(dependent, of: noun, to: &found)
      case "nummod", "advmod", "det": found.add("modifier", dependent)
      case "case": found.add("case", dependent)
      case "amod":
        found.add("modifier", dependent)
        if isNationality(dependent, of: noun) { found.add("nationality", dependent) }
      case "acl", "acl:relcl": addClause(dependent, behind: noun, to: &found, depth: depth)
      default: addPrepositional(dependent, of: noun, to: &found)
      }
    }
  }

  /// "Norway's leader", "whose leader": the antecedent's.
  private func addOwner(_ owner: Int, of noun: Int, to found: inout Arguments) {
    found.add("possessive", document.resolved(owner))
    if words[noun].relation == "conj", words[noun].head >= 0,
      document.sharedPossession(of: words[noun].head) == noun
    {
      found.add("possessive", words[noun].head)
    }
  }

  private func addCompound(_ word: Int, of noun: Int, to found: inout Arguments) {
    // What stands behind a noun does not modify it: the parser joined two phrases.
    if words[word].relation == "compound", word > noun, words[word].part != .properNoun { return }
    found.add("modifier", word)
    if words[word].part != .verb { found.add("compound", word) }
    // "Taliban" of "Taliban representative office" may hang on the noun between.
    if words[word].part == .noun {
      found.add("compound", document.dependents(of: word).filter { words[$0].relation == "compound" })
    }
  }

  /// "the Norwegian office"; of "Free Polish Army" nobody knows whose it is.
  private func isNationality(_ word: Int, of noun: Int) -> Bool {
    let isInside = document.names.firstIndex(holding: noun).map {
      document.names[$0].words.contains(word) && document.names[$0].words.lowerBound < word
    }
    return isInside != true && lexicon.country(ofDemonym: words[word].lower) != nil
  }

  /// "the attack carried out by X", "the agreement that X signed with Y", "a threat to attack".
  private func addClause(_ verb: Int, behind noun: Int, to found: inout Arguments, depth: Int) {
    if depth < Self.deepest, WordList.lightVerb.contains(words[verb].lemma) || tree.isPassive(verb) {
      let clause = readArguments(of: verb, depth: depth + 1)
      if clause["object"].contains(noun) {
        found.addMissing(from: clause) { $0 != "object" && $0 != "complement" }
      }
    }
    if let mark = document.dependent(of: verb, "mark"), words[mark].lower != English.to {
      found.add(words[mark].lower, verb)
    } else if tree.isOpenClause(verb) {
      found.add("clause", verb)
    }
  }

  private func addPrepositional(_ word: Int, of noun: Int, to found: inout Arguments) {
    guard words[word].hangs(by: "nmod") || words[word].hangs(by: "obl"), let role = tree.preposition(of: word)
    else { return }
    // "the community of Spain in Rome": no country lies in a town.
    if role == English.in, words[noun].part == .properNoun, lexicon.country(named: words[noun].lower) != nil {
      return
    }
    found.add(role, document.resolved(word))
    // "the killing of Karl Holm by rebels": a name takes no complements; what stands behind it belongs to the noun.
    guard words[word].part == .properNoun else { return }
    for other in document.dependents(of: word) where other > word && words[other].hangs(by: "nmod") {
      if let role = tree.preposition(of: other), WordList.complementPreposition.contains(role) {
        found.add(role, document.resolved(other))
      }
    }
  }

  /// "condemned the attack by rebels": what stands right behind a verb's object the tree may hang on the verb, whose agent is its subject.
  private func addAgentBehind(_ noun: Int, to found: inout Arguments) {
    let verb = words[noun].head
    guard range.contains(verb), words[noun].relation == "obj", words[verb].part == .verb,
      !tree.isPassive(verb)
    else {
      return
    }
    let end = document.subtree(of: noun).upperBound
    for dependent in document.dependents(of: verb)
    where words[dependent].hangs(by: "obl") && tree.preposition(of: dependent) == English.by
      && document.subtree(of: dependent).lowerBound == end
    {
      found.add(English.by, document.resolved(dependent))
    }
  }

  private func conjuncts(of noun: Int) -> [Int] {
    var result: [Int] = []
    if words[noun].relation == "conj", words[noun].head >= 0, words[words[noun].head].part == words[noun].part
    {
      result.append(words[noun].head)
    }
    return result + tree.coordinates(of: noun).filter { words[$0].part == words[noun].part }
  }

  /// "X has an agreement with Y", "X entered into conflict with Y", "X is in a dispute with Y".
  private func addLightVerb(of noun: Int, to found: inout Arguments, depth: Int) {
    // "a kind of agreement", "a series of attacks": the noun before "of" only counts or sorts.
    var top = noun
    while words[top].hangs(by: "nmod"), words[top].head >= 0, tree.preposition(of: top) == English.of,
      WordList.transparentNoun.contains(words[words[top].head].lemma)
    { top = words[top].head }
    if top != noun { found.addMissing(from: argumentsOfPhrase(top, depth: depth)) { $0 != English.of } }
    if words[top].relation == "conj", words[top].head >= 0, words[words[top].head].hangs(by: "obj") {
      top = words[top].head
    }
    let verb = words[top].head
    if verb < 0 {
      if tree.preposition(of: top) != nil { found.add("subject", subjects(of: top)) }
      return
    }
    if words[top].hangs(by: "obj") || words[top].relation == "nsubj:pass" {
      guard WordList.lightVerb.contains(words[verb].lemma) else { return }
      addClause(of: verb, to: &found)
    } else if words[top].hangs(by: "obl"), let preposition = tree.preposition(of: top),
      WordList.lightVerbWithPreposition.contains(words[verb].lemma + " " + preposition)
    {
      addClause(of: verb, to: &found)
    } else if tree.preposition(of: top) != nil,
      document.dependents(of: top).contains(where: {
        words[$0].relation == "cop" || words[$0].hangs(by: "nsubj")
      })
    {
      found.add("subject", subjects(of: top))
    }
  }

  private func argumentsOfPhrase(_ noun: Int, depth: Int) -> Arguments {
    var found = Arguments()
    addPhrase(of: noun, to: &found, depth: depth)
    return found
  }

  private func addClause(of verb: Int, to found: inout Arguments) {
    let clause = arguments(of: verb)
    // "launched its attack": the pronoun says no other than the subject.
    let owners = found["possessive"].filter { words[$0].part != .pronoun }
    if owners.isEmpty && !found.has(English.by) { found.add("subject", clause["subject"]) }
    found.addMissing(from: clause) { role in
      role != "object" && role != "subject" && role != "complement" && role != "modifier"
    }
  }

}
