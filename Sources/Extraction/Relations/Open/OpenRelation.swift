/// Names the relation of an open triple: its predicate's lemmas in kebab-case.
struct OpenRelation {
  let document: AnnotatedDocument
  private var words: [Word] { document.words }

  init(document: AnnotatedDocument) { self.document = document }

  /// The name: the verb, or the verbs that one complement ties, the noun that a light verb makes a predicate with, and the preposition
  /// before the object; empty where nothing is left.
  ///
  /// Without auxiliaries, articles, the negation that the claim's polarity tells, and what else stands between: "has not been excluded
  /// from" is `exclude-from`, "is the guardian angel of" `be-angel-of`, "sent ten troops to" `send-to`, "put pressure on"
  /// `put-pressure-on`. What is negated further in ("decided not to go to") stays: it is part of what is affirmed.
  func name(of triple: OpenTriple) -> String {
    var name: [UInt8] = []
    let start = start(of: triple)
    let last = lastPrepositions(of: triple)
    for (place, word) in triple.phrase.enumerated() where place >= start && isNamed(word, in: triple) {
      guard place >= last || isOfPredicate(word, in: triple) else { continue }
      let start = name.count
      for byte in lemma(of: word).utf8 {
        if byte >= 0x80 || byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57 {
          if name.count == start, start > 0 { name.append(UInt8(ascii: "-")) }
          name.append(byte)
        } else if byte == UInt8(ascii: "-"), name.count > start, name.last != byte {
          name.append(byte)
        }
      }
      while name.last == UInt8(ascii: "-") { name.removeLast() }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Where the predicate begins in a phrase: at the participle inside an argument, where there is one ("a volunteer helping").
  private func start(of triple: OpenTriple) -> Int {
    triple.phrase.lastIndex {
      words[$0].relation == "acl" && words[$0].part == .verb && document.dependent(of: $0, "mark") == nil
    } ?? 0
  }

  /// Where the prepositions before the object begin in a phrase.
  private func lastPrepositions(of triple: OpenTriple) -> Int {
    var start = triple.phrase.endIndex
    while start > triple.phrase.startIndex, isPreposition(triple.phrase[start - 1]) { start -= 1 }
    return start
  }

  private func isPreposition(_ word: Int) -> Bool {
    ["case", "fixed"].contains(words[word].relation)
      || words[word].part == .adposition && words[word].relation != "compound:prt"
  }

  private func isOfPredicate(_ word: Int, in triple: OpenTriple) -> Bool {
    if word == triple.predicate { return true }
    let here = words[word]
    switch here.relation {
    case "cop", "compound:prt": return true
    case "mark", "advmod": return here.head != triple.object.head && isClause(here.head)
    case "amod", "compound", "nmod": return false
    default: break
    }
    if here.part == .verb || document.hasCopula(word) { return true }
    // "paid attention to", but not "carried trunks to".
    return here.part == .noun && here.lower == here.lemma && here.hangs(by: "obj") && here.head >= 0
      && WordList.lightVerb.contains(words[here.head].lemma)
  }

  /// "to" of "wants to buy" and "not" of "decided not to sell", but not "very" of "very near to".
  private func isClause(_ word: Int) -> Bool { word >= 0 && words[word].part == .verb }

  private func lemma(of word: Int) -> String {
    words[word].part == .verb
      ? VerbLemmas.mended(words[word].lemma, of: words[word].lower)
      : nounLemma(words[word])
  }

  /// The lemma; the model takes "parties" for a form of "partie" now and then.
  private func nounLemma(_ word: Word) -> String {
    guard word.lemma.utf8.count > 3, word.lemma.hasSuffix(English.endingIe),
      word.lower.hasSuffix(English.endingIes) || word.lower.hasSuffix(English.endingIed)
    else { return word.lemma }
    return word.lemma.dropLast(2) + English.endingY
  }

  private func isNamed(_ word: Int, in triple: OpenTriple) -> Bool {
    switch words[word].relation {
    case "aux", "aux:pass", "punct": false
    case "nmod:poss": words[word].part != .pronoun
    case _ where isNegation(word, of: triple.predicate): false
    case "det", "det:predet": false
    default: words[word].part != .punctuation
    }
  }

  /// "not", "never", "no longer" of the predicate that the polarity is that of.
  private func isNegation(_ word: Int, of predicate: Int) -> Bool {
    if words[word].lower == English.no, words[word].head >= 0, words[words[word].head].lower == English.longer
    {
      return words[words[word].head].head == predicate
    }
    return words[word].head == predicate
      && (WordList.negation.contains(words[word].lower) || words[word].lower == English.longer)
  }
}
