/// Something that was considered as a claim and not made one.
package struct DroppedReading: Hashable, Sendable {
  /// Why it was dropped.
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// A condition of the pattern does not hold.
    case condition
    /// Nothing fills the subject.
    case noSubject = "no-subject"
    /// Nothing fills the object.
    case noObject = "no-object"
    /// Both ends are the same.
    case sameEnds = "same-ends"
    /// The ends fit the pattern too badly.
    case unfit
    /// Another pattern reads the same ends at the same word with more right.
    case rival
    /// The sentence asks it.
    case question
    /// The model takes it for too improbable.
    case improbable
    /// The word between the ends tells a stance, or one end stands in another's speech.
    case stance
    /// An end is of a type that the relation does not take, or stands for nobody.
    case type
    /// What the frames read in the same sentence speaks against it.
    case againstFrames = "against-frames"
    /// The same statement of the sentence was read already.
    case repeated

    /// Whether both ends were found and fitted, so that it was dropped as a whole statement.
    package var isOfWholeStatement: Bool {
      switch self {
      case .rival, .question, .againstFrames, .repeated: true
      case .condition, .noSubject, .noObject, .sameEnds, .unfit, .improbable, .stance, .type: false
      }
    }
  }

  package var sentence: Int
  package var relation: String
  /// The subject as far as one was found.
  package var subject: String?
  /// The object as far as one was found.
  package var object: String?
  package var reason: Reason
  /// What exactly did not hold, where the reason alone does not tell.
  package var detail: String?
  package var origin: Claim.Origin

  package init(
    sentence: Int, relation: String, subject: String? = nil, object: String? = nil, reason: Reason,
    detail: String? = nil, origin: Claim.Origin
  ) {
    self.sentence = sentence
    self.relation = relation
    self.subject = subject
    self.object = object
    self.reason = reason
    self.detail = detail
    self.origin = origin
  }
}
