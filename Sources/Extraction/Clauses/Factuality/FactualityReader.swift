internal import Claims

/// Reads how a sentence states what a predicate of it says, from the words that govern the predicate in its tree.
///
/// What is said of a clause is worked out from the root of the sentence down, as relative polarity asks: whether "refuse" affirms or
/// denies what it governs depends on whether it is affirmed itself. Reading one predicate takes time in the depth of its tree, bounded;
/// making a reader takes time in the words of the sentence.
struct FactualityReader {
  let document: AnnotatedDocument
  let sentence: Sentence
  let table: FactualityTable
  let chain: GoverningChain
  let sources: SourceReader
  private let isQuestion: Bool
  var words: [Word] { document.words }

  init(document: AnnotatedDocument, lexicon: Lexicon, sentence: Sentence) {
    self.document = document
    self.sentence = sentence
    table = .builtIn
    let marks = ClauseMarker(document: document, table: table, sentence: sentence).read()
    chain = GoverningChain(
      document: document, lexicon: lexicon, table: table, range: sentence.words, marks: marks)
    sources = SourceReader(chain: chain)
    isQuestion = Self.isQuestion(sentence, words: document.words)
  }

  /// How the sentence states what a predicate says of its arguments.
  ///
  /// - Parameters:
  ///   - predicate: the word that states the relation, or the noun that carries one that no word states.
  ///   - arguments: the head words of the two ends.
  func factuality(of predicate: Int, arguments: [Int]) -> Factuality {
    guard sentence.words.contains(predicate) else { return Factuality() }
    let links = chain.links(from: predicate)
    var result = Factuality()
    // From the root down; the predicate's own step is the last.
    var above = Factuality()
    for (depth, link) in links.enumerated().reversed() {
      let below = depth > 0 ? links[depth - 1] : nil
      pass(link, from: above, into: &result)
      above = result
      mark(link, below: below?.first, isReported: isReported(link), into: &result)
      if below.map({ passesOver($0.passage) }) ?? false {
        // What is presupposed takes only the source of the clause it stands in.
        above.takeSource(of: result)
      } else {
        above = result
      }
    }
    readArguments(arguments, of: predicate, into: &result)
    if result.modality == .future {
      result.tense = .future
    } else {
      result.tense = TenseReader(chain: chain).tense(of: predicate, links: links)
    }
    return result
  }

  private func passesOver(_ passage: GoverningLink.Passage) -> Bool {
    if case .presupposed = passage { true } else { false }
  }

  /// Hands what holds of the word above down to a word.
  private func pass(_ link: GoverningLink, from above: Factuality, into result: inout Factuality) {
    result = above
    switch link.passage {
    case .root, .independent:
      result = Factuality()
      result.isQuestion = isQuestion
    case .whole: break
    case .inherited: result.affirm()
    case .presupposed:
      result.affirm()
      result.makeCertain()
      result.isQuestion = false
    case .asked:
      result.affirm()
      result.isQuestion = true
    case .fixed(let sign):
      let opener = chain[link.first].openerWord
      result.apply(sign, by: opener >= 0 ? opener : link.governor)
    // Conditions and purposes stand outside of what is asked.
    case .governed(let signature): govern(link, with: signature, above: above, into: &result)
    }
  }

  private func govern(
    _ link: GoverningLink, with signature: FactualityTable.Signature, above: Factuality,
    into result: inout Factuality
  ) {
    var sign = above.isNegative ? signature.denied : signature.affirmed
    if signature.hasSource {
      if sources.isUnsourced(link.governor) {
        if sign == .holds { sign = .possible }
      } else if !above.isNegative || sign != .possible {
        result.attribute(to: sources.source(of: link.governor), by: link.governor)
      }
    }
    // "Suppose that", "imagine that".
    if sign == .possible, words[link.governor].verbForm == .base, isImperative(chain.link(of: link.governor))
    {
      sign = .hypothetical
    }
    result.apply(sign, by: link.governor)
  }

  /// Whether a verb of saying or thinking in the past governs the clause, so that its "would" is a future.
  private func isReported(_ link: GoverningLink) -> Bool {
    guard case .governed = link.passage else { return false }
    return words[link.first].relation == "ccomp" || words[link.first].relation == "acl"
  }

  /// Adds what stands at a word itself; `below` is the word that the climb came from.
  private func mark(_ link: GoverningLink, below: Int?, isReported: Bool, into result: inout Factuality) {
    let own = chain[link.word]
    let first = chain[link.first]
    let isShared = link.word != link.first && sharesAuxiliaries(link.word, with: link.first)
    let negation = negation(at: link, below: below, isShared: isShared)
    let isNegated = negation.isNegated
    if own.determiner == .possible { result.weaken(to: .possible, by: own.determinerWord) }
    if isNegated { result.negate(by: negation.words) }
    let modal = own.modal ?? (isShared ? first.modal : nil)
    let modalWord = own.modal != nil ? own.modalWord : first.modalWord
    if let modal {
      apply(modal, word: modalWord, isNegated: isNegated, own: own, isReported: isReported, into: &result)
    }
    weaken(own, into: &result)
    if isShared { weaken(first, into: &result) }
    if isInfinitiveToCome(link.word, own) { result.weaken(to: .future, by: own.firstAuxiliary) }
    if isImperative(link) { result.weaken(to: .possible, by: link.word) }
    if let time = plannedTime(of: link.word) { result.weaken(to: .future, by: time) }
    if isConsequence(own, word: link.word) {
      result.suppose(by: own.condition)
    } else if isShared && isConsequence(first, word: link.first) {
      result.suppose(by: first.condition)
    }
    markSource(link, own, isShared: isShared, into: &result)
  }

