/// Lets every word of a sentence tell its head what it says of it; linear in the words.
struct ClauseMarker {
  private let document: AnnotatedDocument
  private let table: FactualityTable
  private let range: Range<Int>
  private var marks: [ClauseMarks]
  private var words: [Word] { document.words }

  init(document: AnnotatedDocument, table: FactualityTable, sentence: Sentence) {
    self.document = document
    self.table = table
    range = sentence.words
    marks = Array(repeating: ClauseMarks(), count: sentence.words.count)
  }

  /// The marks of the words of the sentence, in order.
  consuming func read() -> [ClauseMarks] {
    for index in range {
      let head = words[index].head
      if range.contains(head) { tell(index, head: head) }
    }
    // Arguments tell their clause what their own determiners told them.
    for index in range {
      let head = words[index].head
      if range.contains(head) { tellOfArgument(index, head: head) }
    }
    return marks
  }

  private mutating func tell(_ index: Int, head: Int) {
    let word = words[index]
    let at = head - range.lowerBound
    if isIdleNegation(index, head: head) { return }
    switch word.relation {
    case "aux", "aux:pass", "cop": tellAuxiliary(index, head: head)
    // "Had she stayed": the tree may take the auxiliary for what opens the clause.
    case "mark" where WordList.invertingAuxiliary.contains(word.lower):
      tellAuxiliary(index, head: head)
    case "advmod", "neg", "advmod:emph", "cc:preconj", "discourse": tellAdverb(index, head: head)
    case "mark", "case": tellOpener(index, head: head)
    case "det", "det:predet":
      if WordList.definiteDeterminer.contains(word.lower) { marks[at].isDefinite = true }
      if WordList.indefiniteDeterminer.contains(word.lower) { marks[at].isIndefinite = true }
      if let sign = table.sign(.determiner, word.lower) { setDeterminer(sign, index, at: at) }
    case "nmod:poss": marks[at].isDefinite = true
    case "amod", "compound", "nummod":
      if let sign = table.sign(.modifier, word.lower) { setAdverb(sign, index, at: at) }
      if table.isPastModifier(word.lower) { marks[at].isPastNoun = true }
      if WordList.firstOrOnly.contains(word.lower) { marks[at].isFirst = true }
      if WordList.vagueDeterminer.contains(word.lower), !hasArticle(head) {
        setDeterminer(.possible, index, at: at)
      }
    case "compound:prt": marks[at].particle = index
    case "cc":
      marks[at].coordinator = key(of: index)
      marks[at].coordinatorWord = index
    case "expl": marks[at].hasExpletive = true
    case "obj", "iobj": marks[at].hasObject = true
    case "ccomp", "xcomp", "csubj", "csubj:pass": marks[at].hasComplement = true
    case "obl:agent": marks[at].agent = index
    case "advcl", "advcl:relcl": break
    default:
      if word.hangs(by: "nsubj") {
        if marks[at].subject < 0 { marks[at].subject = index }
        if word.relation == "nsubj:pass" { marks[at].isPassive = true }
      }
    }
  }

  private mutating func setDeterminer(_ sign: FactualityTable.Sign, _ word: Int, at place: Int) {
    marks[place].determiner = sign
    marks[place].determinerWord = word
  }

  /// The first adverb counts.
  private mutating func setAdverb(_ sign: FactualityTable.Sign, _ word: Int, at place: Int) {
    guard marks[place].adverb == nil else { return }
    marks[place].adverb = sign
    marks[place].adverbWord = word
  }

  /// "No matter what", "not long after": the two words stand beside the clause and deny nothing in it.
  private func isIdleNegation(_ index: Int, head: Int) -> Bool {
    guard index + 1 < range.upperBound,
      table.sign(.determiner, words[index].lower) == .fails
        || table.sign(.adverb, words[index].lower) == .fails,
      WordList.idleNegation.contains(words[index].lower + " " + words[index + 1].lower)
    else { return false }
    // "Has no doubt", "there is no time": there it is the thing that is not.
    let isFragment = index == range.lowerBound && words[index + 1].head < 0
    return isFragment || !Self.coreRelations.contains { words[index + 1].hangs(by: $0) && head == index + 1 }
  }

  private static let coreRelations = ["nsubj", "obj", "root", "conj"]

  private func hasArticle(_ noun: Int) -> Bool {
    document.dependents(of: noun).contains { words[$0].relation == "det" }
  }

