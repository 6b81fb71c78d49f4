internal import CSQLite

/// A prepared statement on loan from its connection's cache.
///
/// When the scope that holds it ends, it is reset, its bindings are cleared, and it goes back. Columns and parameters
/// count as in SQLite: columns from 0, parameters from 1.
package struct Statement: ~Copyable {
  let handle: OpaquePointer
  let sql: String
  private let slot: Int
  private let connection: Connection

  init(handle: OpaquePointer, sql: String, slot: Int, connection: Connection) {
    self.handle = handle
    self.sql = sql
    self.slot = slot
    self.connection = connection
  }

  deinit {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    connection.giveBack(slot)
  }

  /// Goes to the next row; false when there is none.
  package func step() throws(SQLiteError) -> Bool {
    let status = sqlite3_step(handle)
    switch status {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: try fail(status)
    }
  }

  /// Makes the statement ready to run again; the bindings stay.
  package func reset() { sqlite3_reset(handle) }

  /// Runs a statement that returns no rows, and resets it.
  package func run() throws(SQLiteError) {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// The number of columns of a row.
  package var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// Whether the column is NULL.
  package func isNull(at column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The column as a whole number; 0 for NULL.
  package func integer(at column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// The column as a number; 0 for NULL.
  package func number(at column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// The column as text; empty for NULL.
  package func text(at column: Int32) -> String {
    withBytes(at: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The column as text, or nil for NULL.
  package func optionalText(at column: Int32) -> String? {
    isNull(at: column) ? nil : text(at: column)
  }

  /// The column as a number, or nil for NULL.
  package func optionalNumber(at column: Int32) -> Double? {
    isNull(at: column) ? nil : number(at: column)
  }

  /// The column as a whole number, or nil for NULL.
  package func optionalInteger(at column: Int32) -> Int? {
    isNull(at: column) ? nil : integer(at: column)
  }

  /// The bytes of a text or a blob, as a copy.
  package func bytes(at column: Int32) -> [UInt8] { withBytes(at: column) { [UInt8]($0) } }

  /// Lends the bytes of a text or a blob without copying them; they are gone after `body` returns.
  package func withBytes<Result>(at column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    // The pointer first, the count second: the call for the pointer may convert the value.
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Binds a value to the parameter at `index`, from 1.
  package func bind(_ value: some Bindable, at index: Int32) throws(SQLiteError) {
    try accept(value.bind(to: BindingTarget(statement: handle, index: index)))
  }

  /// Binds values to the parameters from the first on.
  package func bind(_ values: [any Bindable]) throws(SQLiteError) {
    var index: Int32 = 1
    for value in values {
      try accept(value.bind(to: BindingTarget(statement: handle, index: index)))
      index += 1
    }
  }

  func accept(_ status: Int32) throws(SQLiteError) {
    guard status == SQLITE_OK else { try fail(status) }
  }

  func fail(_ status: Int32) throws(SQLiteError) -> Never {
    throw .last(connection.handle, status: status, sql: sql, wasRunning: true)
  }
}
