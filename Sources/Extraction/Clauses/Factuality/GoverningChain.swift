/// Climbs from a predicate to the root of its sentence and tells at each step how what is said above passes down.
///
/// Bounded: no more than `longest` steps, and each looks only at marks that were read before.
struct GoverningChain {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  let table: FactualityTable
  let range: Range<Int>
  let marks: [ClauseMarks]
  var words: [Word] { document.words }

  /// Deeper trees are taken to start where the climb ends.
  private static let longest = 40
  /// Words joined by "and" in more steps are taken to stand alone.
  private static let longestCoordination = 40

  subscript(word: Int) -> ClauseMarks { marks[word - range.lowerBound] }

  /// The steps from a predicate upwards, the predicate's own first.
  func links(from predicate: Int) -> [GoverningLink] {
    var links: [GoverningLink] = []
    var word = predicate
    while range.contains(word), links.count < Self.longest {
      let link = link(of: word)
      links.append(link)
      word = link.governor
    }
    return links
  }

  func link(of word: Int) -> GoverningLink {
    let first = firstConjunct(of: word)
    let governor = governor(of: first)
    guard range.contains(governor) else {
      return GoverningLink(word: word, first: first, passage: .root, governor: -1)
    }
    return GoverningLink(
      word: word, first: first, passage: passage(of: first, under: governor), governor: governor)
  }

  /// The word above, or the one that the word belongs to where the tree hangs it next to that.
  private func governor(of word: Int) -> Int {
    let head = words[word].head
    guard range.contains(head) else { return head }
    switch words[word].relation {
    case "csubj", "csubj:pass", "ccomp":
      // "It is important to note that …": the clause is what is noted.
      guard self[word].opener == English.that, words[head].part == .adjective else { return head }
      return document.dependents(of: head).first {
        $0 > head && $0 < word && range.contains($0) && words[$0].part == .verb && self[$0].isInfinitive
          && table.signature(of: words[$0], complement: English.that) != nil
      } ?? head
    case "advcl":
      // "Fired to stop them, killing two": what comes of it is no part of the purpose.
      guard words[word].verbForm == .gerund, self[word].opener == nil, self[word].firstAuxiliary < 0,
        word > range.lowerBound, words[word - 1].lower == ",", self[head].isInfinitive,
        words[head].relation == "advcl"
      else { return head }
      return words[head].head
    default: return isOnObject(word) ? words[head].head : head
    }
  }

  /// Whether a phrase hangs on the object of the verb that it belongs to: "accused Norway of lying".
  private func isOnObject(_ word: Int) -> Bool {
    let head = words[word].head
    guard range.contains(words[head].head),
      words[word].relation == "acl" || words[word].hangs(by: "nmod") && words[word].part == .noun,
      ["obj", "nsubj:pass", "obl", "obl:agent"].contains(words[head].relation),
      let opener = self[word].opener,
      opener != English.that, words[words[head].head].part == .verb,
      table.signature(of: words[head], complement: opener) == nil,
      let found = table.signature(of: words[words[head].head], complement: opener)
    else { return false }
    return found.affirmed != .holds
  }

  /// The first of the words joined with a word by "and", as far as its form lets it share their place.
  private func firstConjunct(of word: Int) -> Int {
    var first = word
    for _ in 0..<Self.longestCoordination {
      guard words[first].relation == "conj", range.contains(words[first].head) else { break }
      let before = words[first].head
      // "wanted to visit Norway and attacked Iceland": a finite verb is joined with the finite verb above.
      if isFinite(word), !isFinite(before),
        words[before].relation == "xcomp" || words[before].relation == "advcl",
        range.contains(words[before].head), words[words[before].head].part == .verb
      {
        first = words[before].head
      } else {
        first = before
      }
    }
    return first
  }

  /// Whether it is a verb or copula that stands in the present or past by itself.
  func isFinite(_ word: Int) -> Bool {
    let own = self[word]
    if own.isInfinitive { return false }
    if own.firstAuxiliary >= 0 {
      return words[own.firstAuxiliary].verbForm.map { $0 != .gerund && $0 != .base && $0 != .participle }
        ?? true
    }
    switch words[word].verbForm {
    case .past, .present, .presentThird: return true
    default: return false
    }
  }

  /// Whether it heads a clause rather than a phrase.
  func isClause(_ word: Int) -> Bool {
    words[word].part == .verb || words[word].part == .auxiliary || self[word].copula >= 0
  }

