internal import Claims
internal import Linguistics
internal import Schema

/// Collects the claims and mentions of one document.
struct ReadingBuilder {
  private let name: String
  private let document: AnnotatedDocument
  private let lexicon: Lexicon
  var parties: PartyReader
  private let times: DocumentTimes
  private let judge: ClaimJudge?
  private var learned: LearnedPairs
  /// Where somebody asks what was considered.
  private let trace: ReadingTrace?
  private var drafts: [ClaimDraft] = []
  /// Who says the sentences of quotations that go on over several.
  private var quotedSpeakers: [Int: PartyReading] = [:]
  private var words: [Word] { document.words }

  init(
    name: String, document: AnnotatedDocument, parties: PartyReader, times: DocumentTimes, lexicon: Lexicon,
    judge: ClaimJudge?, learnedRelations: Set<String>, trace: ReadingTrace? = nil
  ) {
    self.judge = judge
    learned = LearnedPairs(relations: learnedRelations)
    self.trace = trace
    self.times = times
    self.name = name
    self.document = document
    self.parties = parties
    self.lexicon = lexicon
  }

  /// Reads all sentences: with the frames, and what the model learnt to read beside them.
  mutating func read(with frames: FrameTable, learned: [RelationReading]) {
    let relations = LearnedRelations(document: document, trace: trace)
    let phrases = PredicatePhrase(document: document)
    for reading in learned {
      if let (subject, object) = relations.ends(of: reading) {
        self.learned.add(
          reading.relation, subject: subject, object: object, probability: reading.probability)
      }
    }
    readQuotations()
    var next = 0
    var before: [FrameMatch] = []
    var earlier: [String: Counted] = [:]
    for (index, sentence) in document.sentences.enumerated() {
      trace?.sentence = index
      let clauses = ClauseTable(document: document, lexicon: lexicon, sentence: sentence)
      let factuality = clauses.factuality
      let matcher = FrameMatcher(document: document, frames: frames, clauses: clauses, trace: trace)
      var open = OpenClaimReader(document: document, clauses: clauses, parties: parties)
      let ellipses = EllipsisReader(document: document, clauses: clauses)
      var known: [OpenClaimReader.Known] = []
      var matches = matcher.matches(in: sentence, parties: &parties).map {
        matcher.isCounted($0) ? withOwner($0, after: earlier, at: index) : $0
      }
      for clause in ellipses.clauses(in: sentence) {
        matches += repetitions(of: ellipses.repeated(before + matches, before: clause), in: clause)
      }
      before = []
      matches += continuations(
        of: earlier, in: matcher.openMatches(in: sentence, parties: &parties), at: index)
      for match in matches {
        let stated = factuality.factuality(
          of: predicate(of: match), arguments: [match.subject.head, match.object.head])
        let facts = isInsidePhrase(match) ? stated.presupposed : stated
        if facts.isQuestion {
          trace?.drop(
            match.pattern.relation.name, .question, by: Proposal(match), subject: match.subject,
            object: match.object, facts: facts)
          continue
        }
        if facts.polarity == .positive, facts.modality == .certain {
          before.append(match)
          if match.pattern.kind == .noun {
            earlier[match.pattern.relation.name] = Counted(match, sentence: index)
          }
        }
        let phrase = phrases.words(of: match)
        drafts.append(
          ClaimDraft(
            layer: .canonical, method: .frame, subject: match.subject, relation: match.pattern.relation.name,
            isSymmetric: match.pattern.relation.isSymmetric, object: match.object,
            phrase: phrase,
            facts: facts, attribution: source(of: facts), place: place(of: match, clauses: clauses),
            time: time(
              of: match.trigger, beside: match.object, in: index,
              isEvent: match.pattern.relation.plover != nil), sentence: index,
            confidence: match.confidence * Self.share(of: match.subject) * Self.share(of: match.object),
            proposal: Proposal(match)))
        known.append(
          .init(predicate: match.trigger, subject: match.subject, object: match.object, phrase: phrase))
        suggest(match.pattern.relation.subjectTypes, for: match.subject)
        suggest(match.pattern.relation.objectTypes, for: match.object)
      }
      while next < learned.count, isBefore(learned[next], end: sentence.words.upperBound) {
        for reading in relations.readings(of: learned[next], parties: &parties) {
          let facts = factuality.factuality(
            of: reading.predicate, arguments: [reading.subject.head, reading.object.head])
          let proposal = Proposal(learnedAt: reading.predicate, probability: reading.confidence)
          if facts.isQuestion {
            trace?.drop(
              reading.relation.name, .question, by: proposal, subject: reading.subject, object: reading.object
            )
            continue
          }
          drafts.append(
            ClaimDraft(
              layer: .canonical, method: .model, subject: reading.subject, relation: reading.relation.name,
              isSymmetric: reading.relation.isSymmetric, object: reading.object, phrase: [], facts: facts,
              attribution: source(of: facts),
              time: time(
                of: reading.predicate, beside: reading.object, in: index,
                isEvent: reading.relation.plover != nil), sentence: index,
              confidence: reading.confidence, proposal: proposal))
          guard reading.isBelieved else { continue }
          known.append(
            .init(
              predicate: reading.predicate, subject: reading.subject, object: reading.object,
              phrase: []))
        }
        next += 1
      }
      for claim in open.claims(in: sentence, beside: known, parties: &parties) {
        let facts = factuality.factuality(
          of: claim.triple.predicate, arguments: [claim.subject.head, claim.object.head])
        if !facts.isQuestion { draft(claim, facts: facts, sentence: index) }
      }
    }
  }

