internal import SQLite

/// What became of the words that removed or replaced documents left in the file.
package enum PurgeOutcome: Sendable {
  /// There were none.
  case nothingLeft
  /// No byte of the file or of its log holds them any more.
  case purged
  /// Another process has the file open, and its log keeps them until that has ended and the purge is run again.
  case heldByReader
}

extension Graph {
  /// Whether the file may still hold words of documents that were removed or replaced.
  package func awaitsPurge() throws(GraphError) -> Bool {
    try asking { try isPurgePending() }
  }

  /// Rewrites the file without the words of what was removed or replaced, and empties the write-ahead log.
  ///
  /// That such words are left is recorded in the transaction that removes them, so that a purge which was cut off is made up for by
  /// the next one. SQLite's secure deletion clears the cells that are deleted, but not the copies that stay behind in a page whose
  /// cells once moved to another; so the whole file is written anew. Time follows the size of the file, whatever was removed: remove
  /// many documents, then purge once. Twice the file's size is needed while it runs.
  ///
  /// - Throws: `GraphError`; the words are then still there, and known to be.
  @discardableResult
  package func purgeRemovedText() throws(GraphError) -> PurgeOutcome {
    try changing { try isPurgePending() ? rewriteAndPurge() : .nothingLeft }
  }

  /// Purges, whether or not that is known to be needed.
  func rewriteAndPurge() throws -> PurgeOutcome {
    do {
      // Counted before: what another process removes while the file is rewritten needs a purge of its own.
      let requested = try connection.integer("SELECT requested FROM purge") ?? 0
      try rewrite()
      guard try emptyLog() else { return .heldByReader }
      try connection.run("UPDATE purge SET finished = ?1 WHERE finished < ?1", requested)
      // What this adds to the log names no document; whether a reader keeps it there does not matter.
      _ = try emptyLog()
      return .purged
    } catch let error as SQLiteError where [.busy, .locked].contains(error.code.primary) {
      return .heldByReader
    }
  }

  /// Gathers the full-text indexes and writes the file anew.
  private func rewrite() throws {
    try connection.transaction(.immediate) {
      for table in ["sentence_text", "entity_text", "alias_text"] {
        try connection.run("INSERT INTO \(table) (\(table)) VALUES ('optimize')")
      }
    }
    try connection.execute("VACUUM")
  }

  /// Moves the log into the file and cuts it off.
  ///
  /// - Returns: false where another process still reads from it.
  private func emptyLog() throws -> Bool {
    try connection.integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0
  }

  func isPurgePending() throws -> Bool {
    try connection.integer("SELECT 1 FROM purge WHERE requested > finished") != nil
  }
}

extension ClaimStore {
  /// Records, in the transaction under way, that words are removed whose traces the file keeps until it is rewritten.
  func requestPurge() throws {
    try connection.run(
      "INSERT INTO purge (id, requested, finished) VALUES (1, 1, 0)"
        + " ON CONFLICT (id) DO UPDATE SET requested = requested + 1")
  }
}
