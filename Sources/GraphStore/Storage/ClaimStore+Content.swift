internal import Claims
internal import Layout
internal import SQLite

extension ClaimStore {
  /// Stores a document's text, map, metadata, pages and stretches; it has none.
  func insert(_ content: StoredContent?, of document: Int) throws {
    guard let content else { return }
    try connection.run(
      "INSERT INTO document_text (document, text, map, reader) VALUES (?, ?, ?, ?)", document, content.text,
      content.map.encoded(), content.reader)
    let metadata = content.metadata
    try connection.run(
      """
      INSERT INTO document_metadata (document, title, author, date, url, publisher, language, is_given)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, document, metadata.title, metadata.author, metadata.date?.iso, metadata.url, metadata.publisher,
      metadata.language, content.isDateGiven)
    let pages = try connection.statement(
      "INSERT OR IGNORE INTO page (document, start, number, label, recognition) VALUES (?, ?, ?, ?, ?)")
    for page in content.pages {
      try pages.bind([document, page.start, page.number, page.label, page.recognition])
      try pages.run()
    }
    let stretches = try connection.statement(
      "INSERT OR IGNORE INTO stretch (document, start, end, kind, speaker) VALUES (?, ?, ?, ?, ?)")
    for stretch in content.stretches {
      try stretches.bind([
        document, stretch.range.lowerBound, stretch.range.upperBound, stretch.kind.rawValue, stretch.speaker,
      ])
      try stretches.run()
    }
  }

  /// Removes what `insert` stored.
  func removeContent(of document: Int) throws {
    for table in ["document_text", "document_metadata", "page", "stretch"] {
      try connection.run("DELETE FROM \(table) WHERE document = ?", document)
    }
  }
}
