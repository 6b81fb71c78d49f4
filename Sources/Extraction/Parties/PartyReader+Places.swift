internal import Claims

extension PartyReader {
  /// What a word inside a longer name names by itself: "Korea" of "Korea War", "Oslo" of "University College in Oslo", "UN" of "UN Security
  /// Council".
  mutating func part(at word: Int, within name: Name) -> PartyReading? {
    place(at: word, within: name) ?? owner(at: word, within: name)
  }

  /// Whose the thing is that a name is of, where it begins with that: "US" of "US Navy", "Leiden University" of "Leiden University Libraries".
  private mutating func owner(at word: Int, within name: Name) -> PartyReading? {
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
      return PartyReading(
        entity: entities.entity(named: place, type: .place), name: place, type: .place, mention: range,
        head: word)
    }
    guard mentionOfHead[word] >= 0 else { return nil }
    let mention = document.mentions[mentionOfHead[word]]
    guard mention.kind == .named, range.lowerBound <= mention.words.lowerBound,
      ["place", "organization"].contains(mention.type)
    else { return nil }
    let type = EntityType(rawValue: mention.type)
    let entity = entities.entity(named: text, type: type == .place ? .place : .organization)
    return PartyReading(
      entity: entity, name: entities.entities[entity].name, type: type, mention: range, head: word)
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
  private mutating func place(at word: Int, within name: Name) -> PartyReading? {
    guard name.words.contains(words[word].head) else { return nil }
    let isParty =
      name.type == .event && words[word].relation == "compound"
      && lexicon.country(named: document.surface(word..<word + 1)) != nil
    let isSeat =
      name.type == .organization && words[word].relation == "nmod" && words[word].part == .properNoun
      && name.words.upperBound == word + 1 && document.tree.firstPreposition(of: word) == English.in
      && mentionOfHead[word] >= 0 && document.mentions[mentionOfHead[word]].type == "place"
    guard isParty || isSeat else { return nil }
    let text = document.surface(word..<word + 1)
    let entity = entities.entity(named: lexicon.country(named: text)?.name ?? text, type: .place)
    return PartyReading(
      entity: entity, name: entities.entities[entity].name, type: .place, mention: word..<word + 1, head: word
    )
  }

  /// The countries that a hyphen joins in one word: "Iran-Iraq" of "the Iran-Iraq War", but not "Guinea-Bissau".
  mutating func joinedCountries(_ word: Int) -> [PartyReading] {
    guard words[word].relation == "compound", lexicon.country(named: words[word].lower) == nil else {
      return []
    }
    let parts = document.surface(word..<word + 1).split(whereSeparator: { $0 == "-" || $0 == "–" })
    let countries = parts.compactMap { lexicon.country(named: String($0))?.name }
    guard parts.count == 2, countries.count == 2 else { return [] }
    return countries.map { country in
      PartyReading(
        entity: entities.entity(named: country, type: .place), name: country, type: .place,
        mention: word..<word + 1,
        head: word)
    }
  }
}
