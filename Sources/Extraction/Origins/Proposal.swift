internal import Claims
internal import Linguistics

/// What proposed a statement, in words of the document.
struct Proposal: Equatable {
  var source: Claim.Origin.Source
  /// The pattern as `file:line`; nil where no pattern proposed it.
  var place: String?
  /// What kind of words state the relation.
  var construction: String?
  /// From 0 to 1; nil where nothing was estimated.
  var probability: Double?
  /// How sure the proposer is by itself, from 0 to 1.
  var confidence = 1.0
  /// Whether its words are those of a class, of which nobody looked at each in this construction.
  var isOfClass = false
  /// The word that states the relation.
  var trigger: Int
  var subjectWay: FramePattern.Path = []
  var objectWay: FramePattern.Path = []
}

extension Proposal {
  init(_ match: FrameMatch) {
    self.init(
      source: match.source, place: match.pattern.place, construction: match.pattern.kind.rawValue,
      confidence: match.confidence, isOfClass: match.pattern.isOfClass, trigger: match.trigger,
      subjectWay: match.subjectWay, objectWay: match.objectWay)
  }

  init(_ pattern: FramePattern, at trigger: Int) {
    self.init(
      source: .frame, place: pattern.place, construction: pattern.kind.rawValue, trigger: trigger)
  }

  init(learnedAt trigger: Int, probability: Double) {
    self.init(source: .learned, probability: probability, confidence: probability, trigger: trigger)
  }

  init(openAt trigger: Int, construction: String) {
    self.init(
      source: .open, construction: construction, confidence: Calibration.openConfidence, trigger: trigger)
  }
}

extension AnnotatedDocument {
  /// How a claim came to be read, as it is told to others.
  func origin(
    of proposal: Proposal, subject: PartyReading?, object: PartyReading?, facts: Factuality? = nil
  ) -> Claim.Origin {
    var marks: [(kind: Claim.Origin.Mark.Kind, word: Int)] = []
    if let facts {
      marks += facts.polarityMarks.map { (.polarity, $0) } + facts.modalityMarks.map { (.modality, $0) }
      if let source = facts.sourceMark { marks.append((.source, source)) }
    }
    let known = marks.filter { words.indices.contains($0.word) }.sorted { $0.word < $1.word }
    return Claim.Origin(
      source: proposal.source, place: proposal.place, construction: proposal.construction,
      probability: proposal.probability.map { ($0 * 1000).rounded() / 1000 },
      trigger: originWords(proposal.trigger),
      subject: Claim.Origin.Role(way: Self.joined(proposal.subjectWay), ground: subject?.ground),
      object: Claim.Origin.Role(way: Self.joined(proposal.objectWay), ground: object?.ground),
      marks: known.map { Claim.Origin.Mark(kind: $0.kind, words: originWords($0.word)) })
  }

  private func originWords(_ word: Int) -> Claim.Origin.Words {
    let range = bytes(of: word..<word + 1)
    return Claim.Origin.Words(text: text.string(range), range: text.codePoints(ofBytes: range))
  }

  private static func joined(_ way: FramePattern.Path) -> String? {
    way.isEmpty ? nil : way.joined(separator: ".")
  }
}
