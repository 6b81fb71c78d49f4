internal import Claims
internal import Linguistics

/// Makes the claims of a sentence out of drafts: one for each statement, in the order of the text.
struct ClaimAssembly: Sendable {
  let name: String
  let document: AnnotatedDocument
  let entities: EntityTable
  let describer: ClaimDescriber
  let judge: ClaimJudge?

  private struct Key: Hashable {
    var layer: Claim.Layer
    var sentence: Int
    var subject: String
    var relation: String
    var object: String
    var polarity: Claim.Polarity
    /// The mentions, where each two of them count by themselves.
    var mentions: [Range<Int>?] = []

    /// The same whatever the polarity.
    var undecided: Key {
      var key = self
      key.polarity = .positive
      return key
    }
  }

  /// How the frames found a statement to be meant.
  private struct Decision {
    var polarity: Claim.Polarity
    var modality: Claim.Modality
  }

  /// A claim with what the judge decided by; none for the open layer, which it does not judge.
  private struct Judged {
    var claim: Claim
    var proposer: Double
    var row: ClaimFeatureRow?
  }

  /// The claims of a sentence's drafts.
  ///
  /// - Parameters:
  ///   - trace: where somebody asks what was considered.
  ///   - observe: is told what the judge decided each canonical claim by.
  func claims(
    of drafts: [ClaimDraft], in sentence: DocumentReading.Sentence, trace: ReadingTrace? = nil,
    observe: ((Claim, ClaimFeatureRow) -> Void)? = nil
  ) -> [Claim] {
    let claims = assembled(judged(drafts, in: sentence, keepsRows: observe != nil), trace)
    let order = claims.indices.sorted { left, right in
      let (a, b) = (place(of: claims[left].claim), place(of: claims[right].claim))
      return (a.0, a.1, left) < (b.0, b.1, right)
    }
    if let observe {
      for index in order { if let row = claims[index].row { observe(claims[index].claim, row) } }
    }
    return order.map { claims[$0].claim }
  }

  /// The drafts of one sentence as claims, each with the judge's confidence.
  private func judged(
    _ drafts: [ClaimDraft], in sentence: DocumentReading.Sentence, keepsRows: Bool
  ) -> [(draft: ClaimDraft, judged: Judged)] {
    let rivals = RivalClaims(drafts)
    var stretch: ClaimFeatureRow?
    return drafts.map { draft in
      var judged = Judged(claim: claim(of: draft, in: sentence), proposer: draft.proposal.confidence)
      guard draft.layer == .canonical else { return (draft, judged) }
      let shared = stretch ?? describer.stretch(of: document.sentences[draft.sentence], at: draft.sentence)
      stretch = shared
      let row = describer.row(of: draft, claim: judged.claim, rivals: rivals, stretch: shared)
      if let judge {
        judged.claim.confidence = Self.rounded(judge.probability(row, relation: draft.relation))
      }
      if keepsRows { judged.row = row }
      return (draft, judged)
    }
  }

  /// The claims of one sentence so far, each once.
  private struct Assembled {
    var claims: [Judged] = []
    var positions: [Key: Int] = [:]
    /// How the frames found each statement to be meant.
    var framed: [Key: Decision] = [:]
  }

  /// The claims of one sentence, each once.
  private func assembled(
    _ judged: [(draft: ClaimDraft, judged: Judged)], _ trace: ReadingTrace?
  ) -> [Judged] {
    var result = Assembled()
    for (draft, judged) in judged {
      let claim = judged.claim
      if claim.subject.name == claim.object.name {
        trace?.drop(claim, .sameEnds)
        continue
      }
      var key = Key(
        layer: draft.layer, sentence: draft.sentence, subject: claim.subject.name, relation: claim.relation,
        object: claim.object.name, polarity: claim.polarity)
      if draft.method == .frame {
        let decision = Decision(polarity: claim.polarity, modality: claim.modality)
        if result.framed[key.undecided] == nil { result.framed[key.undecided] = decision }
      } else if draft.method == .model {
        if let reason = objection(to: judged, of: key, in: result) {
          trace?.drop(claim, reason)
          continue
        }
        key.mentions = [claim.subject.range, claim.object.range]
      }
      add(judged, key, to: &result, trace)
    }
    return result.claims
  }

  /// Why what the model reads does not stand beside what the frames read: they know of negation and doubt what there is to know, and of
  /// the same two mentions they said it already.
  private func objection(to judged: Judged, of statement: Key, in result: Assembled) -> DroppedReading.Reason?
  {
    let claim = judged.claim
    if !isWanted(judged, beside: result.claims) { return .againstFrames }
    guard let decision = result.framed[statement.undecided] else { return nil }
    if decision.polarity != claim.polarity || decision.modality != claim.modality { return .againstFrames }
    guard let position = result.positions[statement] else { return nil }
    let known = result.claims[position].claim
    return known.subject.range == claim.subject.range && known.object.range == claim.object.range
      ? .repeated : nil
  }

