internal import CSQLite

/// An error that SQLite reported.
///
/// Bound values are left out on purpose: they may be private.
package struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An SQLite result code; extended codes carry their primary code in the low byte.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// The code without its extension.
    package var primary: Code { Code(rawValue: rawValue & 0xFF) }

    package static let error = Code(rawValue: SQLITE_ERROR)
    package static let busy = Code(rawValue: SQLITE_BUSY)
    package static let locked = Code(rawValue: SQLITE_LOCKED)
    package static let noMemory = Code(rawValue: SQLITE_NOMEM)
    package static let readOnly = Code(rawValue: SQLITE_READONLY)
    package static let interrupt = Code(rawValue: SQLITE_INTERRUPT)
    package static let inputOutput = Code(rawValue: SQLITE_IOERR)
    package static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    package static let full = Code(rawValue: SQLITE_FULL)
    package static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    package static let tooBig = Code(rawValue: SQLITE_TOOBIG)
    package static let mismatch = Code(rawValue: SQLITE_MISMATCH)
    package static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
    package static let misuse = Code(rawValue: SQLITE_MISUSE)
    package static let notAuthorized = Code(rawValue: SQLITE_AUTH)
    package static let range = Code(rawValue: SQLITE_RANGE)
    package static let notADatabase = Code(rawValue: SQLITE_NOTADB)
    /// SQLite is older than this wrapper needs.
    package static let unsupportedVersion = Code(rawValue: -1)

    /// Matches an error's code, extended or not, against a primary one: `catch SQLiteError.Code.busy`.
    package static func ~= (pattern: Code, error: any Error) -> Bool {
      guard let error = error as? SQLiteError else { return false }
      return error.code == pattern || error.code.primary == pattern
    }
  }

  /// The extended result code.
  package let code: Code
  /// SQLite's message.
  package let message: String
  /// The statement that failed, without its bound values.
  package let sql: String?
  /// Whether the statement was sound and failed as it ran: the values it met are to blame then, not its text.
  package let wasRunning: Bool

  package init(code: Code, message: String, sql: String? = nil, wasRunning: Bool = false) {
    self.code = code
    self.message = message
    self.sql = sql
    self.wasRunning = wasRunning
  }

  package var description: String {
    let statement = sql.map { " in «\($0)»" } ?? ""
    return "SQLite error \(code.rawValue): \(message)\(statement)"
  }

  /// The error of a connection's last call.
  static func last(
    _ connection: OpaquePointer?, status: Int32, sql: String? = nil, wasRunning: Bool = false
  ) -> SQLiteError {
    let extended = connection.map { sqlite3_extended_errcode($0) } ?? status
    let code = extended & 0xFF == status & 0xFF ? extended : status
    let text = connection.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(status)
    return SQLiteError(
      code: Code(rawValue: code), message: text.map { String(cString: $0) } ?? "unknown error", sql: sql,
      wasRunning: wasRunning)
  }
}
