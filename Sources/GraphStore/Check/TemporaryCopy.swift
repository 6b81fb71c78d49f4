internal import SQLite

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A copy of a database in a folder of its own among the temporary files, gone when it is let go of.
final class TemporaryCopy {
  let path: String
  private let folder: String

  /// Copies the database of a connection.
  ///
  /// - Throws: `GraphError` with `inputOutput`, `SQLiteError`.
  init(of connection: Connection) throws {
    var template = Array("\(FileProbe.temporaryFolder)/kg-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else {
      throw GraphError(
        .inputOutput, "no temporary file can be made; set TMPDIR to a folder that can be written to")
    }
    folder = made
    path = "\(made)/copy.db"
    try connection.backUp(to: path)
  }

  deinit {
    for ending in ["", "-wal", "-shm", "-journal"] { FileProbe.remove(path + ending) }
    rmdir(folder)
  }
}
