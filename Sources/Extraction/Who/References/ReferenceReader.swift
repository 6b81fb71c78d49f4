internal import Claims

/// Tells for which entities of a document its pronouns and definite descriptions stand.
///
/// The model's coreference comes first. Agreement, how lately and how prominently things were mentioned, and what the text itself
/// calls them complete it and speak against it; where two readings of a description disagree it stays open.
struct ReferenceReader {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  /// The entities, with the countries, capitals and speakers that are only referred to.
  private(set) var entities: EntityTable
  /// The entity of each word of a name, with title; -1 for none.
  let entityOfWord: [Int]
  let evidence: CoreferenceEvidence
  var genders: GenderTable
  var focus = DiscourseFocus()
  /// The lists of names so far ("Turkey and Qatar"), with the last word of each.
  var lists: [(entities: [Int], word: Int, sentence: Int)] = []
  /// The countries talked about so far, by name, place or nationality.
  var countries: [(name: String, word: Int, sentence: Int)] = []
  /// What the text has called by a noun so far, the latest last.
  var described: [String: (entity: Int, sentence: Int)] = [:]
  /// The sentence in which each entity was last mentioned.
  var lastSentence: [Int: Int] = [:]
  /// Where the turn before this one begins: pronouns seldom reach farther back.
  var earliestWord = 0

  /// The generic nouns that stand with a name or a nationality that says which one is meant.
  let fullDescriptions: FullDescriptions
  /// The people who are named with a title.
  var titled: Set<Int> = []

  /// The last person who was the subject of a clause without being named ("the leader of the group").
  var unnamedSubject: (word: Int, sentence: Int)?

  private var found: [Int: Referent] = [:]
  private var speakers: Speakers
  /// Who speaks, and so is not "he" or "she".
  var speaker: Int?

  var words: [Word] { document.words }

  /// Notes whom a word of the first person stands for.
  mutating func setFirstPerson(_ word: Int, to entity: Int) { found[word] = Referent(entity, .turn) }

  /// Reads a document whose names are known; a country or capital that is only referred to joins the entities.
  ///
  /// - Complexity: linear in the words.
  init(document: AnnotatedDocument, entities: EntityTable, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    self.entities = entities
    var entityOfWord = [Int](repeating: -1, count: document.words.count)
    for (index, name) in document.names.enumerated() {
      // "President of France Anna Berg": the country in a title is a name of its own.
      for word in name.title where entityOfWord[word] < 0 {
        entityOfWord[word] = entities.entityOfName[index]
      }
      for word in name.words { entityOfWord[word] = entities.entityOfName[index] }
    }
    self.entityOfWord = entityOfWord
    evidence = CoreferenceEvidence(document: document, entityOfWord: entityOfWord)
    genders = GenderTable(document: document, entities: entities, lexicon: lexicon)
    fullDescriptions = FullDescriptions(document: document, entityOfWord: entityOfWord)
    speakers = Speakers(document: document, entities: &self.entities, lexicon: lexicon)
    read()
    readFirstPerson()
  }

  /// What was read.
  var references: References {
    References(referents: found, topics: topics, fullDescriptions: fullDescriptions)
  }

  /// What "they" may go on about.
  var topics: DiscourseTopics { DiscourseTopics(document: document, evidence: evidence) }

  /// The entity of a country or capital that the text only refers to.
  mutating func implied(_ name: String) -> Int { entities.entity(named: name, type: .place) }

  /// The entities that a pronoun or the noun that heads a definite description stands for; none where that is not known.
  ///
  /// More than one for "both", "they" and "the couple".
  func entities(ofWord word: Int) -> [Int] { found[word]?.entities ?? [] }

  // MARK: The reading

  private mutating func read() {
    var names = 0
    var turn: Int?
    var turnStart = 0
    for (index, sentence) in document.sentences.enumerated() {
      if sentence.turn != turn {
        turn = sentence.turn
        earliestWord = turnStart
        turnStart = sentence.words.lowerBound
        speaker = speakers.entity(of: .speaker, in: sentence)
      }
      for word in sentence.words {
        while names < document.names.count, document.names[names].words.upperBound <= word { names += 1 }
        if names < document.names.count, document.names[names].words.contains(word) {
          if document.names[names].words.lowerBound == word { noteName(names, sentence: index) }
          continue
        }
        noteCountry(word, sentence: index)
        let referent = reference(word, sentence: index)
        noteDescription(word, entities: referent?.entities ?? [], sentence: index)
        guard let referent else {
          if words[word].part == .noun, words[word].relation.hasPrefix("nsubj"),
            words[word].lower == words[word].lemma,
            lexicon.type(ofNoun: words[word].lemma) == .person
          {
            unnamedSubject = (word, index)
          }
          continue
        }
        found[word] = referent
        let weight = DiscourseFocus.Entry.weight(ofHead: word, in: words)
        for entity in referent.entities {
          lastSentence[entity] = index
          focus.add(DiscourseFocus.Entry(entity: entity, word: word, sentence: index, weight: weight))
        }
      }
    }
  }

