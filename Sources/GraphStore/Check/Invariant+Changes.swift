internal import SQLite

/// What is kept of the writes to the graph.
extension Invariant {
  private static let details = """
    SELECT change, 'document' AS thing, operation FROM changed_document
    UNION ALL SELECT change, 'entity', operation FROM changed_entity
    UNION ALL SELECT change, 'edge', operation FROM changed_edge
    """

  private static let lostEdges = """
    FROM changed_edge WHERE NOT EXISTS (SELECT 1 FROM edge e WHERE e.subject = changed_edge.subject
      AND e.relation = changed_edge.relation AND e.object = changed_edge.object)
    """

  static let changes: [Invariant] = [
    Invariant(
      "changes of edges, entities or documents that are not there",
      rows: """
        SELECT 1 \(lostEdges)
        UNION ALL SELECT 1 FROM changed_entity WHERE entity NOT IN (SELECT id FROM entity)
        UNION ALL SELECT 1 FROM changed_document WHERE document NOT IN (SELECT id FROM document)
        """,
      repair: { store in
        try store.connection.execute(
          """
          DELETE \(lostEdges);
          DELETE FROM changed_entity WHERE entity NOT IN (SELECT id FROM entity);
          DELETE FROM changed_document WHERE document NOT IN (SELECT id FROM document);
          """)
      }),
    Invariant(
      "changes that tell of more than they count",
      rows: """
        SELECT 1 FROM (SELECT change, thing, operation, count(*) AS told FROM (\(details)) GROUP BY 1, 2, 3) t
        WHERE t.told > coalesce((SELECT n.count FROM change_count n WHERE n.change = t.change AND n.thing = t.thing
          AND n.operation = t.operation), 0)
        """),
    Invariant(
      "changes of another time, kind or count than can be",
      rows: """
        SELECT 1 FROM change c WHERE id < 1 OR kind NOT IN ('ingest', 'import', 'remove', 'judge', 'undo')
          OR at = ''
          OR NOT EXISTS (SELECT 1 FROM change_count n WHERE n.change = c.id)
          OR (kind IN ('judge', 'undo')) <> (batch IS NOT NULL)
        UNION ALL SELECT 1 FROM change_count WHERE count < 1 OR thing NOT IN ('document', 'claim', 'entity', 'edge')
          OR operation NOT IN ('added', 'changed', 'joined', 'parted', 'removed')
          OR change NOT IN (SELECT id FROM change)
        UNION ALL SELECT 1 FROM (\(details)) WHERE change NOT IN (SELECT id FROM change)
        """),
  ]
}
