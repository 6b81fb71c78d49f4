internal import SQLite

/// Who stands for whom, and what was judged.
extension Invariant {
  static let identities: [Invariant] = [
    Invariant(
      "entities that stand for others and have one that stands for them",
      rows: """
        SELECT 1 FROM entity m JOIN entity c ON c.id = m.canonical WHERE c.canonical IS NOT NULL OR c.id = m.id
        """),
    Invariant(
      "entities that others stand for and that have edges",
      rows: """
        SELECT 1 FROM entity m WHERE canonical IS NOT NULL AND (
          EXISTS (SELECT 1 FROM edge WHERE subject = m.id) OR EXISTS (SELECT 1 FROM incoming WHERE object = m.id))
        """),
    Invariant(
      "entities of a part that no name has",
      rows: """
        SELECT 1 FROM entity WHERE part IS NOT NULL AND (identifier IS NOT NULL
          OR part NOT IN ('person') AND part NOT GLOB '@*' AND part NOT GLOB 'person@*')
        """),
    Invariant(
      "entities that are not one as the judgements say", count: { try misjoined($0).count },
      repair: { store in
        store.touchedEntities.formUnion(try misjoined(store.connection))
        try store.settle()
      }),
    Invariant(
      "judgements about nothing that the graph knows",
      rows: """
        SELECT 1 FROM judgement WHERE verdict <> 'undo' AND (left = '' OR right = '')
        UNION ALL SELECT 1 FROM judgement WHERE (verdict = 'undo') <> (voids IS NOT NULL)
        """),
    Invariant(
      "rows with ends of their own that are not there",
      rows: """
        SELECT document, row FROM moved_row EXCEPT SELECT document, row FROM edge EXCEPT
          SELECT document, row FROM imported_row
        """),
    Invariant(
      "rejected edges that are there",
      rows: "SELECT 1 FROM edge JOIN rejected_edge USING (subject, relation, object)"),
  ]

  /// The entities of the groups that do not stand where the fold of all judgements puts them.
  private static func misjoined(_ connection: Connection) throws -> [Int] {
    let related = try connection.statement(
      """
      SELECT id FROM entity WHERE canonical IS NOT NULL OR key IS NOT NULL
      UNION SELECT e.id FROM entity e JOIN judgement j
        ON j.left >= e.folded || char(9) AND j.left < e.folded || char(10)
      UNION SELECT p.id FROM entity p JOIN entity e ON e.folded = p.folded AND e.id <> p.id
        AND e.identifier IS NULL AND p.identifier IS NULL
      """)
    var entities: [Int] = []
    while try related.step() { entities.append(related.integer(at: 0)) }
    var store = ClaimStore(connection: connection)
    let fold = try IdentityFold(
      connection: connection, around: entities, dead: [], hasJudgements: try store.hasJudgements())
    return try fold.groups().filter { group in group.contains { $0.canonical != group[0].number } }
      .joined().map(\.number)
  }
}
