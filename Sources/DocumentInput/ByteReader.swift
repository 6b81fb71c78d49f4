#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads a file or standard input a piece at a time.
struct ByteReader: ~Copyable {
  private let descriptor: Int32
  private let name: String
  private let isOwned: Bool
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var filled = 0
  /// Whether the last line read had its newline.
  private(set) var endedWithNewline = false

  /// Opens the file at `path`; `-` is standard input.
  init(path: String) throws(InputError) {
    name = path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      isOwned = false
      return
    }
    isOwned = true
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw InputError(errno == ENOENT ? .notFound : .unreadable, "\(path): \(reason)")
    }
  }

  deinit {
    if isOwned && descriptor >= 0 { close(descriptor) }
  }

  /// Whether what stands at `path` gives its bytes only once: a pipe, a socket, a terminal.
  static func isStream(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// The next line without its newline, or nil at the end.
  ///
  /// - Throws: `badText` for a line longer than `maximumLine` bytes, with its length; the rest of it is skipped, so that
  ///   reading can go on, and never held.
  mutating func line(number: Int, maximumLine: Int) throws(InputError) -> [UInt8]? {
    var line: [UInt8] = []
    var length = 0
    var isAny = false
    while true {
      if position == filled {
        guard try fill() else { break }
      }
      isAny = true
      endedWithNewline = false
      let end = buffer[position..<filled].firstIndex(of: UInt8(ascii: "\n")) ?? filled
      length += end - position
      if length <= maximumLine { line.append(contentsOf: buffer[position..<end]) } else { line = [] }
      position = end
      if end < filled {
        position += 1
        endedWithNewline = true
        break
      }
    }
    guard length <= maximumLine else {
      throw InputError(
        .lineTooLong, "\(name): line \(number) is \(length) bytes long, more than \(maximumLine)"
      )
    }
    return isAny ? line : nil
  }

  /// All that is left.
  ///
  /// - Throws: `unreadable`, or `badText` for more than `most` bytes.
  mutating func rest(most: Int) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    repeat {
      bytes += buffer[position..<filled]
      guard bytes.count <= most else { throw InputError(.badText, "\(name): more than \(most >> 20) MiB") }
    } while try fill()
    return bytes
  }

  private mutating func fill() throws(InputError) -> Bool {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw InputError(.unreadable, "\(name): \(String(cString: strerror(errno)))") }
      position = 0
      filled = count
      return count > 0
    }
  }
}
