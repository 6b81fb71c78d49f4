internal import Claims
internal import Linguistics
internal import Schema

/// Collects the claims and mentions of one document.
struct ReadingBuilder {
  private let name: String
  private let document: AnnotatedDocument
  private let lexicon: Lexicon
  private var parties: PartyReader
  private var drafts: [ClaimDraft] = []
  private var words: [Word] { document.words }

  init(name: String, document: AnnotatedDocument, parties: PartyReader, lexicon: Lexicon) {
    self.name = name
    self.document = document
    self.parties = parties
    self.lexicon = lexicon
  }

  /// Reads all sentences.
  mutating func read(with frames: FrameTable) {
    let arguments = ArgumentReader(document: document, lexicon: lexicon)
    let matcher = FrameMatcher(document: document, frames: frames, reader: arguments)
    var open = OpenClaimReader(document: document, arguments: arguments, parties: parties)
    for (index, sentence) in document.sentences.enumerated() {
      let factuality = FactualityReader(document: document, lexicon: lexicon, sentence: sentence)
      let matches = matcher.matches(in: sentence, parties: &parties)
      for match in matches {
        let facts = factuality.factuality(of: match.trigger, arguments: [match.subject.head, match.object.head])
        if facts.isQuestion { continue }
        draft(match, facts: facts, sentence: index, arguments: arguments)
      }
      for claim in open.claims(in: sentence, beside: matches, parties: &parties) {
        let facts = factuality.factuality(
          of: claim.triple.predicate, arguments: [claim.subject.head, claim.object.head])
        if !facts.isQuestion { draft(claim, facts: facts, sentence: index) }
      }
    }
  }

  private mutating func draft(
    _ match: FrameMatch, facts: Factuality, sentence: Int, arguments: ArgumentReader
  ) {
    let relation = match.pattern.relation
    var confidence = match.confidence
    if match.subject.isReference { confidence *= 0.9 }
    if match.object.isReference { confidence *= 0.9 }
    let source = source(of: facts)
    suggest(relation.subjectTypes, for: match.subject)
    suggest(relation.objectTypes, for: match.object)
    let phrase = PredicatePhrase(document: document, arguments: arguments).words(of: match)
    let place = place(of: match, arguments: arguments)
    drafts.append(
      ClaimDraft(
        layer: .canonical, method: .frame, subject: match.subject, relation: relation.name,
        isSymmetric: relation.isSymmetric, object: match.object,
        phrase: phrase, facts: facts, attribution: source, place: place, sentence: sentence, confidence: confidence))
  }

  private mutating func draft(_ claim: OpenClaim, facts: Factuality, sentence: Int) {
    var confidence = Self.openConfidence
    if claim.subject.isReference { confidence *= 0.9 }
    if claim.object.isReference { confidence *= 0.9 }
    drafts.append(
      ClaimDraft(
        layer: .open, method: .open, subject: claim.subject, relation: claim.relation, isSymmetric: false,
        object: claim.object, phrase: claim.triple.phrase, facts: facts, attribution: source(of: facts),
        sentence: sentence, confidence: confidence, isKept: claim.isKept))
  }

  /// Of the open claims of BenchIE's sentences that the gold has words for, so many are right.
  private static let openConfidence = 0.6

  /// The party that the sentence names as the source.
  private mutating func source(of facts: Factuality) -> PartyReading? {
    guard let word = facts.attribution, var source = parties.parties(at: word).first else { return nil }
    parties.readAsState(&source)
    return source
  }

  private mutating func suggest(_ types: [String], for party: PartyReading) {
    guard let entity = party.entity, types.count == 1, let type = NameType(rawValue: types[0]) else { return }
    parties.entities.suggest(type, for: entity)
  }

  /// Where it happened: the place behind a preposition of the predicate that is none of its ends.
  private mutating func place(of match: FrameMatch, arguments: ArgumentReader) -> PartyReading? {
    guard match.pattern.kind == .verb || match.pattern.kind == .noun else { return nil }
    let found = arguments.arguments(of: match.trigger)
    for role in ["in", "at", "near", "on"] {
      for word in found[role] {
        guard let party = parties.parties(at: word).first, party.type == .place, party.isNamed,
          party.entity != match.subject.entity, party.entity != match.object.entity
        else { continue }
        return party
      }
    }
    return nil
  }

  // MARK: The result

  /// What was read.
  func reading(digest: [UInt8], version: String) -> DocumentReading {
    let sentences = document.sentences.map { sentence in
      DocumentReading.Sentence(
        range: document.text.codePoints(ofBytes: sentence.range), text: document.text.string(sentence.range),
        speaker: speaker(of: sentence))
    }
    let claims = ClaimAssembly(name: name, document: document, entities: parties.entities)
      .claims(drafts, sentences: sentences)
    return DocumentReading(
      document: name, digest: digest, extractorVersion: version, length: document.text.codePointCount,
      sentences: sentences, mentions: MentionAssembly(document: document, entities: parties.entities).mentions(claims),
      claims: claims)
  }

  private func speaker(of sentence: Sentence) -> Party? {
    guard let label = sentence.speaker else { return nil }
    let text = document.text.string(label)
    return Party(name: text, type: .person, mention: text, range: document.text.codePoints(ofBytes: label))
  }
}
