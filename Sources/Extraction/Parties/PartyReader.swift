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

  private var words: [Word] { document.words }
  private static let longestList = 24
  private static let longestMeasure = 4

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
    var result = [word]
    // A pronoun or a date has no list behind it that it belongs to in the tree by chance.
    if times[word] != nil { return result }
    for dependent in document.dependents(of: word) where result.count < Self.longestList {
      let other = words[dependent]
      if other.relation == "conj", other.isNominal || other.part == .pronoun || other.part == .number,
        nameOfWord[dependent] < 0 || nameOfWord[dependent] != nameOfWord[word],
        case let preposition = caseWord(of: dependent),
        preposition.isEmpty || preposition == caseWord(of: word)
      {
        result.append(dependent)
      }
    }
    return result + included(in: word)
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
    if index >= 0, let place = place(at: word, within: document.names[index]) { return [place] }
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
    let found = withReferences ? references.entities(ofWord: word) : []
    if !found.isEmpty {
      let mention =
        words[word].part == .pronoun || words[word].part == .determiner
        ? word..<word + 1 : description(of: word)
      return found.map { entity in
        PartyReading(
          entity: entity, name: entities.entities[entity].name,
          type: EntityType(entities.entities[entity].type),
          mention: mention, head: word, isReference: true)
      }
    }
    if words[word].part == .adverb, words[word].lower == "there", let place = placeBefore(word) {
      return [
        PartyReading(
          entity: place, name: entities.entities[place].name, type: .place, mention: word..<word + 1,
          head: word,
          isReference: true)
      ]
    }
    if words[word].part == .pronoun, let described = describedAntecedent(of: word) {
      return [described]
    }
    if words[word].part == .pronoun, let type = Self.pronounTypes[words[word].lower] {
      // Whom it stands for is not told; what is said of them is said all the same.
      return [
        PartyReading(
          name: words[word].lower, type: type, mention: word..<word + 1, head: word, isReference: true)
      ]
    }
    if let country = lexicon.country(ofDemonym: words[word].lower), words[word].shape.contains(.capitalised),
      !isLanguage(word)
    {
      let entity = entities.entity(named: country, type: .place)
      return [
        PartyReading(
          entity: entity, name: country, type: .place, mention: word..<word + 1, head: word)
      ]
    }
    if let name = apposedName(of: word) { return party(at: name) }
    switch words[word].part {
    case .noun, .properNoun, .number, .symbol: return described(word)
    case .adjective, .verb, .other:
      // "the unemployed", "the wounded": a phrase with an article.
      let hasArticle = document.dependents(of: word).contains { words[$0].relation == "det" }
      return hasArticle ? described(word) : []
    default: return []
    }
  }

  /// The place that a word inside a longer name names by itself: "Norway" of "Norway War", "Oslo" of "University College in Oslo".
  private mutating func place(at word: Int, within name: Name) -> PartyReading? {
    guard name.words.contains(words[word].head) else { return nil }
    let isParty =
      name.type == .event && words[word].relation == "compound"
      && lexicon.country(named: document.surface(word..<word + 1)) != nil
    let isSeat =
      name.type == .organization && words[word].relation == "nmod" && words[word].part == .properNoun
      && name.words.upperBound == word + 1 && caseWord(of: word) == "in"
      && mentionOfHead[word] >= 0 && document.mentions[mentionOfHead[word]].type == "place"
    guard isParty || isSeat else { return nil }
    let text = document.surface(word..<word + 1)
    let entity = entities.entity(named: lexicon.country(named: text)?.name ?? text, type: .place)
    return PartyReading(
      entity: entity, name: entities.entities[entity].name, type: .place, mention: word..<word + 1, head: word
    )
  }

  /// The countries that a hyphen joins in one word: "Iran-Iraq" of "the Iran-Iraq War", but not "Guinea-Bissau".
  private mutating func joinedCountries(_ word: Int) -> [PartyReading] {
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

  /// "English is spoken there", "in Chinese": a nationality's noun in the singular without an article, of which nothing else is told.
  private func isLanguage(_ word: Int) -> Bool {
    guard words[word].part == .properNoun || words[word].part == .noun,
      !words[word].hangs(by: "compound"), words[word].relation != "amod", !words[word].lower.hasSuffix("s")
    else { return false }
    return !document.dependents(of: word).contains { words[$0].relation == "det" }
  }

  /// Whether a word only says of which country the thing is that a name is of: "Norwegian" of "Norwegian embassy".
  private func isNationality(_ word: Int, in name: Range<Int>) -> Bool {
    name.count > 1 && name.contains(words[word].head) && words[word].relation == "amod"
      && lexicon.country(ofDemonym: words[word].lower) != nil
  }

  /// Nouns that name nothing by themselves.
  private static let empty: Set<String> = [
    "other", "others", "one", "ones", "thing", "things", "something", "rest", "lot", "many", "all", "some",
    "most", "none",
    "everything", "nothing", "anything", "number", "case", "kind", "way", "part",
  ]

  private func described(_ word: Int) -> [PartyReading] {
    if Self.empty.contains(words[word].lower), document.dependent(of: word, "nmod") == nil { return [] }
    let range = description(of: word)
    return [
      PartyReading(
        name: name(of: range), type: descriptionType(of: word, in: range), mention: range, head: word)
    ]
  }

  /// A description's words as a name: on one line, as they are written, without quotes.
  func name(of range: Range<Int>) -> String {
    let text = document.surface(range)
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 >= 0xC2 }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { ![0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB].contains($0.value) }))
  }

  // MARK: Descriptions

  /// The words of a phrase that say what it is: modifiers and "of" phrases, without article, apposition and clauses.
  func description(of word: Int, isBare: Bool = false) -> Range<Int> {
    var start = word
    var end = word + 1
    for dependent in document.dependents(of: word).reversed() where dependent < word {
      let other = words[dependent]
      let isKept: Bool
      switch other.relation {
      case "compound", "amod", "nummod", "flat", "nmod:poss", "nmod:desc", "advmod", "nmod:unmarked":
        isKept = !Self.dropped.contains(other.lower)
      case "punct":
        isKept =
          other.lower == "-" || other.lower == "\"" && dependent > document.subtree(of: word).lowerBound
      case "det": isKept = Self.keptDeterminers.contains(other.lower)
      default: isKept = false
      }
      guard isKept else {
        if other.relation == "det" || other.relation == "punct" || other.relation == "case"
          || Self.dropped.contains(other.lower)
        {
          continue
        }
        break
      }
      let range = document.subtree(of: dependent)
      if range.upperBound > start || other.relation == "punct" { continue }
      // Nothing may lie between what is kept.
      if range.upperBound < start, !(range.upperBound..<start).allSatisfy({ words[$0].head == word }) {
        break
      }
      start = isBare && other.relation == "nmod:poss" ? start : range.lowerBound
    }
    for dependent in document.dependents(of: word) where dependent > word {
      let other = words[dependent]
      if other.relation == "flat" || other.relation == "fixed" || other.relation == "goeswith"
        || other.relation == "compound" && dependent == end
      {
        end = max(end, dependent + 1)
        continue
      }
      if isBare { break }
      guard other.hangs(by: "nmod"), case let preposition = caseWord(of: dependent),
        preposition == "of"
          || preposition == "in" && Self.vague.contains(words[word].lower) && nameOfWord[dependent] < 0
      else { break }
      let range = bounded(document.subtree(of: dependent), head: dependent)
      if range.count > 12 || range.lowerBound > end { break }
      end = max(end, range.upperBound)
    }
    while start < word,
      words[start].shape.contains(.punctuation)
        || words[start].part == .determiner && !Self.keptDeterminers.contains(words[start].lower)
    {
      start += 1
    }
    return start..<end
  }

  /// A phrase inside another, up to the first relative clause, apposition or coordination with a comma.
  private func bounded(_ range: Range<Int>, head: Int) -> Range<Int> {
    var end = range.upperBound
    for word in range where word > head {
      if words[word].shape.contains(.punctuation), words[word].lower != "-", words[word].lower != "\"",
        words[word].lower != "'"
      {
        end = word
        break
      }
      if words[word].hangs(by: "acl") || words[word].hangs(by: "advcl") {
        end = min(end, document.subtree(of: word).lowerBound)
        break
      }
    }
    return range.lowerBound..<max(head + 1, end)
  }

  private func caseWord(of word: Int) -> String {
    document.dependents(of: word).first { words[$0].relation == "case" }.map { words[$0].lower } ?? ""
  }

  /// What personal pronouns stand for, where that is told; "it" may be anything.
  private static let pronounTypes: [String: EntityType?] = [
    "he": .person, "him": .person, "his": .person, "she": .person, "her": .person, "they": nil, "them": nil,
    "their": nil, "it": nil, "its": nil, "himself": .person, "herself": .person, "i": .person, "me": .person,
    "my": .person,
  ]

  /// Nouns that say little without where they are: "all countries in the region".
  private static let vague: Set<String> = [
    "countries", "states", "nations", "places", "areas", "regions", "cities", "towns", "villages",
  ]
  private static let dropped: Set<String> = [
    "former", "ex-", "late", "current", "incumbent", "then", "other", "such", "so-called", "only", "also",
    "even",
    "just", "still", "now", "own", "mostly", "mainly", "then-", "both", "together",
  ]
  private static let keptDeterminers: Set<String> = ["no"]

  /// What kind of thing a description is of.
  func descriptionType(of word: Int, in range: Range<Int>) -> EntityType? {
    if words[word].shape.contains(.number) || words[word].part == .number { return .quantity }
    if document.dependents(of: word).contains(where: { isCount($0) }) { return .quantity }
    if lexicon.holds("number", words[word].lower), range.count > 1 { return .quantity }
    return kindOfThing(at: word)
  }

  /// What kind of thing a noun is, however many there are: "two soldiers" are a group.
  func kindOfThing(at word: Int) -> EntityType? {
    // "a number of soldiers", "tens of thousands of students": what is counted or sorted.
    let measure = word
    var word = word
    for _ in 0..<Self.longestMeasure {
      guard
        ArgumentReader.transparentNouns.contains(words[word].lemma)
          || lexicon.holds("number", words[word].lower),
        let counted = document.dependents(of: word).first(where: {
          $0 > word && words[$0].hangs(by: "nmod") && caseWord(of: $0) == "of"
        })
      else { break }
      word = counted
    }
    let lemma = words[word].lemma
    if lexicon.holds("role", lemma) { return .person }
    if lexicon.holds("profession", lemma) { return words[word].lower == lemma ? .person : .group }
    if lexicon.holds("groupnoun", words[word].lower) || lexicon.holds("agencynoun", words[word].lower) {
      return .group
    }
    let mention = mentionOfHead[word] < 0 ? mentionOfHead[measure] : mentionOfHead[word]
    guard mention >= 0 else { return lexicon.holds("placenoun", lemma) ? .place : nil }
    switch document.mentions[mention].type {
    case "person": return word == measure && words[word].lower == lemma ? .person : .group
    case "organization": return .organization
    case "place": return .place
    case "event": return .event
    case "object", "plant", "animal", "substance": return .object
    case "time": return .time
    default: return .concept
    }
  }

  /// A number that counts: "4,000 fighters", but no year and no age.
  private func isCount(_ word: Int) -> Bool {
    words[word].relation == "nummod" && (words[word].part == .number || words[word].shape.contains(.number))
      || words[word].relation == "amod" && ["several", "many", "few"].contains(words[word].lower)
        && document.dependents(of: word).isEmpty
        && lexicon.holds("number", words[words[word].head >= 0 ? words[word].head : word].lower)
  }
}
