internal import Claims
internal import Schema

/// What a source reads in a sentence: who stands in which relation to whom, and by which words.
///
/// It says nothing yet of polarity, modality, time and place: those are told of its words in one place, for all sources alike.
struct Statement {
  var layer: Claim.Layer
  var method: Claim.Method
  var subject: PartyReading
  var relation: String
  /// Whether the relation reads the same both ways.
  var isSymmetric = false
  /// Whether it is of something that happens, and so has the time of its clause.
  var isEvent: Bool
  var object: PartyReading
  /// The predicate's words, in the order of the text.
  var phrase: [Int] = []
  /// The word whose polarity and modality are the statement's.
  var predicate: Int
  /// The word that states it, of which time and place are told.
  var trigger: Int
  /// Whether it holds whatever is said of the phrase that says it.
  var isPresupposed = false
  /// From 0 to 1, before anybody judges.
  var confidence: Double
  var proposal: Proposal
  /// Whether a graph keeps it.
  var isKept = true
  /// Whether the open layer need not say the same.
  var isBelieved = true
  /// What a frame read: what clauses and counts that stand for an earlier statement go on from.
  var match: FrameMatch?

  /// How much surer a name is than what refers to it.
  static func share(of party: PartyReading) -> Double { party.isReference ? Calibration.shareOfReference : 1 }
}

/// A statement with how the sentence means it.
struct MeantStatement {
  var statement: Statement
  var facts: Factuality

  /// Whether the sentence says that it is so.
  var isSo: Bool { facts.polarity == .positive && facts.modality == .certain && !facts.isQuestion }
}

extension Statement {
  /// What a frame read, alone or by going on from what it read before.
  init(_ match: FrameMatch, in document: AnnotatedDocument) {
    let relation = match.pattern.relation
    self.init(
      layer: .canonical, method: .frame, subject: match.subject, relation: relation.name,
      isSymmetric: relation.isSymmetric, isEvent: relation.plover != nil, object: match.object,
      phrase: PredicatePhrase(document: document).words(of: match), predicate: match.predicate(in: document),
      trigger: match.trigger, isPresupposed: match.isInsidePhrase(in: document),
      confidence: match.confidence * Self.share(of: match.subject) * Self.share(of: match.object),
      proposal: Proposal(match), match: match)
  }
}

extension FrameMatch {
  /// The word that carries its negation and modality: of "the founder is not Anna Berg" what the founder is said to be.
  fileprivate func predicate(in document: AnnotatedDocument) -> Int {
    let head = document.words[trigger].head
    guard document.words[trigger].hangs(by: "nsubj"), head >= 0, document.hasCopula(head),
      subject.head == head || object.head == head
    else { return trigger }
    return head
  }

  /// "Pakistani intelligence", "the firm's office": what a phrase says of itself holds whatever is said of it.
  fileprivate func isInsidePhrase(in document: AnnotatedDocument) -> Bool {
    let words = document.words
    guard subject.head == trigger, words[object.head].head == trigger else { return false }
    let relation = words[object.head].relation
    // "discussed the crisis in Syria", but not "discussed a summit in Geneva": which one it is is known to be there.
    let isKnown = document.dependents(of: trigger).contains {
      words[$0].lower == English.the || words[$0].relation == "nmod:poss"
    }
    return ["amod", "compound", "nmod:poss"].contains(relation) || relation == "nmod" && isKnown
  }
}
