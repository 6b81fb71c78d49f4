internal import Claims
internal import SQLite

/// What is kept of how claims were read.
extension Invariant {
  private static let uses = "SELECT origin, count(*) AS uses FROM claim_origin GROUP BY origin"

  static let origins: [Invariant] = [
    Invariant(
      "origins whose number of uses is wrong",
      rows: """
        SELECT 1 FROM origin o LEFT JOIN (\(uses)) u ON u.origin = o.id
        WHERE o.uses IS NOT coalesce(u.uses, 0) OR o.uses = 0
        """,
      repair: { store in
        try store.connection.execute(
          """
          UPDATE origin SET uses = 0;
          UPDATE origin SET uses = u.uses FROM (\(uses)) u WHERE u.origin = origin.id;
          DELETE FROM origin WHERE uses = 0;
          """)
      }),
    Invariant(
      "origins with a value that none has",
      rows: """
        SELECT 1 FROM origin WHERE source NOT IN (\(list(Claim.Origin.Source.self)))
          OR subject_ground NOT IN ('', \(list(Claim.Origin.Ground.self)))
          OR object_ground NOT IN ('', \(list(Claim.Origin.Ground.self)))
          OR (place = '') <> (source IN ('learned', 'open'))
        UNION ALL SELECT 1 FROM claim_origin WHERE probability NOT BETWEEN 0 AND 1
        UNION ALL SELECT 1 FROM origin_mark WHERE kind NOT IN (\(list(Claim.Origin.Mark.Kind.self)))
        """),
    Invariant(
      "claims whose origin is not there",
      rows: "SELECT 1 FROM claim_origin WHERE origin NOT IN (SELECT id FROM origin)"),
    Invariant(
      "origins of claims that are not there",
      rows: """
        SELECT document, position FROM claim_origin EXCEPT SELECT document, position FROM claim
        UNION ALL SELECT document, position FROM (
          SELECT document, position FROM origin_mark EXCEPT SELECT document, position FROM claim_origin)
        """,
      repair: { store in
        try store.connection.execute(
          """
          DELETE FROM origin_mark WHERE (document, position) NOT IN (SELECT document, position FROM claim);
          DELETE FROM claim_origin WHERE (document, position) NOT IN (SELECT document, position FROM claim);
          DELETE FROM origin_mark WHERE (document, position) NOT IN (SELECT document, position FROM claim_origin);
          """)
      }),
    Invariant(
      "origins with words outside of their sentence",
      rows: """
        SELECT 1 FROM (
          SELECT document, position, trigger_start AS start, trigger_end AS end FROM claim_origin
            WHERE trigger_start IS NOT NULL OR trigger_end IS NOT NULL
          UNION ALL SELECT document, position, start, end FROM origin_mark) o
        JOIN claim c ON c.document = o.document AND c.position = o.position
        JOIN sentence s ON s.document = c.document AND s.position = c.sentence
        WHERE o.start IS NULL OR o.end IS NULL OR o.start < s.start OR o.end > s.end OR o.start >= o.end
        """),
  ]
}
