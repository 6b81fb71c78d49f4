internal import Schema

/// A way in which sentences state relations.
///
/// Sources are asked sentence by sentence in their order (`StatingStage`). What one says depends on the sentence and on what was
/// stated before, which the context holds; it keeps nothing between two questions.
protocol StatementSource {
  /// What the sentence of a context states in this way, in the order of its words.
  func statements(in context: SentenceContext) -> [Statement]
}

/// A sentence with all that a source of statements may know of it.
struct SentenceContext {
  let document: AnnotatedDocument
  let cast: Cast
  /// What is known of the sentence's clauses, before anybody asks.
  let clauses: ClauseTable
  /// The number of the sentence.
  let index: Int
  /// What the sentences before state.
  let told: ToldStatements
  /// Where somebody asks what was considered.
  let trace: ReadingTrace?
  /// What the sources that were asked before read in this sentence.
  var here: [MeantStatement] = []

  var sentence: Sentence { clauses.sentence }
}

/// What the sentences so far said to be so, as far as later ones may go on from it.
struct ToldStatements {
  /// What a noun said of two parties, for those that go on counting.
  struct Counted {
    let subject: PartyReading
    let object: PartyReading
    let sentence: Int
  }

  /// What frames read in the sentence before.
  private(set) var before: [FrameMatch] = []
  private var counted: [String: Counted] = [:]

  /// What a noun last said of a relation, where a sentence may go on counting from it.
  func counted(_ relation: String, at sentence: Int) -> Counted? {
    guard let last = counted[relation], sentence - last.sentence <= Calibration.reachOfCount,
      last.object.isNamed
    else { return nil }
    return last
  }

  /// Adds what a sentence states.
  mutating func add(_ statements: [MeantStatement], of sentence: Int) {
    before = []
    for one in statements where one.isSo {
      guard let match = one.statement.match else { continue }
      before.append(match)
      if match.pattern.kind == .noun {
        counted[match.pattern.relation.name] = Counted(
          subject: match.subject, object: match.object, sentence: sentence)
      }
    }
  }
}
