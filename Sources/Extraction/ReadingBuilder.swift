internal import Claims
internal import Linguistics
internal import Schema

/// Collects the claims and mentions of one document.
struct ReadingBuilder {
  private let name: String
  private let document: AnnotatedDocument
  private var entities: EntityTable
  private let lexicon: Lexicon
  private var drafts: [Draft] = []
  private var words: [Word] { document.words }

  /// An end of a claim before the names are settled.
  private struct End: Hashable {
    var entity: Int?
    var name: String
    var type: EntityType?
    var mention: Range<Int>
  }

  /// A claim before the names are settled.
  private struct Draft {
    var subject: End
    var object: End
    var frame: Frame
    var phrase: Range<Int>?
    var facts: Factuality
    var attribution: End?
    var date: Claim.Time?
    var sentence: Int
    var confidence: Double
  }

  init(name: String, document: AnnotatedDocument, entities: EntityTable, lexicon: Lexicon) {
    self.name = name
    self.document = document
    self.entities = entities
    self.lexicon = lexicon
  }

  /// Reads all sentences.
  mutating func read(with frames: FrameFile) {
    let references = ReferenceReader(document: document, entities: &entities, lexicon: lexicon)
    var names = 0
    for (index, sentence) in document.sentences.enumerated() {
      let isQuestion = isQuestion(sentence)
      for part in sentence.parts(of: words) {
        let start = names
        while names < document.names.count, document.names[names].words.lowerBound < part.words.upperBound {
          names += 1
        }
        var pronouns: [Int: Int] = [:]
        for word in part.words where words[word].part == .pronoun && !words[word].relation.hasSuffix(":poss")
        {
          let known = references.entities(ofWord: word)
          if known.count == 1 { pronouns[word] = known[0] }
        }
        // Without a name or a pronoun for one there is nobody to tell of, and what is asked is not said.
        if start == names && pronouns.isEmpty || isQuestion { continue }
        read(part, at: index, names: start..<names, pronouns: pronouns, frames: frames)
      }
    }
  }

  private func isQuestion(_ sentence: Sentence) -> Bool {
    sentence.words.suffix(3).contains { words[$0].lower.hasPrefix("?") }
  }

  private mutating func read(
    _ sentence: Sentence, at index: Int, names: Range<Int>, pronouns: [Int: Int], frames: FrameFile
  ) {
    let finder = PhraseFinder(
      document: document, lexicon: lexicon, entities: entities, sentence: sentence, pronouns: pronouns)
    let table = finder.phrases(names: names)
    let groups = VerbGroupFinder(document: document, lexicon: lexicon, sentence: sentence, table: table)
      .groups()
    let reader = ClauseReader(
      document: document, lexicon: lexicon, sentence: sentence, table: table, groups: groups)
    let matcher = FrameMatcher(document: document, lexicon: lexicon, reader: reader, frames: frames)
    for match in matcher.matches() { draft(match, reader: reader, sentence: index) }
    for frame in frames.nationalityRelations {
      for phrase in table.phrases {
        guard let country = phrase.country, case let subject = end(phrase, reader: reader, asActor: false)
        else { continue }
        let entity = entities.entity(named: country, type: .place)
        guard phrase.mention.count > 1, subject.entity != entity else { continue }
        var mention = phrase.mention.lowerBound..<phrase.mention.lowerBound + 1
        if lexicon.country(ofDemonym: words[mention.lowerBound].lower) == nil {
          mention = phrase.mention.upperBound - 1..<phrase.mention.upperBound
        }
        let object = End(entity: entity, name: country, type: .place, mention: mention)
        drafts.append(
          Draft(
            subject: subject, object: object, frame: frame, phrase: nil, facts: Factuality(),
            attribution: nil, date: nil,
            sentence: index, confidence: frame.confidence))
      }
    }
  }

