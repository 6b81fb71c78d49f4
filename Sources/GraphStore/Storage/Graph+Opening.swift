internal import SQLite

extension Graph {
  struct Opened {
    var connection: Connection
    var unlockedState: FileProbe.State?
  }

  static func open(path: String, access: Access, patience: Int32?) throws -> Opened {
    let isNew = !FileProbe.exists(path)
    if isNew && access != .create {
      throw GraphError(
        .noGraph, "there is no graph at \(path); make one with `kg ingest`, or name another file")
    }
    if FileProbe.isDirectory(path) {
      throw GraphError(.badGraph, "\(path) is a folder, not a kg graph; name a file")
    }
    if access.isWriting {
      do {
        return Opened(
          connection: try openForWriting(
            path: path, mayMake: access == .create, patience: patience))
      } catch {
        tidyUp(path: path, isNew: isNew)
        throw error
      }
    }
    if let opened = try openLocked(path: path, isOnce: access == .ask) { return opened }
    tidyUp(path: path, isNew: false)
    let unlocked = try openWithoutLocks(path: path)
    try prepareForReading(unlocked.connection, path: path, isOnce: access == .ask)
    return unlocked
  }

  /// A connection for reading that is ready, or nil where the disk has no room for what a log needs beside the file.
  private static func openLocked(path: String, isOnce: Bool) throws -> Opened? {
    let opened = try openForReading(path: path)
    do {
      try prepareForReading(opened.connection, path: path, isOnce: isOnce)
      return opened
    } catch {
      guard opened.unlockedState == nil, isUnlockable(error, path) else { throw error }
      return nil
    }
  }

  /// Removes what an opening left that failed: an empty log, and the file of a graph that could not be begun; nothing that another
  /// process has open or has begun since.
  private static func tidyUp(path: String, isNew: Bool) {
    guard isNew || FileProbe.exists(path + "-shm"), FileProbe.size(path + "-wal") == 0 else { return }
    do {
      let connection = try Connection(path: path, mode: .readWrite, busyTimeout: 0)
      // Keeps the others out, and needs no room beside the file.
      try connection.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN")
      let isUnbegun = try connection.integer("SELECT count(*) FROM sqlite_schema") == 0
      guard isUnbegun || !isNew, FileProbe.size(path + "-wal") == 0 else { return }
      for ending in isNew ? ["-wal", "-shm", "-journal", ""] : ["-wal", "-shm"] {
        FileProbe.remove(path + ending)
      }
    } catch {
      // There is no file, or it is another's.
    }
  }

  private static func prepareForReading(_ connection: Connection, path: String, isOnce: Bool) throws {
    // The file is never mapped into memory: one that another program cuts short while it is read would end the process.
    try connection.execute("PRAGMA mmap_size = 0; PRAGMA cache_size = \(isOnce ? -16384 : -65536)")
    // All that is asked of it sees one state of the graph, and locks the file once.
    try connection.execute("BEGIN")
    if try Migration.check(connection, path: path, isNew: false) == .older {
      throw GraphError(
        .olderGraph,
        "\(path) was made by an older version of kg; `kg compact` brings it up to this one")
    }
    try SchemaCheck.check(connection, path: path)
  }

  private static func openForWriting(path: String, mayMake: Bool, patience: Int32?) throws -> Connection {
    // It holds the words of the documents; SQLite gives its other files the same permissions.
    if mayMake { FileProbe.makePrivately(path) }
    let connection = try Connection(
      path: path, mode: mayMake ? .create : .readWrite, busyTimeout: patience ?? Connection.usualPatience)
    if try Migration.check(connection, path: path, isNew: mayMake) == .older {
      // The journal mode is a property of the file and cannot change inside a transaction.
      try connection.execute("PRAGMA journal_mode = WAL")
      // What SQLite keeps to take back the changes of an empty graph's schema fits into memory; a filled graph's may not.
      let isEmpty = try connection.integer("PRAGMA user_version") == 0
      if isEmpty { try connection.execute("PRAGMA temp_store = MEMORY") }
      try connection.transaction(.immediate) { try Migration.apply(to: connection, path: path) }
      if isEmpty { try connection.execute("PRAGMA temp_store = DEFAULT") }
    }
    try SchemaCheck.check(connection, path: path)
    try connection.execute(
      "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536"
    )
    return connection
  }

  /// A connection that leaves nothing beside the file: it puts the log away when it closes, or needs none.
  private static func openForReading(path: String) throws -> Opened {
    do {
      let connection = try Connection(path: path, mode: .readTidily)
      if !connection.isReadOnly { return Opened(connection: connection) }
    } catch {
      guard isUnlockable(error, path) else { throw error }
      return try openWithoutLocks(path: path)
    }
    // Who may not write to the file must not make its log either: that would be another user's, and keep the owner out.
    if FileProbe.size(path + "-wal") == 0 { return try openWithoutLocks(path: path) }
    guard FileProbe.exists(path + "-shm") else {
      throw GraphError(
        .inputOutput,
        "\(path) was left in the middle of a change; ask whoever may write to it to run `kg check` on it")
    }
    return Opened(connection: try Connection(path: path, mode: .readOnly))
  }

  /// Whether an error tells that there is no place for a log, and there is none.
  private static func isUnlockable(_ error: any Error, _ path: String) -> Bool {
    guard let error = error as? SQLiteError else { return false }
    return [.cannotOpen, .readOnly, .full, .inputOutput].contains(error.code.primary)
      && FileProbe.size(path + "-wal") == 0
  }

  private static func openWithoutLocks(path: String) throws -> Opened {
    let state = FileProbe.state(path)
    return Opened(connection: try Connection(path: path, mode: .immutable), unlockedState: state)
  }
}