  /// How an adverb at a word weakens or denies it.
  private func weaken(_ marks: ClauseMarks, into result: inout Factuality) {
    guard let sign = marks.adverb else { return }
    if sign.isNegative { result.negate(by: [marks.adverbWord]) }
    if let weaker = sign.modality, result.modality == .certain || weaker == .hypothetical {
      result.weaken(to: weaker, by: marks.adverbWord)
    }
  }

  /// Whether what stands at a word denies it, and by which words.
  private func negation(at link: GoverningLink, below: Int?, isShared: Bool) -> (
    isNegated: Bool, words: [Int]
  ) {
    let own = chain[link.word]
    let first = chain[link.first]
    var isNegated = own.isNegated != (own.determiner == .fails)
    var words: [Int] = []
    if own.isNegated { words.append(own.negationWord) }
    if own.determiner == .fails { words.append(own.determinerWord) }
    if own.negativeArguments > 0, !(own.negativeArguments == 1 && own.negativeArgument == below) {
      isNegated.toggle()
      words.append(own.negativeArgument)
    }
    if isShared, own.coordinator != English.but {
      if first.isNegated || first.determiner == .fails {
        isNegated.toggle()
        words.append(first.isNegated ? first.negationWord : first.determinerWord)
      }
      if own.subject < 0, first.negativeArguments > 0, first.negativeArgument == first.subject {
        isNegated.toggle()
        words.append(first.negativeArgument)
      }
    }
    if let coordinator = own.coordinator,
      coordinator == English.nor || table.sign(.conjunction, coordinator) == .fails
        || table.sign(.adverb, coordinator) == .fails
    {
      isNegated = true
      words.append(own.coordinatorWord)
    }
    if own.opener.flatMap({ table.sign(.conjunction, $0) }) == .fails, case .governed = link.passage {
      isNegated.toggle()
      words.append(own.openerWord)
    }
    // "Did not visit Norway until 1990": then it happened.
    if isNegated, own.hasUntil, own.modal == nil { isNegated = false }
    return (isNegated, words)
  }

  /// The source that stands at a word itself: a verb of saying put into the clause, or a phrase such as "according to Beijing".
  private func markSource(
    _ link: GoverningLink, _ own: ClauseMarks, isShared: Bool, into result: inout Factuality
  ) {
    if let parenthesis = sources.parenthesis(of: link.word)
      ?? (isShared ? sources.parenthesis(of: link.first) : nil)
    {
      let signature =
        table.sourceSignature(of: words[parenthesis])
        ?? table.signature(of: words[parenthesis], complement: English.that)
      if signature?.hasSource == true {
        result.attribute(to: sources.source(of: parenthesis), by: parenthesis)
      }
      if let weaker = signature?.affirmed.modality, result.modality == .certain {
        result.weaken(to: weaker, by: parenthesis)
      }
    }
    let source =
      sources.adjunctSource(of: link.word)
      ?? (own.coordinator != English.but ? sources.adjunctSource(of: link.first) : nil)
    let phrase = own.source >= 0 ? own.source : chain[link.first].source
    let opener = phrase >= 0 ? chain[phrase].openerWord : -1
    result.attribute(to: source, by: opener >= 0 ? opener : phrase)
  }

  private func apply(
    _ modal: FactualityTable.Sign, word: Int, isNegated: Bool, own: ClauseMarks, isReported: Bool,
    into result: inout Factuality
  ) {
    let lower = words[word].lower
    if WordList.abilityModal.contains(lower), isNegated { return }
    if modal == .hypothetical, isReported, !own.hasHave { return result.weaken(to: .future, by: word) }
    if let weaker = modal.modality { result.weaken(to: weaker, by: word) }
  }

  /// Whether a word joined by "and" stands under the auxiliaries of the first: "will visit and attack", "is no member or ally".
  private func sharesAuxiliaries(_ word: Int, with first: Int) -> Bool {
    let own = chain[word]
    if own.firstAuxiliary >= 0 || own.subject >= 0 || own.isInfinitive { return false }
    if !chain.isClause(word) || chain[first].copula >= 0 { return !chain.isFinite(word) }
    guard chain[first].firstAuxiliary >= 0 else { return false }
    if words[word].verbForm == words[first].verbForm { return true }
    // Taggers mix up "bombed" and "bombed".
    return own.coordinator == English.or && words[first].verbForm == .participle
      && words[word].verbForm == .past
  }

