internal import Claims

/// A claim before the names of the document are settled.
struct ClaimDraft: Equatable {
  var layer: Claim.Layer
  var method: Claim.Method
  var subject: PartyReading
  var relation: String
  var isSymmetric: Bool
  var object: PartyReading
  /// The predicate's words, in the order of the text.
  var phrase: [Int]
  var facts: Factuality
  var attribution: PartyReading?
  var place: PartyReading?
  var time: Claim.Time?
  /// The index of the sentence.
  var sentence: Int
  /// From 0 to 1: what the judge says of it, and what its proposer says until then.
  var confidence: Double
  /// What proposed it.
  var proposal: Proposal
  /// Whether a graph keeps it.
  var isKept = true
}
