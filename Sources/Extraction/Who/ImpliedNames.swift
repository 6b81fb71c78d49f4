internal import Claims

/// The names that a document implies inside of longer ones: "Korea" of "Korea War".
struct ImpliedNames {
  let phrases: PhraseIndex
  private var document: AnnotatedDocument { phrases.document }
  private var words: [Word] { phrases.words }
  private var lexicon: Lexicon { phrases.lexicon }

  /// A name that words imply.
  struct ImpliedName {
    var text: String
    /// What its entity is taken for, if nothing named it before.
    var type: NameType
    var mention: Range<Int>
    /// What it is as a party here; nil for what its entity is taken for.
    var partyType: EntityType?
  }

  init(phrases: PhraseIndex) { self.phrases = phrases }

  /// What a word inside a longer name or a joined one names by itself: "Korea" of "Korea War", "Oslo" of "University College in Oslo",
  /// "UN" of "UN Security Council".
  func names(inside word: Int) -> [ImpliedName] {
    let joined = joinedCountries(word)
    if !joined.isEmpty { return joined }
    guard let name = phrases.name(at: word) else { return [] }
    return (place(at: word, within: name) ?? owner(at: word, within: name)).map { [$0] } ?? []
  }

  /// Whose the thing is that a name is of, where it begins with that: "US" of "US Navy", "Leiden University" of "Leiden University Libraries".
  private func owner(at word: Int, within name: Name) -> ImpliedName? {
    guard name.type == .organization, name.words.contains(words[word].head) else { return nil }
    let preposition = document.tree.firstPreposition(of: word)
    switch words[word].relation {
    case "compound" where preposition.isEmpty, "nmod:poss": break
    case "nmod" where preposition == English.of: break
    default: return nil
    }
    let range = nameBefore(word, within: name)
    let text = document.surface(range)
    if let place = lexicon.country(named: text)?.name ?? lexicon.region(named: text) {
      return ImpliedName(text: place, type: .place, mention: range, partyType: .place)
    }
    guard phrases.mentionOfHead[word] >= 0 else { return nil }
    let mention = document.mentions[phrases.mentionOfHead[word]]
    guard mention.kind == .named, range.lowerBound <= mention.words.lowerBound,
      let type = NameType(rawValue: mention.type), type == .place || type == .organization
    else { return nil }
    return ImpliedName(
      text: text, type: type, mention: range, partyType: EntityType(rawValue: mention.type))
  }

  /// A word with what stands before it inside a name and hangs on it.
  private func nameBefore(_ word: Int, within name: Name) -> Range<Int> {
    var start = word
    while start > name.words.lowerBound, words[start - 1].head == word,
      words[start - 1].shape.contains(.capitalised)
    {
      start -= 1
    }
    return start..<word + 1
  }

  /// The place that a word inside a longer name names by itself: "Korea" of "Korea War", "Oslo" of "University College in Oslo".
  private func place(at word: Int, within name: Name) -> ImpliedName? {
    guard name.words.contains(words[word].head) else { return nil }
    let country = lexicon.country(named: document.surface(word..<word + 1))
    let isParty = name.type == .event && words[word].relation == "compound" && country != nil
    let isSeat =
      name.type == .organization && words[word].relation == "nmod" && words[word].part == .properNoun
      && name.words.upperBound == word + 1 && document.tree.firstPreposition(of: word) == English.in
      && phrases.mentionOfHead[word] >= 0
      && document.mentions[phrases.mentionOfHead[word]].type == NameType.place.rawValue
    guard isParty || isSeat else { return nil }
    let text = country?.name ?? document.surface(word..<word + 1)
    return ImpliedName(text: text, type: .place, mention: word..<word + 1, partyType: .place)
  }

  /// The countries that a hyphen joins in one word: "Iran-Iraq" of "the Iran-Iraq War", but not "Guinea-Bissau".
  private func joinedCountries(_ word: Int) -> [ImpliedName] {
    guard words[word].relation == "compound", lexicon.country(named: words[word].lower) == nil else {
      return []
    }
    let parts = document.surface(word..<word + 1).split(whereSeparator: { $0 == "-" || $0 == "–" })
    guard parts.count == 2 else { return [] }
    let countries = parts.compactMap { lexicon.country(named: String($0))?.name }
    guard countries.count == 2 else { return [] }
    return countries.map {
      ImpliedName(text: $0, type: .place, mention: word..<word + 1, partyType: .place)
    }
  }
}