  private mutating func tellAuxiliary(_ index: Int, head: Int) {
    let at = head - range.lowerBound
    let word = words[index]
    if word.relation == "cop" {
      marks[at].copula = index
    } else if word.relation == "aux:pass" {
      marks[at].isPassive = true
    }
    if marks[at].firstAuxiliary < 0 { marks[at].firstAuxiliary = index }
    switch word.lemma {
    case _ where WordList.beOrGet.contains(word.lemma): marks[at].hasBe = true
    case English.have: marks[at].hasHave = true
    case English.do: marks[at].hasDo = true
    default:
      if word.verbForm == .modal || word.part == .auxiliary,
        let sign = table.sign(.modal, word.lower) ?? table.sign(.modal, word.lemma)
      {
        marks[at].modal = sign
        marks[at].modalWord = index
      }
    }
    if word.lower == English.contractedWould, word.verbForm == .modal { marks[at].modal = .hypothetical }
  }

  private mutating func tellAdverb(_ index: Int, head: Int) {
    // "went on": the tree may take the particle for an adverb.
    if index == head + 1, words[index].relation == "advmod", WordList.particle.contains(words[index].lower) {
      marks[head - range.lowerBound].particle = index
      return
    }
    let lower = words[index].lower
    let at = head - range.lowerBound
    // "Instead of": two words that open a phrase.
    let key = key(of: index)
    if key.utf8.count > lower.utf8.count, table.sign(.conjunction, key) != nil {
      marks[at].opener = key
      marks[at].openerWord = index
    }
    if table.isPastModifier(lower), words[head].isNominal { marks[at].isPastNoun = true }
    var end = at
    if let sign = table.sign(.adverb, lower) {
      if sign == .fails {
        guard let negated = negate(index, head: head) else { return }
        end = negated
      } else {
        setAdverb(sign, index, at: at)
      }
    }
    switch lower {
    case English.too: marks[end].isTooMuch = true
    case English.yet: marks[end].hasYet = true
    case _ where WordList.questionAdverb.contains(lower): marks[end].hasQuestionWord = true
    default: break
    }
  }

  /// Marks what an adverb denies, and tells where that stands; nil where it denies nothing or no clause.
  private mutating func negate(_ index: Int, head: Int) -> Int? {
    let lower = words[index].lower
    var at = head - range.lowerBound
    // "Not only", "no longer", "not a single".
    if index + 1 < range.upperBound, WordList.limitingAdverb.contains(words[index + 1].lower) { return nil }
    if WordList.almostAdverb.contains(lower), words[head].part != .verb {
      // "Hardly anyone".
      if words[head].lower.hasPrefix(English.any) { setDeterminer(.fails, index, at: at) }
      return nil
    }
    if lower == English.no {
      guard head > index, words[head].lower == English.longer || words[head].lower == English.more else {
        return nil
      }
      at = words[head].head - range.lowerBound
      guard marks.indices.contains(at) else { return nil }
    } else if ["amod", "nummod", "det"].contains(words[head].relation), range.contains(words[head].head) {
      at = words[head].head - range.lowerBound
    }
    marks[at].isNegated = true
    marks[at].negationWord = index
    return at
  }

  private mutating func tellOpener(_ index: Int, head: Int) {
    var at = head - range.lowerBound
    let word = words[index]
    // "Of funding rebels": the preposition is the gerund's, even where the tree hangs it on the object.
    if index + 1 < head, words[index + 1].verbForm == .gerund, words[head].head == index + 1 {
      at = index + 1 - range.lowerBound
    }
    if word.lower == English.to, word.relation == "mark" {
      marks[at].isInfinitive = true
      return
    }
    if word.lower == English.possessiveMark || word.lower == "'" { return }
    if marks[at].opener != nil, word.lower == English.for { return }
    var key = key(of: index)
    if head > index, index > range.lowerBound, WordList.focusAdverb.contains(words[index - 1].lower) {
      key = words[index - 1].lower + "_" + key
    }
    // "So as to protect": the tree may fix the infinitive's "to" to what opens it.
    let mark = "_" + English.to
    if word.relation == "mark", key.hasSuffix(mark), words[head].verbForm == .base {
      key.removeLast(mark.count)
      marks[at].isInfinitive = true
    }
    marks[at].opener = key
    marks[at].openerWord = index
  }

  /// A word and those fixed to it, with "_" between: "rather_than".
  private func key(of index: Int) -> String {
    var key = words[index].lower
    for dependent in document.dependents(of: index) where words[dependent].relation == "fixed" {
      key += "_" + words[dependent].lower
    }
    return key
  }

