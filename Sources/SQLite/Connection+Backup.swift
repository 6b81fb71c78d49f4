internal import CSQLite

extension Connection {
  /// Copies the whole database into the file at `path`, which is made or overwritten, while others may go on reading.
  package func backUp(to path: String) throws(SQLiteError) {
    let target = try Connection(path: path, mode: .create)
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw .last(target.handle, status: sqlite3_errcode(target.handle))
    }
    let stepped = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
      throw .last(target.handle, status: stepped == SQLITE_DONE ? finished : stepped)
    }
  }
}
