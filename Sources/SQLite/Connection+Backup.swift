internal import CSQLite

extension Connection {
  /// A copy of the whole database that ends with its connection.
  ///
  /// What of it does not fit in the cache goes to a file among SQLite's temporary ones, which has no name even while it is used.
  /// - Throws: `SQLiteError`.
  package func temporaryCopy() throws(SQLiteError) -> Connection {
    let target = try Connection.temporary()
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw .last(target.handle, status: sqlite3_errcode(target.handle))
    }
    let stepped = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
      throw .last(target.handle, status: stepped == SQLITE_DONE ? finished : stepped)
    }
    return target
  }
}
