package import Claims
package import GraphStore

extension RowStream {
  /// The columns of a list of edges for people.
  package static let edgeTable = [
    "subject", "", "relation", "object", "support", "how", "when", "said by", "where", "evidence",
  ]

  /// Writes an edge.
  package mutating func add(_ edge: Edge) throws {
    let shown = [
      edge.subject.name, edge.direction == .both ? "↔" : "→", edge.relation, edge.object.name,
      String(edge.support),
      edge.doubt, edge.when, edge.saidBy ?? "", Report.place(edge), Report.ground(edge),
    ]
    try add(edge.cells, shown: shown) { $0.edge(edge) }
  }

  /// The columns of a list of claims for people.
  package static let claimTable = [
    "subject", "relation", "object", "how", "when", "said by", "where", "evidence",
  ]

  /// Writes a claim.
  package mutating func add(_ claim: Claim) throws {
    let shown = [
      claim.subject.name, claim.relation, claim.object.name, claim.doubt, claim.when,
      (claim.attribution ?? claim.speaker)?.name ?? "", Report.place(claim),
      claim.evidence?.text ?? claim.row?.note ?? "",
    ]
    try add(claim.cells, shown: shown) { $0.claim(claim) }
  }

  /// The columns of a timeline for people.
  package static let timelineTable = [
    "when", "subject", "relation", "object", "how", "said by", "where", "evidence",
  ]

  /// Writes a claim of a timeline.
  package mutating func addToTimeline(_ claim: Claim) throws {
    let shown = [
      claim.when, claim.subject.name, claim.relation, claim.object.name, claim.doubt,
      (claim.attribution ?? claim.speaker)?.name ?? "", Report.place(claim),
      claim.evidence?.text ?? claim.row?.note ?? "",
    ]
    try add(claim.cells, shown: shown) { $0.claim(claim) }
  }

  /// Writes how many share a value.
  package mutating func add(_ group: GroupCount, of noun: String) throws {
    try add(
      [group.key ?? "", String(group.count)], shown: [group.key ?? "(not known)", String(group.count)]
    ) { json in
      json.object { json in
        json.field("key", group.key)
        json.field(noun, group.count)
      }
    }
  }
}
