internal import SQLite

extension Invariant {
  /// The claims and rows that support an edge which does not carry its only row itself.
  private static let support = """
    SELECT subject, relation, object, attribution_mention IS NOT NULL AS attributed, confidence FROM claim
      WHERE polarity = 'positive' AND modality = 'certain'
    UNION ALL SELECT subject, relation, object, 0, confidence FROM imported_row
    """

  /// One row for each edge that these make.
  private static let supported = """
    SELECT subject, relation, object, count(*) AS support, sum(attributed) AS attributed, max(confidence) AS confidence
    FROM (\(support)) WHERE (subject, relation, object) NOT IN (SELECT subject, relation, object FROM rejected_edge)
    GROUP BY subject, relation, object
    """

  private static let same = "e.subject = s.subject AND e.relation = s.relation AND e.object = s.object"

  static let edges: [Invariant] = [
    Invariant(
      "edges whose support differs from their claims and rows",
      rows: """
        SELECT 1 FROM (\(supported)) s LEFT JOIN edge e ON \(same)
          WHERE e.support IS NOT s.support OR e.attributed IS NOT s.attributed OR e.confidence IS NOT s.confidence
            OR e.document IS NOT NULL
        UNION ALL SELECT 1 FROM edge WHERE document IS NOT NULL AND (support <> 1 OR attributed <> 0 OR row IS NULL)
        """,
      repair: recount),
    Invariant(
      "edges that nothing supports",
      rows: """
        SELECT 1 FROM edge e WHERE document IS NULL
          AND NOT EXISTS (SELECT 1 FROM imported_row s WHERE \(same))
          AND NOT EXISTS (SELECT 1 FROM claim s
            WHERE \(same) AND polarity = 'positive' AND modality = 'certain')
        UNION ALL SELECT 1 FROM edge WHERE document NOT IN (SELECT id FROM document)
        """,
      repair: recount),
    Invariant(
      "edges that differ between the two tables of edges", count: differences,
      repair: { store in
        try store.connection.execute(
          """
          DELETE FROM incoming;
          INSERT INTO incoming (object, relation, subject, support, attributed, confidence)
            SELECT object, relation, subject, support, attributed, confidence FROM edge
            ORDER BY object, relation, subject;
          """)
      }),
    Invariant(
      "edges of a relation that is not there",
      rows: "SELECT 1 FROM edge WHERE relation NOT IN (SELECT id FROM relation)"),
    Invariant(
      "relations whose number of uses is wrong",
      rows: """
        SELECT 1 FROM relation r LEFT JOIN (\(uses)) u ON u.relation = r.id WHERE r.uses IS NOT coalesce(u.uses, 0)
          OR r.uses = 0
        """,
      repair: { store in
        try store.connection.execute(
          """
          UPDATE relation SET uses = 0;
          UPDATE relation SET uses = u.uses FROM (\(uses)) u WHERE u.relation = relation.id;
          DELETE FROM relation WHERE uses = 0;
          """)
      }),
  ]

  private static let uses = """
    SELECT relation, count(*) AS uses FROM (
      SELECT relation FROM claim UNION ALL SELECT relation FROM imported_row
      UNION ALL SELECT relation FROM edge WHERE document IS NOT NULL) GROUP BY relation
    """

  /// Makes the edges anew from claims and rows.
  @Sendable private static func recount(_ store: inout ClaimStore) throws {
    let connection = store.connection
    try connection.execute(
      """
      CREATE TEMP TABLE crowded AS SELECT e.subject, e.relation, e.object FROM (\(supported)) s JOIN edge e ON \(same)
        WHERE e.document IS NOT NULL;
      INSERT OR IGNORE INTO imported_row (subject, relation, object, document, row, confidence)
        SELECT e.subject, e.relation, e.object, e.document, coalesce(e.row, 0), e.confidence
        FROM crowded s JOIN edge e ON \(same);
      DELETE FROM edge WHERE (subject, relation, object) IN (SELECT subject, relation, object FROM crowded)
        OR document NOT IN (SELECT id FROM document);
      DROP TABLE crowded;
      CREATE TEMP TABLE expected AS \(supported);
      DELETE FROM edge WHERE document IS NULL;
      INSERT INTO edge (subject, relation, object, support, attributed, confidence)
        SELECT subject, relation, object, support, attributed, confidence FROM expected
        ORDER BY subject, relation, object;
      UPDATE edge SET support = 1, attributed = 0, row = coalesce(row, 0) WHERE document IS NOT NULL
        AND (support <> 1 OR attributed <> 0 OR row IS NULL);
      DROP TABLE expected;
      """)
    let single = try connection.statement(
      """
      SELECT s.subject, s.relation, s.object FROM imported_row s JOIN edge e ON \(same)
      WHERE e.support = 1 AND e.document IS NULL
      """)
    var keys: [EdgeKey] = []
    while try single.step() {
      keys.append(
        EdgeKey(
          subject: single.integer(at: 0), relation: single.integer(at: 1), object: single.integer(at: 2)))
    }
    for key in keys { try store.foldRow(of: key) }
  }

  /// How many edges are in one table only or differ in the other; each table is read once where they agree.
  @Sendable private static func differences(_ connection: Connection) throws -> Int {
    let columns = "subject, relation, object, support, attributed, confidence"
    let outgoing = try EdgeSum("SELECT \(columns) FROM edge", connection)
    let incoming = try EdgeSum("SELECT \(columns) FROM incoming", connection)
    if outgoing == incoming { return 0 }
    return try connection.integer(
      """
      SELECT count(*) FROM (SELECT DISTINCT subject, relation, object FROM (
        SELECT * FROM (SELECT \(columns) FROM edge EXCEPT SELECT \(columns) FROM incoming)
        UNION ALL SELECT * FROM (SELECT \(columns) FROM incoming EXCEPT SELECT \(columns) FROM edge)))
      """) ?? 0
  }
}

/// A sum over edges that does not depend on their order: two tables of the same sum hold the same edges but for a chance
/// of one in 2⁶⁴.
private struct EdgeSum: Equatable {
  private var count = 0
  private var sum: UInt64 = 0

  init(_ sql: String, _ connection: Connection) throws {
    let statement = try connection.statement(sql)
    while try statement.step() {
      var hash: UInt64 = 0
      for column: Int32 in 0..<5 {
        hash = Self.mixed(hash &+ UInt64(bitPattern: Int64(statement.integer(at: column))))
      }
      sum &+= Self.mixed(hash &+ statement.number(at: 5).bitPattern)
      count += 1
    }
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood, 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
