internal import Claims

extension ReferenceReader {

  /// A noun that may stand for somebody, with what its phrase says of that.
  private struct Description {
    let word: Int
    let noun: Word
    let sentence: Int
    /// "the", "this", "both".
    let determiner: String?
    /// Whether a phrase or clause behind it says which one is meant.
    let isRestricted: Bool
    /// What the noun calls.
    let type: NameType?
    let isPlural: Bool
  }

  /// The entities that a definite description stands for, by its head: by the first rule that is of its kind.
  mutating func description(_ word: Int, sentence: Int) -> Referent? {
    guard entityOfWord[word] < 0 else { return nil }
    // "the painter István Berényi", "the “Taliban” movement": the name is there.
    if let named = namedWithin(word) { return Referent(named, .apposition) }
    let one = described(word, sentence: sentence)
    if one.noun.lemma == English.capital {
      return Referent(
        capital(word, isDefinite: one.determiner == English.the, sentence: sentence), .capital)
    }
    guard one.determiner != nil else { return nil }
    if one.noun.lower == English.former || one.noun.lower == English.latter { return ofPair(one) }
    guard one.noun.part == .noun || one.noun.part == .properNoun else { return nil }
    if WordList.pairNoun.contains(one.noun.lemma) {
      return one.isRestricted
        ? nil : Referent(pair(before: word, sentence: sentence) { $0 == .person }, .pair)
    }
    if isOfTwo(one) { return both(one) }
    let told = told(one)
    if isCountryNoun(one.noun.lemma), !one.isPlural {
      return country(told: told, sentence: sentence).map {
        Referent($0, $0 == told ? .coreference : .country)
      }
    }
    return calledOrTold(one, told: told) ?? (one.isRestricted ? nil : pointed(one, told: told))
  }

  private func described(_ word: Int, sentence: Int) -> Description {
    var determiner: String?
    var isRestricted = false
    for dependent in document.dependents(of: word).prefix(40) {
      switch words[dependent].relation {
      case "det", "det:predet", "cc:preconj":
        if WordList.referringDeterminer.contains(words[dependent].lower) {
          determiner = words[dependent].lower
        }
      case "nmod", "acl", "acl:relcl", "nmod:poss": isRestricted = true
      default: break
      }
    }
    return Description(
      word: word, noun: words[word], sentence: sentence, determiner: determiner, isRestricted: isRestricted,
      type: lexicon.type(ofNoun: words[word].lemma), isPlural: isPlural(words[word]))
  }

  /// "The former", "the latter": of the two that were named together last.
  private func ofPair(_ one: Description) -> Referent? {
    guard let list = lists.last, list.entities.count == 2, one.sentence - list.sentence <= 2 else {
      return nil
    }
    return Referent(list.entities[one.noun.lower == English.former ? 0 : 1], .pair)
  }

  /// "Both companies", "the two countries".
  private func isOfTwo(_ one: Description) -> Bool {
    one.determiner == English.both
      || one.isPlural && document.dependents(of: one.word).contains { words[$0].lower == English.two }
  }

  private func both(_ one: Description) -> Referent? {
    let pair = pair(before: one.word, sentence: one.sentence) { one.type == nil || $0 == one.type }
    let isFit =
      !isCountryNoun(one.noun.lemma)
      || pair.allSatisfy { lexicon.country(named: entities.entities[$0].name) != nil }
    return isFit ? Referent(pair, .pair) : nil
  }

  /// What the model's coreference takes it for, where the noun can call that.
  private func told(_ one: Description) -> Int? {
    guard one.type != nil, let thing = evidence.thing(ofWord: one.word),
      let entity = evidence.entity(ofThing: thing),
      Self.agree(entities.entities[entity].type, one.type, isPlural: one.isPlural)
    else { return nil }
    return entity
  }

  /// What the text called so before, and what the model says, where the two agree.
  private func calledOrTold(_ one: Description, told: Int?) -> Referent? {
    let called = one.isPlural ? nil : self.called(one.noun.lemma, sentence: one.sentence)
    if let told, let called, told != called { return nil }
    if one.isRestricted {
      guard let told, one.noun.relation == "appos" || called == told else { return nil }
      return Referent(told, .coreference)
    }
    if let called { return Referent(called, .sameNoun) }
    guard one.type != nil, !one.isPlural, let told, isInFocus(told, sentence: one.sentence) else {
      return nil
    }
    return Referent(told, .coreference)
  }

