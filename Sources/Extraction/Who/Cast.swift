internal import Claims

/// Who is meant at each word of a document, and on what grounds; complete when made.
///
/// Each question has one answer, whoever asks and however often: nothing that is read joins the entities later.
struct Cast: Sendable {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  let phrases: PhraseIndex
  let references: References
  /// The words of the date that each word is part of.
  let times: [Int: Range<Int>]
  /// All entities of the document, those that it only implies among them.
  private(set) var entities: EntityTable
  /// What words inside of longer names name by themselves, by word.
  private let impliedNames: [Int: [ImpliedNames.ImpliedName]]
  /// The country of each entity that is a capital, and not itself one's name.
  private let countryOfCapital: [Int: Int]

  var words: [Word] { document.words }
  /// The name that each word is in, by word; -1 for none.
  var nameOfWord: [Int] { phrases.nameOfWord }
  private static let longestList = 24

  /// - Parameters:
  ///   - named: the entities that the document names.
  ///   - times: the words of the date that each word is part of.
  /// - Complexity: linear in the words.
  init(document: AnnotatedDocument, named: EntityTable, lexicon: Lexicon, times: [Int: Range<Int>]) {
    self.document = document
    self.lexicon = lexicon
    self.times = times
    phrases = PhraseIndex(document: document, lexicon: lexicon)
    let referring = ReferenceReader(document: document, entities: named, lexicon: lexicon)
    references = referring.references
    var entities = referring.entities
    let implying = ImpliedNames(phrases: phrases)
    var impliedNames: [Int: [ImpliedNames.ImpliedName]] = [:]
    for word in document.words.indices {
      let names = implying.names(inside: word)
      if !names.isEmpty { impliedNames[word] = names }
      for name in names { _ = entities.entity(named: name.text, type: name.type) }
      if names.isEmpty, let country = phrases.countryOfNationality(word) {
        _ = entities.entity(named: country, type: .place)
      }
    }
    self.impliedNames = impliedNames
    var countryOfCapital: [Int: Int] = [:]
    for (index, entity) in entities.entities.enumerated() {
      guard let country = lexicon.country(withCapital: entity.name),
        lexicon.country(named: entity.name) == nil
      else { continue }
      countryOfCapital[index] = entities.entity(named: country, type: .place)
    }
    self.countryOfCapital = countryOfCapital
    self.entities = entities
  }

  /// The same where what claims take entities for is known of those of which nothing else told.
  func taking(_ types: TypeSuggestions) -> Cast {
    var other = self
    for (entity, type) in types.first { other.entities.suggest(type, for: entity) }
    return other
  }

  /// The parties that a phrase stands for: the members of a list, each one by one.
  func parties(at word: Int) -> [PartyReading] {
    var result: [PartyReading] = []
    for member in members(of: word) { result += party(at: member) }
    return result
  }

  /// Two ends of a claim that are not the same: where a pronoun was taken for the other end, it stays open.
  func distinct(_ left: PartyReading, _ right: PartyReading) -> (PartyReading, PartyReading)? {
    if left.entity != right.entity || left.entity == nil { return (left, right) }
    if isPronoun(right), let open = party(at: right.head, withReferences: false).first,
      open.entity != left.entity
    {
      return (left, open)
    }
    if isPronoun(left), let open = party(at: left.head, withReferences: false).first,
      open.entity != right.entity
    {
      return (open, right)
    }
    return nil
  }

  private func isPronoun(_ party: PartyReading) -> Bool {
    party.isReference && words[party.head].part == .pronoun
  }

  /// The heads of the phrases that are coordinated with a word's.
  func members(of word: Int) -> [Int] {
    // A pronoun or a date has no list behind it that it belongs to in the tree by chance.
    if times[word] != nil { return [word] }
    if let child = document.sharedPossession(of: word) { return [child] }
    let prepositions = document.tree.prepositionWords(of: word)
    let result = document.tree.members(of: word, atMost: Self.longestList) { dependent in
      let other = words[dependent]
      guard other.isNominal || other.part == .pronoun || other.part == .number,
        nameOfWord[dependent] < 0 || nameOfWord[dependent] != nameOfWord[word]
      else { return false }
      let preposition = document.tree.firstPreposition(of: dependent)
      return preposition.isEmpty || prepositions.contains(preposition)
    }
    return document.withoutAddresses(result, lexicon) + included(in: word)
  }

  /// The parties that a phrase stands for without those coordinated with it; the first answer of these holds: a date, what the words
  /// name, what the text tells elsewhere, what they say of themselves.
  func party(at word: Int, withReferences: Bool = true) -> [PartyReading] {
    if let time = times[word] {
      return [PartyReading(name: document.surface(time), type: .time, mention: time, head: word)]
    }
    if let named = named(word) { return named }
    if withReferences, let referred = referred(word) { return referred }
    if let pronoun = unreferred(word) { return [pronoun] }
    if let country = nationality(word) { return [country] }
    if let name = apposedName(of: word) {
      return party(at: name).map { party in
        var party = party
        party.ground = party.ground ?? .apposition
        return party
      }
    }
    switch words[word].part {
    case .noun, .properNoun, .number, .symbol: return described(word)
    case .adjective, .verb, .other:
      // "the unemployed", "the wounded": a phrase with an article.
      let hasArticle = document.dependents(of: word).contains { words[$0].relation == "det" }
      return hasArticle ? described(word) : []
    default: return []
    }
  }

