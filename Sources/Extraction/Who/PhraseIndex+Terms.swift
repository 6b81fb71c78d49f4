internal import Claims

extension PhraseIndex {
  /// The phrase that a noun heads as an office, a profession or a kind of thing: "deputy head of intelligence".
  func term(at word: Int, type: EntityType) -> PartyReading {
    if type == .role, isTitle(word) { return title(at: word, type: type) }
    let range = type == .role ? description(of: word) : kind(of: word)
    return PartyReading(
      name: type == .role ? document.surface(range) : kindName(of: word, in: range), type: type,
      mention: range,
      head: word)
  }

  /// The noun with what makes it a kind ("political scientist"), without whose and which it is.
  private func kind(of word: Int) -> Range<Int> {
    var start = word
    for dependent in document.dependents(of: word).reversed() where dependent < word {
      let other = document.words[dependent]
      guard dependent == start - 1, other.relation == "compound" || other.relation == "amod",
        nameOfWord[dependent] < 0,
        other.verbForm == nil, lexicon.country(ofDemonym: other.lower) == nil,
        document.dependents(of: dependent).isEmpty, !other.shape.contains(.capitalised)
      else { break }
      if other.relation == "amod", !WordList.kindAdjective.contains(other.lower) { break }
      start = dependent
    }
    return start..<word + 1
  }

  /// A kind's name in the singular: of "the largest parties were A and B" each is a party.
  private func kindName(of word: Int, in range: Range<Int>) -> String {
    let form = document.words[word]
    guard range.upperBound == word + 1, form.lower != form.lemma, form.lower.hasSuffix(English.pluralEnding),
      form.lower.hasPrefix(form.lemma)
        || form.lemma.hasSuffix(English.endingY) && form.lower.hasPrefix(form.lemma.dropLast())
    else { return document.surface(range) }
    let before = range.count > 1 ? document.surface(range.lowerBound..<word) + " " : ""
    return before + form.lemma
  }

  /// "nineteen officers", "its main representatives": holders of no one office.
  func isOneOfSeveral(_ word: Int) -> Bool {
    document.words[word].lower != document.words[word].lemma && nameOfTitle[word] == nil
      && document.dependents(of: word).contains {
        document.words[$0].relation == "nummod" || document.words[$0].relation == "nmod:poss"
      }
  }

  /// Whether a word is part of a title before a name.
  func isTitle(_ word: Int) -> Bool { nameOfTitle[word] != nil }

  /// The head of the name that a title belongs to.
  func holder(ofTitle word: Int) -> Int? {
    nameOfTitle[word].map { document.head(of: document.names[$0].words) }
  }

  /// The whole title that a word is part of.
  func title(at word: Int, type: EntityType) -> PartyReading {
    var range = nameOfTitle[word].map { document.names[$0].title } ?? word..<word + 1
    // "Former President": what was before is told by the tense.
    while range.count > 1, FactualityTable.builtIn.isPastModifier(words[range.lowerBound].lower) {
      range = range.lowerBound + 1..<range.upperBound
    }
    return PartyReading(name: document.surface(range), type: type, mention: range, head: word)
  }
}
