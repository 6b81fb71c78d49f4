/// Reads the deep arguments of verbs, adjectives and nouns out of trees: who does what to whom, whatever the voice and the clause.
///
/// Passives, relative and participial clauses, coordination, control and raising, light verbs and nominalisations come out as the same
/// roles; the patterns of relations need not know of them. After White et al. (2016), "Universal Decompositional Semantics on Universal
/// Dependencies", and the enhancements of Universal Dependencies.
final class ArgumentReader {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  var words: [Word] { document.words }
  /// What was read of each predicate.
  private var known: [Int: Arguments] = [:]
  private var knownSubjects: [Int: [Int]] = [:]
  var knownIdentities: [Int: [Int]] = [:]
  /// The predicates being read, against circles.
  private var open: Set<Int> = []

  /// How many subjects and identities are being read, each for the sake of the one before.
  var depth = 0

  /// A chain of clauses is followed so far and no farther.
  static let deepest = 24
  /// No more dependents are searched for the sake of each one of them.
  static let longestSearch = 60
  /// A chain of conjuncts and complements is followed so far: the stack has an end.
  static let longestChain = 400

  init(document: AnnotatedDocument, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
  }

  /// The arguments of a predicate.
  func arguments(of predicate: Int) -> Arguments {
    if let found = known[predicate] { return found }
    guard open.count < Self.deepest, open.insert(predicate).inserted else { return Arguments() }
    defer { open.remove(predicate) }
    let found: Arguments
    switch words[predicate].part {
    case .verb, .auxiliary: found = argumentsOfVerb(predicate)
    case .adjective where !document.dependents(of: predicate).contains(where: { words[$0].relation == "det" }):
      found = argumentsOfAdjective(predicate)
    default: found = argumentsOfNoun(predicate)
    }
    if open.count == 1 { known[predicate] = found }
    return found
  }

  // MARK: Verbs

  private func argumentsOfVerb(_ verb: Int) -> Arguments {
    var found = Arguments()
    let surface = surfaceSubjects(of: verb)
    if isPassive(verb) {
      // "She was awarded the prize": the one who gets it.
      let hasObject = document.dependent(of: verb, "obj") != nil
      found.add(
        hasObject && WordList.ditransitiveVerb.contains(words[verb].lemma) ? "recipient" : "object", surface)
    } else {
      found.add("subject", surface)
    }
    addDependents(of: verb, to: &found)
    if let agent = hyphenated(before: verb) {
      found.add("compound", agent)
      if isPassive(verb) { found.add("subject", agent) }
    }
    // "lived and worked in Berlin", "killed and wounded civilians": what stands behind the last belongs to all.
    if let next = document.dependents(of: verb).first(where: { words[$0].relation == "conj" }),
      words[next].part == .verb,
      !document.dependents(of: verb).contains(where: { $0 > verb && $0 < next && isComplement($0) })
    {
      var others = Arguments()
      addDependents(of: next, to: &others)
      let isPassive = isPassive(verb)
      found.addMissing(from: others) { $0 != "subject" && (!isPassive || $0 != "object") }
    }
    addSharedObject(of: verb, to: &found)
    if words[verb].hangs(by: "acl:relcl") || isConjunctOfRelative(verb) {
      addAntecedent(of: verb, to: &found)
    }
    return found
  }

  /// "degrade and defeat the rebels": an object behind the last verb of a list that the tree hangs on the first belongs to all.
  private func addSharedObject(of verb: Int, to found: inout Arguments) {
    let first = words[verb].head
    guard words[verb].relation == "conj", first >= 0, first < verb, words[first].part == .verb,
      !found.has("object"), !isPassive(verb),
      let object = document.dependents(of: first).first(where: { words[$0].relation == "obj" && $0 > verb })
    else { return }
    found.add("object", resolved(object))
  }

  /// "Iran" of "Iran-backed", "U.S." of "U.S.-led".
  private func hyphenated(before verb: Int) -> Int? {
    guard words[verb].relation == "amod", !words[verb].shape.contains(.spaceBefore), verb > 0 else {
      return nil
    }
    let isApart = words[verb - 1].shape.contains(.punctuation)
    if isApart, words[verb - 1].lower != "-" || verb < 2 { return nil }
    return isApart ? verb - 2 : verb - 1
  }

  private func isComplement(_ word: Int) -> Bool {
    let word = words[word]
    return word.hangs(by: "obj") || word.hangs(by: "obl") || word.relation == "xcomp"
      || word.relation == "ccomp"
  }

