internal import Claims
internal import Linguistics

/// The reading of a document out of its drafts, whose claims are made as they are asked for.
struct ClaimingStage: ReadingStage {
  let lexicon: Lexicon
  let frames: FrameTable
  let judge: ClaimJudge?
  /// The relations that the model's head of relations reads.
  let learnedRelations: Set<String>

  /// A document with its drafts, and what its parties are.
  struct Needs {
    let name: String
    let digest: [UInt8]
    let version: String
    let cast: CastDocument
    let learned: [RelationReading]
    let drafts: DraftArchive
  }

  func run(_ needs: Needs) -> PendingReading {
    let document = needs.cast.document
    let entities = needs.cast.cast.entities
    let context = ClaimContext(
      document: document, entities: entities, times: needs.cast.times, frames: frames,
      learned: pairs(needs.learned, in: document))
    return PendingReading(
      digest: needs.digest, extractorVersion: needs.version, drafts: needs.drafts,
      assembly: ClaimAssembly(
        name: needs.name, document: document, entities: entities,
        describer: ClaimDescriber(context: context), judge: judge),
      quotedSpeakers: quotedSpeakers(needs.cast.cast))
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
}
