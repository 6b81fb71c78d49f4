extension ClauseReading {
  /// The words that a noun is said of: "Qatar" for "patron" in "Qatar is the patron", "Qatar, the patron", "Qatar became the patron",
  /// "Qatar acts as patron", "patron Qatar".
  ///
  /// Without the noun itself; the nearest statement comes first.
  func readIdentities(of noun: Int) -> [Int] {
    var found: [Int] = []
    func add(_ words: [Int]) {
      // The word above may be none: what a speaker's label or a mark of layout stood over.
      for word in words where word >= 0 && word != noun && !found.contains(word) { found.append(word) }
    }
    let dependents = document.dependents(of: noun)
    // "Oslo is in the province of Akershus" says where it is.
    let isPlaced = tree.preposition(of: noun).map { WordList.locativePreposition.contains($0) } ?? false
    if document.hasCopula(noun), !isPlaced { add(subjects(of: noun)) }
    add(dependents.filter { words[$0].hangs(by: "appos") })
    addInverted(of: noun, to: &found)
    let word = words[noun]
    if let named = namesBehind(noun) { add([named]) }
    if isOfPerson(noun), let name = document.nameBehindDescription(noun) { add([name]) }
    guard word.head >= 0 else {
      // A noun without a verb: a headline, a caption.
      return found
    }
    let head = word.head
    // "the physicist Anna Berg" with both as parts of a list or both as subjects: nothing stands between them.
    let isTitle =
      noun + 1 < words.count && words[noun + 1].part == .properNoun && words[noun + 1].head == head
      && words[noun + 1].relation == word.relation
    if isTitle {
      add([noun + 1])
      if word.relation == "conj" { return found }
    }
    // "Norway is one of the main investors": one of those is what they are.
    if word.hangs(by: "nmod"), words[head].lower == English.one || words[head].lower == English.some,
      tree.preposition(of: noun) == English.of
    {
      add(identities(of: head))
    }
    switch word.relation {
    case "appos":
      // "the west of Norway, a province": a country is no province, so that goes back to what is in the west.
      if WordList.placeNoun.contains(word.lemma),
        lexicon.country(named: document.surface(head..<head + 1)) != nil,
        words[head].hangs(by: "nmod"), words[head].head >= 0
      {
        add(identities(of: words[head].head))
        return found
      }
      add([head])
      // "X, the head of A, a scientist": all of them are said of X.
      if words[head].relation == "appos" { add([words[head].head]) }
      add(
        document.dependents(of: head).filter {
          $0 != noun && words[$0].hangs(by: "appos") && words[$0].part == .properNoun
        })
    case "conj" where dependents.contains { WordList.otherAdjective.contains(words[$0].lower) }:
      // "the Census Bureau and other agencies": all before them are such.
      add([head] + document.dependents(of: head).filter { words[$0].relation == "conj" && $0 < noun })
    case "conj":
      // "the King of Sweden Carl Berg" has a name of its own and takes none of its neighbour's.
      let isTaken =
        found.contains { $0 > noun && words[$0].part == .properNoun }
        || dependents.contains { $0 > noun && words[$0].part == .properNoun && words[$0].relation == "flat" }
      if !isTaken,
        words[head].part == .noun || words[head].part == .properNoun || words[head].part == .adjective
      {
        // "a writer and politician" is one; "the writer and the politician" are two.
        if words[head].part != .properNoun {
          let shared = identities(of: head)
          if document.dependents(of: head).contains(where: {
            words[$0].relation == "cop" || words[$0].relation == "case"
          })
            || words[head].relation == "appos" || !dependents.contains(where: { words[$0].relation == "det" })
          {
            add(shared)
          }
        } else if words[head].relation == "appos" {
          add(identities(of: head))
        }
      }
    case "compound", "flat", "nmod:desc":
      // "Foreign Minister Anna Berg": a title before the name that it belongs to.
      if words[head].part == .properNoun, head > noun { add([head]) }
    case "xcomp":
      add(subjects(of: noun))
    case "nsubj":
      if let name = nameSaidToBe(noun) { add([name]) }
    case "acl", "advcl":
      if dependents.contains(where: { words[$0].relation == "case" && words[$0].lower == English.as }) {
        add([head])
      }
    case "obj":
      if WordList.becomingVerb.contains(words[head].lemma) { add(subjects(of: head)) }
    default: break
    }
    if word.hangs(by: "obl") || word.hangs(by: "nmod") || word.relation == "xcomp",
      tree.preposition(of: noun) == English.as
    {
      // "appointed him as director" is of him, "served as director" and "was appointed as director" of the subject.
      var verb = head
      if words[verb].part == .noun, words[verb].hangs(by: "obj") { verb = words[verb].head }
      if verb >= 0, words[verb].part == .verb {
        let clause = arguments(of: verb)
        add(
          WordList.namingVerb.contains(words[verb].lemma) || tree.isPassive(verb)
            ? clause["object"] : clause["subject"])
        if found.isEmpty { add(clause["subject"]) }
      } else if verb >= 0 {
        let owner = arguments(of: verb)
        add(owner["possessive"] + owner["subject"] + owner[English.of])
      }
    }
    // "President Anna Berg" with the title as the head.
    add(
      dependents.filter {
        $0 > noun && (words[$0].relation == "flat" || words[$0].relation == "nmod:desc")
          && words[$0].part == .properNoun
      })
    return found
  }

  private func isOfPerson(_ noun: Int) -> Bool {
    WordList.role.contains(words[noun].lemma) || WordList.profession.contains(words[noun].lemma)
      || WordList.personNoun.contains(words[noun].lemma)
  }

  /// Who stands behind the copula where no subject stands before it: "Among her students were the physicist Anna Berg and X".
  private func addInverted(of noun: Int, to found: inout [Int]) {
    let dependents = document.dependents(of: noun)
    guard let copula = document.dependent(of: noun, "cop"), copula > noun,
      document.dependent(of: noun, "nsubj") == nil
    else { return }
    for dependent in dependents
    where dependent > copula && words[dependent].isNominal && tree.preposition(of: dependent) == nil {
      found += document.dependents(of: dependent).filter { words[$0].hangs(by: "appos") }
      found.append(dependent)
    }
  }

  /// "The founder is Anna Berg", "A third founder is Anna Berg", "Anna Berg, in her youth the best player, wrote": the name that the subject of a clause is said to be.
  private func nameSaidToBe(_ noun: Int) -> Int? {
    let head = words[noun].head
    if document.hasCopula(head), head > noun, words[head].part == .properNoun,
      tree.preposition(of: head) == nil,
      document.names.firstIndex(holding: head) != nil,
      document.dependents(of: noun).contains(where: {
        words[$0].lower == English.the || words[$0].relation == "nmod:poss"
          // "Another ally is Denmark".
          || WordList.nextInCount.contains(words[$0].lower)
      })
    {
      return head
    }
    let end = document.subtree(of: noun).upperBound
    guard let first = document.dependents(of: head).first(where: { words[$0].relation == "nsubj" }),
      first < noun,
      end < words.count, words[end].lower == ",", (first..<noun).contains(where: { words[$0].lower == "," })
    else { return nil }
    return first
  }

  /// "two daughters, Klara and Magda": the name behind a plural and a comma, wherever the parser hung it.
  private func namesBehind(_ noun: Int) -> Int? {
    guard words[noun].lower != words[noun].lemma,
      words[noun].hangs(by: "obj") || words[noun].hangs(by: "obl"),
      noun + 2 < words.count, words[noun + 1].lower == "," || words[noun + 1].lower == ":",
      let index = document.names.firstIndex(startingAt: noun + 2),
      document.names[index].type == .person || words[noun + 1].lower == ":"
    else { return nil }
    return document.head(of: document.names[index].words)
  }
}