  private mutating func draft(_ match: FrameMatch, reader: ClauseReader, sentence: Int) {
    let table = reader.table
    var facts = reader.factuality(
      at: match.anchor, start: match.words.lowerBound, group: match.verb,
      isApposition: match.isApposition)
    let object = table.phrases[match.object]
    if object.isFormer || table.phrases[match.subject].isFormer { facts.tense = .past }
    if match.verb == nil, match.words.contains(where: { ["former", "ex", "late"].contains(words[$0].lower) })
    {
      facts.tense = .past
    }
    // Who does something may be a capital that stands for its country; who is something is the place itself.
    let isActor =
      match.verb.map { words[$0.head].lemma != "be" } ?? false
      && !match.frame.relation.subjectTypes.contains("place")
    let attribution = attribution(facts, reader: reader)
    let date = date(near: match, reader: reader)
    for subjectPhrase in members(match.subject, table) {
      for objectPhrase in members(match.object, table) {
        let subject = end(table.phrases[subjectPhrase], reader: reader, asActor: isActor)
        let object = end(table.phrases[objectPhrase], reader: reader, asActor: false)
        if subject.entity != nil && subject.entity == object.entity
          || subject.mention.overlaps(object.mention)
        {
          continue
        }
        var confidence = match.frame.confidence
        if table.phrases[subjectPhrase].isPronoun || table.phrases[objectPhrase].isPronoun {
          confidence *= 0.8
        }
        var phrase: Range<Int>?
        if let first = match.words.first(where: { !words[$0].shape.contains(.punctuation) }),
          let last = match.words.last(where: { !words[$0].shape.contains(.punctuation) })
        {
          phrase = first..<last + 1
        }
        suggest(match.frame.relation.subjectTypes, for: subject)
        suggest(match.frame.relation.objectTypes, for: object)
        drafts.append(
          Draft(
            subject: subject, object: object, frame: match.frame, phrase: phrase, facts: facts,
            attribution: attribution,
            date: date, sentence: sentence, confidence: confidence))
      }
    }
  }

  private mutating func suggest(_ types: [String], for end: End) {
    guard let entity = end.entity, types.count == 1, let type = NameType(rawValue: types[0]) else { return }
    entities.suggest(type, for: entity)
  }

  private func members(_ index: Int, _ table: PhraseTable) -> [Int] {
    if case .list(let members) = table.phrases[index].meaning { return members }
    return [index]
  }

  private mutating func end(_ phrase: Phrase, reader: ClauseReader, asActor: Bool) -> End {
    switch phrase.meaning {
    case .entity(let entity):
      // A capital that acts stands for its country.
      if asActor, let country = lexicon.country(withCapital: entities.entities[entity].name),
        lexicon.country(named: entities.entities[entity].name) == nil
      {
        return End(
          entity: entities.entity(named: country, type: .place), name: country, type: .place,
          mention: phrase.mention)
      }
      return End(
        entity: entity, name: entities.entities[entity].name, type: phrase.type, mention: phrase.mention)
    case .description(let text):
      return End(entity: nil, name: text, type: phrase.type, mention: phrase.mention)
    case .list:
      return End(
        entity: nil, name: document.surface(phrase.mention), type: phrase.type, mention: phrase.mention)
    }
  }

  private mutating func attribution(_ facts: Factuality, reader: ClauseReader) -> End? {
    if let phrase = facts.attribution {
      return end(reader.table.phrases[phrase], reader: reader, asActor: true)
    }
    guard let range = facts.attributionWords else { return nil }
    return End(entity: nil, name: document.surface(range), type: .group, mention: range)
  }

  /// The one date of the sentence.
  private func date(near match: FrameMatch, reader: ClauseReader) -> Claim.Time? {
    guard match.verb != nil else { return nil }
    let dates = reader.table.phrases.filter { $0.type == .time && $0.date != nil }
    guard let date = dates.max(by: { $0.words.count < $1.words.count }),
      dates.allSatisfy({
        date.words.lowerBound <= $0.words.lowerBound && $0.words.upperBound <= date.words.upperBound
      }),
      let value = date.date, let verb = match.verb
    else { return nil }
    // A verb between tells that the date is that of something else.
    let between =
      date.words.lowerBound > verb.head
      ? verb.head + 1..<date.words.lowerBound
      : date.words.upperBound..<max(date.words.upperBound, verb.words.lowerBound)
    if between.contains(where: { reader.groups[$0] != nil }) { return nil }
    return Claim.Time(text: document.surface(date.words), value: value)
  }

  // MARK: The result

  /// What was read.
  func reading(digest: [UInt8], version: String) -> DocumentReading {
    let sentences = document.sentences.map { sentence in
      DocumentReading.Sentence(
        range: document.text.codePoints(ofBytes: sentence.range), text: document.text.string(sentence.range),
        speaker: speaker(of: sentence))
    }
    let claims = claims(sentences: sentences)
    return DocumentReading(
      document: name, digest: digest, extractorVersion: version, length: document.text.codePointCount,
      sentences: sentences, mentions: mentions(claims: claims), claims: claims)
  }

