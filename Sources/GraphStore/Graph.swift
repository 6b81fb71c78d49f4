internal import SQLite

/// A graph in one SQLite file.
///
/// Questions walk indexes with prepared statements and never load the graph. A `Graph` belongs to one thread; several
/// may read one file while another writes.
package final class Graph {
  /// What the caller wants to do.
  package enum Access: Sendable {
    /// Answer questions; the file must exist.
    case read
    /// Answer one question in little memory; the file must exist.
    case ask
    /// Change a graph that exists.
    case change
    /// Change the graph, making the file when it does not exist.
    case create
  }

  /// The path of the file, as given.
  package let path: String
  let connection: Connection
  private var relationTable: RelationTable?

  /// Opens the graph at `path`, migrating it where an older version made it.
  ///
  /// - Throws: `GraphError`: `noGraph`, `badGraph`, `newerGraph`, `cannotWrite` or `inputOutput`.
  package init(path: String, access: Access) throws(GraphError) {
    self.path = path
    connection = try Self.wording(path: path) { try Self.open(path: path, access: access) }
  }

  /// Runs `body` and words SQLite's errors for a user.
  func wording<Result>(_ body: () throws -> Result) throws(GraphError) -> Result {
    try Self.wording(path: path, body)
  }

  /// Runs `body`, which only reads, on one state of the graph, and words SQLite's errors for a user.
  func asking<Result>(_ body: () throws -> Result) throws(GraphError) -> Result {
    try wording { try connection.reading(body) }
  }

  /// The relations of the graph as it is now, looked up again only where it has changed.
  func relations() throws -> RelationTable {
    let version = try connection.contentVersion()
    if let relationTable, relationTable.version == version { return relationTable }
    let table = RelationTable(connection: connection, version: version)
    relationTable = table
    return table
  }

  static func wording<Result>(path: String, _ body: () throws -> Result) throws(GraphError) -> Result {
    do {
      return try body()
    } catch let error as GraphError {
      throw error
    } catch let error as SQLiteError {
      throw GraphError(error, path: path)
    } catch {
      throw GraphError(.internal, "\(path): \(error)", cause: error)
    }
  }

  /// Runs `body`, words SQLite's errors for a user, and lets all others through: those of a caller's own closure.
  func wordingOwn<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as SQLiteError {
      throw GraphError(error, path: path)
    }
  }

  private static func open(path: String, access: Access) throws -> Connection {
    guard access == .create || FileProbe.exists(path) else {
      throw GraphError(
        .noGraph, "there is no graph at \(path); make one with `kg ingest`, or name another with --db")
    }
    if FileProbe.isDirectory(path) {
      throw GraphError(.badGraph, "\(path) is a folder, not a kg graph; name a file with --db")
    }
    switch access {
    case .read, .ask:
      let connection = try openForReading(path: path, isOnce: access == .ask)
      guard try Migration.check(connection, path: path, isNew: false) == .older else {
        // One question is one transaction: its statements see one state of the graph, and lock the file once.
        if access == .ask { try connection.execute("BEGIN") }
        return connection
      }
      try migrate(try Connection(path: path, mode: .readWrite), path: path)
      return try openForReading(path: path, isOnce: access == .ask)
    case .change, .create:
      let connection = try Connection(path: path, mode: access == .create ? .create : .readWrite)
      if try Migration.check(connection, path: path, isNew: access == .create) == .older {
        try migrate(connection, path: path)
      }
      try connection.execute(
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536"
      )
      return connection
    }
  }

  private static func openForReading(path: String, isOnce: Bool) throws -> Connection {
    let connection = try Connection(path: path, mode: .readOnly)
    do {
      _ = try connection.integer("PRAGMA schema_version")
      try tuneForReading(connection, isOnce: isOnce)
      return connection
    } catch let error as SQLiteError
      where [.cannotOpen, .readOnly].contains(error.code.primary) && !FileProbe.exists(path + "-wal")
    {
      // A folder that cannot be written to leaves no room for the write-ahead log's index; without a log nothing can
      // change under us either.
      let connection = try Connection(path: path, mode: .immutable)
      try tuneForReading(connection, isOnce: isOnce)
      return connection
    }
  }

  private static func tuneForReading(_ connection: Connection, isOnce: Bool) throws {
    // One question touches few pages, and mapping one brings in those around it.
    try connection.execute(
      isOnce
        ? "PRAGMA mmap_size = 0; PRAGMA cache_size = -16384"
        : "PRAGMA mmap_size = 4294967296; PRAGMA cache_size = -65536")
  }

  private static func migrate(_ connection: Connection, path: String) throws {
    // The journal mode is a property of the file and cannot change inside a transaction.
    try connection.execute("PRAGMA journal_mode = WAL")
    try connection.transaction(.immediate) { try Migration.apply(to: connection, path: path) }
  }
}
