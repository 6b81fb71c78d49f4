internal import Layout
internal import SQLite

extension Invariant {
  /// What is kept of documents beside their sentences.
  static let contents: [Invariant] = [
    Invariant(
      "texts whose length is not that of their document",
      rows: """
        SELECT 1 FROM document_text t JOIN document d ON d.id = t.document WHERE length(t.text) <> d.length
        """),
    Invariant(
      "documents whose map does not fit their text",
      count: { connection in
        let statement = try connection.statement("SELECT map, length(CAST(text AS BLOB)) FROM document_text")
        var count = 0
        while try statement.step() {
          if SourceMap(encoded: statement.bytes(at: 0))?.length != statement.integer(at: 1) { count += 1 }
        }
        return count
      }),
    Invariant(
      "pages or stretches outside of their document, or with a value that none has",
      rows: """
        SELECT 1 FROM page p JOIN document d ON d.id = p.document
        WHERE p.start < 0 OR p.start > d.length OR p.number < 1 OR p.recognition NOT BETWEEN 0 AND 1
        UNION ALL SELECT 1 FROM stretch s JOIN document d ON d.id = s.document
        WHERE s.start < 0 OR s.end <= s.start OR s.end > d.length
          OR s.kind NOT IN (\(StretchKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
        """),
    Invariant(
      "stretches that overlap",
      rows: """
        SELECT 1 FROM (
          SELECT end, lead(start) OVER (PARTITION BY document ORDER BY start) AS next FROM stretch)
        WHERE next < end
        """),
    Invariant(
      "documents with a date that is none",
      rows: """
        SELECT 1 FROM document_metadata WHERE is_given NOT IN (0, 1)
          OR date IS NOT NULL AND date NOT GLOB '[0-9-]*[0-9][0-9][0-9]*'
        """),
  ]
}
