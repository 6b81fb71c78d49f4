/// Names the relation of an open triple: its predicate's lemmas in kebab-case.
struct OpenRelation {
  let document: AnnotatedDocument
  private var words: [Word] { document.words }

  init(document: AnnotatedDocument) { self.document = document }

  /// The name, without auxiliaries, articles, possessives and the negation that the claim's polarity tells; empty where nothing is left.
  ///
  /// "has not been excluded from" is `exclude-from`, "is the guardian angel of" is `be-guardian-angel-of`. What is negated further in
  /// ("decided not to go to") stays: it is part of what is affirmed.
  func name(of triple: OpenTriple) -> String {
    var name: [UInt8] = []
    for word in triple.phrase where isNamed(word, in: triple) {
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

  /// The lemma; the model takes "applies" for a form of "applie" now and then.
  private func lemma(of word: Int) -> String {
    let (lower, lemma) = (words[word].lower, words[word].lemma)
    guard lemma.utf8.count > 3, lemma.hasSuffix(English.endingIe),
      lower.hasSuffix(English.endingIes) || lower.hasSuffix(English.endingIed)
    else {
      return lemma
    }
    return lemma.dropLast(2) + English.endingY
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
