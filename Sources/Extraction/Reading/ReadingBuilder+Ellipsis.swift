internal import Claims
internal import Schema

extension ReadingBuilder {
  /// So many sentences on, a count still goes on.
  private static let longestCount = 8

  /// What nouns that continue a count say, of the end that the text named before: "the second patron is Turkey".
  func continuations(
    of earlier: [String: (object: PartyReading, sentence: Int)], in open: [FrameMatcher.OpenMatch],
    at sentence: Int
  ) -> [FrameMatch] {
    open.compactMap { match in
      guard let (object, last) = earlier[match.pattern.relation.name], sentence - last <= Self.longestCount,
        object.isNamed, object.entity != match.subject.entity
      else { return nil }
      var end = object
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
