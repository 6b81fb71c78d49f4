internal import Claims

/// What else is proposed in a sentence: how many claims share ends, relation or trigger.
struct RivalClaims {
  /// An end: an entity, or the word that heads a phrase without a name.
  private enum End: Hashable {
    case entity(Int)
    case word(Int)

    init(_ party: PartyReading) { self = party.entity.map { .entity($0) } ?? .word(party.head) }
  }

  private struct Pair: Hashable {
    var first, second: End
  }

  private struct OneSided: Hashable {
    var relation: String
    var end: End
  }

  private struct Statement: Hashable {
    var relation: String
    var pair: Pair
  }

  private var relationsOfPair: [Pair: Set<String>] = [:]
  private var frameRelationsOfPair: [Pair: Set<String>] = [:]
  private var objects: [OneSided: Set<End>] = [:]
  private var subjects: [OneSided: Set<End>] = [:]
  private var sources: [Statement: Set<ClaimFeature.Proposer>] = [:]
  private var claimsOfTrigger: [Int: Int] = [:]
  private(set) var count = 0

  init(_ drafts: some Sequence<ClaimDraft>) {
    for draft in drafts where draft.layer == .canonical {
      let (subject, object) = (End(draft.subject), End(draft.object))
      for pair in [Pair(first: subject, second: object), Pair(first: object, second: subject)] {
        relationsOfPair[pair, default: []].insert(draft.relation)
        if draft.method == .frame { frameRelationsOfPair[pair, default: []].insert(draft.relation) }
      }
      objects[OneSided(relation: draft.relation, end: subject), default: []].insert(object)
      subjects[OneSided(relation: draft.relation, end: object), default: []].insert(subject)
      let statement = Statement(relation: draft.relation, pair: Pair(first: subject, second: object))
      sources[statement, default: []].insert(ClaimFeature.Proposer(draft.proposal))
      claimsOfTrigger[draft.proposal.trigger, default: 0] += 1
      count += 1
    }
  }

  /// Notes in a row what stands beside a draft.
  func describe(_ draft: ClaimDraft, in row: inout ClaimFeatureRow) {
    let (subject, object) = (End(draft.subject), End(draft.object))
    let pair = Pair(first: subject, second: object)
    let statement = Statement(relation: draft.relation, pair: pair)
    row.set(.agreement, (sources[statement]?.count ?? 1) - 1)
    row.set(.rivalRelations, (relationsOfPair[pair]?.count ?? 1) - 1)
    let framed = frameRelationsOfPair[pair] ?? []
    row.set(.framesOfPair, framed.subtracting([draft.relation]).count)
    row.set(.rivalObjects, (objects[OneSided(relation: draft.relation, end: subject)]?.count ?? 1) - 1)
    row.set(.rivalSubjects, (subjects[OneSided(relation: draft.relation, end: object)]?.count ?? 1) - 1)
    row.set(.claimsOfTrigger, claimsOfTrigger[draft.proposal.trigger] ?? 1)
    row.set(.claimsOfSentence, count)
  }
}