  /// The objects, recipients, prepositions and complements that hang on a predicate.
  func addDependents(of predicate: Int, to found: inout Arguments) {
    let isHyphenated = predicate > 0 && ["-", "–", "‑"].contains(words[predicate - 1].lower)
    for dependent in document.dependents(of: predicate) {
      let word = words[dependent]
      // "Helsinki-based", "Hungarian-born", "state-owned".
      if isHyphenated, dependent < predicate - 1, word.isNominal || word.part == .adjective,
        !word.hangs(by: "nsubj")
      {
        found.add("compound", dependent)
        continue
      }
      if word.relation == "xcomp" || word.relation == "ccomp" || word.relation == "advcl",
        let object = objectBeforeMark(of: dependent), object > predicate
      {
        found.add("object", resolved(object))
      }
      switch word.relation {
      case "obj":
        if dependent < predicate, dependent == objectBeforeMark(of: predicate) { continue }
        found.add("object", resolved(dependent))
      case "iobj": found.add("recipient", resolved(dependent))
      case "xcomp", "ccomp":
        found.add("complement", dependent)
      case "advcl", "acl":
        // "accused him of lying": the verb is in the preposition's role.
        if let mark = document.dependent(of: dependent, "mark"),
          words[mark].part == .subordinator || words[mark].part == .adposition
        {
          found.add(words[mark].lower, dependent)
        } else if isOpenClause(dependent) {
          found.add("clause", dependent)
          // "threatened on Monday to break relations": an infinitive that the parser took for a purpose.
          if words[dependent].verbForm == .base, document.dependent(of: predicate, "obj") == nil {
            found.add("complement", dependent)
          }
        }
      case "aux": found.add("auxiliary", dependent)
      case "advmod":
        found.add("modifier", dependent)
        if WordList.placeAdverb.contains(word.lower) { found.add(English.in, dependent) }
      default:
        if word.hangs(by: "obl") || word.hangs(by: "nmod") && word.relation != "nmod:poss" {
          let role = preposition(of: dependent)
          if role == English.by && isPassive(predicate) { found.add("subject", resolved(dependent)) }
          // "whom she accused": a relative pronoun without a preposition is the object, where there is no other.
          let isObject =
            role == nil && isRelativePronoun(dependent) && document.dependent(of: predicate, "obj") == nil
          for target in resolved(dependent) { found.add(role ?? (isObject ? "object" : "time"), target) }
          found.add("object", objectsBehindDate(dependent, of: predicate))
          addOwnPrepositions(ofListAt: dependent, role: role, to: &found)
        }
      }
    }
  }

  /// "with partners and at the university": a member of a list with a preposition of its own stands in that one's role.
  private func addOwnPrepositions(ofListAt word: Int, role: String?, to found: inout Arguments) {
    for member in document.dependents(of: word) where words[member].relation == "conj" {
      if let own = preposition(of: member), own != role { found.add(own, member) }
    }
  }

  /// "visited Norway on 4 April and Sweden on 6 April": a name that the tree coordinates with a date is one more object.
  private func objectsBehindDate(_ date: Int, of verb: Int) -> [Int] {
    guard words[date].shape.contains(.number) || date > 0 && words[date - 1].shape.contains(.number) else {
      return []
    }
    let names = document.dependents(of: date).filter {
      words[$0].relation == "conj" && words[$0].part == .properNoun && preposition(of: $0) == nil
        && document.names.firstIndex(holding: $0) != nil
    }
    let hasObject =
      !names.isEmpty
      && document.dependents(of: verb).prefix(Self.longestSearch).contains {
        words[$0].relation == "obj" && $0 < date && words[$0].part == .properNoun
      }
    return hasObject ? names : []
  }

  /// "accused Norway of theft" with Norway hung on what it is accused of: an object before the mark of its own clause belongs to the
  /// verb above.
  private func objectBeforeMark(of clause: Int) -> Int? {
    guard let mark = document.dependent(of: clause, "mark"),
      mark < clause
    else { return nil }
    return document.dependents(of: clause).first { words[$0].relation == "obj" && $0 < mark }
  }

  /// Whether a clause says to what end or by what the one above is done: "marched to demand", "marched, demanding".
  func isOpenClause(_ word: Int) -> Bool {
    words[word].verbForm == .gerund
      || document.dependents(of: word).contains {
        words[$0].lower == English.to && words[$0].relation == "mark"
      }
  }

  /// The preposition of a phrase, with the words fixed to it by "_": "in", "according_to"; nil for none.
  func preposition(of word: Int) -> String? {
    var role: String?
    for dependent in document.dependents(of: word) where words[dependent].relation == "case" {
      let fixed = document.dependents(of: dependent).filter { words[$0].relation == "fixed" }
      let name = ([dependent] + fixed).map { words[$0].lower }.joined(separator: "_")
      if name == English.possessiveMark || name == "'" { continue }
      // "from among", "out of": the last tells.
      role = name
    }
    return role.map { WordFile.builtIn.prepositions[$0] ?? $0 }
  }

