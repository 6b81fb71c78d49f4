internal import Claims
internal import Schema

/// Tells of a proposed claim what the judge decides by.
struct ClaimDescriber {
  let context: ClaimContext
  let vocabulary: Vocabulary
  private var document: AnnotatedDocument { context.document }
  private var words: [Word] { context.document.words }

  init(context: ClaimContext, vocabulary: Vocabulary = .builtIn) {
    self.context = context
    self.vocabulary = vocabulary
  }

  /// The numbers of a draft whose parties are named; `stretch` are those of its sentence.
  func row(of draft: ClaimDraft, claim: Claim, rivals: RivalClaims, stretch: ClaimFeatureRow)
    -> ClaimFeatureRow
  {
    var row = stretch
    row.set(ClaimFeature.Proposer(draft.proposal))
    row.set(.isOfClass, draft.proposal.isOfClass)
    row.set(.subjectSteps, draft.proposal.subjectWay.count)
    row.set(.objectSteps, draft.proposal.objectWay.count)
    row.set(subjectWay: draft.proposal.subjectWay, objectWay: draft.proposal.objectWay)
    row.set(subjectGround: draft.subject.ground, objectGround: draft.object.ground)
    row[.proposerConfidence] = Float(draft.proposal.confidence)
    rivals.describe(draft, in: &row)
    let learned = context.learned.probabilities(
      draft.relation, subject: draft.subject.head, object: draft.object.head)
    row[.learnedSame] = draft.isSymmetric ? max(learned.same, learned.reversed) : learned.same
    row[.learnedReversed] = draft.isSymmetric ? 0 : learned.reversed
    row[.learnedOther] = learned.other
    row.set(.learnedKnows, context.learned.knows(draft.relation))
    describeRelation(of: draft, claim: claim, in: &row)
    describeWay(of: draft, in: &row)
    describeEnd(draft.subject, Self.subjectFeatures, in: &row)
    describeEnd(draft.object, Self.objectFeatures, in: &row)
    let object = words[draft.object.head]
    row.set(.objectIsRole, WordList.role.contains(object.lemma) || WordList.title.contains(object.lower))
    row.set(.objectIsProfession, WordList.profession.contains(object.lemma))
    row.set(
      .objectModifiers,
      draft.object.mention.count { words[$0].part == .adjective || words[$0].relation == "compound" })
    describeStatement(of: draft, claim: claim, in: &row)
    return row
  }

  // MARK: The relation

  private func describeRelation(of draft: ClaimDraft, claim: Claim, in row: inout ClaimFeatureRow) {
    row.set(subjectType: claim.subject.type.rawValue, objectType: claim.object.type.rawValue)
    row.set(.sameType, claim.subject.type == claim.object.type)
    row.set(.isSymmetric, draft.isSymmetric)
    guard let relation = vocabulary[draft.relation] else { return }
    row[.subjectFits] = Self.fit(claim.subject.type, relation.subjectTypes)
    row[.objectFits] = Self.fit(claim.object.type, relation.objectTypes)
    row.set(.isEvent, relation.plover != nil)
    row.set(.takesTime, relation.objectTypes.contains("time"))
    row.set(.takesConcept, relation.objectTypes.contains("concept") || relation.objectTypes.contains("role"))
    row.set(.takesPerson, relation.objectTypes.contains("person"))
    row.set(.takesPlace, relation.objectTypes.contains("place"))
  }

  private static func fit(_ type: EntityType, _ types: [String]) -> Float {
    types.isEmpty ? Calibration.fitOfAnyType : types.contains(type.rawValue) ? 1 : 0
  }

  // MARK: The way

