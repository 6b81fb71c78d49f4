internal import Claims

/// Notes what was considered as a claim and dropped; there only while somebody asks for it.
///
/// One document's, used by the one thread that reads it.
final class ReadingTrace {
  private let document: AnnotatedDocument
  /// The sentence that is read.
  var sentence = 0
  private(set) var dropped: [DroppedReading] = []
  /// What did not fit where the last end was looked for.
  private var misfits: [String] = []

  init(document: AnnotatedDocument) { self.document = document }

  /// Notes that a party may not stand in a slot.
  func misfit(_ party: PartyReading, _ why: String) {
    let words = document.surface(party.mention)
    misfits.append("“\(words)” \(why)")
  }

  /// Forgets what did not fit before.
  func startSlot() { misfits = [] }

  func drop(
    _ relation: String, _ reason: DroppedReading.Reason, detail: String? = nil, by proposal: Proposal,
    subject: PartyReading? = nil, object: PartyReading? = nil, facts: Factuality? = nil
  ) {
    let misfit = misfits.isEmpty ? nil : misfits.joined(separator: "; ")
    misfits = []
    dropped.append(
      DroppedReading(
        sentence: sentence, relation: relation, subject: subject?.name, object: object?.name, reason: reason,
        detail: detail ?? misfit,
        origin: document.origin(of: proposal, subject: subject, object: object, facts: facts)))
  }

  /// Notes a claim that was drafted and gave way.
  func drop(_ claim: Claim, _ reason: DroppedReading.Reason, detail: String? = nil) {
    guard let origin = claim.origin else { return }
    dropped.append(
      DroppedReading(
        sentence: claim.evidence?.sentence ?? 0, relation: claim.relation, subject: claim.subject.name,
        object: claim.object.name, reason: reason, detail: detail, origin: origin))
  }
}