  /// What a word names, alone or as part of a name; nil where it is in none.
  private func named(_ word: Int) -> [PartyReading]? {
    if let names = impliedNames[word] {
      return names.compactMap { name in
        guard let entity = entities.known(name.text) else { return nil }
        var party = reading(of: entity, mention: name.mention, head: word)
        party.type = name.partyType
        return party
      }
    }
    guard let name = phrases.name(at: word), !isNationality(word, in: name.words) else { return nil }
    let entity = entities.entityOfName[nameOfWord[word]]
    return [reading(of: entity, mention: name.words, head: word)]
  }

  /// Whom the text elsewhere names that a pronoun or description stands for.
  private func referred(_ word: Int) -> [PartyReading]? {
    guard let referent = references.referent(ofWord: word) else { return nil }
    let isOneWord = words[word].part == .pronoun || words[word].part == .determiner
    let mention = isOneWord ? word..<word + 1 : phrases.description(of: word)
    return referent.entities.map { entity in
      var party = reading(of: entity, mention: mention, head: word)
      party.isReference = true
      party.ground = referent.ground
      return party
    }
  }

  /// What "there" or a pronoun stands for of which nobody is named: a place, a description, or what is left open.
  private func unreferred(_ word: Int) -> PartyReading? {
    if words[word].part == .adverb, words[word].lower == English.there, let place = placeBefore(word) {
      return PartyReading(
        entity: place, name: entities.entities[place].name, type: .place, mention: word..<word + 1,
        head: word, isReference: true, ground: .placeBefore)
    }
    guard words[word].part == .pronoun else { return nil }
    if let described = describedAntecedent(of: word) { return described }
    guard let pronoun = Pronoun(words[word].lower), pronoun.mayStayOpen else { return nil }
    // Whom it stands for is not told; what is said of them is said all the same.
    return PartyReading(
      name: words[word].lower, type: pronoun.isPerson ? .person : nil, mention: word..<word + 1,
      head: word, isReference: true, ground: .open)
  }

  /// The country of a nationality: "Norwegian".
  private func nationality(_ word: Int) -> PartyReading? {
    guard let country = phrases.countryOfNationality(word), let entity = entities.known(country) else {
      return nil
    }
    return PartyReading(
      entity: entity, name: country, type: .place, mention: word..<word + 1, head: word, ground: .nationality)
  }

  /// An entity of the document, as words stand for it.
  func reading(of entity: Int, mention: Range<Int>, head: Int) -> PartyReading {
    PartyReading(
      entity: entity, name: entities.entities[entity].name, type: EntityType(entities.entities[entity].type),
      mention: mention, head: head)
  }

  /// Whether a word only says of which country the thing is that a name is of: "Norwegian" of "Norwegian embassy".
  private func isNationality(_ word: Int, in name: Range<Int>) -> Bool {
    name.count > 1 && name.contains(words[word].head) && words[word].relation == "amod"
      && lexicon.country(ofDemonym: words[word].lower) != nil
  }

  private func described(_ word: Int) -> [PartyReading] {
    if WordList.emptyNoun.contains(words[word].lower), document.dependent(of: word, "nmod") == nil {
      return []
    }
    if staysOpen(word) {
      guard let fuller = references.fullerDescription(of: word) else { return [] }
      var party = phrases.described(fuller)
      party.mention = phrases.description(of: word)
      party.head = word
      party.isReference = true
      return [party]
    }
    return [phrases.described(word)]
  }

  /// "The group", "our partners", "the former": which one is meant the text tells elsewhere, or not at all.
  private func staysOpen(_ word: Int) -> Bool {
    var isDefinite = false
    for dependent in document.dependents(of: word).prefix(40) {
      let other = words[dependent]
      switch other.relation {
      case "nmod:poss":
        if Pronoun(other)?.isOfSpeech == true, references.entities(ofWord: dependent).isEmpty { return true }
        return false
      case "det": isDefinite = WordList.referringDeterminer.contains(other.lower)
      case "amod", "compound", "nmod", "acl", "acl:relcl", "nummod", "appos", "flat": return false
      default: break
      }
    }
    let lemma = words[word].lemma
    return isDefinite
      && (WordList.genericNoun.contains(lemma) || WordList.countryNoun.contains(lemma)
        || words[word].lower == English.former || words[word].lower == English.latter)
  }

  /// Whether a word is a name, or refers to one.
  func isNamed(_ word: Int) -> Bool { nameOfWord[word] >= 0 || references.referent(ofWord: word) != nil }

  /// A party that acts: a capital stands for its country.
  func acting(_ party: PartyReading) -> PartyReading {
    guard let entity = party.entity, party.type == .place || party.type == nil,
      let country = countryOfCapital[entity]
    else { return party }
    var state = party
    state.entity = country
    state.name = entities.entities[country].name
    state.ground = .government
    return state
  }
}