  private func passage(of word: Int, under governor: Int) -> GoverningLink.Passage {
    let relation = words[word].relation
    switch relation {
    case "acl:relcl", "advcl:relcl":
      // "It is not the case that": no relative clause.
      if self[word].opener == English.that, let found = signature(of: governor, English.that) {
        return .governed(found)
      }
      return relative(under: governor)
    case "acl": return adnominal(word, under: governor)
    case "ccomp", "csubj", "csubj:pass", "csubj:outer", "xcomp": return complement(word, under: governor)
    case "parataxis": return parataxis(word, under: governor)
    case "advcl": return adverbial(word, under: governor)
    case "appos", "compound", "compound:prt", "amod", "nmod:poss", "flat", "nummod", "det", "vocative":
      return .presupposed
    case "root", "list": return .independent
    default:
      if isClause(word), words[word].part == .verb, words[word].verbForm == .gerund || self[word].isInfinitive
      {
        return adverbial(word, under: governor)
      }
      return nominal(word, under: governor)
    }
  }

  private func relative(under noun: Int) -> GoverningLink.Passage {
    let own = self[noun]
    if own.determiner == .fails || table.sign(.pronoun, words[noun].lower) == .fails { return .fixed(.fails) }
    let lower = words[noun].lower
    if WordList.anyPronoun.contains(lower) {
      return .fixed(.hypothetical)
    }
    if document.dependents(of: noun).contains(where: {
      words[$0].lower == English.any && words[$0].relation == "det"
    }) {
      return .fixed(.hypothetical)
    }
    return .presupposed
  }

  /// The kind of complement that a clause is, as the table's rows call it.
  private func kind(of word: Int) -> String {
    let own = self[word]
    if own.isInfinitive { return English.to }
    if !isClause(word) { return English.as }
    // "Of killing", "of having killed", "of being killed".
    let isGerund =
      own.firstAuxiliary < 0
      ? words[word].verbForm == .gerund : words[own.firstAuxiliary].verbForm == .gerund && own.subject < 0
    if isGerund {
      return own.opener.map { $0 == English.that ? "ing" : String($0.prefix { $0 != "_" }) } ?? "ing"
    }
    if words[word].verbForm == .base, own.firstAuxiliary < 0, own.opener == nil,
      words[word].relation != "ccomp"
    {
      return "base"
    }
    if words[word].part != .verb, own.copula < 0 { return English.as }
    return English.that
  }

  private func signature(of governor: Int, _ kinds: String...) -> FactualityTable.Signature? {
    let particle = self[governor].particle < 0 ? nil : words[self[governor].particle].lower
    for kind in kinds {
      if let found = table.signature(of: words[governor], particle: particle, complement: kind) {
        return found
      }
    }
    return nil
  }

  private func adnominal(_ word: Int, under noun: Int) -> GoverningLink.Passage {
    let kind = kind(of: word)
    if let opener = self[word].opener, WordList.askingConjunction.contains(opener) { return .asked }
    switch kind {
    case English.to:
      if isAfterInversion(noun) { return .fixed(.hypothetical) }
      if let found = signature(of: noun, English.to) { return .governed(found) }
      return self[noun].isFirst ? .whole : .fixed(.possible)
    case English.that:
      guard self[word].opener == English.that else { return relative(under: noun) }
      return signature(of: noun, English.that).map { .governed($0) } ?? .fixed(.possible)
    case "ing", English.as, "base": return relative(under: noun)
    default:
      return signature(of: noun, kind, English.to).map { .governed($0) } ?? .fixed(.possible)
    }
  }

  /// "Were Norway to leave": the verb at the start of the clause stands before its subject.
  private func isAfterInversion(_ noun: Int) -> Bool {
    for index in [noun - 1, noun - 2] where range.contains(index) {
      if words[index].lower == English.were {
        return index == range.lowerBound || words[index - 1].lower == ","
      }
    }
    return false
  }

  private func complement(_ word: Int, under governor: Int) -> GoverningLink.Passage {
    let own = self[word]
    // "…, the White House said": not governed by what it tells of.
    if self[governor].parenthesis == word { return .independent }
    if WordList.askingConjunction.contains(own.openerPhrase) { return .asked }
    if own.hasQuestionWord { return .presupposed }
    let kind = kind(of: word)
    if kind == English.to, self[governor].isTooMuch { return .fixed(.fails) }
    if kind == English.to, words[governor].lower == English.used, self[governor].isPassive {
      return .fixed(.future)
    }
    if kind == English.to, self[governor].hasYet,
      words[governor].lemma == English.have || words[governor].lemma == English.be
    {
      return .fixed(.fails)
    }
    if let found = signature(of: governor, kind) { return .governed(found) }
    switch kind {
    case English.to:
      if words[word].relation.hasPrefix("csubj") { return .fixed(.hypothetical) }
      return .fixed(.possible)
    case English.as, "base": return .whole
    case English.that: return words[governor].part == .adjective ? .inherited : .whole
    default:
      if words[word].relation.hasPrefix("csubj") { return .inherited }
      return signature(of: governor, "ing").map { .governed($0) } ?? .whole
    }
  }