  /// Whether a verb is in the passive voice, reduced ones ("the man arrested by police") among them.
  func isPassive(_ verb: Int) -> Bool {
    var verb = verb
    while true {
      let word = words[verb]
      guard word.verbForm == .participle || word.verbForm == .past || word.part == .adjective else {
        return false
      }
      var hasAuxiliary = false
      for dependent in document.dependents(of: verb) {
        if words[dependent].relation == "aux:pass" { return true }
        if words[dependent].relation == "nsubj:pass", word.verbForm != .past { return true }
        if words[dependent].relation == "aux" || words[dependent].relation == "nsubj" { hasAuxiliary = true }
      }
      if hasAuxiliary || word.verbForm != .participle { return false }
      switch word.relation {
      case "acl", "amod", "advcl": return true
      case "conj":
        guard word.head >= 0, words[word.head].part == .verb else { return false }
        verb = word.head
      case "xcomp", "ccomp", "root", "parataxis", "dep", "acl:relcl":
        return document.dependent(of: verb, "obj") == nil
      default: return false
      }
    }
  }

  // MARK: Subjects

  /// The words in the place of the subject: of a passive verb what it is done to.
  func surfaceSubjects(of predicate: Int) -> [Int] {
    if let found = knownSubjects[predicate] { return found }
    guard depth < Self.longestChain else { return [] }
    depth += 1
    defer { depth -= 1 }
    // A circle of conjuncts and complements ends with nothing.
    knownSubjects[predicate] = []
    let found = readSurfaceSubjects(of: predicate)
    knownSubjects[predicate] = found
    return found
  }

  private func readSurfaceSubjects(of predicate: Int) -> [Int] {
    var subject: Int?
    for dependent in document.dependents(of: predicate) where words[dependent].hangs(by: "nsubj") {
      // Of two subjects the parser hung on one verb, the nearest before it is its own.
      if subject == nil || dependent < predicate { subject = dependent }
    }
    if let subject {
      // "Anna Berg, in her youth a painter, wrote": what stands between commas only describes the first.
      if predicate > 0, words[predicate - 1].lower == ",", subject < predicate,
        let first = document.dependent(of: predicate, "nsubj"), first < subject
      {
        return resolved(first)
      }
      return resolved(subject)
    }
    let word = words[predicate]
    let head = word.head
    guard head >= 0 else { return [] }
    switch word.relation {
    case "conj":
      if let outer = clauseAround(predicate) { return surfaceSubjects(of: outer) }
      if words[head].part == .verb || words[head].part == .auxiliary || isClause(head) {
        return surfaceSubjects(of: head)
      }
    case "xcomp":
      return controller(of: predicate, in: head)
    case "ccomp" where predicate < head:
      // "Norway has imposed sanctions, the palace said": a subject before both clauses belongs to the first.
      let subjects = document.dependents(of: head).filter { words[$0].hangs(by: "nsubj") && $0 < head }
      if subjects.count > 1, let first = subjects.first, first < predicate { return resolved(first) }
    case "advcl":
      if let mark = document.dependent(of: predicate, "mark"),
        WordList.objectControlPreposition.contains(words[mark].lower),
        let object = document.dependent(of: head, "obj")
      {
        return resolved(object)
      }
      // "A camp was attacked by rebels, killing ten": those who attacked killed.
      if word.verbForm == .gerund, words[head].part == .verb, isPassive(head),
        document.dependent(of: predicate, "mark") == nil
      {
        return arguments(of: head)["subject"]
      }
      return isClause(head) || words[head].part == .verb ? surfaceSubjects(of: head) : []
    case "acl":
      let hasMark = document.dependent(of: predicate, "mark") != nil
      if !hasMark, word.verbForm == .gerund || word.verbForm == .participle { return [head] }
      // "an attempt to destabilise", "willingness to help": of whose it is.
      let owner = arguments(of: head)
      let owners = owner["possessive"] + owner["subject"]
      return owners.isEmpty ? owner["nationality"] : owners
    case "acl:relcl":
      return [head]
    case "amod":
      if word.verbForm == .gerund || word.verbForm == .participle || word.part == .adjective { return [head] }
    default: break
    }
    return []
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

  /// Whether a word that is no verb heads a clause: it has a subject, a copula or hangs like one.
  func isClause(_ word: Int) -> Bool {
    document.dependents(of: word).contains { words[$0].relation == "cop" || words[$0].hangs(by: "nsubj") }
      || words[word].relation == "xcomp"
  }

  /// Who does what an open complement says: the object of the verb above where there is one, else its subject.
  private func controller(of complement: Int, in verb: Int) -> [Int] {
    if words[verb].part == .verb, !WordList.subjectControlVerb.contains(words[verb].lemma),
      let object = document.dependents(of: verb).first(where: {
        words[$0].relation == "obj" || words[$0].relation == "iobj"
      })
    {
      return resolved(object)
    }
    return surfaceSubjects(of: verb)
  }

}
