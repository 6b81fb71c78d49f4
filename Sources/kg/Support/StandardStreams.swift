#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Standard output, written in large pieces.
enum StandardOutput {
  /// Writes all bytes; a reader that has gone ends the process quietly, as `head` means it to.
  static func write(_ bytes: [UInt8]) throws {
    try Descriptor.write(bytes, to: STDOUT_FILENO, name: "standard output")
  }

  static func write(_ text: String) throws { try write(Array(text.utf8)) }
}

/// Standard error, for messages.
enum StandardError {
  static func write(_ text: String) {
    try? Descriptor.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
  }

  /// One line that names the program, as messages do.
  static func message(_ text: String) { write("kg: \(text)\n") }
}

/// Whole writes to a file descriptor.
enum Descriptor {
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EPIPE { Glibc.exit(0) }
      guard count >= 0 else {
        throw Failure(status: .inputOutput, "\(name): \(String(cString: strerror(errno)))")
      }
      start += count
    }
  }
}
