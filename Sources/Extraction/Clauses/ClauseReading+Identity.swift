extension ClauseReading {
  /// The words that a noun is said of: "Qatar" for "patron" in "Qatar is the patron", "Qatar, the patron", "Qatar became the patron",
  /// "Qatar acts as patron", "patron Qatar".
  ///
  /// Without the noun itself; the nearest statement comes first.
  func readIdentities(of noun: Int) -> [Int] {
    var found = IdentitiesFound(noun: noun)
    addOwn(to: &found)
    // A noun without a verb may head a headline or a caption.
    guard words[noun].head >= 0 else { return found.words }
    if isTitle(noun) {
      found.add([noun + 1])
      if words[noun].relation == "conj" { return found.words }
    }
    addWhole(to: &found)
    if let region = regionDescribed(by: noun) {
      found.add(identities(of: region))
      return found.words
    }
    addAbove(to: &found)
    addRole(to: &found)
    // "President Anna Berg" with the title as the head.
    found.add(
      document.dependents(of: noun).filter {
        $0 > noun && (words[$0].relation == "flat" || words[$0].relation == "nmod:desc")
          && words[$0].part == .properNoun
      })
    return found.words
  }

  /// The words that a noun is said of, as far as they are found.
  private struct IdentitiesFound {
    let noun: Int
    var words: [Int] = []

    mutating func add(_ others: [Int]) {
      // The word above may be none: what a speaker's label or a mark of layout stood over.
      for word in others where word >= 0 && word != noun && !words.contains(word) { words.append(word) }
    }
  }

  /// What the noun's own phrase says: "Qatar is the patron", "the patron, Qatar".
  private func addOwn(to found: inout IdentitiesFound) {
    let noun = found.noun
    // "Oslo is in the province of Akershus" says where it is.
    let isPlaced = tree.preposition(of: noun).map { WordList.locativePreposition.contains($0) } ?? false
    if document.hasCopula(noun), !isPlaced { found.add(subjects(of: noun)) }
    found.add(document.dependents(of: noun).filter { words[$0].hangs(by: "appos") })
    addInverted(of: noun, to: &found.words)
    if let named = namesBehind(noun) { found.add([named]) }
    if isOfPerson(noun), let name = document.nameBehindDescription(noun) { found.add([name]) }
  }

  /// "the physicist Anna Berg" with both as parts of a list or both as subjects: nothing stands between them.
  private func isTitle(_ noun: Int) -> Bool {
    noun + 1 < words.count && words[noun + 1].part == .properNoun && words[noun + 1].head == words[noun].head
      && words[noun + 1].relation == words[noun].relation
  }

  /// "Norway is one of the main investors": one of those is what they are.
  private func addWhole(to found: inout IdentitiesFound) {
    let head = words[found.noun].head
    if words[found.noun].hangs(by: "nmod"),
      words[head].lower == English.one || words[head].lower == English.some,
      tree.preposition(of: found.noun) == English.of
    {
      found.add(identities(of: head))
    }
  }

  /// "the west of Norway, a province": a country is no province, so that goes back to what is in the west.
  private func regionDescribed(by noun: Int) -> Int? {
    let head = words[noun].head
    guard words[noun].relation == "appos", WordList.placeNoun.contains(words[noun].lemma),
      lexicon.country(named: document.surface(head..<head + 1)) != nil, words[head].hangs(by: "nmod"),
      words[head].head >= 0
    else { return nil }
    return words[head].head
  }

  /// What a noun is said of by how it hangs on the word above it.
  private func addAbove(to found: inout IdentitiesFound) {
    let noun = found.noun
    let head = words[noun].head
    switch words[noun].relation {
    case "appos": addApposed(to: &found)
    case "conj": addCoordinated(to: &found)
    case "compound", "flat", "nmod:desc":
      // "Foreign Minister Anna Berg": a title before the name that it belongs to.
      if words[head].part == .properNoun, head > noun { found.add([head]) }
    case "xcomp": found.add(subjects(of: noun))
    case "nsubj": if let name = nameSaidToBe(noun) { found.add([name]) }
    case "acl", "advcl":
      let isRole = document.dependents(of: noun).contains {
        words[$0].relation == "case" && words[$0].lower == English.as
      }
      if isRole { found.add([head]) }
    case "obj": if WordList.becomingVerb.contains(words[head].lemma) { found.add(subjects(of: head)) }
    default: break
    }
  }

  /// "X, the patron": of X, and of what X is said of beside it.
  private func addApposed(to found: inout IdentitiesFound) {
    let noun = found.noun
    let head = words[noun].head
    found.add([head])
    // "X, the head of A, a scientist": all of them are said of X.
    if words[head].relation == "appos" { found.add([words[head].head]) }
    found.add(
      document.dependents(of: head).filter {
        $0 != noun && words[$0].hangs(by: "appos") && words[$0].part == .properNoun
      })
  }

  /// "A writer and politician" is one; "the writer and the politician" are two.
  private func addCoordinated(to found: inout IdentitiesFound) {
    let noun = found.noun
    let head = words[noun].head
    let dependents = document.dependents(of: noun)
    if dependents.contains(where: { WordList.otherAdjective.contains(words[$0].lower) }) {
      // "the Census Bureau and other agencies": all before them are such.
      found.add([head] + tree.coordinates(of: head).filter { $0 < noun })
      return
    }
    // "the King of Sweden Carl Berg" has a name of its own and takes none of its neighbour's.
    let isTaken =
      found.words.contains { $0 > noun && words[$0].part == .properNoun }
      || dependents.contains { $0 > noun && words[$0].part == .properNoun && words[$0].relation == "flat" }
    guard !isTaken else { return }
    switch words[head].part {
    case .properNoun: if words[head].relation == "appos" { found.add(identities(of: head)) }
    case .noun, .adjective:
      let isOne =
        words[head].relation == "appos" || !dependents.contains { words[$0].relation == "det" }
        || document.dependents(of: head).contains {
          words[$0].relation == "cop" || words[$0].relation == "case"
        }
      if isOne { found.add(identities(of: head)) }
    default: break
    }
  }

  /// "Appointed him as director" is of him, "served as director" and "was appointed as director" of the subject.
  private func addRole(to found: inout IdentitiesFound) {
    let noun = found.noun
    let word = words[noun]
    guard word.hangs(by: "obl") || word.hangs(by: "nmod") || word.relation == "xcomp",
      tree.preposition(of: noun) == English.as
    else { return }
    var verb = word.head
    if words[verb].part == .noun, words[verb].hangs(by: "obj") { verb = words[verb].head }
    guard verb >= 0 else { return }
    let clause = arguments(of: verb)
    guard words[verb].part == .verb else {
      found.add(clause["possessive"] + clause["subject"] + clause[English.of])
      return
    }
    let isOfObject = WordList.namingVerb.contains(words[verb].lemma) || tree.isPassive(verb)
    found.add(isOfObject ? clause["object"] : clause["subject"])
    if found.words.isEmpty { found.add(clause["subject"]) }
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
