internal import Claims

/// How the text states something: whether, how surely, of when and on whose word.
struct Factuality: Sendable, Equatable {
  var polarity: Claim.Polarity = .positive
  var modality: Claim.Modality = .certain
  var tense: Claim.Tense?
  /// The head word of the source that the sentence names ("experts" in "experts believe"), an index into the document's words.
  var attribution: Int?
  /// It is asked, and so no claim at all.
  var isQuestion = false

  var isNegative: Bool { polarity == .negative }

  mutating func negate() { polarity = isNegative ? .positive : .negative }

  /// Takes what a word says of the clause that it governs; the nearer word tells how surely, except that nothing is sure inside what
  /// is only supposed.
  mutating func apply(_ sign: FactualityTable.Sign) {
    polarity = sign.isNegative ? .negative : .positive
    if sign == .fact { modality = .certain }
    if let weaker = sign.modality { weaken(to: weaker) }
  }

  mutating func weaken(to weaker: Claim.Modality) {
    if modality != .hypothetical { modality = weaker }
  }
}
