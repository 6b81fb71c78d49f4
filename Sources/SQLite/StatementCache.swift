internal import CSQLite

/// Prepared statements that are not in use, by their SQL.
final class StatementCache {
  private var idle: [String: [OpaquePointer]] = [:]

  func take(_ sql: String) -> OpaquePointer? {
    idle[sql]?.popLast()
  }

  func put(_ statement: OpaquePointer, sql: String) {
    idle[sql, default: []].append(statement)
  }

  func finalizeAll() {
    for statement in idle.values.joined() { sqlite3_finalize(statement) }
    idle = [:]
  }
}
