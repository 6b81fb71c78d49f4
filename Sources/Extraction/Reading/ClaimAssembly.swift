internal import Claims
internal import Linguistics

/// Makes the claims of a document out of drafts: one for each statement of a sentence, in the order of the text.
struct ClaimAssembly {
  let name: String
  let document: AnnotatedDocument
  let entities: EntityTable
  /// Where somebody asks what was considered.
  var trace: ReadingTrace?

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

  func claims(_ drafts: [ClaimDraft], sentences: [DocumentReading.Sentence]) -> [Claim] {
    var positions: [Key: Int] = [:]
    var claims: [Claim] = []
    var framed: [Key: Decision] = [:]
    for draft in drafts {
      let claim = claim(of: draft, in: sentences[draft.sentence])
      if claim.subject.name == claim.object.name {
        trace?.drop(claim, .sameEnds)
        continue
      }
      let statement = Key(
        layer: draft.layer, sentence: draft.sentence, subject: claim.subject.name, relation: claim.relation,
        object: claim.object.name, polarity: claim.polarity)
      var key = statement
      if draft.method == .frame {
        let decision = Decision(polarity: claim.polarity, modality: claim.modality)
        if framed[statement.undecided] == nil { framed[statement.undecided] = decision }
      } else if draft.method == .model {
        key.mentions = [claim.subject.range, claim.object.range]
        if !isWanted(claim, beside: claims) {
          trace?.drop(claim, .againstFrames)
          continue
        }
        if let decision = framed[statement.undecided] {
          // The frames know of negation and doubt what there is to know; of the same two mentions they said it already.
          if decision.polarity != claim.polarity || decision.modality != claim.modality {
            trace?.drop(claim, .againstFrames)
            continue
          }
          if let position = positions[statement], claims[position].subject.range == claim.subject.range,
            claims[position].object.range == claim.object.range
          {
            trace?.drop(claim, .repeated)
            continue
          }
        }
      }
      guard let position = positions[key] else {
        positions[key] = claims.count
        claims.append(claim)
        continue
      }
      // Of two readings the more careful one stays.
      let known = claims[position]
      if known.modality == .certain && claim.modality != .certain
        || known.modality == claim.modality && known.confidence < claim.confidence
      {
        trace?.drop(known, .repeated)
        claims[position] = claim
      } else {
        trace?.drop(claim, .repeated)
      }
    }
    let order = claims.indices.sorted { left, right in
      let (a, b) = (place(of: claims[left]), place(of: claims[right]))
      return (a.0, a.1, a.2, left) < (b.0, b.1, b.2, right)
    }
    return order.map { claims[$0] }
  }

  /// Whether what the model reads may stand beside what the frames read in the same sentence.
  ///
  /// The frames see the words that state a relation; where they read another one between the same two, or the same one of another
  /// subject and the same words, the model must be surer than it mostly is.
  private func isWanted(_ claim: Claim, beside claims: [Claim]) -> Bool {
    if claim.confidence >= Calibration.sureProbability { return true }
    return !claims.reversed().prefix { $0.evidence?.sentence == claim.evidence?.sentence }.contains { other in
      guard other.method == .frame else { return false }
      let isSamePair =
        other.subject.name == claim.subject.name && other.object.name == claim.object.name
        || other.subject.name == claim.object.name && other.object.name == claim.subject.name
      if isSamePair { return other.relation != claim.relation }
      return other.relation == claim.relation && other.object.range == claim.object.range
        && other.subject.name != claim.subject.name
    }
  }

  private func place(of claim: Claim) -> (Int, Int, Int) {
    (
      claim.evidence?.sentence ?? 0, claim.subject.range?.lowerBound ?? 0, claim.object.range?.lowerBound ?? 0
    )
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
      confidence: (draft.confidence * 100).rounded() / 100, document: name,
      evidence: Claim.Evidence(
        sentence: draft.sentence, range: sentence.range, text: sentence.text,
        around: [subject.range, object.range]))
    claim.isKept = draft.isKept
    claim.origin = origin
    return claim
  }

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
      mention: text.string(bytes), range: text.codePoints(ofBytes: bytes), aliases: entity?.aliases ?? [])
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
