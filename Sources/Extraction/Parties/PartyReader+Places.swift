internal import Claims

extension PartyReader {
  /// The place that a word inside a longer name names by itself: "Korea" of "Korea War", "Oslo" of "University College in Oslo".
  mutating func place(at word: Int, within name: Name) -> PartyReading? {
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
