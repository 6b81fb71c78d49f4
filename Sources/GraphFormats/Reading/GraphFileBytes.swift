internal import Digests
internal import GraphStore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of a graph file, a window at a time.
///
/// On the way past, the digest and the number of code points are taken. The window may be written to.
final class GraphFileBytes {
  /// The longest window, in bytes; no row can be longer.
  static let maximumWindow = 64 << 20

  let name: String
  private let descriptor: Int32
  private let isOwned: Bool
  private var memory: UnsafeMutableRawBufferPointer
  /// What is left of the window.
  private(set) var start = 0
  private var end = 0
  private var hash = SHA256()
  private(set) var codePoints = 0
  private(set) var isAtEnd = false
  /// How many bytes were read.
  private(set) var count = 0
  /// The file's length in bytes, or nil where it has none.
  let size: Int?

  /// Opens the file at `path`; `-` is standard input.
  init(path: String, name: String) throws(GraphFileError) {
    self.name = name
    isOwned = path != "-"
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw GraphFileError(
        errno == ENOENT ? .notFound : .unreadable, "\(path): \(String(cString: strerror(errno)))")
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    size = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    memory = .allocate(byteCount: 1 << 20, alignment: 16)
    if isKnown && status.st_mode & S_IFMT == S_IFDIR {
      throw GraphFileError(.unreadable, "\(path) is a folder; name the graph files in it")
    }
  }

  deinit {
    memory.deallocate()
    if isOwned && descriptor >= 0 { close(descriptor) }
  }

  /// What was read and not yet consumed; it moves with `fill`.
  var window: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(rebasing: memory[start..<end]) }

  func consume(_ count: Int) { start += count }

  /// Reads on, so that the window gets longer.
  ///
  /// - Returns: false at the end of the file, or when the window is as long as it may be.
  func fill() throws(GraphFileError) -> Bool {
    if isAtEnd { return false }
    if start > 0 {
      memory.copyMemory(from: Bytes(rebasing: memory[start..<end]))
      end -= start
      start = 0
    }
    if end == memory.count {
      if end >= Self.maximumWindow { return false }
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: memory.count * 2, alignment: 16)
      larger.copyMemory(from: Bytes(memory))
      memory.deallocate()
      memory = larger
    }
    while true {
      let count = read(descriptor, memory.baseAddress?.advanced(by: end), memory.count - end)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw GraphFileError(.unreadable, "\(name): \(String(cString: strerror(errno)))")
      }
      if count == 0 {
        isAtEnd = true
        return false
      }
      let piece = Bytes(rebasing: memory[end..<end + count])
      hash.update(piece)
      codePoints += piece.codePointCount
      end += count
      self.count += count
      return true
    }
  }

  /// What is known of the file once it is read to its end.
  var facts: ImportedFileFacts { ImportedFileFacts(digest: hash.finalize(), length: codePoints) }

  /// The digest of a whole file.
  static func digest(path: String) throws(GraphFileError) -> [UInt8] {
    let file = try GraphFileBytes(path: path, name: path)
    while try file.fill() { file.consume(file.window.count) }
    return file.facts.digest
  }
}