  /// The word that carries a match's negation and modality: of "the founder is not Anna Berg" what the founder is said to be.
  private func predicate(of match: FrameMatch) -> Int {
    let head = words[match.trigger].head
    guard words[match.trigger].hangs(by: "nsubj"), head >= 0, document.hasCopula(head),
      match.subject.head == head || match.object.head == head
    else { return match.trigger }
    return head
  }

  /// "Pakistani intelligence", "the firm's office": what a phrase says of itself holds whatever is said of it.
  private func isInsidePhrase(_ match: FrameMatch) -> Bool {
    guard match.subject.head == match.trigger, words[match.object.head].head == match.trigger else {
      return false
    }
    let relation = words[match.object.head].relation
    // "discussed the crisis in Syria", but not "discussed a summit in Geneva": which one it is is known to be there.
    let isKnown = document.dependents(of: match.trigger).contains {
      words[$0].lower == English.the || words[$0].relation == "nmod:poss"
    }
    return ["amod", "compound", "nmod:poss"].contains(relation) || relation == "nmod" && isKnown
  }

  /// The time a predicate is told of, where that is not what the claim is about anyway.
  ///
  /// - Parameter isEvent: whether the relation is of something that happens, and so has the time of its clause.
  private func time(
    of predicate: Int, beside object: PartyReading, in sentence: Int, isEvent: Bool
  ) -> Claim.Time? {
    guard let time = times.time(of: predicate, in: sentence, isEvent: isEvent),
      time.value != nil || time.kind == .date, !time.words.overlaps(object.mention)
    else { return nil }
    return Claim.Time(text: document.surface(time.words), value: time.value)
  }

  /// Whether a relation of the model stands before the end of a sentence, given in words.
  private func isBefore(_ reading: RelationReading, end: Int) -> Bool {
    let word = document.wordOfToken[reading.subject.head]
    return word < end
  }

  /// How much surer a name is than what refers to it.
  private static func share(of party: PartyReading) -> Double {
    party.isReference ? Calibration.shareOfReference : 1
  }

  /// The party that the sentence names as the source.
  private mutating func source(of facts: Factuality) -> PartyReading? {
    guard let word = facts.attribution, var source = parties.parties(at: word).first else { return nil }
    parties.readAsState(&source)
    return source
  }

