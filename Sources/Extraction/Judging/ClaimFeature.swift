internal import Claims

/// What the judge is told of a proposed claim: numbers under names that a trained judge asks for.
enum ClaimFeature: String, CaseIterable, Sendable {
  // Who proposed it, and what else was proposed.
  case proposerConfidence, agreement, rivalRelations, rivalSubjects, rivalObjects, framesOfPair
  case claimsOfTrigger, claimsOfSentence, isOfClass, subjectSteps, objectSteps
  // What the head of relations reads in the sentence's encoding.
  case learnedSame, learnedReversed, learnedOther, learnedKnows
  // The relation.
  case subjectFits, objectFits, isSymmetric, isEvent, takesTime, takesConcept, takesPerson, takesPlace
  // The way between the ends.
  case pathLength, wordsBetween, subjectToTrigger, objectToTrigger, subjectFirst, triggerBetween, triggerIsEnd
  case pathClauses, pathModifierClauses, pathAppositions, pathConjuncts, pathNominals, pathParataxes
  case commasBetween, verbsBetween, namesBetween, marksBetween
  // The words that state it.
  case cueOnWay, cueInSentence, otherCuesOnWay, relationsOfTrigger
  // The ends.
  case subjectNamed, subjectReference, subjectPronoun, subjectOpen, subjectLength, subjectCapital
  case subjectMentions, subjectAgrees, subjectDistance, subjectRivals, subjectUntyped, subjectDefinite
  case subjectShort, subjectNamesakes
  case objectNamed, objectReference, objectPronoun, objectOpen, objectLength, objectCapital
  case objectMentions, objectAgrees, objectDistance, objectRivals, objectUntyped, objectDefinite
  case objectShort, objectNamesakes, objectIsRole, objectIsProfession, objectModifiers
  case sameType
  // How it is stated.
  case isNegative, isPossible, isFuture, isHypothetical, isPast, isPresent, isAttributed, isSpoken
  case negationsInSentence, quotesInSentence, timeBelongs, hasTime
  // The stretch of text.
  case sentenceLength, sentenceCapitals, sentenceDigits, sentenceEnds, sentenceVerbs, sentenceNames
  case sentenceOfSpeech, isFirstSentence

  /// What a word is to its head, in groups of labels.
  enum LabelGroup: String, CaseIterable, Sendable {
    case subject, passiveSubject, object, oblique, nominal, possessive, compound, apposition, adjectival
    case conjunct, complementClause, modifierClause, parataxis, root, other

    init(_ label: String) {
      switch label {
      case "nsubj:pass", "csubj:pass": self = .passiveSubject
      case "nmod:poss": self = .possessive
      default:
        switch label.prefix(while: { $0 != ":" }) {
        case "nsubj", "csubj": self = .subject
        case "obj", "iobj": self = .object
        case "obl": self = .oblique
        case "nmod": self = .nominal
        case "compound", "flat", "fixed": self = .compound
        case "appos": self = .apposition
        case "amod", "det", "nummod": self = .adjectival
        case "conj": self = .conjunct
        case "ccomp", "xcomp": self = .complementClause
        case "acl", "advcl": self = .modifierClause
        case "parataxis", "list", "dislocated", "discourse", "vocative", "orphan": self = .parataxis
        case "root": self = .root
        default: self = .other
        }
      }
    }
  }

  /// The types of an end that the judge tells apart, in order.
  static let types = [
    "person", "organization", "group", "place", "event", "object", "role", "concept", "time", "quantity",
  ]
  /// The kinds of words that state relations.
  static let triggerParts: [PartOfSpeech] = [.verb, .noun, .properNoun, .adjective, .adposition, .adverb]

  /// The first steps of ways that the judge tells apart; all others are one.
  static let ways = [
    "subject", "object", "self", "identity", "possessive", "phrase", "holder", "term", "controller", "of",
    "by", "in", "to", "with", "for", "other",
  ]

  /// What the ways of proposing are in groups that new patterns fall into by themselves.
  enum Proposer: String, CaseIterable, Sendable {
    case verb, noun, adjective, name, title, repetition, continuation, learned, open, other

    init(_ proposal: Proposal) {
      switch proposal.source {
      case .repetition: self = .repetition
      case .continuation: self = .continuation
      case .learned: self = .learned
      case .open: self = .open
      case .frame: self = proposal.construction.flatMap { Proposer(rawValue: $0) } ?? .other
      }
    }
  }

