internal import Digests
internal import GraphStore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The text of a graph file, a window at a time: unpacked and in UTF-8, whatever the file is.
///
/// On the way past, the digest of its bytes and the number of code points are taken. The window may be written to.
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
  /// What turns bytes into text; nil for a file that is text as it is.
  private var decoder: GraphFileDecoder?
  /// Text that did not fit into the window yet.
  private var waiting: [UInt8] = []
  /// Bytes that were read and not decoded yet.
  private var packed: [UInt8] = []
  private var isReadToEnd = false
  /// So many bytes are decoded at a time: of a few, gzip can make a thousand times as many.
  private static let packedPiece = 1 << 12

  /// Whether the file is in another encoding than the window.
  var isTranscoded: Bool { decoder?.isTranscoded ?? false }

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
    if let decoder { return try fill(by: decoder) }
    let isStart = count == 0
    var length = 0
    repeat {
      let more = try readBytes(into: UnsafeMutableRawBufferPointer(rebasing: memory[(end + length)...]))
      if more == 0 { break }
      length += more
      // Only the start tells what the file is.
    } while isStart && length < GraphFileDecoder.markLength
    if length == 0 {
      isAtEnd = true
      return false
    }
    let piece = Bytes(rebasing: memory[end..<end + length])
    if isStart && GraphFileDecoder.isNeeded(piece) {
      let decoder = try GraphFileDecoder(start: piece, file: name)
      self.decoder = decoder
      packed = Array(piece)
      return try fill(by: decoder)
    }
    codePoints += piece.codePointCount
    end += length
    return true
  }

  /// Moves text that is decoded into the window, which has room; decodes more where there is none.
  private func fill(by decoder: GraphFileDecoder) throws(GraphFileError) -> Bool {
    while waiting.isEmpty && !isReadToEnd {
      if packed.isEmpty {
        packed = try readPiece()
      }
      if packed.isEmpty {
        isReadToEnd = true
        try decoder.finish(into: &waiting)
      } else {
        let piece = Array(packed.prefix(Self.packedPiece))
        packed.removeFirst(piece.count)
        try decoder.decode(piece, into: &waiting)
      }
    }
    if waiting.isEmpty {
      isAtEnd = true
      return false
    }
    let length = min(waiting.count, memory.count - end)
    memory[end...].copyBytes(from: waiting[..<length])
    waiting.removeFirst(length)
    codePoints += Bytes(rebasing: memory[end..<end + length]).codePointCount
    end += length
    return true
  }

  /// The next bytes of the file itself; none at its end.
  private func readPiece() throws(GraphFileError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    let length = try readBytes(into: buffer)
    return Array(buffer[..<length])
  }

  /// Reads bytes of the file itself, which count and go into the digest; none at its end.
  private func readBytes(into buffer: UnsafeMutableRawBufferPointer) throws(GraphFileError) -> Int {
    while true {
      let length = read(descriptor, buffer.baseAddress, buffer.count)
      if length < 0 && errno == EINTR { continue }
      guard length >= 0 else {
        throw GraphFileError(.unreadable, "\(name): \(String(cString: strerror(errno)))")
      }
      hash.update(Bytes(rebasing: buffer[..<length]))
      count += length
      return length
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