  /// "The group", "this group": the last of its kind, or the one that was just talked about.
  private func pointed(_ one: Description, told: Int?) -> Referent? {
    guard let type = one.type, !one.isPlural else { return nil }
    if let told, let called = called(one.noun.lemma, sentence: one.sentence), told != called { return nil }
    if one.determiner == English.the, let last = lastOfKind(one.word, type: type, sentence: one.sentence) {
      return Referent(last, .lastOfKind)
    }
    guard one.determiner == English.this, type != .person || WordList.role.contains(one.noun.lemma) else {
      return nil
    }
    let ranked = focus.ranked(at: one.sentence) {
      $0.word >= earliestWord && Self.agree(entities.entities[$0.entity].type, type, isPlural: false)
    }
    if type == .place, !isCountryNoun(one.noun.lemma) {
      // "this region" is no state.
      let regions = ranked.filter { lexicon.country(named: entities.entities[$0.entity].name) == nil }
      return regions.first.map { Referent($0.entity, .prominence) }
    }
    // The subject of the sentence before is what the next one goes on about.
    let subjects = focus.recent(at: one.sentence, within: 1).filter { entry in
      entry.sentence == one.sentence - 1 && words[entry.word].hangs(by: "nsubj")
        && words[entry.word].head >= 0
        && words[words[entry.word].head].head < 0 && ranked.contains { $0.entity == entry.entity }
    }
    if let subject = subjects.first { return Referent(subject.entity, .topic) }
    guard let first = ranked.first else { return nil }
    return ranked.count == 1 || first.weight >= Calibration.leadOfDescription * ranked[1].weight
      ? Referent(first.entity, .prominence) : nil
  }

  /// "The group", "the company": the last named thing that can be called so, where nothing more is said of which it is.
  private func lastOfKind(_ word: Int, type: NameType, sentence: Int) -> Int? {
    guard WordList.genericNoun.contains(words[word].lemma),
      document.dependents(of: word).allSatisfy({
        words[$0].relation != "amod" && words[$0].relation != "compound"
      })
    else { return nil }
    // "The Asad regime … the regime": what was called so with more words is meant.
    if fullDescriptions.last(before: word) != nil { return nil }
    let others = coarguments(of: word)
    let isFit = { (entry: DiscourseFocus.Entry) in
      let named = self.entities.entities[entry.entity].type
      return entry.word >= self.earliestWord && !others.contains(entry.entity) && named != .unknown
        && Self.agree(named, type, isPlural: false)
    }
    var ranked = focus.ranked(at: sentence, where: isFit)
    if ranked.isEmpty {
      ranked = focus.ranked(at: sentence) {
        $0.word >= earliestWord && !others.contains($0.entity) && mayBeNoPerson($0.entity)
      }
    }
    guard let first = ranked.first else { return nil }
    if ranked.count == 1 { return first.entity }
    // Of several in one sentence none is the last.
    let latest = ranked.map { lastSentence[$0.entity] ?? -1 }.max() ?? -1
    let last = ranked.filter { lastSentence[$0.entity] == latest }
    if last.count == 1 { return last[0].entity }
    return first.weight >= Calibration.leadOfDescription * ranked[1].weight ? first.entity : nil
  }

  /// Whether nothing but the model's word makes a person of a name: no title, no given name, no "he" or "she".
  private func mayBeNoPerson(_ entity: Int) -> Bool {
    let thing = entities.entities[entity]
    guard thing.type == .person || thing.type == .unknown, genders[entity] == nil else { return false }
    let first = thing.name.split(separator: " ").first.map { $0.lowercased() } ?? ""
    return !lexicon.isGivenName(first) && !titled.contains(entity)
  }

  /// What the text has called by a noun, if it was mentioned lately.
  private func called(_ lemma: String, sentence: Int) -> Int? {
    described[lemma].flatMap { isInFocus($0.entity, sentence: sentence) ? $0.entity : nil }
  }

