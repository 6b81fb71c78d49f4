internal import Claims
internal import Linguistics
internal import Schema

/// Turns the relations that the model reads between two phrases into drafts of claims.
struct LearnedRelations {
  let document: AnnotatedDocument
  let vocabulary: Vocabulary
  /// Where somebody asks what was considered.
  let trace: ReadingTrace?
  private var words: [Word] { document.words }

  /// A way between two words in a tree is followed so far.
  private static let longestWay = 64

  init(document: AnnotatedDocument, vocabulary: Vocabulary = .builtIn, trace: ReadingTrace? = nil) {
    self.trace = trace
    self.document = document
    self.vocabulary = vocabulary
  }

  /// A relation with its ends in words of the document.
  struct Reading {
    var relation: Relation
    var subject: PartyReading
    var object: PartyReading
    /// The word that both ends hang on, which the statement stands and falls with.
    var predicate: Int
    /// From 0 to 1.
    var confidence: Double

    /// Whether the model alone would believe it.
    var isBelieved: Bool { confidence >= relation.leastProbability ?? Calibration.learnedProbability }
  }

  /// The words that head the two ends of a relation of the model; nil where one is no word of its own.
  func ends(of reading: RelationReading) -> (subject: Int, object: Int)? {
    guard let subject = word(of: reading.subject), let object = word(of: reading.object), subject != object
    else { return nil }
    return (subject, object)
  }

  /// What a relation of the model says of the document's parties; none where one of its ends stands for nothing.
  func readings(of reading: RelationReading, cast: Cast) -> [Reading] {
    let probability = Double(reading.probability)
    guard let relation = vocabulary[reading.relation],
      trace != nil || probability >= Calibration.leastLearnedProbability,
      let (subject, object) = ends(of: reading)
    else { return [] }
    let predicate = commonHead(of: subject, object)
    func drop(_ reason: DroppedReading.Reason, detail: String? = nil) {
      trace?.drop(
        relation.name, reason, detail: detail, by: Proposal(learnedAt: predicate, probability: probability),
        subject: cast.party(at: subject).first, object: cast.party(at: object).first)
    }
    let least = leastProbability(between: subject, object)
    if probability < least {
      drop(.improbable, detail: "less than \(least)")
      return []
    }
    if isStance(predicate) || isInOtherClause(subject, under: predicate)
      || isInOtherClause(object, under: predicate)
    {
      drop(.stance)
      return []
    }
    var result: [Reading] = []
    for (subject, object) in pairs(subject, object, cast: cast) {
      // A common noun with no name beside it seldom is what the relation is about.
      if Self.canStand(subject, in: relation.subjectTypes), Self.canStand(object, in: relation.objectTypes) {
        result.append(
          Reading(
            relation: relation, subject: subject, object: object, predicate: predicate,
            confidence: probability))
      } else {
        drop(.type)
      }
    }
    return result
  }

  private func leastProbability(between subject: Int, _ object: Int) -> Double {
    isOfSpeech(subject) || isOfSpeech(object)
      ? max(Calibration.leastLearnedProbability, Calibration.learnedProbabilityOfSpeaker)
      : Calibration.leastLearnedProbability
  }

  private func isStance(_ predicate: Int) -> Bool {
    words[predicate].part == .verb && WordList.stanceVerb.contains(words[predicate].lemma)
  }

  /// The parties at two ends, each with each; the model reads the members of lists one by one.
  private func pairs(_ subject: Int, _ object: Int, cast: Cast) -> [(PartyReading, PartyReading)] {
    cast.party(at: subject).flatMap { first in
      cast.party(at: object).compactMap { second in
        first.mention == second.mention ? nil : cast.distinct(first, second)
      }
    }
  }

  private func isOfSpeech(_ word: Int) -> Bool { Pronoun(words[word])?.isOfSpeech ?? false }

  private func word(of phrase: RelationReading.Phrase) -> Int? {
    let word = document.wordOfToken[phrase.head]
    guard word >= 0 else { return nil }
    if phrase.kind == .relativePronoun { return document.antecedent(of: word) }
    // "turned himself in": what is told of somebody is told of the subject.
    return Pronoun(words[word].lower)?.form == .reflexive ? nil : word
  }

  /// Whether a party may stand at an end: a name or a reference unless it is of a type that cannot be meant, a description of one of
  /// the types.
  private static func canStand(_ party: PartyReading, in types: [String]) -> Bool {
    guard let type = party.type else { return party.isNamed || party.isReference }
    if types.isEmpty || types.contains(type.rawValue) { return true }
    guard party.isNamed || party.isReference else { return false }
    switch type {
    case .person: return types.contains("group")
    case .time, .quantity: return false
    case .place: return types.contains("organization")
    default: return !Set(types).isSubset(of: ["person", "time"])
    }
  }

  /// Whether a word stands in a clause of its own subject below another: what somebody says is no statement about him.
  private func isInOtherClause(_ word: Int, under top: Int) -> Bool {
    var word = word
    for _ in 0..<Self.longestWay where word != top && words[word].head >= 0 {
      if words[word].relation == "ccomp",
        document.dependents(of: word).contains(where: { words[$0].hangs(by: "nsubj") })
      {
        return true
      }
      word = words[word].head
    }
    return false
  }

  /// The lowest word that both words hang on, or one of them.
  private func commonHead(of left: Int, _ right: Int) -> Int {
    var above: Set<Int> = []
    var word = left
    for _ in 0..<Self.longestWay {
      above.insert(word)
      if words[word].head < 0 { break }
      word = words[word].head
    }
    word = right
    for _ in 0..<Self.longestWay {
      if above.contains(word) { return word }
      if words[word].head < 0 { break }
      word = words[word].head
    }
    return left
  }
}
