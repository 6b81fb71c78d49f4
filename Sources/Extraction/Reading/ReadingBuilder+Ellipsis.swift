internal import Claims
internal import Schema

extension ReadingBuilder {
  /// So many sentences on, a count still goes on.
  private static let longestCount = 8

  /// What a noun said of two parties, for those that go on counting.
  struct Counted {
    var subject: PartyReading
    var object: PartyReading
    var sentence: Int

    init(_ match: FrameMatch, sentence: Int) {
      subject = match.subject
      object = match.object
      self.sentence = sentence
    }
  }

  /// What a noun that goes on counting says of a pronoun's owner.
  ///
  /// "Qatar is a patron of the Taliban. Its second patron is Turkey": the first is Qatar, whose patron it cannot be, so that "its" is
  /// the Taliban's.
  func withOwner(_ match: FrameMatch, after earlier: [String: Counted], at sentence: Int) -> FrameMatch {
    guard match.objectWay == ["possessive"], match.object.isReference,
      let first = earlier[match.pattern.relation.name], sentence - first.sentence <= Self.longestCount,
      match.object.entity == nil || match.object.entity == first.subject.entity, first.object.isNamed,
      first.object.entity != match.subject.entity
    else { return match }
    var match = match
    match.object.entity = first.object.entity
    match.object.name = first.object.name
    match.object.type = first.object.type
    match.object.ground = .repetition
    match.source = .continuation
    return match
  }

  /// What nouns that continue a count say, of the end that the text named before: "the second patron is Turkey".
  func continuations(
    of earlier: [String: Counted], in open: [FrameMatcher.OpenMatch],
    at sentence: Int
  ) -> [FrameMatch] {
    open.compactMap { match in
      guard let first = earlier[match.pattern.relation.name],
        sentence - first.sentence <= Self.longestCount, first.object.isNamed,
        first.object.entity != match.subject.entity
      else { return nil }
      var end = first.object
      end.mention = match.trigger..<match.trigger + 1
      end.head = match.trigger
      end.isReference = true
      end.ground = .repetition
      return FrameMatch(
        pattern: match.pattern, trigger: match.trigger, subject: match.subject, object: end,
        confidence: match.pattern.confidence * Calibration.shareOfRepetition, source: .continuation)
    }
  }

  /// What a clause says by standing for the one before: the same of its own subject.
  mutating func repetitions(of matches: [FrameMatch], in clause: EllipsisReader.Clause)
    -> [FrameMatch]
  {
    let subjects = clause.subjects.flatMap { parties.parties(at: $0) }
    var result: [FrameMatch] = []
    for match in matches {
      for subject in subjects where subject.entity == nil || subject.entity != match.object.entity {
        var repetition = match
        repetition.trigger = clause.predicate
        repetition.subject = subject
        repetition.object.mention = clause.mention
        repetition.object.head = clause.mention.upperBound - 1
        repetition.object.isReference = true
        repetition.object.ground = .repetition
        repetition.source = .repetition
        repetition.confidence *= Calibration.shareOfRepetition
        result.append(repetition)
      }
    }
    return result
  }
}
