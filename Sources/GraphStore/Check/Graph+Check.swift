internal import SQLite

/// What `Graph.check` found wrong.
package struct CheckFinding: Hashable, Sendable {
  /// What is wrong, with its number.
  package let message: String
  /// Whether `Graph.repair` can make it right.
  package let isRepairable: Bool
}

extension Graph {
  /// Looks whether the file is whole and the graph in it sound.
  ///
  /// SQLite checks the pages, the indexes and the references; then what the graph counts, copies and indexes is compared
  /// with what it follows from. Time follows the size of the graph; each table is read a few times.
  /// - Returns: what is wrong, nothing for a sound graph.
  /// - Throws: `GraphError`; a file so damaged that it cannot be read is a finding and no error.
  package func check() throws(GraphError) -> [CheckFinding] {
    guard isWriting else { return try checkCopy() }
    return try changing {
      try connection.execute("PRAGMA cell_size_check = ON")
      let damage = try pageDamage()
      // Where pages are damaged, what they hold says nothing.
      if !damage.isEmpty { return damage }
      return try rolledBack {
        try Self.referenceDamage(connection) + Self.broken(connection).map(Self.finding)
      }
    }
  }

  /// Makes right what can be: indexes are built anew, counts counted again, edges made from claims and rows.
  ///
  /// - Returns: what was repaired.
  /// - Throws: `GraphError`; then nothing was changed.
  package func repair() throws(GraphError) -> [CheckFinding] {
    try changing {
      try connection.execute("PRAGMA foreign_keys = OFF")
      defer { try? connection.execute("PRAGMA foreign_keys = ON") }
      return try connection.transaction(.immediate) {
        var repaired: [CheckFinding] = []
        for line in try pageMessages() where line.contains("index") {
          repaired.append(CheckFinding(message: line, isRepairable: true))
        }
        if !repaired.isEmpty { try connection.execute("REINDEX") }
        var store = ClaimStore(connection: connection)
        for invariant in Invariant.all {
          guard let repair = invariant.repair else { continue }
          let count = try Self.count(invariant, connection)
          guard count > 0 else { continue }
          try repair(&store)
          repaired.append(Self.finding((invariant, count)))
        }
        // A repair may take out names and sentences that nothing supports.
        if !repaired.isEmpty { try store.requestPurge() }
        return repaired
      }
    }
  }

  /// Writes the file anew without the room that removed data left, and gathers the full-text indexes.
  ///
  /// Needs twice the file's size on the disk while it runs, and no other process that has the file open for writing.
  /// - Returns: the file's size before and after, in bytes, and what became of the words of removed documents.
  package func compact() throws(GraphError) -> (before: Int, after: Int, purge: PurgeOutcome) {
    try changing {
      let before = try fileSize()
      let isPurgePending = try isPurgePending()
      let outcome = try rewriteAndPurge()
      if outcome == .heldByReader && !isPurgePending {
        throw GraphError(
          .inputOutput, "\(path) is in use by another process; compact it when that has ended")
      }
      return (before, try fileSize(), outcome)
    }
  }

  /// Checks a copy, because looking at a full-text index takes a connection that may write.
  private func checkCopy() throws(GraphError) -> [CheckFinding] {
    try asking {
      let damage = try pageDamage()
      if !damage.isEmpty { return damage }
      return try Graph(temporary: connection.temporaryCopy(), path: path).check()
    }
  }

  private func fileSize() throws -> Int {
    (try connection.integer("PRAGMA page_count") ?? 0) * (try connection.integer("PRAGMA page_size") ?? 0)
  }

  private func pageDamage() throws -> [CheckFinding] {
    do {
      return try pageMessages().map { CheckFinding(message: $0, isRepairable: $0.contains("index")) }
    } catch  where SQLiteError.Code.corrupt ~= error {
      return [CheckFinding(message: "the file is damaged: \(error)", isRepairable: false)]
    }
  }

  private func pageMessages() throws -> [String] {
    let statement = try connection.statement("PRAGMA integrity_check(20)")
    var result: [String] = []
    while try statement.step() { result.append(statement.text(at: 0)) }
    return result == ["ok"] ? [] : result
  }

  private static func referenceDamage(_ connection: Connection) throws -> [CheckFinding] {
    let statement = try connection.statement(
      "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2")
    var result: [CheckFinding] = []
    while try statement.step() {
      result.append(
        CheckFinding(
          message:
            "\(statement.integer(at: 2)) rows of \(statement.text(at: 0)) refer to a row of \(statement.text(at: 1)) that "
            + "is not there", isRepairable: false))
    }
    return result
  }

  private static func broken(_ connection: Connection) throws -> [(Invariant, Int)] {
    var result: [(Invariant, Int)] = []
    for invariant in Invariant.all {
      let count = try count(invariant, connection)
      if count > 0 { result.append((invariant, count)) }
    }
    return result
  }

  /// How often the graph breaks an invariant; once where its numbers are too large to tell.
  private static func count(_ invariant: Invariant, _ connection: Connection) throws -> Int {
    do {
      return try invariant.count(connection)
    } catch let error as SQLiteError where error.code.primary == .error && error.wasRunning {
      return 1
    }
  }

  private static func finding(_ broken: (invariant: Invariant, count: Int)) -> CheckFinding {
    CheckFinding(
      message: "\(broken.count) \(broken.invariant.problem)", isRepairable: broken.invariant.repair != nil)
  }

  /// Runs `body` on one state of the graph, and takes back what it wrote.
  private func rolledBack<Result>(_ body: () throws -> Result) throws -> Result {
    try connection.execute("BEGIN IMMEDIATE")
    defer { if connection.isInTransaction { try? connection.execute("ROLLBACK") } }
    return try body()
  }
}
