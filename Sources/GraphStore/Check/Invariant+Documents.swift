internal import SQLite

extension Invariant {
  private static let rows = """
    SELECT document, count(*) AS rows FROM (
      SELECT document FROM edge WHERE document IS NOT NULL UNION ALL SELECT document FROM imported_row)
    GROUP BY document
    """

  static let documents: [Invariant] = [
    Invariant(
      "documents without a name, or under another than the first of their names",
      rows: """
        SELECT 1 FROM document d WHERE d.name IS NOT (SELECT min(name) FROM document_name WHERE document = d.id)
        """,
      repair: { store in
        try store.connection.execute(
          """
          INSERT OR IGNORE INTO document_name (name, document)
            SELECT name, id FROM document d WHERE NOT EXISTS (SELECT 1 FROM document_name WHERE document = d.id);
          UPDATE document SET name = (SELECT min(name) FROM document_name WHERE document = document.id)
            WHERE EXISTS (SELECT 1 FROM document_name WHERE document = document.id);
          """)
      }),
    Invariant(
      "graph files with another number of rows than they had",
      count: { connection in
        try connection.integer(
          """
          SELECT count(*) FROM document d LEFT JOIN (\(rows)) r ON r.document = d.id
          WHERE coalesce(d.rows, 0) <> coalesce(r.rows, 0)
          """) ?? 0
      }),
    Invariant(
      "rows whose entity their file does not know",
      rows: """
        SELECT 1 FROM edge e WHERE document IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM imported_party p WHERE p.entity = e.subject AND p.document = e.document)
        UNION ALL SELECT 1 FROM imported_row e
          WHERE NOT EXISTS (SELECT 1 FROM imported_party p WHERE p.entity = e.subject AND p.document = e.document)
        """,
      repair: { store in
        try store.connection.execute(
          """
          INSERT OR IGNORE INTO imported_party (entity, document) SELECT entity, document FROM (
            SELECT subject AS entity, document FROM edge UNION SELECT object, document FROM edge
            UNION SELECT subject, document FROM imported_row UNION SELECT object, document FROM imported_row)
          WHERE document IN (SELECT id FROM document) AND entity IN (SELECT id FROM entity);
          """)
      }),
  ]

  /// The full-text indexes, each with the words for what is wrong with it.
  static let texts: [Invariant] = [
    ("sentence_text", "full-text index of sentences that does not match them"),
    ("entity_text", "full-text index of names that does not match them"),
    ("alias_text", "full-text index of aliases that does not match them"),
  ].map { table, problem in
    Invariant(
      problem,
      count: { connection in
        do {
          try connection.run("INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
          return 0
        } catch  where SQLiteError.Code.corrupt ~= error {
          return 1
        }
      },
      repair: { try $0.connection.run("INSERT INTO \(table) (\(table)) VALUES ('rebuild')") })
  }
}
