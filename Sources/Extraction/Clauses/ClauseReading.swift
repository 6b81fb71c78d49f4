/// Reads the deep arguments of the verbs, adjectives and nouns of a sentence: who does what to whom, whatever the voice and the clause.
///
/// Passives, relative and participial clauses, coordination, control and raising, light verbs and nominalisations come out as the same
/// roles; the patterns of relations need not know of them. After White et al. (2016), "Universal Decompositional Semantics on Universal
/// Dependencies", and the enhancements of Universal Dependencies.
///
/// The words are read from the root of their tree down. What a word needs of words above it (the subject of its clause, whose the plan
/// is that its infinitive says) is in the table by then, and of words below it nothing is asked that asks back; so nothing depends on
/// who asks first, and nothing is asked in a circle.
struct ClauseReading {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  /// The words of the sentence.
  let range: Range<Int>
  private(set) var arguments: [Arguments]
  private(set) var subjects: [[Int]]
  private(set) var identities: [[Int]]
  /// The words whose subjects, arguments and identities stand in the table.
  private var isRead: [Bool]

  var words: [Word] { document.words }
  var tree: SentenceTree { document.tree }

  /// A chain of clauses is followed so far and no farther.
  static let deepest = 24
  /// No more dependents are searched for the sake of each one of them.
  static let longestSearch = 60

  /// Reads a sentence; in time linear in its words as long as no word has very many others hanging on it.
  init(document: AnnotatedDocument, lexicon: Lexicon, range: Range<Int>) {
    self.document = document
    self.lexicon = lexicon
    self.range = range
    arguments = Array(repeating: Arguments(), count: range.count)
    subjects = Array(repeating: [], count: range.count)
    identities = Array(repeating: [], count: range.count)
    isRead = Array(repeating: false, count: range.count)
    read()
  }

  private mutating func read() {
    var queue = range.filter { !range.contains(words[$0].head) }
    var next = 0
    while next < queue.count {
      let word = queue[next]
      next += 1
      queue += tree.dependents(of: word)
      let position = word - range.lowerBound
      if !words[word].shape.contains(.punctuation) {
        subjects[position] = readSubjects(of: word)
        isRead[position] = true
        arguments[position] = readArguments(of: word)
        identities[position] = readIdentities(of: word)
      } else {
        isRead[position] = true
      }
    }
  }

  /// The words in the place of the subject: of a passive verb what it is done to.
  func subjects(of predicate: Int) -> [Int] {
    guard range.contains(predicate) else { return [] }
    return isRead[predicate - range.lowerBound]
      ? subjects[predicate - range.lowerBound] : readSubjects(of: predicate)
  }

  /// The arguments of a predicate above the word that is being read.
  func arguments(of predicate: Int) -> Arguments {
    range.contains(predicate) ? arguments[predicate - range.lowerBound] : Arguments()
  }

  /// The words that a noun above the word that is being read is said of.
  func identities(of noun: Int) -> [Int] {
    range.contains(noun) ? identities[noun - range.lowerBound] : []
  }

  /// The arguments of a predicate; of one below the word that is being read, those that do not go back to that word.
  func readArguments(of predicate: Int, depth: Int = 0) -> Arguments {
    switch words[predicate].part {
    case .verb, .auxiliary: argumentsOfVerb(predicate)
    case .adjective where !tree.dependents(of: predicate).contains(where: { words[$0].relation == "det" }):
      argumentsOfAdjective(predicate)
    default: argumentsOfNoun(predicate, depth: depth)
    }
  }

  // MARK: Verbs