  /// "Is to visit", "is due to visit".
  private func isInfinitiveToCome(_ word: Int, _ own: ClauseMarks) -> Bool {
    own.hasBe && words[word].part == .verb && words[word].verbForm == .base && own.modal == nil && !own.hasDo
  }

  /// "Is going to Norway next month", "leaves tomorrow": a present with a time to come.
  private func plannedTime(of word: Int) -> Int? {
    guard words[word].part == .verb,
      let time = document.dependents(of: word).first(where: { time in
        words[time].lower == English.tomorrow
          || (words[time].hangs(by: "obl") || words[time].relation == "nmod:unmarked")
            && document.dependents(of: time).contains {
              WordList.comingAdjective.contains(words[$0].lower)
            }
      })
    else { return nil }
    return TenseReader(chain: chain).ownTense(of: word) == .present ? time : nil
  }

  private func isImperative(_ link: GoverningLink) -> Bool {
    let own = chain[link.word]
    guard words[link.word].part == .verb, words[link.word].verbForm == .base, own.subject < 0,
      own.opener == nil, !own.isInfinitive
    else { return false }
    if own.firstAuxiliary >= 0, !own.hasDo || own.hasBe || own.modal != nil { return false }
    guard ["root", "parataxis", "ccomp", "conj"].contains(words[link.word].relation) else { return false }
    if link.word != link.first {
      return words[link.first].verbForm == .base && chain[link.first].firstAuxiliary < 0
        && isImperative(
          GoverningLink(word: link.first, first: link.first, passage: .root, governor: -1))
    }
    return true
  }

  /// Whether a condition hangs on a clause that is not told as a thing of the past.
  private func isConsequence(_ own: ClauseMarks, word: Int) -> Bool {
    guard own.condition >= 0 else { return false }
    if own.modal != nil || own.isInfinitive { return true }
    let tense = TenseReader(chain: chain).ownTense(of: word)
    if tense == .past { return false }
    // "If there were few before, now there are many" compares.
    return TenseReader(chain: chain).ownTense(of: own.condition) != .past
  }

  /// Looks at the two ends: "not Sweden", "no government", "Norway or Sweden".
  private func readArguments(_ arguments: [Int], of predicate: Int, into result: inout Factuality) {
    for argument in arguments where sentence.words.contains(argument) && argument != predicate {
      let own = chain[argument]
      let isCounted = chain[predicate].negativeArgument == argument
      if own.isNegated, !isCounted, !chain.isClause(argument) {
        result.deny(by: [own.negationWord])
        return
      }
      if let contrast = contrast(of: argument, under: predicate) {
        result.polarity = contrast
        return
      }
      if own.determiner == .fails, !isCounted, words[argument].head == predicate, result.polarity == .positive
      {
        result.deny(by: [own.determinerWord])
      }
      if !result.isNegative, isAlternative(argument) { result.weaken(to: .possible, by: argument) }
    }
  }

  /// What a contrast says of the second of two ends: "not in Porto but in Lisbon", "in Porto rather than Lisbon"; nil for none.
  private func contrast(of argument: Int, under predicate: Int) -> Claim.Polarity? {
    guard words[argument].relation == "conj", !chain.isClause(argument),
      let coordinator = chain[argument].coordinator ?? chain[argument].opener
    else { return nil }
    let first = chain.link(of: argument).first
    if coordinator == English.but {
      let isDenied =
        chain[first].isNegated || chain[first].determiner == .fails
        || chain[predicate].isNegated && words[first].head == predicate
      return isDenied ? .positive : nil
    }
    let isExcluded =
      table.sign(.conjunction, coordinator) == .fails || table.sign(.adverb, coordinator) == .fails
    return isExcluded && !chain[predicate].isNegated ? .negative : nil
  }

  private func isAlternative(_ argument: Int) -> Bool {
    if words[argument].relation == "conj", chain[argument].coordinator == English.or { return true }
    return document.dependents(of: argument).contains {
      words[$0].relation == "conj" && words[$0].part != .verb && sentence.words.contains($0)
        && chain[$0].coordinator == English.or
    }
  }

  /// Whether a sentence asks; one with a tag ("…, isn't he?") tells.
  private static func isQuestion(_ sentence: Sentence, words: [Word]) -> Bool {
    var last = sentence.words.upperBound - 1
    while last > sentence.words.lowerBound, ["\"", "'", "''", ")", "]"].contains(words[last].lower) {
      last -= 1
    }
    guard words[last].lower.utf8.last == UInt8(ascii: "?") else { return false }
    guard last > sentence.words.lowerBound else { return true }
    var start = last - 1
    while start > sentence.words.lowerBound, last - start < 5, words[start].lower != "," { start -= 1 }
    guard words[start].lower == ",", start + 1 < last else { return true }
    let isTag = words[last - 1].part == .pronoun && words[start + 1].part == .auxiliary
    return !(isTag || last - start == 2 && WordList.questionTag.contains(words[last - 1].lower))
  }
}
