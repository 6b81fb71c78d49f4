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
      "documents with a value that none has",
      rows: """
        SELECT 1 FROM document d WHERE length(digest) <> 32 OR length < 0 OR extractor = '' OR rows < 0
          OR rows IS NOT NULL AND EXISTS (SELECT 1 FROM sentence WHERE document = d.id)
          OR rows IS NULL AND EXISTS (SELECT 1 FROM imported_party WHERE document = d.id)
        """),
  ]

  /// What graph files say.
  static let files: [Invariant] = [
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
        SELECT 1 FROM (
          SELECT coalesce(m.subject, r.subject) AS subject, coalesce(m.object, r.object) AS object, r.document FROM (
            SELECT subject, object, document, row FROM edge WHERE document IS NOT NULL
            UNION ALL SELECT subject, object, document, row FROM imported_row) r
          LEFT JOIN moved_row m ON m.document = r.document AND m.row = r.row) e
        WHERE NOT EXISTS (SELECT 1 FROM imported_party p WHERE p.entity = e.subject AND p.document = e.document)
          OR NOT EXISTS (SELECT 1 FROM imported_party p WHERE p.entity = e.object AND p.document = e.document)
        """,
      repair: { store in
        try store.connection.execute(
          """
          INSERT OR IGNORE INTO imported_party (entity, document, name)
            SELECT entity, document, (SELECT name FROM entity e WHERE e.id = entity AND identifier IS NULL) FROM (
            SELECT subject AS entity, document, row FROM edge UNION SELECT object, document, row FROM edge
            UNION SELECT subject, document, row FROM imported_row UNION SELECT object, document, row FROM imported_row) r
          WHERE NOT EXISTS (SELECT 1 FROM moved_row m WHERE m.document = r.document AND m.row = r.row) AND document IN (SELECT id FROM document) AND entity IN (SELECT id FROM entity);
          """)
      }),
    Invariant(
      "rows with a line or a confidence that none has",
      rows: """
        SELECT 1 FROM edge WHERE document IS NOT NULL AND (row < 1 OR confidence NOT BETWEEN 0 AND 1)
        UNION ALL SELECT 1 FROM imported_row WHERE row < 1 OR confidence NOT BETWEEN 0 AND 1
        """),
    Invariant(
      "lines of graph files that state several rows",
      rows: """
        SELECT 1 FROM (
          SELECT document, row FROM edge WHERE document IS NOT NULL
          UNION ALL SELECT document, row FROM imported_row)
        GROUP BY document, row HAVING count(*) > 1
        """),
    Invariant(
      "qualifiers of rows that are not there",
      rows: """
        SELECT document, row FROM qualifier EXCEPT SELECT document, row FROM edge EXCEPT
          SELECT document, row FROM imported_row
        """),
  ]

  /// The full-text indexes, each with the words for what is wrong with it.
  static let fullTexts: [Invariant] = [
    ("sentence_text", "full-text index of sentences that does not match them"),
    ("entity_text", "full-text index of names that does not match them"),
    ("alias_text", "full-text index of aliases that does not match them"),
  ].map { table, problem in
    Invariant(
      problem,
      count: { connection in
        do {
          try connection.run("INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
          // A setting of the index's own would choose how it ranks and merges.
          return try connection.integer("SELECT count(*) FROM \(table)_config WHERE k <> 'version'") ?? 0
        } catch let error as SQLiteError where error.code.primary == .corrupt || error.isOfFullTextIndex {
          return 1
        }
      },
      repair: { store in
        let connection = store.connection
        // Its module reads the settings before it can build the index anew, so they have to be right first.
        try connection.writingToShadowTables {
          try connection.run("DELETE FROM \(table)_config")
          try connection.run("INSERT INTO \(table)_config (k, v) VALUES ('version', 4)")
        }
        try connection.run("INSERT INTO \(table) (\(table)) VALUES ('rebuild')")
      })
  }
}