  private func parataxis(_ word: Int, under governor: Int) -> GoverningLink.Passage {
    if self[governor].parenthesis != word, !self[governor].hasComplement, !self[governor].hasObject,
      isClause(governor),
      let found = signature(of: governor, English.that), found.hasSource, words[governor].part == .verb
    {
      return .governed(found)
    }
    return .independent
  }

  private func adverbial(_ word: Int, under governor: Int) -> GoverningLink.Passage {
    let own = self[word]
    let kind = kind(of: word)
    let sign = own.opener.flatMap { table.sign(.conjunction, $0) }
    if kind == English.to {
      // "Went to Vienna to study": a purpose, unlike the infinitive that "went" takes for an object.
      if let found = signature(of: governor, English.to),
        found.affirmed != .holds || found.denied == .fails || self[governor].particle >= 0
          || self[governor].hasObject && words[governor].lower != English.used
      {
        return .governed(found)
      }
      if self[governor].isTooMuch { return .fixed(.fails) }
      return .fixed(sign == .fails ? .fails : .future)
    }
    if let sign { return .fixed(sign) }
    if own.opener == English.as, words[governor].lower == English.long { return .fixed(.hypothetical) }
    if own.isEvenIf { return .fixed(.hypothetical) }
    // "Before it leaves Norway": not yet.
    if kind == English.that, own.opener == English.before || WordList.untilWord.contains(own.openerPhrase),
      own.firstAuxiliary < 0, [.present, .presentThird].contains(words[word].verbForm)
    {
      return .fixed(.future)
    }
    if kind != English.that, kind != "ing", kind != "base", let found = signature(of: governor, kind) {
      return .governed(found)
    }
    if own.opener == nil, own.firstAuxiliary >= 0, own.subject > own.firstAuxiliary,
      WordList.invertingAuxiliary.contains(words[own.firstAuxiliary].lower)
    {
      return .fixed(.hypothetical)
    }
    // "When he visits Norway, he will …" has not come about yet.
    if kind != English.that || WordList.temporalConjunction.contains(own.openerPhrase), isOfFuture(governor) {
      return .inherited
    }
    return kind == English.that || own.opener.flatMap({ table.sign(.fact, $0) }) != nil && kind != "ing"
      ? .presupposed : .inherited
  }

  private func isOfFuture(_ word: Int) -> Bool { self[word].modal == .future || self[word].isInfinitive }

  private func nominal(_ word: Int, under governor: Int) -> GoverningLink.Passage {
    let own = self[word]
    let above = self[governor]
    let isEntity = isEntity(word)
    let relation = words[word].relation
    if isDisputedWord(word, under: governor) { return .presupposed }
    if let opener = own.opener, !words[word].hangs(by: "nsubj"), relation != "obj" {
      if let sign = table.sign(.conjunction, opener) { return .fixed(sign) }
      if let found = signature(of: governor, String(opener.prefix { $0 != "_" })),
        !(isEntity && own.isDefinite) || opener == English.as
      {
        return .governed(found)
      }
      if table.sign(.fact, opener) != nil { return .presupposed }
    } else if words[word].hangs(by: "nsubj") {
      if above.hasExpletive, words[governor].lemma == English.be { return .whole }
      let isPassive = above.isPassive
      if !isEntity, let found = signature(of: governor, isPassive ? "object" : "subject") {
        return .governed(found)
      }
    } else if relation == "obj" {
      if let found = signature(of: governor, "object"), !(isEntity && own.isDefinite) {
        return .governed(found)
      }
    }
    return own.isDefinite || isEntity || words[word].part == .properNoun ? .presupposed : .inherited
  }

  /// "Rejected Washington's accusation": what somebody is named to have said was said, whoever denies that it is so.
  private func isDisputedWord(_ noun: Int, under governor: Int) -> Bool {
    guard words[noun].relation == (self[governor].isPassive ? "nsubj:pass" : "obj"),
      signature(of: governor, "object")?.affirmed == .fails
    else { return false }
    return table.signature(of: words[noun], complement: English.that)?.affirmed == .possible
      && document.dependent(of: noun, "nmod:poss") != nil
  }

  private static let entityNouns: [WordList] = [
    .role, .profession, .groupNoun, .genericNoun, .kindNoun, .title,
  ]

  /// Whether a noun names a person or body rather than something that happens, so that a sentence about it takes it for granted.
  func isEntity(_ word: Int) -> Bool {
    let lemma = words[word].lemma
    return Self.entityNouns.contains { $0.contains(lemma) } || WordList.personSuffix.isSuffix(of: lemma)
  }
}
