package import Claims
internal import SQLite

extension Graph {
  /// How long an import waits for another writer, in milliseconds: an hour.
  private static let importPatience = 3_600_000

  /// Runs `body`, which imports graph files, in one transaction: all of them are in the graph afterwards, or none.
  ///
  /// - Throws: `GraphError`, and what `body` throws.
  package func importing<Result>(
    _ options: GraphImport.Options, _ body: (GraphImport) throws -> Result
  ) throws -> Result {
    try importing(options, nameLimit: GraphImport.nameLimit, runLength: EdgeSorter.runLength, body)
  }

  func importing<Result>(
    _ options: GraphImport.Options, nameLimit: Int, runLength: Int, _ body: (GraphImport) throws -> Result
  ) throws -> Result {
    try withOwnErrors {
      // Each reference is right by construction, and checking twenty million of them takes longer than to write them. The
      // setting cannot change inside a transaction.
      try connection.execute("PRAGMA foreign_keys = OFF")
      // Another import may take minutes, and this one waits for its turn.
      let patience = try connection.integer("PRAGMA busy_timeout") ?? 0
      try connection.execute("PRAGMA busy_timeout = \(Self.importPatience)")
      defer { try? connection.execute("PRAGMA foreign_keys = ON; PRAGMA busy_timeout = \(patience)") }
      return try connection.transaction(.immediate) {
        let work = try GraphImport(
          connection: connection, options: options, nameLimit: nameLimit, runLength: runLength)
        let result = try body(work)
        try work.finish()
        try work.store.tally.record(.import, at: changeTime)
        return result
      }
    }
  }
}

/// What is known of a graph file when its last row was read.
package struct ImportedFileFacts: Sendable {
  /// SHA-256 of its bytes.
  package var digest: [UInt8]
  /// In code points.
  package var length: Int

  package init(digest: [UInt8], length: Int) {
    self.digest = digest
    self.length = length
  }
}

/// A page that claim records tell of.
package struct RecordedPage: Sendable, Hashable {
  /// From 1.
  package var number: Int
  package var label: String?
  /// Where the first sentence starts that is known to stand on it, in code points.
  package var start: Int

  package init(number: Int, label: String?, start: Int) {
    self.number = number
    self.label = label
    self.start = start
  }
}

extension GraphImport {
  /// Imports a file.
  ///
  /// The same bytes read in the same way change nothing; new bytes under a known name take the place of the old ones.
  ///
  /// - Parameters:
  ///   - name: the file's name, as `kg documents` lists it.
  ///   - origin: where it comes from; nil to replace what has its name wherever that came from.
  ///   - version: how the file is read.
  ///   - digest: SHA-256 of its bytes where that is known beforehand, which spares reading a known file; else nil.
  ///   - read: hands the rows to the import.
  /// - Throws: `SQLiteError`, `GraphError` and what `read` throws; the transaction must then be given up.
  package func file(
    name: String, from origin: DocumentOrigin? = nil, version: String, digest: [UInt8]?,
    read: () throws -> ImportedFileFacts
  ) throws -> (outcome: IngestionOutcome, summary: Summary) {
    // The same file by another spelling of its path is the same document.
    let name = try origin.flatMap { try store.name(from: $0) } ?? name
    let isNamed = try connection.integer("SELECT 1 FROM document_name WHERE name = ?", name) != nil
    if let digest {
      if let known = try known(name: name, from: origin, version: version, digest: digest) {
        return (known, Summary())
      }
      try store.checkReplaceable(name, from: origin, digest: digest)
      // Before the new rows, so that they need not be merged with the old ones.
      if isNamed { try store.takeName(name) }
      if let other = try document(of: digest) {
        try store.removeReading(of: other)
        try store.removeRows(of: other)
      }
      if isNamed { try settle() }
    }
    let mark = try store.tally.mark()
    try connection.run(
      "INSERT INTO document (name, digest, extractor, length, rows) VALUES (?, randomblob(32), ?, 0, 0)",
      name, version)
    let document = connection.lastInsertedRow
    store.tally.note(document: document, .added)
    try beginDocument(document)
    let facts = try read()
    try endDocument()
    if digest == nil,
      let known = try known(name: name, from: origin, version: version, digest: facts.digest)
    {
      try store.removeDocument(document)
      store.tally.goBack(to: mark)
      return (known, Summary())
    }
    try adopt(document, name: name, from: origin, facts: facts)
    store.tally.count(.claim, .added, summary.rows - summary.repeated)
    store.tally.count(.edge, .added, summary.newEdges)
    return (isNamed ? .replaced : .added, summary)
  }

  /// Stores a reading of a text, as `Graph.ingest` does.
  ///
  /// Not beside files that are imported into an empty graph in the same transaction.
  ///
  /// - Parameter pages: the document's pages, as far as they are known, in their order.
  package func ingest(
    _ reading: DocumentReading, pages: [RecordedPage] = [], from origin: DocumentOrigin? = nil
  ) throws -> (outcome: IngestionOutcome, summary: Summary) {
    (store.newEntities, store.newEdges) = (0, 0)
    let outcome = try store.ingest(reading, from: origin)
    if outcome == .added || outcome == .replaced { try insert(pages, ofDocumentNamed: reading.document) }
    var summary = Summary()
    (summary.newEntities, summary.newEdges) = (store.newEntities, store.newEdges)
    if outcome == .replaced { try settle() }
    return (outcome, summary)
  }

  private func insert(_ pages: [RecordedPage], ofDocumentNamed name: String) throws {
    guard !pages.isEmpty,
      let document = try connection.integer("SELECT document FROM document_name WHERE name = ?", name)
    else { return }
    for page in pages {
      try connection.run(
        "INSERT OR IGNORE INTO page (document, start, number, label) VALUES (?, ?, ?, ?)", document,
        page.start,
        page.number, page.label)
    }
  }

  /// What has these bytes already, read in the same way; a new name for them is noted.
  private func known(
    name: String, from origin: DocumentOrigin?, version: String, digest: [UInt8]
  ) throws -> IngestionOutcome? {
    guard let known = try document(of: digest),
      try connection.text("SELECT extractor FROM document WHERE id = ?", known) == version
    else { return nil }
    let named = try connection.integer("SELECT document FROM document_name WHERE name = ?", name)
    if named == known { return .unchanged }
    let other = try connection.text("SELECT name FROM document WHERE id = ?", known) ?? name
    try store.giveName(name, to: known, from: origin)
    return .duplicate(of: other)
  }

  private func document(of digest: [UInt8]) throws -> Int? {
    try connection.integer("SELECT id FROM document WHERE digest = ?", digest)
  }

  /// Gives a document its digest and its names: also those of the same bytes read in another way, which it replaces.
  private func adopt(
    _ document: Int, name: String, from origin: DocumentOrigin?, facts: ImportedFileFacts
  ) throws {
    try store.checkReplaceable(name, from: origin, digest: facts.digest)
    try store.takeName(name)
    if let other = try self.document(of: facts.digest) {
      try connection.run("UPDATE document_name SET document = ? WHERE document = ?", document, other)
      try store.removeDocument(other)
    }
    try connection.run(
      "UPDATE document SET digest = ?, length = ?, rows = ? WHERE id = ?", facts.digest, facts.length,
      summary.rows - summary.repeated, document)
    try store.giveName(name, to: document, from: origin)
    try store.settleCuts(in: facts.digest)
  }
}
