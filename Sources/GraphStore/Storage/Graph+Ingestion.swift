package import Claims
internal import SQLite

/// What storing a reading did.
package enum IngestionOutcome: Hashable, Sendable {
  /// The document is new.
  case added
  /// The document's name had other bytes, or another version had read it.
  case replaced
  /// The same bytes were read by the same version before; nothing changed.
  case unchanged
  /// The same bytes are there under another name, which now stands beside this one.
  case duplicate(of: String)
}

extension Graph {
  /// What `ingest` would find without reading the document: nil when it has to be read.
  ///
  /// - Throws: `GraphError`.
  package func knownOutcome(name: String, digest: [UInt8], extractorVersion: String) throws(GraphError)
    -> IngestionOutcome?
  {
    try asking {
      let statement = try connection.statement(
        "SELECT d.name, EXISTS (SELECT 1 FROM document_name WHERE document = d.id AND name = ?3)"
          + " FROM document d WHERE d.digest = ?1 AND d.extractor = ?2")
      try statement.bind([digest, extractorVersion, name])
      guard try statement.step() else { return nil }
      return statement.integer(at: 1) == 1 ? .unchanged : .duplicate(of: statement.text(at: 0))
    }
  }

  /// Stores what was read out of a document, wholly or not at all.
  ///
  /// The same bytes read by the same version change nothing; by another version they are read again in place; new
  /// bytes under a known name replace the old reading. Time is linear in the reading, whatever the size of the graph
  /// (times the logarithm that an index costs).
  ///
  /// - Parameters:
  ///   - content: its text and what its file tells of it; nil to keep nothing but sentences.
  ///   - origin: where it comes from; nil to replace what has its name wherever that came from.
  /// - Throws: `GraphError`, with `nameTaken` for the name of a document from another place.
  @discardableResult
  package func ingest(
    _ reading: DocumentReading, content: StoredContent? = nil, from origin: DocumentOrigin? = nil
  ) throws(GraphError) -> IngestionOutcome {
    try changing {
      try connection.transaction(.immediate) {
        var store = ClaimStore(connection: connection)
        let outcome = try store.ingest(reading, content: content, from: origin)
        try store.settle()
        try store.tally.record(.ingest, at: changeTime)
        return outcome
      }
    }
  }

  /// Gives known bytes another name, without reading them again.
  package func addName(
    _ name: String, digest: [UInt8], from origin: DocumentOrigin? = nil
  ) throws(GraphError) {
    try changing {
      try connection.transaction(.immediate) {
        var store = ClaimStore(connection: connection)
        if let document = try connection.integer("SELECT id FROM document WHERE digest = ?", digest) {
          try store.giveName(name, to: document, from: origin)
        }
        try store.settle()
        try store.tally.record(.ingest, at: changeTime)
      }
    }
  }

  /// The name under which a graph knows what was read from a place; nil where nothing was, or where the place is that of
  /// many documents.
  package func documentName(from origin: DocumentOrigin) throws(GraphError) -> String? {
    try asking { try ClaimStore(connection: connection).name(from: origin) }
  }

  /// Throws `nameTaken` where a document under that name would replace one from another place.
  package func checkReplaceable(
    _ name: String, from origin: DocumentOrigin, digest: [UInt8]
  ) throws(GraphError) {
    try asking {
      try ClaimStore(connection: connection).checkReplaceable(name, from: origin, digest: digest)
    }
  }
}