  private func describeWay(of draft: ClaimDraft, in row: inout ClaimFeatureRow) {
    let (subject, object, trigger) = (draft.subject.head, draft.object.head, draft.proposal.trigger)
    let way = TreeWay(from: subject, to: object, in: words)
    row.set(.pathLength, way.up.count + way.down.count)
    let low = min(subject, object)
    let high = max(subject, object)
    row.set(.wordsBetween, high - low)
    row.set(.subjectToTrigger, abs(subject - trigger))
    row.set(.objectToTrigger, abs(object - trigger))
    row.set(.subjectFirst, subject < object)
    row.set(.triggerBetween, low < trigger && trigger < high)
    row.set(.triggerIsEnd, draft.subject.mention.contains(trigger) || draft.object.mention.contains(trigger))
    row.set(
      subjectLabel: words[subject].relation, objectLabel: words[object].relation,
      triggerLabel: words[trigger].relation)
    row.set(trigger: words[trigger].part)
    for word in way.up + way.down {
      switch ClaimFeature.LabelGroup(words[word].relation) {
      case .complementClause: row[.pathClauses] += 1
      case .modifierClause: row[.pathModifierClauses] += 1
      case .apposition: row[.pathAppositions] += 1
      case .conjunct: row[.pathConjuncts] += 1
      case .nominal, .possessive, .compound: row[.pathNominals] += 1
      case .parataxis: row[.pathParataxes] += 1
      default: break
      }
    }
    describeBetween(low, high, of: draft, in: &row)
    describeCues(of: draft, way: way, in: &row)
  }

  private func describeBetween(
    _ low: Int, _ high: Int, of draft: ClaimDraft, in row: inout ClaimFeatureRow
  ) {
    var between: Set<Int> = []
    for word in low..<high where word > low {
      if draft.subject.mention.contains(word) || draft.object.mention.contains(word) { continue }
      if words[word].shape.contains(.punctuation) {
        row[words[word].lower == "," ? .commasBetween : .marksBetween] += 1
      } else if words[word].part == .verb {
        row[.verbsBetween] += 1
      }
      if context.entityOfWord[word] >= 0 { between.insert(context.entityOfWord[word]) }
    }
    row.set(
      .namesBetween,
      between.subtracting([draft.subject.entity, draft.object.entity].compactMap(\.self)).count)
  }

  /// The words that state the relation, and those that state others.
  private func describeCues(of draft: ClaimDraft, way: TreeWay, in row: inout ClaimFeatureRow) {
    let low = min(draft.subject.head, draft.object.head)
    let high = min(max(draft.subject.head, draft.object.head), low + Self.longestStretch)
    let near = Set(way.words).union(low...high)
    row.set(.relationsOfTrigger, context.relations(cuedBy: draft.proposal.trigger).count)
    var others: Set<String> = []
    for word in near {
      let relations = context.relations(cuedBy: word)
      if relations.contains(draft.relation) { row[.cueOnWay] = 1 }
      others.formUnion(relations)
    }
    row.set(.otherCuesOnWay, others.subtracting([draft.relation]).count)
    guard let index = document.sentenceIndex(ofWord: draft.proposal.trigger) else { return }
    row.set(
      .cueInSentence,
      document.sentences[index].words.prefix(Self.longestStretch).contains {
        context.relations(cuedBy: $0).contains(draft.relation)
      })
  }

  /// So many words are searched for cues.
  private static let longestStretch = 80

  // MARK: The ends

  private struct EndFeatures {
    let named, reference, pronoun, open, length, capital, mentions, agrees, distance, rivals, untyped,
      definite, short, namesakes: ClaimFeature
  }

  private static let subjectFeatures = EndFeatures(
    named: .subjectNamed, reference: .subjectReference, pronoun: .subjectPronoun, open: .subjectOpen,
    length: .subjectLength, capital: .subjectCapital, mentions: .subjectMentions, agrees: .subjectAgrees,
    distance: .subjectDistance, rivals: .subjectRivals, untyped: .subjectUntyped, definite: .subjectDefinite,
    short: .subjectShort, namesakes: .subjectNamesakes)
  private static let objectFeatures = EndFeatures(
    named: .objectNamed, reference: .objectReference, pronoun: .objectPronoun, open: .objectOpen,
    length: .objectLength, capital: .objectCapital, mentions: .objectMentions, agrees: .objectAgrees,
    distance: .objectDistance, rivals: .objectRivals, untyped: .objectUntyped, definite: .objectDefinite,
    short: .objectShort, namesakes: .objectNamesakes)

