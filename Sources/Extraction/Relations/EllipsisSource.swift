internal import Claims

/// What clauses say by standing for the one before: the same of their own subject.
struct EllipsisSource: StatementSource {
  func statements(in context: SentenceContext) -> [Statement] {
    let reader = EllipsisReader(document: context.document, clauses: context.clauses)
    let here = context.here.compactMap(\.statement.match)
    var repeated: [FrameMatch] = []
    for clause in reader.clauses(in: context.sentence) {
      let matches = reader.repeated(context.told.before + here + repeated, before: clause)
      repeated += repetitions(of: matches, in: clause, cast: context.cast)
    }
    return repeated.map { Statement($0, in: context.document) }
  }

  private func repetitions(of matches: [FrameMatch], in clause: EllipsisReader.Clause, cast: Cast)
    -> [FrameMatch]
  {
    let subjects = clause.subjects.flatMap { cast.parties(at: $0) }
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
