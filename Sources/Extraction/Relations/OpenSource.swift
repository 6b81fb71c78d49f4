internal import Claims

/// What sentences say by predicates of their own, beside what the other sources read of the same words.
struct OpenSource: StatementSource {
  func statements(in context: SentenceContext) -> [Statement] {
    let reader = OpenClaimReader(document: context.document, clauses: context.clauses, cast: context.cast)
    let known = context.here.filter { $0.statement.isBelieved && !$0.facts.isQuestion }.map(\.statement)
    return reader.claims(in: context.sentence, beside: known).map { claim in
      Statement(
        layer: .open, method: .open, subject: claim.subject, relation: claim.relation, isEvent: true,
        object: claim.object, phrase: claim.triple.phrase, predicate: claim.triple.predicate,
        trigger: claim.triple.predicate,
        confidence: Calibration.openConfidence * Statement.share(of: claim.subject)
          * Statement.share(of: claim.object),
        proposal: Proposal(openAt: claim.triple.predicate, construction: claim.construction),
        isKept: claim.isKept)
    }
  }
}