  private func argumentsOfVerb(_ verb: Int) -> Arguments {
    var found = Arguments()
    let surface = subjects(of: verb)
    if tree.isPassive(verb) {
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
      if tree.isPassive(verb) { found.add("subject", agent) }
    }
    // "lived and worked in Berlin", "killed and wounded civilians": what stands behind the last belongs to all.
    if let next = document.dependents(of: verb).first(where: { words[$0].relation == "conj" }),
      words[next].part == .verb,
      !document.dependents(of: verb).contains(where: { $0 > verb && $0 < next && isComplement($0) })
    {
      var others = Arguments()
      addDependents(of: next, to: &others)
      let isPassive = tree.isPassive(verb)
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
      !found.has("object"), !tree.isPassive(verb),
      let object = document.dependents(of: first).first(where: { words[$0].relation == "obj" && $0 > verb })
    else { return }
    found.add("object", document.resolved(object))
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
        found.add("object", document.resolved(object))
      }
      switch word.relation {
      case "obj":
        if dependent < predicate, dependent == objectBeforeMark(of: predicate) { continue }
        found.add("object", document.resolved(dependent))
      case "iobj": found.add("recipient", document.resolved(dependent))
      case "xcomp", "ccomp": found.add("complement", dependent)
      case "advcl", "acl": addAdverbialClause(dependent, of: predicate, to: &found)
      case "aux": found.add("auxiliary", dependent)
      case "advmod":
        found.add("modifier", dependent)
        if WordList.placeAdverb.contains(word.lower) { found.add(English.in, dependent) }
      default:
        if word.hangs(by: "obl") || word.hangs(by: "nmod") && word.relation != "nmod:poss" {
          addOblique(dependent, of: predicate, to: &found)
        }
      }
    }
  }

  private func addAdverbialClause(_ clause: Int, of predicate: Int, to found: inout Arguments) {
    // "accused him of lying": the verb is in the preposition's role.
    if let mark = document.dependent(of: clause, "mark"),
      words[mark].part == .subordinator || words[mark].part == .adposition
    {
      found.add(words[mark].lower, clause)
    } else if tree.isOpenClause(clause) {
      found.add("clause", clause)
      // "threatened on Monday to break relations": an infinitive that the parser took for a purpose.
      if words[clause].verbForm == .base, document.dependent(of: predicate, "obj") == nil {
        found.add("complement", clause)
      }
    }
  }

  private func addOblique(_ word: Int, of predicate: Int, to found: inout Arguments) {
    let role = tree.preposition(of: word)
    if role == English.by && tree.isPassive(predicate) { found.add("subject", document.resolved(word)) }
    // "whom she accused": a relative pronoun without a preposition is the object, where there is no other.
    let isObject =
      role == nil && document.isRelativePronoun(word) && document.dependent(of: predicate, "obj") == nil
    for target in document.resolved(word) { found.add(role ?? (isObject ? "object" : "time"), target) }
    found.add("object", objectsBehindDate(word, of: predicate))
    addOwnPrepositions(ofListAt: word, role: role, to: &found)
  }

  /// "with partners and at the university": a member of a list with a preposition of its own stands in that one's role.
  private func addOwnPrepositions(ofListAt word: Int, role: String?, to found: inout Arguments) {
    for member in tree.coordinates(of: word) {
      if let own = tree.preposition(of: member), own != role { found.add(own, member) }
    }
  }

  /// "visited Norway on 4 April and Sweden on 6 April", "in May and Sweden in June": a name that stands behind a date is one more object,
  /// whether the tree coordinates it with the date or with the verb.
  private func objectsBehindDate(_ date: Int, of verb: Int) -> [Int] {
    guard isDate(date) else { return [] }
    let behind = tree.coordinates(of: date) + tree.coordinates(of: verb).filter { $0 > date }
    let names = behind.filter {
      words[$0].part == .properNoun && tree.preposition(of: $0) == nil && !tree.isNominalClause($0)
        && document.names.firstIndex(holding: $0) != nil
    }
    let hasObject =
      !names.isEmpty
      && document.dependents(of: verb).prefix(Self.longestSearch).contains {
        words[$0].relation == "obj" && $0 < date && words[$0].part == .properNoun
      }
    return hasObject ? names : []
  }

  /// Whether a word is of a day, month or year.
  private func isDate(_ word: Int) -> Bool {
    let times = TimeLexicon.builtIn
    return words[word].shape.contains(.number) || word > 0 && words[word - 1].shape.contains(.number)
      || times.months[words[word].lower] != nil || times.weekdays[words[word].lower] != nil
  }

  /// "accused Norway of theft" with Norway hung on what it is accused of: an object before the mark of its own clause belongs to the
  /// verb above.
  private func objectBeforeMark(of clause: Int) -> Int? {
    guard let mark = document.dependent(of: clause, "mark"),
      mark < clause
    else { return nil }
    return document.dependents(of: clause).first { words[$0].relation == "obj" && $0 < mark }
  }
}
