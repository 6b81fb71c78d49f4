internal import Claims

/// What a sentence says of each of its predicates, before anybody asks: deep arguments, subjects, what nouns are said of, and how it is
/// stated; nothing of it changes.
struct ClauseTable: Sendable {
  /// The sentence that it is the table of.
  let sentence: Sentence
  /// How the sentence states what its predicates say.
  let factuality: FactualityReader
  private let arguments: [Arguments]
  private let subjects: [[Int]]
  private let identities: [[Int]]

  init(document: AnnotatedDocument, lexicon: Lexicon, sentence: Sentence) {
    self.sentence = sentence
    let reading = ClauseReading(document: document, lexicon: lexicon, range: sentence.words)
    arguments = reading.arguments
    subjects = reading.subjects
    identities = reading.identities
    factuality = FactualityReader(document: document, lexicon: lexicon, sentence: sentence)
  }

  /// The arguments of a predicate of the sentence; none of other words.
  ///
  /// In constant time.
  func arguments(of predicate: Int) -> Arguments {
    sentence.words.contains(predicate) ? arguments[predicate - sentence.words.lowerBound] : Arguments()
  }

  /// The words in the place of a predicate's subject: of a passive verb what it is done to.
  ///
  /// In constant time.
  func subjects(of predicate: Int) -> [Int] {
    sentence.words.contains(predicate) ? subjects[predicate - sentence.words.lowerBound] : []
  }

  /// The words that a noun is said of: "Qatar" for "patron" in "Qatar is the patron", "Qatar, the patron", "Qatar became the
  /// patron", "Qatar acts as patron", "patron Qatar"; without the noun itself, the nearest statement first.
  ///
  /// In constant time.
  func identities(of noun: Int) -> [Int] {
    sentence.words.contains(noun) ? identities[noun - sentence.words.lowerBound] : []
  }
}