  /// The names of all numbers of a row: the single ones, then one for each member of a group.
  static let names: [String] =
    allCases.map(\.rawValue) + Proposer.allCases.map { "proposer=\($0.rawValue)" }
    + types.map { "subjectType=\($0)" } + types.map { "objectType=\($0)" }
    + triggerParts.map { "trigger=\($0.rawValue)" }
    + LabelGroup.allCases.map { "subjectLabel=\($0.rawValue)" }
    + LabelGroup.allCases.map { "objectLabel=\($0.rawValue)" }
    + LabelGroup.allCases.map { "triggerLabel=\($0.rawValue)" }
    + Claim.Origin.Ground.allCases.map { "subjectGround=\($0.rawValue)" }
    + Claim.Origin.Ground.allCases.map { "objectGround=\($0.rawValue)" }
    + ways.map { "subjectWay=\($0)" } + ways.map { "objectWay=\($0)" }
}

/// The numbers of one claim, in the order of `ClaimFeature.names`.
struct ClaimFeatureRow {
  private(set) var values = [Float](repeating: 0, count: ClaimFeature.names.count)

  private static let places: [ClaimFeature: Int] = Dictionary(
    uniqueKeysWithValues: ClaimFeature.allCases.enumerated().map { ($1, $0) })
  private static let source = ClaimFeature.allCases.count
  private static let subjectType = source + ClaimFeature.Proposer.allCases.count
  private static let objectType = subjectType + ClaimFeature.types.count
  private static let trigger = objectType + ClaimFeature.types.count
  private static let subjectLabel = trigger + ClaimFeature.triggerParts.count
  private static let objectLabel = subjectLabel + ClaimFeature.LabelGroup.allCases.count
  private static let triggerLabel = objectLabel + ClaimFeature.LabelGroup.allCases.count

  subscript(_ feature: ClaimFeature) -> Float {
    get { Self.places[feature].map { values[$0] } ?? 0 }
    set { if let place = Self.places[feature] { values[place] = newValue } }
  }

  mutating func set(_ feature: ClaimFeature, _ holds: Bool) { self[feature] = holds ? 1 : 0 }
  mutating func set(_ feature: ClaimFeature, _ count: Int) { self[feature] = Float(count) }

  private static let subjectGround = triggerLabel + ClaimFeature.LabelGroup.allCases.count
  private static let objectGround = subjectGround + Claim.Origin.Ground.allCases.count
  private static let subjectWay = objectGround + Claim.Origin.Ground.allCases.count
  private static let objectWay = subjectWay + ClaimFeature.ways.count

  mutating func set(_ proposer: ClaimFeature.Proposer) {
    if let place = ClaimFeature.Proposer.allCases.firstIndex(of: proposer) { values[Self.source + place] = 1 }
  }

  mutating func set(subjectGround: Claim.Origin.Ground?, objectGround: Claim.Origin.Ground?) {
    for (start, ground) in [(Self.subjectGround, subjectGround), (Self.objectGround, objectGround)] {
      if let ground, let place = Claim.Origin.Ground.allCases.firstIndex(of: ground) {
        values[start + place] = 1
      }
    }
  }

  mutating func set(subjectWay: FramePattern.Path, objectWay: FramePattern.Path) {
    for (start, way) in [(Self.subjectWay, subjectWay), (Self.objectWay, objectWay)] {
      guard let first = way.first else { continue }
      values[start + (ClaimFeature.ways.firstIndex(of: first) ?? ClaimFeature.ways.count - 1)] = 1
    }
  }

  mutating func set(subjectType: String, objectType: String) {
    if let place = ClaimFeature.types.firstIndex(of: subjectType) { values[Self.subjectType + place] = 1 }
    if let place = ClaimFeature.types.firstIndex(of: objectType) { values[Self.objectType + place] = 1 }
  }

  mutating func set(trigger part: PartOfSpeech) {
    if let place = ClaimFeature.triggerParts.firstIndex(of: part) { values[Self.trigger + place] = 1 }
  }

  mutating func set(subjectLabel: String, objectLabel: String, triggerLabel: String) {
    for (start, label) in [
      (Self.subjectLabel, subjectLabel), (Self.objectLabel, objectLabel), (Self.triggerLabel, triggerLabel),
    ] {
      let group = ClaimFeature.LabelGroup(label)
      if let place = ClaimFeature.LabelGroup.allCases.firstIndex(of: group) { values[start + place] = 1 }
    }
  }
}
