internal import Claims
internal import Schema

/// What the frames read.
struct FrameSource: StatementSource {
  let frames: FrameTable

  func statements(in context: SentenceContext) -> [Statement] {
    let matcher = FrameMatcher(context, frames: frames)
    return matcher.matches(in: context.sentence).map { match in
      Statement(matcher.isCounted(match) ? withOwner(match, in: context) : match, in: context.document)
    }
  }

  /// What a noun that goes on counting says of a pronoun's owner.
  ///
  /// "Qatar is a patron of the Taliban. Its second patron is Turkey": the first is Qatar, whose patron it cannot be, so that "its" is
  /// the Taliban's.
  private func withOwner(_ match: FrameMatch, in context: SentenceContext) -> FrameMatch {
    guard match.objectWay == ["possessive"], match.object.isReference,
      let first = context.told.counted(match.pattern.relation.name, at: context.index),
      match.object.entity == nil || match.object.entity == first.subject.entity,
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
}

/// What nouns that continue a count say, of the end that the text named before: "the second patron is Turkey".
struct CountSource: StatementSource {
  let frames: FrameTable

  func statements(in context: SentenceContext) -> [Statement] {
    FrameMatcher(context, frames: frames).openMatches(in: context.sentence).compactMap { match in
      guard let first = context.told.counted(match.pattern.relation.name, at: context.index),
        first.object.entity != match.subject.entity
      else { return nil }
      var end = first.object
      end.mention = match.trigger..<match.trigger + 1
      end.head = match.trigger
      end.isReference = true
      end.ground = .repetition
      return Statement(
        FrameMatch(
          pattern: match.pattern, trigger: match.trigger, subject: match.subject, object: end,
          confidence: match.pattern.confidence * Calibration.shareOfRepetition, source: .continuation),
        in: context.document)
    }
  }
}

extension FrameMatcher {
  fileprivate init(_ context: SentenceContext, frames: FrameTable) {
    self.init(
      document: context.document, frames: frames, clauses: context.clauses, cast: context.cast,
      trace: context.trace)
  }
}
