internal import CSQLite

/// A connection to one SQLite database file.
///
/// A connection and its statements belong to one thread at a time; only `interruptHandle` may be used from others.
package final class Connection {
  /// What the connection may do to the file.
  package enum Mode: Sendable {
    /// Reads an existing file.
    case readOnly
    /// Reads an existing file that nothing changes meanwhile, without locks and without any file beside it.
    case immutable
    /// Reads an existing file, and puts away what a write-ahead log needs beside it when the last connection closes.
    case readTidily
    /// Reads and writes an existing file.
    case readWrite
    /// Reads and writes; makes the file when it does not exist.
    case create
  }

  /// The oldest SQLite that has all this wrapper's users rely on: STRICT tables came in 3.37.0.
  package static let minimumVersion: Int32 = 3_037_000

  /// How long a call usually waits for another connection's lock, in milliseconds.
  package static let usualPatience: Int32 = 5_000

  let handle: OpaquePointer
  private let cache = StatementCache()

  /// Opens the database at `path`.
  ///
  /// - Parameter busyTimeout: how long a call waits for another connection's lock, in milliseconds.
  /// - Throws: `SQLiteError` with SQLite's code; `unsupportedVersion` when the library is too old.
  package init(path: String, mode: Mode, busyTimeout: Int32 = usualPatience) throws(SQLiteError) {
    guard sqlite3_libversion_number() >= Self.minimumVersion else {
      throw SQLiteError(
        code: .unsupportedVersion,
        message: "SQLite 3.37.0 or newer is needed; this is \(String(cString: sqlite3_libversion()))")
    }
    var flags = SQLITE_OPEN_NOMUTEX
    // A path is always that of a file: neither an address ("file:x.db") nor a database in memory (":memory:").
    var name = path.isEmpty || path.utf8.first == UInt8(ascii: "/") ? path : "./" + path
    switch mode {
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .immutable:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      name = "file:\(Self.uriPath(name))?immutable=1"
    case .readWrite, .readTidily: flags |= SQLITE_OPEN_READWRITE
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
    var opened: OpaquePointer?
    let status = sqlite3_open_v2(name, &opened, flags, nil)
    guard status == SQLITE_OK, let opened else {
      let error = SQLiteError.last(opened, status: status)
      // SQLite hands out a connection even when opening failed, and wants it closed.
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, busyTimeout)
    try check(csqlite_forbid_double_quoted_strings(handle))
    let isWriter = mode == .readWrite || mode == .create
    try check(csqlite_defend(handle, isWriter ? 1 : 0))
    if mode == .readTidily { try execute("PRAGMA query_only = ON") }
  }

  /// An empty database that lives as long as the connection: in memory while it is small, then in a temporary file
  /// without a name.
  package static func temporary() throws(SQLiteError) -> Connection {
    try Connection(path: "", mode: .create)
  }

  deinit {
    cache.finalizeAll()
    sqlite3_close_v2(handle)
  }

  /// Whether the file can only be read, whatever was asked for.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Runs statements that return nothing of interest, separated by semicolons.
  package func execute(_ sql: String) throws(SQLiteError) {
    let status = sqlite3_exec(handle, sql, nil, nil, nil)
    guard status == SQLITE_OK else { throw .last(handle, status: status, sql: sql) }
  }

  /// A prepared statement for `sql`, from the cache where it is there; it goes back when its scope ends.
  package func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let cached = cache.take(sql) {
      return Statement(handle: cached.statement, sql: sql, slot: cached.slot, connection: self)
    }
    var prepared: OpaquePointer?
    var text = sql
    let status = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_prepare_v3(
          handle, $0.baseAddress, Int32(clamping: $0.count), UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil
        )
      }
    }
    guard status == SQLITE_OK, let prepared else { throw .last(handle, status: status, sql: sql) }
    return Statement(
      handle: prepared, sql: sql, slot: cache.add(prepared, sql: sql), connection: self)
  }

  /// Runs one statement with the values bound to its parameters in order.
  package func run(_ sql: String, _ values: any Bindable...) throws(SQLiteError) {
    let statement = try statement(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The first column of the first row as a whole number, or nil without a row or for NULL.
  package func integer(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> Int? {
    let statement = try statement(sql)
    try statement.bind(values)
    guard try statement.step(), !statement.isNull(at: 0) else { return nil }
    return statement.integer(at: 0)
  }

  /// The first column of the first row as text, or nil without a row or for NULL.
  package func text(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> String? {
    let statement = try statement(sql)
    try statement.bind(values)
    guard try statement.step(), !statement.isNull(at: 0) else { return nil }
    return statement.text(at: 0)
  }

  /// Tells one content of the file from another: what was read stays true while this stays equal, whoever writes.
  ///
  /// Does not tell a change that was rolled back from one that was not: remember nothing that was read amid changes.
  package struct ContentVersion: Hashable, Sendable {
    let ofOthers: Int
    let ofThis: Int64
  }

  /// Which content the file has now.
  package func contentVersion() throws(SQLiteError) -> ContentVersion {
    let others = try statement("PRAGMA data_version")
    _ = try others.step()
    return ContentVersion(ofOthers: others.integer(at: 0), ofThis: sqlite3_total_changes64(handle))
  }

  /// Runs `body`, which may write to the tables behind a full-text index.
  package func writingToShadowTables(_ body: () throws -> Void) throws {
    try check(csqlite_set_defensive(handle, 0))
    defer { _ = csqlite_set_defensive(handle, 1) }
    try body()
  }

  /// The row identifier of the last row inserted.
  package var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// How many rows the last statement changed.
  package var changedRows: Int { Int(sqlite3_changes64(handle)) }

  /// Stops whatever the connection is doing, from any thread; the statement under way fails with `interrupt`.
  package var interruptHandle: InterruptHandle { InterruptHandle(connection: self) }

  func giveBack(_ slot: Int) { cache.putBack(slot) }

  func check(_ status: Int32) throws(SQLiteError) {
    guard status == SQLITE_OK else { throw .last(handle, status: status) }
  }

  private static func uriPath(_ path: String) -> String {
    var result: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "?"): result += "%3f".utf8
      case UInt8(ascii: "#"): result += "%23".utf8
      case UInt8(ascii: "%"): result += "%25".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Interrupts a connection from another thread.
// The connection is only retained here and passed to sqlite3_interrupt, which SQLite documents as safe from any
// thread while the connection is open; holding it keeps it open.
package struct InterruptHandle: @unchecked Sendable {
  fileprivate let connection: Connection

  /// Makes the statement under way fail with `interrupt`; without one, does nothing.
  package func interrupt() { sqlite3_interrupt(connection.handle) }
}