  /// Adds a claim; of two readings of one statement the more careful one stays.
  private func add(_ judged: Judged, _ key: Key, to result: inout Assembled, _ trace: ReadingTrace?) {
    guard let position = result.positions[key] else {
      result.positions[key] = result.claims.count
      result.claims.append(judged)
      return
    }
    let claim = judged.claim
    let known = result.claims[position].claim
    if known.modality == .certain && claim.modality != .certain
      || known.modality == claim.modality && known.confidence < claim.confidence
    {
      trace?.drop(known, .repeated)
      result.claims[position] = judged
    } else {
      trace?.drop(claim, .repeated)
    }
  }

  /// Whether what the model reads may stand beside what the frames read in the same sentence.
  ///
  /// The frames see the words that state a relation; where they read another one between the same two, or the same one of another
  /// subject and the same words, the model must be surer than it mostly is.
  private func isWanted(_ judged: Judged, beside claims: [Judged]) -> Bool {
    if judged.proposer >= Calibration.sureProbability { return true }
    let claim = judged.claim
    return !claims.contains { other in
      let other = other.claim
      guard other.method == .frame else { return false }
      let isSamePair =
        other.subject.name == claim.subject.name && other.object.name == claim.object.name
        || other.subject.name == claim.object.name && other.object.name == claim.subject.name
      if isSamePair { return other.relation != claim.relation }
      return other.relation == claim.relation && other.object.range == claim.object.range
        && other.subject.name != claim.subject.name
    }
  }

  private func place(of claim: Claim) -> (Int, Int) {
    (claim.subject.range?.lowerBound ?? 0, claim.object.range?.lowerBound ?? 0)
  }

  private func claim(of draft: ClaimDraft, in sentence: DocumentReading.Sentence) -> Claim {
    var subject = document.party(draft.subject, entities: entities)
    var object = document.party(draft.object, entities: entities)
    let start = (subject.range?.lowerBound ?? 0, object.range?.lowerBound ?? 0)
    var origin = document.origin(
      of: draft.proposal, subject: draft.subject, object: draft.object, facts: draft.facts)
    if draft.isSymmetric, start.1 < start.0 {
      swap(&subject, &object)
      swap(&origin.subject, &origin.object)
    }
    var claim = Claim(
      layer: draft.layer, subject: subject, relation: draft.relation, object: object,
      phrase: phrase(of: draft.phrase),
      method: draft.method, polarity: draft.facts.polarity, modality: draft.facts.modality,
      tense: draft.facts.tense,
      attribution: draft.attribution.map { document.party($0, entities: entities) },
      speaker: sentence.speaker,
      time: draft.time, place: draft.place.map { document.party($0, entities: entities) },
      confidence: Self.rounded(draft.confidence), document: name,
      evidence: Claim.Evidence(
        sentence: draft.sentence, range: sentence.range, text: sentence.text,
        around: [subject.range, object.range]))
    claim.isKept = draft.isKept
    claim.origin = origin
    return claim
  }

  private static func rounded(_ probability: Double) -> Double { (probability * 100).rounded() / 100 }

  private func phrase(of words: [Int]) -> String? {
    if words.isEmpty { return nil }
    var text = ""
    var end = words[0]
    for word in words {
      // "n't" stays on its verb; the preposition of a phrase at the front stands last here.
      if word != words[0], document.words[end].range.upperBound != document.words[word].range.lowerBound {
        text += " "
      }
      text += document.surface(word..<word + 1)
      end = word
    }
    return text
  }
}

extension AnnotatedDocument {
  /// The party of a claim that a reading stands for.
  func party(_ reading: PartyReading, entities: EntityTable) -> Party {
    let bytes = bytes(of: reading.mention)
    let entity = reading.entity.map { entities.entities[$0] }
    var party = Party(
      name: entity?.name ?? reading.name,
      type: entity.flatMap { EntityType($0.type) } ?? reading.type ?? .organization,
      mention: text.string(bytes), range: text.codePoints(ofBytes: bytes), aliases: entity?.aliases ?? [],
      isOpen: reading.isOpen)
    party.isDescription = entity == nil && isBareDescription(reading)
    return party
  }

  /// Whether nothing in a phrase says which one is meant wherever it stands: no name, no nationality, no number of a year.
  ///
  /// Offices, kinds and dates are the same in all documents.
  private func isBareDescription(_ reading: PartyReading) -> Bool {
    if [.role, .concept, .time, .quantity].contains(reading.type) { return false }
    let start = sentenceIndex(ofWord: reading.mention.lowerBound).map { sentences[$0].words.lowerBound }
    return !reading.mention.contains { word in
      words[word].shape.contains(.capitalised) && (word != start || words[word].part == .properNoun)
        || words[word].shape.contains(.number) && words[word].range.count == 4
    }
  }
}

extension EntityType {
  /// The claim type of a name's type; nil where that does not tell.
  init?(_ type: NameType) {
    if type == .unknown { return nil }
    self.init(rawValue: type.rawValue)
  }
}