  private mutating func tellOfArgument(_ index: Int, head: Int) {
    let at = head - range.lowerBound
    let word = words[index]
    let own = marks[index - range.lowerBound]
    switch word.relation {
    case "parataxis", "discourse", "dep", "ccomp":
      if isParenthesis(index, own) { marks[at].parenthesis = index }
    // "The attack, Holm wrote, killed ten": the tree may take it for a relative clause, though nothing in it relates.
    case "acl:relcl":
      if own.subject >= 0, !document.tree.isRelativePronoun(own.subject), isParenthesis(index, own) {
        marks[at].parenthesis = index
      }
    case "advcl":
      if isParenthesis(index, own) { marks[at].parenthesis = index }
      if own.opener.flatMap({ table.sign(.conjunction, $0) }) == .hypothetical, !own.isEvenIf,
        own.opener?.hasPrefix(English.as + "_") != true
      {
        marks[at].condition = index
      } else if own.opener == nil, isInverted(index) {
        marks[at].condition = index
      }
      if WordList.untilWord.contains(own.openerPhrase) { marks[at].hasUntil = true }
    case "obl", "nmod", "obl:unmarked", "obl:agent", "advmod":
      if WordList.untilWord.contains(own.openerPhrase) { marks[at].hasUntil = true }
      if isSource(index, own) { marks[at].source = index }
    default: break
    }
    guard
      word.hangs(by: "nsubj") || word.relation == "obj" || word.relation == "iobj" || word.hangs(by: "obl")
    else { return }
    let isNegative =
      own.determiner == .fails || table.sign(.pronoun, word.lower) == .fails
      || own.isNegated && isMinimal(index) || own.opener == nil && startsWithNeither(index)
    if isNegative {
      if marks[at].negativeArguments == 0 { marks[at].negativeArgument = index }
      marks[at].negativeArguments += 1
    } else if own.determiner == .possible, word.hangs(by: "nsubj") {
      setAdverb(.possible, own.determinerWord, at: at)
    }
  }

  private func startsWithNeither(_ index: Int) -> Bool {
    document.dependents(of: index).contains {
      words[$0].lower == English.neither && (words[$0].relation == "cc:preconj" || words[$0].relation == "cc")
    }
  }

  /// "Not a single civilian", "not one government": none at all.
  private func isMinimal(_ noun: Int) -> Bool {
    document.dependents(of: noun).contains {
      WordList.minimalQuantifier.contains(words[$0].lower)
    }
  }

  /// "Had she stayed", "were it to": an auxiliary before its subject.
  private func isInverted(_ index: Int) -> Bool {
    let own = marks[index - range.lowerBound]
    return own.firstAuxiliary >= 0 && own.subject > own.firstAuxiliary
      && WordList.invertingAuxiliary.contains(words[own.firstAuxiliary].lower)
  }

  private func isSource(_ index: Int, _ own: ClauseMarks) -> Bool {
    guard let opener = own.opener else { return false }
    if own.namesSource { return true }
    return WordList.opinionPreposition.contains(opener) && WordList.opinionNoun.contains(words[index].lemma)
      && own.isDefinite
  }

  /// "The mayor, a spokesman said, had left": its subject may be taken for an apposition to what it hangs on.
  private func isBehindApposition(_ index: Int) -> Bool {
    let word = words[index]
    return word.relation == "parataxis" && range.contains(word.head)
      && document.dependents(of: word.head).contains {
        words[$0].relation == "appos" && document.subtree(of: $0).upperBound == index
      }
  }

  /// "…, Holm wrote, …", "as Holm said", "it seems": a clause of saying or seeming without a clause of its own to govern.
  private func isParenthesis(_ index: Int, _ own: ClauseMarks) -> Bool {
    let word = words[index]
    guard word.part == .verb, own.opener == nil || own.opener == English.as, !own.hasComplement,
      !own.isInfinitive,
      own.subject >= 0 || isBehindApposition(index),
      !own.hasObject || WordList.tellingVerb.contains(word.lemma),
      word.verbForm != .gerund || own.firstAuxiliary >= 0,
      table.sourceSignature(of: word) != nil
        || table.signature(of: word, complement: English.that)?.affirmed == .possible
    else { return false }
    if own.opener == English.as || own.subject < 0 { return true }
    // Commas, dashes or quotes set it off.
    let subject =
      document.dependents(of: own.subject).first { !Self.offsets.contains(words[$0].lower) }
      .map { min($0, own.subject) } ?? own.subject
    let start = min(subject, own.firstAuxiliary >= 0 ? own.firstAuxiliary : index, index)
    if start > range.lowerBound, Self.offsets.contains(words[start - 1].lower) { return true }
    return document.dependents(of: index).contains { $0 < start && Self.offsets.contains(words[$0].lower) }
  }

  private static let offsets: Set<String> = [",", "\"", "''", "-", "–", "—", "--", "("]

}
