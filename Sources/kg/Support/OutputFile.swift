#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A file that stands under its name only when it is whole: it is written beside it and renamed at the end.
final class OutputFile {
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isFinished = false

  init(path: String) throws {
    self.path = path
    // A device or a pipe cannot be replaced by renaming.
    var status = stat()
    let isSpecial = stat(path, &status) == 0 && (status.st_mode & S_IFMT) != S_IFREG
    temporaryPath = isSpecial ? path : "\(path).\(getpid()).part"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Failure(status: .cannotCreate, "\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    if !isFinished {
      close(descriptor)
      if temporaryPath != path { unlink(temporaryPath) }
    }
  }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  func finish() throws {
    try flush()
    isFinished = true
    close(descriptor)
    if temporaryPath != path, rename(temporaryPath, path) != 0 {
      let reason = String(cString: strerror(errno))
      unlink(temporaryPath)
      throw Failure(status: .cannotCreate, "\(path) cannot be written: \(reason)")
    }
  }

  private func flush() throws {
    try Descriptor.write(buffer, to: descriptor, name: path)
    buffer.removeAll(keepingCapacity: true)
  }
}
