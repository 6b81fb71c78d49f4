#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file without a name, which is gone with the process that made it.
final class TemporaryFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  /// Makes the file in `$SQLITE_TMPDIR` or `$TMPDIR`, where SQLite has its own temporary files too, else in /var/tmp or
  /// /tmp.
  ///
  /// - Throws: `GraphError` with `inputOutput`.
  init() throws {
    let variables: [String] = ["SQLITE_TMPDIR", "TMPDIR"]
    let named = variables.compactMap { name -> String? in getenv(name).map { String(cString: $0) } }
    for folder in named + ["/var/tmp", "/tmp"] where !folder.isEmpty {
      var template = Array("\(folder)/kg-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      guard descriptor >= 0 else { continue }
      unlink(template)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      self.descriptor = descriptor
      self.folder = folder
      return
    }
    throw GraphError(
      .inputOutput, "no temporary file can be made; set TMPDIR to a folder that can be written to")
  }

  deinit { close(descriptor) }

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var start = 0
    while start < bytes.count {
      let count = systemWrite(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure("writing") }
      start += count
    }
  }

  /// Reads from an offset until the buffer is full or the file ends; the count of bytes read.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, off_t(offset + filled))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure("reading") }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  private func failure(_ action: String) -> GraphError {
    GraphError(
      .inputOutput,
      "\(action) a temporary file in \(folder) failed (\(String(cString: strerror(errno)))); make room there, or set "
        + "TMPDIR to another folder")
  }
}

/// The system's `write`, which the method of that name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
