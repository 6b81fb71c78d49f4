internal import CSQLite

/// A statement in a user's words, which can only read and ends in time.
///
/// For as long as it lives its connection runs nothing that writes.
package final class UserQuestion {
  /// A value of a row.
  package enum Value: Hashable, Sendable {
    case null
    case integer(Int)
    case number(Double)
    case text(String)
    case bytes([UInt8])
  }

  private let connection: Connection
  private let statement: OpaquePointer
  private var isClosed = false
  private let deadline: UnsafeMutablePointer<Double>
  /// The names of the columns.
  package let columns: [String]

  /// - Parameter seconds: after which it ends with `interrupt`.
  /// - Throws: `SQLiteError`, with `misuse` for more than one statement, or one that is none.
  package init(_ sql: String, on connection: Connection, seconds: Double) throws(SQLiteError) {
    self.connection = connection
    deadline = .allocate(capacity: 1)
    deadline.initialize(to: 0)
    let handle = connection.handle
    var prepared: OpaquePointer?
    var hasMore = false
    var status = csqlite_answer_questions(handle, deadline, seconds)
    var text = sql + "\0"
    if status == SQLITE_OK {
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          var tail: UnsafePointer<CChar>?
          status = sqlite3_prepare_v2(handle, characters.baseAddress, -1, &prepared, &tail)
          while let next = tail, next.pointee != 0 {
            let isSpace = [0x20, 0x09, 0x0A, 0x0D, 0x3B].contains(next.pointee)
            if !isSpace { hasMore = true }
            tail = next + 1
          }
        }
      }
    }
    guard status == SQLITE_OK, let prepared, !hasMore else {
      let error =
        status == SQLITE_OK
        ? SQLiteError(
          code: .misuse, message: hasMore ? "there is more than one statement" : "there is no statement")
        : SQLiteError.last(handle, status: status)
      sqlite3_finalize(prepared)
      Self.release(handle, deadline)
      throw error
    }
    statement = prepared
    columns = (0..<sqlite3_column_count(prepared)).map { index in
      sqlite3_column_name(prepared, index).map { String(cString: $0) } ?? ""
    }
  }

  deinit { close() }

  /// Ends the question; the connection is as it was before.
  package func close() {
    if isClosed { return }
    isClosed = true
    sqlite3_finalize(statement)
    Self.release(connection.handle, deadline)
  }

  private static func release(_ handle: OpaquePointer, _ deadline: UnsafeMutablePointer<Double>) {
    sqlite3_set_authorizer(handle, nil, nil)
    csqlite_hide_views(handle)
    sqlite3_progress_handler(handle, 0, nil, nil)
    deadline.deallocate()
  }

  /// Binds a text to the parameter of a name (without its sign); false where there is none.
  package func bind(_ value: String, to name: String) throws(SQLiteError) -> Bool {
    if isClosed { return false }
    for sign in [":", "@", "$"] {
      let index = sqlite3_bind_parameter_index(statement, sign + name)
      if index == 0 { continue }
      try connection.check(value.bind(to: BindingTarget(statement: statement, index: index)))
      return true
    }
    return false
  }

  /// The next row, or nil after the last.
  package func next() throws(SQLiteError) -> [Value]? {
    if isClosed { return nil }
    let status = sqlite3_step(statement)
    if status == SQLITE_DONE { return nil }
    guard status == SQLITE_ROW else { throw .last(connection.handle, status: status) }
    return columns.indices.map { value(at: Int32($0)) }
  }

  private func value(at column: Int32) -> Value {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: return .number(sqlite3_column_double(statement, column))
    case SQLITE_NULL: return .null
    case SQLITE_TEXT: return .text(String(decoding: bytes(at: column), as: UTF8.self))
    default: return .bytes(bytes(at: column))
    }
  }

  private func bytes(at column: Int32) -> [UInt8] {
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