  private func speaker(of sentence: Sentence) -> Party? {
    guard let label = sentence.speaker else { return nil }
    let text = document.text.string(label)
    return Party(name: text, type: .person, mention: text, range: document.text.codePoints(ofBytes: label))
  }

  private func claims(sentences: [DocumentReading.Sentence]) -> [Claim] {
    struct Key: Hashable {
      var sentence: Int
      var subject: String
      var relation: String
      var object: String
      var polarity: Claim.Polarity
    }
    var positions: [Key: Int] = [:]
    var claims: [Claim] = []
    for draft in drafts {
      var subject = party(draft.subject)
      var object = party(draft.object)
      if subject.name == object.name { continue }
      let start = (subject.range?.lowerBound ?? 0, object.range?.lowerBound ?? 0)
      let relation = draft.frame.relation
      if relation.isSymmetric, start.1 < start.0 { swap(&subject, &object) }
      let sentence = sentences[draft.sentence]
      let claim = Claim(
        layer: .canonical, subject: subject, relation: relation.name, object: object,
        phrase: draft.phrase.map { document.text.string(document.bytes(of: $0)) }, method: .frame,
        polarity: draft.facts.polarity, modality: draft.facts.modality, tense: draft.facts.tense,
        attribution: draft.attribution.map(party), speaker: sentence.speaker, time: draft.date,
        confidence: (draft.confidence * 100).rounded() / 100, document: name,
        evidence: Claim.Evidence(sentence: draft.sentence, range: sentence.range, text: sentence.text))
      let key = Key(
        sentence: draft.sentence, subject: subject.name, relation: relation.name, object: object.name,
        polarity: claim.polarity)
      if let position = positions[key] {
        // Of two readings the more careful one stays.
        if claims[position].modality == .certain && claim.modality != .certain
          || claims[position].modality == claim.modality
            && claims[position].confidence < claim.confidence
        {
          claims[position] = claim
        }
        continue
      }
      positions[key] = claims.count
      claims.append(claim)
    }
    let order = claims.indices.sorted { left, right in
      let (a, b) = (claims[left], claims[right])
      let first = (
        a.evidence?.sentence ?? 0, a.subject.range?.lowerBound ?? 0, a.object.range?.lowerBound ?? 0, left
      )
      return first < (
        b.evidence?.sentence ?? 0, b.subject.range?.lowerBound ?? 0, b.object.range?.lowerBound ?? 0, right
      )
    }
    return order.map { claims[$0] }
  }

  private func party(_ end: End) -> Party {
    let bytes = document.bytes(of: end.mention)
    let entity = end.entity.map { entities.entities[$0] }
    let type = end.entity != nil ? entity.flatMap { EntityType($0.type) } : end.type
    return Party(
      name: entity?.name ?? end.name, type: type ?? end.type ?? .organization,
      mention: document.text.string(bytes),
      range: document.text.codePoints(ofBytes: bytes), aliases: entity?.aliases ?? [])
  }

  private func mentions(claims: [Claim]) -> [DocumentReading.Mention] {
    struct Place: Hashable {
      var range: Range<Int>?
      var name: String
    }
    var seen: Set<Place> = []
    var mentions: [DocumentReading.Mention] = []
    func add(_ party: Party, sentence: Int) {
      if seen.insert(Place(range: party.range, name: party.name)).inserted {
        mentions.append(DocumentReading.Mention(party: party, sentence: sentence))
      }
    }
    var sentence = 0
    for (index, name) in document.names.enumerated() {
      while sentence + 1 < document.sentences.count,
        document.sentences[sentence].words.upperBound <= name.words.lowerBound
      {
        sentence += 1
      }
      let end = End(entity: entities.entityOfName[index], name: "", type: nil, mention: name.words)
      add(party(end), sentence: sentence)
    }
    for claim in claims {
      let sentence = claim.evidence?.sentence ?? 0
      for party in [claim.subject, claim.object, claim.attribution, claim.place] {
        if let party { add(party, sentence: sentence) }
      }
    }
    return mentions.enumerated().sorted { left, right in
      let a = (left.element.party.range?.lowerBound ?? 0, left.offset)
      return a < (right.element.party.range?.lowerBound ?? 0, right.offset)
    }.map(\.element)
  }
}