  /// Whether an entity was mentioned in one of the last sentences.
  func isInFocus(_ entity: Int, sentence: Int) -> Bool {
    lastSentence[entity].map { sentence - $0 <= Calibration.memoryOfFocus } ?? false
  }

  private func isPlural(_ word: Word) -> Bool {
    word.lower != word.lemma && word.lower.hasSuffix(English.pluralEnding)
      || WordList.irregularPlural.contains(word.lower)
  }

  private func isCountryNoun(_ lemma: String) -> Bool {
    WordList.countryNoun.contains(lemma)
  }

  /// Whether a thing of one type may be called by a noun for another.
  private static func agree(_ named: NameType, _ noun: NameType?, isPlural: Bool) -> Bool {
    guard let noun else { return named != .person && !isPlural || named == .unknown }
    if named == .unknown { return true }
    if isPlural { return named == .group || named == .organization && noun != .person }
    if noun == .organization || noun == .group { return named == .organization || named == .group }
    return named == noun
  }

  /// The name that a description is put to: "the painter István Berényi", "the “Taliban” movement", "the movement “Taliban”".
  private func namedWithin(_ word: Int) -> Int? {
    guard words[word].part == .noun || words[word].part == .properNoun else { return nil }
    // "A Premier League club" is one in it.
    let isKind =
      WordList.genericNoun.contains(words[word].lemma)
      && !document.dependents(of: word).contains { WordList.indefiniteArticle.contains(words[$0].lower) }
    for dependent in document.dependents(of: word).prefix(40) where entityOfWord[dependent] >= 0 {
      let relation = words[dependent].relation
      let entity = entityOfWord[dependent]
      if relation == "appos" || relation == "flat" {
        if let type = lexicon.type(ofNoun: words[word].lemma),
          Self.agree(entities.entities[entity].type, type, isPlural: isPlural(words[word]))
        {
          return entity
        }
      }
      if relation == "compound", isKind, dependent < word, word - dependent < 4,
        entities.entities[entity].type != .person, entities.entities[entity].type != .place
      {
        return entity
      }
    }
    return nil
  }

  // MARK: Countries

  /// The country that is talked about, where it is clear which.
  private mutating func country(told: Int?, sentence: Int) -> Int? {
    if let told, lexicon.country(named: entities.entities[told].name) != nil { return told }
    guard let name = countryInFocus(sentence) else { return nil }
    return implied(name)
  }

  private func countryInFocus(_ sentence: Int) -> String? {
    var near: String?
    for memory in 0...2 {
      for country in countries.suffix(40).reversed() {
        if sentence - country.sentence > memory { break }
        if country.word < earliestWord { break }
        if let near, near != country.name { return nil }
        near = country.name
      }
      if near != nil { return near }
    }
    return near
  }

  /// "the capital of Uruguay", "Uruguay's capital", "the capital" of the country that is talked about.
  private mutating func capital(_ word: Int, isDefinite: Bool, sentence: Int) -> [Int] {
    for dependent in document.dependents(of: word).prefix(40)
    where words[dependent].hangs(by: "nmod") || words[dependent].relation == "amod" {
      var country: String?
      if entityOfWord[dependent] >= 0 {
        country = entities.entities[entityOfWord[dependent]].name
      } else {
        country = document.country(ofWord: dependent, lexicon)
      }
      if let country, let capital = lexicon.country(named: country)?.capital, capital != "-" {
        return [implied(capital)]
      }
      if words[dependent].hangs(by: "nmod"), words[dependent].relation != "nmod:poss" { return [] }
    }
    guard isDefinite else { return [] }
    let relation = words[word].relation
    let isPlace =
      relation.hasPrefix("nsubj")
      || (relation.hasPrefix("obl") || relation == "nmod")
        && document.dependents(of: word).contains {
          words[$0].relation == "case" && WordList.locativePreposition.contains(words[$0].lower)
        }
    guard isPlace, let name = countryInFocus(sentence), let capital = lexicon.country(named: name)?.capital,
      capital != "-"
    else { return [] }
    return [implied(capital)]
  }
}