  private mutating func reference(_ word: Int, sentence: Int) -> Referent? {
    if let sort = Pronoun(words[word].lower)?.sort, words[word].part == .pronoun || sort == .both {
      switch sort {
      case .speaker, .speakers, .addressee:
        return speakers.entity(of: sort, in: document.sentences[sentence]).map { Referent($0, .turn) }
      default: return pronoun(word, sort: sort, sentence: sentence)
      }
    }
    guard words[word].part == .noun || words[word].part == .properNoun || words[word].part == .adjective
    else {
      return nil
    }
    return description(word, sentence: sentence)
  }

  private mutating func noteName(_ index: Int, sentence: Int) {
    let name = document.names[index]
    let entity = entities.entityOfName[index]
    let head = document.head(of: name.words)
    lastSentence[entity] = sentence
    if !name.title.isEmpty { titled.insert(entity) }
    focus.add(
      DiscourseFocus.Entry(
        entity: entity, word: head, sentence: sentence,
        weight: DiscourseFocus.Entry.weight(ofHead: head, in: words)))
    var members = [entity]
    for dependent in document.dependents(of: head).prefix(20)
    where words[dependent].relation == "conj" && entityOfWord[dependent] >= 0 {
      if !members.contains(entityOfWord[dependent]) { members.append(entityOfWord[dependent]) }
    }
    if members.count > 1 { lists.append((members, head, sentence)) }
    if let country = name.country ?? lexicon.country(named: document.surface(name.words))?.name {
      countries.append((country, name.words.lowerBound, sentence))
    }
    // "The University of Vienna" may be called "the university".
    for word in name.words where name.type != .person { described[words[word].lower] = (entity, sentence) }
    noteDescription(head, entities: [entity], sentence: sentence)
  }

  private mutating func noteCountry(_ word: Int, sentence: Int) {
    guard words[word].shape.contains(.capitalised), let country = document.country(ofWord: word, lexicon)
    else { return }
    countries.append((country, word, sentence))
  }

  /// "X is a company", "X, a company", "the company X": what is said of an entity in passing.
  private mutating func noteDescription(_ word: Int, entities: [Int], sentence: Int) {
    func entity(_ other: Int) -> Int? {
      if entityOfWord[other] >= 0 { return entityOfWord[other] }
      let known = self.entities(ofWord: other)
      return known.count == 1 ? known[0] : nil
    }
    let isNoun = words[word].part == .noun
    guard isNoun || words[word].relation == "appos" || !entities.isEmpty else { return }
    if isNoun, entities.isEmpty {
      if words[word].relation == "appos", words[word].head >= 0, let entity = entity(words[word].head) {
        described[words[word].lemma] = (entity, sentence)
      } else if document.dependent(of: word, "cop") != nil,
        let subject = document.dependent(of: word, "nsubj"), let entity = entity(subject),
        document.dependent(of: word, "advmod").map({ words[$0].lower != English.not }) ?? true
      {
        described[words[word].lemma] = (entity, sentence)
      }
    } else if entities.count == 1, words[word].relation == "appos" || words[word].relation == "flat",
      words[word].head >= 0, words[words[word].head].part == .noun
    {
      described[words[words[word].head].lemma] = (entities[0], sentence)
    }
  }
}

extension AnnotatedDocument {
  /// The country that an adjective or noun of nationality stands for ("Turkish", the "Korean" of "South Korean"); nil for other words.
  func country(ofWord word: Int, _ lexicon: Lexicon) -> String? {
    if word > 0, let country = lexicon.country(ofDemonym: words[word - 1].lower + " " + words[word].lower) {
      return country
    }
    if word + 1 < words.count,
      lexicon.country(ofDemonym: words[word].lower + " " + words[word + 1].lower) != nil
    {
      return nil
    }
    return lexicon.country(ofDemonym: words[word].lower)
  }
}
