internal import Claims

/// What a phrase of the text stands for, as the end of a claim.
struct PartyReading: Hashable {
  /// The entity of the document's table; nil for what has no name.
  var entity: Int?
  /// What it is called where it is no entity.
  var name: String
  var type: EntityType?
  /// The words that stand for it.
  var mention: Range<Int>
  /// The word that heads it.
  var head: Int
  /// A pronoun or a description stands for it.
  var isReference = false
  /// Why the words were taken for it; nil where they name or describe it themselves.
  var ground: Claim.Origin.Ground?

  /// Whether the text names it, here or elsewhere.
  var isNamed: Bool { entity != nil }
}

/// Reads words that head phrases as parties: names, references to names, descriptions, numbers and dates.
struct PartyReader {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  let references: ReferenceReader
  /// The words of the date that each word is part of.
  let times: [Int: Range<Int>]
  /// The name that each word is in, by word; -1 for none.
  let nameOfWord: [Int]
  /// The name that each word of a title stands before.
  let nameOfTitle: [Int: Int]
  /// The mention that each word heads, by word; -1 for none.
  let mentionOfHead: [Int]
  var entities: EntityTable

  var words: [Word] { document.words }
  private static let longestList = 24

  init(
    document: AnnotatedDocument, lexicon: Lexicon, entities: EntityTable, references: ReferenceReader,
    times: [Int: Range<Int>]
  ) {
    self.document = document
    self.lexicon = lexicon
    self.entities = entities
    self.references = references
    self.times = times
    var nameOfWord = [Int](repeating: -1, count: document.words.count)
    var nameOfTitle: [Int: Int] = [:]
    for (index, name) in document.names.enumerated() {
      for word in name.words { nameOfWord[word] = index }
      for word in name.title { nameOfTitle[word] = index }
    }
    self.nameOfWord = nameOfWord
    self.nameOfTitle = nameOfTitle
    var mentionOfHead = [Int](repeating: -1, count: document.words.count)
    for (index, mention) in document.mentions.enumerated() {
      let known = mentionOfHead[mention.head]
      if known < 0 || document.mentions[known].words.count < mention.words.count {
        mentionOfHead[mention.head] = index
      }
    }
    self.mentionOfHead = mentionOfHead
  }

  /// The parties that a phrase stands for: the members of a list, each one by one.
  mutating func parties(at word: Int) -> [PartyReading] {
    var result: [PartyReading] = []
    for member in members(of: word) { result += party(at: member) }
    return result
  }

  /// Two ends of a claim that are not the same: where a pronoun was taken for the other end, it stays open.
  mutating func distinct(_ left: PartyReading, _ right: PartyReading) -> (PartyReading, PartyReading)? {
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

  /// The parties that a phrase stands for without those coordinated with it.
  mutating func party(at word: Int, withReferences: Bool = true) -> [PartyReading] {
    if let time = times[word] {
      return [
        PartyReading(
          name: document.surface(time), type: .time, mention: time, head: word)
      ]
    }
    let joined = joinedCountries(word)
    if !joined.isEmpty { return joined }
    let index = nameOfWord[word]
    if index >= 0, let part = part(at: word, within: document.names[index]) { return [part] }
    if index >= 0, !isNationality(word, in: document.names[index].words) {
      let name = document.names[index]
      let entity = entities.entityOfName[index]
      // "Taliban office": the name only modifies what the word heads.
      return [
        PartyReading(
          entity: entity, name: entities.entities[entity].name,
          type: EntityType(entities.entities[entity].type),
          mention: name.words, head: word)
      ]
    }
    if withReferences, let referent = references.referent(ofWord: word) {
      let mention =
        words[word].part == .pronoun || words[word].part == .determiner
        ? word..<word + 1 : description(of: word)
      return referent.entities.map { entity in
        PartyReading(
          entity: entity, name: entities.entities[entity].name,
          type: EntityType(entities.entities[entity].type),
          mention: mention, head: word, isReference: true, ground: referent.ground)
      }
    }
    if words[word].part == .adverb, words[word].lower == English.there, let place = placeBefore(word) {
      return [
        PartyReading(
          entity: place, name: entities.entities[place].name, type: .place, mention: word..<word + 1,
          head: word, isReference: true, ground: .placeBefore)
      ]
    }
    if words[word].part == .pronoun, let described = describedAntecedent(of: word) {
      return [described]
    }
    if words[word].part == .pronoun, let pronoun = Pronoun(words[word].lower), pronoun.mayStayOpen {
      // Whom it stands for is not told; what is said of them is said all the same.
      return [
        PartyReading(
          name: words[word].lower, type: pronoun.isPerson ? .person : nil, mention: word..<word + 1,
          head: word, isReference: true, ground: .open)
      ]
    }
    if let country = lexicon.country(ofDemonym: words[word].lower), words[word].shape.contains(.capitalised),
      !isLanguage(word)
    {
      let entity = entities.entity(named: country, type: .place)
      return [
        PartyReading(
          entity: entity, name: country, type: .place, mention: word..<word + 1, head: word,
          ground: .nationality)
      ]
    }
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

  /// "English is spoken there", "in Chinese": a nationality's noun in the singular without an article, of which nothing else is told.
  private func isLanguage(_ word: Int) -> Bool {
    guard words[word].part == .properNoun || words[word].part == .noun,
      !words[word].hangs(by: "compound"), words[word].relation != "amod",
      !words[word].lower.hasSuffix(English.pluralEnding)
    else { return false }
    return !document.dependents(of: word).contains { words[$0].relation == "det" }
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
      let range = description(of: fuller)
      return [
        PartyReading(
          name: name(of: range), type: descriptionType(of: fuller, in: range), mention: description(of: word),
          head: word, isReference: true)
      ]
    }
    let range = description(of: word)
    return [
      PartyReading(
        name: name(of: range), type: descriptionType(of: word, in: range), mention: range, head: word)
    ]
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

  /// A description's words as a name: on one line, as they are written, without quotes.
  func name(of range: Range<Int>) -> String {
    let text = document.surface(range)
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 >= 0xC2 }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { ![0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB].contains($0.value) }))
  }

}
