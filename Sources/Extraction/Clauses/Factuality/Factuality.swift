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
  /// The words that affirmed or denied it, from the root of the sentence down.
  private(set) var polarityMarks: [Int] = []
  /// The words that made it less sure or took it into the future.
  private(set) var modalityMarks: [Int] = []
  /// The word that names the source: the verb of saying, or the source itself.
  private(set) var sourceMark: Int?

  init(
    polarity: Claim.Polarity = .positive, modality: Claim.Modality = .certain, tense: Claim.Tense? = nil,
    attribution: Int? = nil, isQuestion: Bool = false, polarityMarks: [Int] = [], modalityMarks: [Int] = [],
    sourceMark: Int? = nil
  ) {
    self.polarity = polarity
    self.modality = modality
    self.tense = tense
    self.attribution = attribution
    self.isQuestion = isQuestion
    self.polarityMarks = polarityMarks
    self.modalityMarks = modalityMarks
    self.sourceMark = sourceMark
  }

  /// What is so whatever the sentence says of it, on the word of the same source.
  var presupposed: Factuality {
    var result = Factuality()
    result.attribution = attribution
    result.sourceMark = sourceMark
    return result
  }

  var isNegative: Bool { polarity == .negative }

  mutating func negate(by words: [Int]) {
    polarity = isNegative ? .positive : .negative
    polarityMarks += words
  }

  /// Forgets what was said of the word above.
  mutating func affirm() {
    polarity = .positive
    polarityMarks = []
  }

  mutating func deny(by words: [Int]) {
    polarity = .negative
    polarityMarks += words
  }

  mutating func makeCertain() {
    modality = .certain
    modalityMarks = []
  }

  mutating func suppose(by word: Int) {
    modality = .hypothetical
    modalityMarks = [word]
  }

  mutating func takeSource(of other: Factuality) {
    attribution = other.attribution
    sourceMark = other.sourceMark
  }

  /// Takes a word for the source; without one nothing changes.
  mutating func attribute(to source: Int?, by word: Int) {
    guard let source else { return }
    attribution = source
    sourceMark = word
  }

  /// Takes what a word says of the clause that it governs; the nearer word tells how surely, except that nothing is sure inside what
  /// is only supposed.
  mutating func apply(_ sign: FactualityTable.Sign, by word: Int) {
    if sign.isNegative != isNegative { polarityMarks.append(word) }
    polarity = sign.isNegative ? .negative : .positive
    if sign == .fact { makeCertain() }
    if let weaker = sign.modality { weaken(to: weaker, by: word) }
  }

  mutating func weaken(to weaker: Claim.Modality, by word: Int) {
    guard modality != .hypothetical else { return }
    modality = weaker
    modalityMarks = [word]
  }
}
