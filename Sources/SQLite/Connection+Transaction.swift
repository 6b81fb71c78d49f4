internal import CSQLite

extension Connection {
  /// When a transaction takes the lock for writing.
  package enum TransactionKind: String, Sendable {
    /// With the first statement that writes.
    case deferred = "DEFERRED"
    /// At once, so that two writers queue up instead of failing half-way.
    case immediate = "IMMEDIATE"
  }

  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  package func transaction<Result>(_ kind: TransactionKind, _ body: () throws -> Result) throws -> Result {
    try execute("BEGIN \(kind.rawValue)")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBack("ROLLBACK")
      throw error
    }
  }

  /// Runs `body`, which only reads, so that all of it sees one state of the file: in the transaction under way, or in one
  /// of its own.
  ///
  /// Locks the file once, and not for every statement.
  package func reading<Result>(_ body: () throws -> Result) throws -> Result {
    if isInTransaction { return try body() }
    try statement("BEGIN").runOnce()
    do {
      let result = try body()
      try statement("COMMIT").runOnce()
      return result
    } catch {
      rollBack("ROLLBACK")
      throw error
    }
  }

  /// Runs `body` in a savepoint of the transaction under way: kept when it returns, undone when it throws.
  package func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("SAVEPOINT nested")
    do {
      let result = try body()
      try execute("RELEASE nested")
      return result
    } catch {
      rollBack("ROLLBACK TO nested; RELEASE nested")
      throw error
    }
  }

  /// Whether a transaction is under way.
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  // SQLite itself rolls back on some errors (a full disk, an interrupt); rolling back twice is an error of its own that
  // must not hide the first.
  private func rollBack(_ sql: String) {
    if isInTransaction { sqlite3_exec(handle, sql, nil, nil, nil) }
  }
}