  private func describeEnd(_ party: PartyReading, _ end: EndFeatures, in row: inout ClaimFeatureRow) {
    row.set(end.named, party.isNamed)
    row.set(end.reference, party.isReference)
    row.set(end.pronoun, words[party.head].part == .pronoun)
    row.set(end.open, party.isReference && !party.isNamed)
    row.set(end.length, party.mention.count)
    row.set(end.capital, words[party.head].shape.contains(.capitalised))
    row.set(end.untyped, party.type == nil)
    let first = party.mention.first.map { words[$0].lower } ?? ""
    row.set(
      end.definite,
      WordList.definiteDeterminer.contains(first) || WordList.referringDeterminer.contains(first))
    guard let entity = party.entity else { return }
    row.set(end.mentions, min(context.namings[entity]?.count ?? 0, Self.mostMentions))
    row.set(end.short, !party.isReference && context.isShort(party.mention, for: entity))
    row.set(end.namesakes, context.namesakes(of: entity))
    row[end.agrees] = context.agreement(of: party.head, with: entity)
    guard party.isReference else { return }
    // Nobody named it before: it is named later, or by nothing but a list.
    let antecedent = context.antecedent(of: entity, before: party.head) ?? (Self.farAway, 0)
    row.set(end.distance, min(antecedent.distance, Self.farAway))
    row.set(end.rivals, antecedent.rivals)
  }

  private static let mostMentions = 20
  private static let farAway = 200

  // MARK: How it is stated

  private func describeStatement(of draft: ClaimDraft, claim: Claim, in row: inout ClaimFeatureRow) {
    row.set(.isNegative, claim.polarity == .negative)
    row.set(.isPossible, claim.modality == .possible)
    row.set(.isFuture, claim.modality == .future)
    row.set(.isHypothetical, claim.modality == .hypothetical)
    row.set(.isPast, claim.tense == .past)
    row.set(.isPresent, claim.tense == .present)
    row.set(.isAttributed, claim.attribution != nil)
    row.set(.isSpoken, claim.speaker != nil)
    row.set(.hasTime, claim.time != nil)
    guard draft.object.type == .time else { return }
    let time = context.times.time(of: draft.proposal.trigger, in: draft.sentence)
    row[.timeBelongs] = time.map { $0.words.overlaps(draft.object.mention) ? 1 : -1 } ?? 0
  }

  /// The numbers that all claims of a sentence share.
  func stretch(of sentence: Sentence, at index: Int) -> ClaimFeatureRow {
    var row = ClaimFeatureRow()
    var (capitals, digits, proper) = (0, 0, 0)
    var names: Set<Int> = []
    for word in sentence.words {
      let own = words[word]
      if own.shape.contains(.capitalised) { capitals += 1 }
      if own.shape.contains(.number) { digits += 1 }
      if !own.shape.contains(.punctuation) { proper += 1 }
      if own.part == .verb { row[.sentenceVerbs] += 1 }
      if WordList.negation.contains(own.lower) { row[.negationsInSentence] += 1 }
      if Self.quotes.contains(own.lower) { row[.quotesInSentence] += 1 }
      if Pronoun(own)?.isOfSpeech ?? false { row[.sentenceOfSpeech] += 1 }
      if context.entityOfWord[word] >= 0 { names.insert(context.entityOfWord[word]) }
    }
    row.set(.sentenceNames, names.count)
    row.set(.sentenceLength, sentence.words.count)
    row[.sentenceCapitals] = Float(capitals) / Float(max(1, proper))
    row[.sentenceDigits] = Float(digits) / Float(max(1, proper))
    row.set(.sentenceEnds, sentence.words.last.map { words[$0].shape.contains(.punctuation) } ?? false)
    row.set(.isFirstSentence, index == 0)
    return row
  }

  private static let quotes: Set<String> = ["\"", "“", "”", "``", "''"]
}
