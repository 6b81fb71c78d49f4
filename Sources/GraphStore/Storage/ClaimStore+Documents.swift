internal import Claims
internal import SQLite

extension ClaimStore {
  /// Stores a reading, or finds that it is stored.
  mutating func ingest(
    _ reading: DocumentReading, content: StoredContent? = nil, from origin: DocumentOrigin? = nil
  ) throws -> IngestionOutcome {
    let named = try connection.integer("SELECT document FROM document_name WHERE name = ?", reading.document)
    guard let known = try connection.integer("SELECT id FROM document WHERE digest = ?", reading.digest)
    else {
      try checkReplaceable(reading.document, from: origin)
      if named != nil { try takeName(reading.document) }
      let document = try insertDocument(reading)
      tally.note(document: document, .added)
      try insert(reading, as: document)
      try insert(content, of: document)
      try giveName(reading.document, to: document, from: origin)
      return named == nil ? .added : .replaced
    }
    if named != known { try giveName(reading.document, to: known, from: origin) }
    let extractor = try connection.text("SELECT extractor FROM document WHERE id = ?", known)
    if extractor == reading.extractorVersion {
      if named == known { return .unchanged }
      return .duplicate(
        of: try connection.text("SELECT name FROM document WHERE id = ?", known) ?? reading.document)
    }
    tally.note(document: known, .changed)
    try removeReading(of: known)
    try removeRows(of: known)
    try connection.run(
      "UPDATE document SET extractor = ?, length = ?, rows = NULL WHERE id = ?", reading.extractorVersion,
      reading.length,
      known)
    try insert(reading, as: known)
    try insert(content, of: known)
    return .replaced
  }

  private func insertDocument(_ reading: DocumentReading) throws -> Int {
    try connection.run(
      "INSERT INTO document (name, digest, extractor, length) VALUES (?, ?, ?, ?)", reading.document,
      reading.digest,
      reading.extractorVersion, reading.length)
    return connection.lastInsertedRow
  }

  /// Gives a document a name, which is taken from any other that has it.
  ///
  /// - Parameter origin: where what bears the name comes from; nil to ask nothing of what had it.
  mutating func giveName(_ name: String, to document: Int, from origin: DocumentOrigin? = nil) throws {
    try checkReplaceable(name, from: origin)
    try takeName(name)
    try connection.run(
      "INSERT INTO document_name (name, document, origin) VALUES (?, ?, ?)", name, document, origin?.digest)
    tally.note(document: document, .changed)
    try refreshName(of: document)
  }

  /// Takes a name from the document that has it, and the document away with its last name.
  mutating func takeName(_ name: String) throws {
    guard let document = try connection.integer("SELECT document FROM document_name WHERE name = ?", name)
    else { return }
    try requestPurge()
    try connection.run("DELETE FROM document_name WHERE name = ?", name)
    if try connection.integer("SELECT 1 FROM document_name WHERE document = ? LIMIT 1", document) == nil {
      try removeDocument(document)
    } else {
      tally.note(document: document, .changed)
      try refreshName(of: document)
    }
  }

  /// Removes a document without a name, and all that came from it.
  mutating func removeDocument(_ document: Int) throws {
    try tally.forget(document: document)
    try removeReading(of: document)
    try removeRows(of: document)
    try connection.run("DELETE FROM document WHERE id = ?", document)
  }

  private func refreshName(of document: Int) throws {
    try connection.run(
      "UPDATE document SET name = (SELECT min(name) FROM document_name WHERE document = ?1) WHERE id = ?1",
      document)
  }

  /// Throws `nameTaken` where a name is that of a document from another place, which must not go without a word.
  ///
  /// - Parameter digest: that of the bytes that come, where it is known: a document with the same bytes is not lost.
  func checkReplaceable(_ name: String, from origin: DocumentOrigin?, digest: [UInt8]? = nil) throws {
    guard let origin else { return }
    let statement = try connection.statement(
      "SELECT n.origin, d.digest FROM document_name n JOIN document d ON d.id = n.document WHERE n.name = ?")
    try statement.bind([name])
    guard try statement.step() else { return }
    if let place = origin.digest, statement.bytes(at: 0) == place { return }
    if let digest, statement.bytes(at: 1) == digest { return }
    throw GraphError(
      .nameTaken,
      "\(Quoting.quoted(name)) is the name of another document of the graph, read from another place; remove that one first, or "
        + "read this one from standard input under a name of its own")
  }

  /// The name of what was read from a place of one document; nil where nothing was.
  func name(from origin: DocumentOrigin) throws -> String? {
    guard origin.isOwn, let digest = origin.digest else { return nil }
    return try connection.text("SELECT min(name) FROM document_name WHERE origin = ?", digest)
  }
}
