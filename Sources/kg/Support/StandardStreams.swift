import GraphFormats

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Standard output, written in large pieces: the one place through which everything goes there.
enum StandardOutput {
  /// What is written, which decides what is made safe to show.
  enum Content {
    /// Words for people, wherever they go; tabs, line ends and the styles of `Display` stay.
    case words
    /// Data for programs, which are exact off a terminal.
    case data
    /// JSON, which is exact off a terminal and the same value on one.
    case json
  }

  /// Writes all bytes; a reader that has gone ends the process quietly, as `head` means it to.
  static func write(_ bytes: [UInt8], as content: Content) throws {
    try Descriptor.write(shown(bytes, content), to: STDOUT_FILENO, name: "standard output")
  }

  /// Writes words, of which each line is one that kg means.
  static func write(_ text: String) throws { try write(Array(text.utf8), as: .words) }

  /// Writes one line, whatever the names in it hold.
  static func line(_ text: String) throws { try write(VisibleText.of(text) + "\n") }

  private static func shown(_ bytes: [UInt8], _ content: Content) -> [UInt8] {
    if content != .words && !Terminal.outputIsTerminal { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    let shown =
      switch content {
      case .words: VisibleText.of(text, keeping: [.lineEnds, .tabs, .styles])
      case .data: VisibleText.of(text, keeping: [.lineEnds, .tabs])
      case .json: VisibleText.of(text, keeping: [.lineEnds], spelling: .json)
      }
    return Array(shown.utf8)
  }
}

/// Standard error, for messages, all of which are made safe to show: the one place through which everything goes there.
enum StandardError {
  /// One line.
  static func line(_ text: String) { write(VisibleText.of(text) + "\n") }

  /// A message of one line that names the program; a list may follow, indented.
  static func message(_ text: String) {
    write("kg: " + VisibleText.of(text, keeping: .indentedLines) + "\n")
  }

  /// Shows a text in place of the terminal's last line.
  static func redraw(_ text: String) { write("\r\u{1B}[K" + VisibleText.of(text)) }

  private static func write(_ text: String) {
    try? Descriptor.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
  }
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

  /// The next bytes, as soon as there are any; empty at the end of the input, or where it cannot be read.
  static func read(_ descriptor: Int32) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      return Array(piece.prefix(max(0, count)))
    }
  }

  /// Puts something on the descriptors of the standard streams that are closed, so that no file opened later becomes one of
  /// them; using one is the error that it was.
  static func occupyStandardOnes() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free descriptor is this one. The wrong mode makes every use fail.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
