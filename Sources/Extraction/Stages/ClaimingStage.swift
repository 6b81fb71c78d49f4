internal import Claims
internal import Linguistics

/// The reading of a document out of its drafts: judged, each statement of a sentence once, with sentences and mentions.
struct ClaimingStage: ReadingStage {
  let lexicon: Lexicon
  let frames: FrameTable
  let judge: ClaimJudge?
  /// The relations that the model's head of relations reads.
  let learnedRelations: Set<String>
  /// Where somebody asks what was considered.
  let trace: ReadingTrace?
  /// Is told of each canonical claim, by its place, what the judge decided by.
  let observe: ((Claim, ClaimFeatureRow) -> Void)?

  /// A document with its drafts, and what its parties are.
  struct Needs {
    let name: String
    let digest: [UInt8]
    let version: String
    let cast: CastDocument
    let learned: [RelationReading]
    let drafts: [ClaimDraft]
  }

  func run(_ needs: Needs) -> DocumentReading {
    let document = needs.cast.document
    let entities = needs.cast.cast.entities
    let speakers = quotedSpeakers(needs.cast.cast)
    let sentences = document.sentences.enumerated().map { index, sentence in
      DocumentReading.Sentence(
        range: document.text.codePoints(ofBytes: sentence.range), text: document.text.string(sentence.range),
        speaker: speaker(of: sentence, quoted: speakers[index], in: needs.cast.cast))
    }
    let context = ClaimContext(
      document: document, entities: entities, times: needs.cast.times, frames: frames,
      learned: pairs(needs.learned, in: document))
    let claims = ClaimAssembly(
      name: needs.name, document: document, entities: entities, describer: ClaimDescriber(context: context),
      judge: judge, trace: trace
    ).claims(needs.drafts, sentences: sentences, observe: observe)
    var reading = DocumentReading(
      document: needs.name, digest: needs.digest, extractorVersion: needs.version,
      length: document.text.codePointCount, sentences: sentences,
      mentions: MentionAssembly(document: document, entities: entities).mentions(claims), claims: claims)
    reading.dropped = trace?.dropped ?? []
    return reading
  }

  /// What the model read between words, for the judge to compare with.
  private func pairs(_ readings: [RelationReading], in document: AnnotatedDocument) -> LearnedPairs {
    let relations = LearnedRelations(document: document)
    var pairs = LearnedPairs(relations: learnedRelations)
    for reading in readings {
      if let (subject, object) = relations.ends(of: reading) {
        pairs.add(reading.relation, subject: subject, object: object, probability: reading.probability)
      }
    }
    return pairs
  }

  /// Who says the sentences of quotations that go on over several.
  private func quotedSpeakers(_ cast: Cast) -> [Int: PartyReading] {
    QuotationReader(document: cast.document, lexicon: lexicon).speakers().compactMapValues { word in
      cast.parties(at: word).first.flatMap { $0.isNamed ? $0 : nil }
    }
  }

  /// Whose turn a sentence is, or whose quotation.
  private func speaker(of sentence: Sentence, quoted: PartyReading?, in cast: Cast) -> Party? {
    let document = cast.document
    guard let label = sentence.speaker else {
      if let quoted { return document.party(quoted, entities: cast.entities) }
      return sentence.givenSpeaker.map { Party(name: $0, type: .person) }
    }
    let text = document.text.string(label)
    return Party(name: text, type: .person, mention: text, range: document.text.codePoints(ofBytes: label))
  }
}
