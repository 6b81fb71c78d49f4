extension ClauseReading {
  /// The words in the place of a predicate's subject, by its own words or by those of the clause that it is part of.
  func readSubjects(of predicate: Int) -> [Int] {
    if let own = ownSubject(of: predicate) { return own }
    let word = words[predicate]
    let head = word.head
    guard head >= 0 else { return [] }
    switch word.relation {
    case "conj":
      if let outer = clauseAround(predicate) { return subjects(of: outer) }
      let isClause =
        words[head].part == .verb || words[head].part == .auxiliary || tree.isNominalClause(head)
      return isClause ? subjects(of: head) : []
    case "xcomp": return controller(of: predicate, in: head)
    case "ccomp" where predicate < head:
      // "Norway has imposed sanctions, the palace said": a subject before both clauses belongs to the first.
      let subjects = document.dependents(of: head).filter { words[$0].hangs(by: "nsubj") && $0 < head }
      guard subjects.count > 1, let first = subjects.first, first < predicate else { return [] }
      return document.resolved(first)
    case "advcl": return subjects(ofAdverbial: predicate, in: head)
    case "acl":
      let hasMark = document.dependent(of: predicate, "mark") != nil
      if !hasMark, word.verbForm == .gerund || word.verbForm == .participle || word.part == .adjective {
        return [head]
      }
      // "an attempt to destabilise", "willingness to help": of whose it is.
      let owner = arguments(of: head)
      let owners = owner["possessive"] + owner["subject"]
      return owners.isEmpty ? owner["nationality"] : owners
    case "acl:relcl": return [head]
    case "amod":
      return word.verbForm == .gerund || word.verbForm == .participle || word.part == .adjective ? [head] : []
    default: return []
    }
  }

  private func ownSubject(of predicate: Int) -> [Int]? {
    var subject: Int?
    for dependent in document.dependents(of: predicate) where words[dependent].hangs(by: "nsubj") {
      // Of two subjects the parser hung on one verb, the nearest before it is its own.
      if subject == nil || dependent < predicate { subject = dependent }
    }
    guard let subject else { return nil }
    // "Anna Berg, in her youth a painter, wrote": what stands between commas only describes the first.
    if predicate > 0, words[predicate - 1].lower == ",", subject < predicate,
      let first = document.dependent(of: predicate, "nsubj"), first < subject
    {
      return document.resolved(first)
    }
    return document.resolved(subject)
  }

  private func subjects(ofAdverbial predicate: Int, in head: Int) -> [Int] {
    let mark = document.dependent(of: predicate, "mark")
    if let mark, WordList.objectControlPreposition.contains(words[mark].lower),
      let object = document.dependent(of: head, "obj")
    {
      return document.resolved(object)
    }
    // "A camp was attacked by rebels, killing ten": those who attacked killed.
    if mark == nil, words[predicate].verbForm == .gerund, words[head].part == .verb, tree.isPassive(head) {
      return arguments(of: head)["subject"]
    }
    return tree.isNominalClause(head) || words[head].part == .verb ? subjects(of: head) : []
  }

  /// "She died in Oslo, where Karl lived, and is buried in Odense": behind a relative clause between commas the main clause goes on.
  private func clauseAround(_ verb: Int) -> Int? {
    let first = words[verb].head
    guard words[first].hangs(by: "acl:relcl"), words[first].head >= 0,
      let coordinator = document.dependents(of: verb).first(where: { words[$0].relation == "cc" }),
      coordinator > 0, words[coordinator - 1].lower == ",",
      document.dependents(of: verb).contains(where: {
        words[$0].hangs(by: "aux") || words[$0].relation == "cop"
      })
        || words[verb].verbForm == .past || words[verb].verbForm == .presentThird
    else { return nil }
    let start = document.subtree(of: first).lowerBound
    guard start > 0, words[start].lower == "," || words[start - 1].lower == "," else { return nil }
    var outer = words[first].head
    for _ in 0..<Self.deepest {
      if words[outer].part == .verb, words[outer].relation == "root" || words[outer].relation == "conj" {
        return outer
      }
      outer = words[outer].head
      if outer < 0 { return nil }
    }
    return nil
  }

  /// Who does what an open complement says: the object of the verb above where there is one, else its subject.
  private func controller(of complement: Int, in verb: Int) -> [Int] {
    if words[verb].part == .verb, !WordList.subjectControlVerb.contains(words[verb].lemma),
      let object = document.dependents(of: verb).first(where: {
        words[$0].relation == "obj" || words[$0].relation == "iobj"
      })
    {
      return document.resolved(object)
    }
    return subjects(of: verb)
  }
}