  private mutating func draft(_ claim: OpenClaim, facts: Factuality, sentence: Int) {
    drafts.append(
      ClaimDraft(
        layer: .open, method: .open, subject: claim.subject, relation: claim.relation, isSymmetric: false,
        object: claim.object, phrase: claim.triple.phrase, facts: facts, attribution: source(of: facts),
        time: time(of: claim.triple.predicate, beside: claim.object, in: sentence, isEvent: true),
        sentence: sentence,
        confidence: Calibration.openConfidence * Self.share(of: claim.subject) * Self.share(of: claim.object),
        proposal: Proposal(openAt: claim.triple.predicate, construction: claim.construction),
        isKept: claim.isKept))
  }

  private mutating func suggest(_ types: [String], for party: PartyReading) {
    guard let entity = party.entity, types.count == 1, let type = NameType(rawValue: types[0]) else { return }
    parties.entities.suggest(type, for: entity)
  }

  /// Where it happened: the place behind a preposition of the predicate that is none of its ends.
  private mutating func place(of match: FrameMatch, clauses: ClauseTable) -> PartyReading? {
    guard match.pattern.kind == .verb || match.pattern.kind == .noun else { return nil }
    let found = clauses.arguments(of: match.trigger)
    for role in Self.placePrepositions {
      for word in found[role] {
        if let party = place(at: word, of: match) { return party }
        // "killed in a raid in Norway": where the raid was.
        guard let party = parties.parties(at: word).first, party.type == .event, !party.isNamed else {
          continue
        }
        for inner in Self.placePrepositions.flatMap({ clauses.arguments(of: word)[$0] }) {
          if let party = place(at: inner, of: match) { return party }
        }
      }
    }
    // "met Anna Berg in Oslo": what the tree hangs on a person's name is said of the verb.
    if match.pattern.kind == .verb, match.object.type == .person, match.object.isNamed {
      for word in clauses.arguments(of: match.object.head)[English.in] {
        if let party = place(at: word, of: match) { return party }
      }
    }
    return nil
  }

  private static let placePrepositions = [English.in, English.at, English.near, English.on]

  private mutating func place(at word: Int, of match: FrameMatch) -> PartyReading? {
    guard let party = parties.parties(at: word).first, party.type == .place, party.isNamed,
      party.entity != match.subject.entity, party.entity != match.object.entity
    else { return nil }
    return party
  }

  // MARK: The result

  /// What was read.
  ///
  /// - Parameter observe: is told of each canonical claim, by its place, what the judge decided by.
  func reading(
    digest: [UInt8], version: String, frames: FrameTable, observe: ((Claim, ClaimFeatureRow) -> Void)? = nil
  ) -> DocumentReading {
    let sentences = document.sentences.enumerated().map { index, sentence in
      DocumentReading.Sentence(
        range: document.text.codePoints(ofBytes: sentence.range), text: document.text.string(sentence.range),
        speaker: speaker(of: sentence, at: index))
    }
    let context = ClaimContext(
      document: document, entities: parties.entities, times: times, frames: frames, learned: learned)
    let claims = ClaimAssembly(
      name: name, document: document, entities: parties.entities,
      describer: ClaimDescriber(context: context), judge: judge, trace: trace
    ).claims(drafts, sentences: sentences, observe: observe)
    var reading = DocumentReading(
      document: name, digest: digest, extractorVersion: version, length: document.text.codePointCount,
      sentences: sentences,
      mentions: MentionAssembly(document: document, entities: parties.entities).mentions(claims),
      claims: claims)
    reading.dropped = trace?.dropped ?? []
    return reading
  }

  /// Finds who says the sentences of quotations.
  private mutating func readQuotations() {
    let speakers = QuotationReader(document: document, lexicon: lexicon).speakers()
    for (sentence, word) in speakers.sorted(by: { $0.key < $1.key }) {
      if let party = parties.parties(at: word).first, party.isNamed { quotedSpeakers[sentence] = party }
    }
  }

  /// Whose turn a sentence is, or whose quotation.
  private func speaker(of sentence: Sentence, at index: Int) -> Party? {
    guard let label = sentence.speaker else {
      if let quoted = quotedSpeakers[index] { return document.party(quoted, entities: parties.entities) }
      return sentence.givenSpeaker.map { Party(name: $0, type: .person) }
    }
    let text = document.text.string(label)
    return Party(name: text, type: .person, mention: text, range: document.text.codePoints(ofBytes: label))
  }
}
