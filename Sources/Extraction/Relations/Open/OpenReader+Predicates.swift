extension OpenReader {
  /// Reads a predicate of known subjects, after the words of the predicates and arguments above it.
  mutating func read(
    _ predicate: Int, of subjects: [Int], after prefix: Prefix, marks: [Int] = [], depth: Int
  ) {
    var base = prefix + (marks + group(of: predicate)).sorted()
    base.predicate = prefix.predicate ?? predicate
    if base.words.count > Self.longestPhrase || remaining == 0 { return }
    let lender = lender(to: predicate)
    // What stands between the predicate and its further arguments.
    var between: [Int] = []
    if isCopular(predicate) {
      base = base + prepositions(of: predicate)
      if !isPartial(predicate) { add(subjects, base, predicate) }
      between = Array(spans.argument(predicate).words)
      if words[predicate].part != .adjective {
        readPhrases(in: predicate, of: subjects, after: base + spans.core(of: predicate), depth: depth)
      }
    } else {
      between = readObjects(of: lender ?? predicate, subjects: subjects, base: base, depth: depth)
    }
    base = base + between
    readObliques(
      of: lender ?? predicate, subjects: subjects, after: base, isBare: between.isEmpty, depth: depth)
    if depth >= Self.deepest { return }
    for dependent in document.dependents(of: predicate) {
      switch words[dependent].relation {
      case "xcomp" where isVerb(dependent) || isCopular(dependent):
        read(dependent, of: subjects, after: base, marks: self.marks(of: dependent), depth: depth + 1)
      case "advcl" where isPredicate(dependent) && !hasSubject(dependent):
        readAdverbial(dependent, of: subjects, after: base, depth: depth)
      case "conj" where isPredicate(dependent) && !hasSubject(dependent):
        read(dependent, of: subjects, after: prefix, marks: marks, depth: depth + 1)
      default: break
      }
    }
  }

  /// The predicate whose objects are this one's too: "painted and sold the boats", "were aided and encouraged by Britain".
  private func lender(to predicate: Int) -> Int? {
    guard isVerb(predicate) else { return nil }
    var last: Int?
    for dependent in document.dependents(of: predicate) where dependent > predicate {
      switch words[dependent].relation {
      case "punct", "cc", "advmod": continue
      case "conj"
      where isVerb(dependent) && !hasSubject(dependent)
        && words[dependent].verbForm == words[predicate].verbForm:
        last = dependent
      default: return last
      }
    }
    return last
  }

  /// "able to reinforce", "aware of injuries": an adjective that says little without what follows.
  private func isPartial(_ predicate: Int) -> Bool {
    guard words[predicate].part == .adjective else { return false }
    return document.dependents(of: predicate).contains { dependent in
      guard dependent > predicate else { return false }
      switch words[dependent].relation {
      case "xcomp": return true
      case "advcl": return !marks(of: dependent).isEmpty && !hasSubject(dependent)
      default:
        return words[dependent].hangs(by: "obl")
          && prepositions(of: dependent).last.map {
            WordList.partialPreposition.contains(words[$0].lower)
          } ?? false
      }
    }
  }

  /// "by erecting a shrine", "to promote diets": of the same subject, alone or behind the predicate above.
  private mutating func readAdverbial(_ clause: Int, of subjects: [Int], after above: Prefix, depth: Int) {
    let marks = marks(of: clause)
    if !marks.isEmpty { read(clause, of: subjects, after: above, marks: marks, depth: depth + 1) }
    if words[clause].verbForm == .gerund,
      marks.allSatisfy({ WordList.assertingConjunction.contains(words[$0].lower) })
    {
      read(clause, of: subjects, after: Prefix(), depth: depth + 1)
    }
  }

  /// Reads the objects; what comes back stands between the predicate and its further arguments.
  private mutating func readObjects(of predicate: Int, subjects: [Int], base: Prefix, depth: Int) -> [Int] {
    var between: [Int] = []
    for dependent in document.dependents(of: predicate) {
      switch words[dependent].relation {
      case "iobj": between += spans.core(of: dependent)
      case "obj":
        let targets = document.resolved(dependent)
        for object in targets.flatMap({ members(of: $0) }) {
          add(subjects, base + between, object)
          // What is inside an antecedent is told where it stands.
          if targets == [dependent] {
            readPhrases(
              in: object, of: subjects, after: base + between + spans.core(of: object), depth: depth)
          }
        }
        between += spans.argument(targets.first ?? dependent).words
      case "xcomp" where !isVerb(dependent) && !isCopular(dependent) && marks(of: dependent).isEmpty:
        between += readComplement(dependent, subjects: subjects, base: base + between, depth: depth)
      default: break
      }
    }
    if between.isEmpty, let antecedent = openObject(of: predicate) {
      for object in members(of: antecedent) { add(subjects, base, object) }
      between += spans.argument(antecedent).words
    }
    return between
  }

  /// "became a justice", "call the street Route 15", "remains dull".
  private mutating func readComplement(_ complement: Int, subjects: [Int], base: Prefix, depth: Int) -> [Int]
  {
    let prepositions = prepositions(of: complement)
    for member in members(of: complement) {
      if !isPartial(member) { add(subjects, base + prepositions, member) }
      readPhrases(in: member, of: subjects, after: base + prepositions + spans.core(of: member), depth: depth)
    }
    let between = prepositions + spans.argument(complement).words
    readObliques(of: complement, subjects: subjects, after: base + between, isBare: false, depth: depth)
    return between
  }

  /// "the gimmicks she used": the antecedent fills the place that the clause leaves open.
  private func openObject(of verb: Int) -> Int? {
    guard words[verb].hangs(by: "acl:relcl"), words[verb].head >= 0, !document.tree.isPassive(verb) else {
      return nil
    }
    let antecedent = words[verb].head
    return clauses.arguments(of: verb)["object"].contains(antecedent) ? antecedent : nil
  }

  /// Each phrase with a preposition, and each time without one, is an argument of its own.
  private mutating func readObliques(
    of predicate: Int, subjects: [Int], after base: Prefix, isBare: Bool, depth: Int
  ) {
    // "headed for Wall Street in 1980": the time is that of the whole event.
    var first: [Int] = []
    for dependent in document.dependents(of: predicate)
    where words[dependent].hangs(by: "obl") && !isAside(dependent) {
      let targets = document.resolved(dependent)
      for target in targets.flatMap({ places(of: $0) }) {
        let own = target == targets.first ? [] : prepositions(of: target)
        let prepositions = own.isEmpty ? prepositions(of: dependent) : own
        let before = isTime(target) ? base + first : base
        add(subjects, before + prepositions, target)
        if targets == [dependent] {
          readPhrases(
            in: target, of: subjects, after: before + prepositions + spans.core(of: target), depth: depth)
        }
      }
      if isBare, first.isEmpty, dependent > predicate, !isTime(dependent), targets == [dependent] {
        let prepositions = prepositions(of: dependent)
        if !prepositions.isEmpty { first = prepositions + spans.argument(dependent).words }
      }
    }
  }

  /// The members of a list of phrases, and the wider place behind a comma: "in San Francisco, California".
  private func places(of word: Int) -> [Int] {
    var result = members(of: word)
    if words[word].part == .properNoun {
      result += document.dependents(of: word).filter {
        $0 > word && words[$0].part == .properNoun && !spans.isSameName(word, $0)
          && (words[$0].relation == "nmod:unmarked" || words[$0].relation == "appos")
          && words[$0 - 1].lower == ","
      }
    }
    return result
  }

  private func isTime(_ word: Int) -> Bool {
    words[word].shape.contains(.number) || WordList.timeNoun.contains(words[word].lemma)
  }

  /// "for example", "as a result", "according to officials": it joins sentences or names their source, and is no part of what is said.
  private func isAside(_ word: Int) -> Bool {
    guard let preposition = prepositions(of: word).first else { return false }
    return words[preposition].lower == English.according
      || WordList.discourse.contains(words[preposition].lower + " " + words[word].lemma)
  }

  /// The phrases and clauses inside an argument are said of the same subject: "is the capital of".
  private mutating func readPhrases(in argument: Int, of subjects: [Int], after base: Prefix, depth: Int) {
    guard depth < Self.deepest, base.words.count <= Self.longestPhrase, remaining > 0 else { return }
    for dependent in document.dependents(of: argument)
    where dependent > argument && !spans.isSameName(argument, dependent) {
      let word = words[dependent]
      if word.hangs(by: "nmod"), word.relation != "nmod:poss" {
        let prepositions = prepositions(of: dependent)
        if prepositions.isEmpty { continue }
        for target in members(of: dependent) {
          add(subjects, base + prepositions, target)
          readPhrases(
            in: target, of: subjects, after: base + prepositions + spans.core(of: target), depth: depth + 1)
        }
      } else if word.relation == "acl", depth == 0, isVerb(dependent), !hasSubject(dependent) {
        read(dependent, of: subjects, after: base, marks: self.marks(of: dependent), depth: depth + 1)
      }
    }
  }

  /// The prepositions before a phrase, with the words that are fixed to them.
  func prepositions(of word: Int) -> [Int] { document.tree.introducers(of: word, by: "case") }

  /// The words that introduce a clause.
  func marks(of word: Int) -> [Int] { document.tree.introducers(of: word, by: "mark") }
}
