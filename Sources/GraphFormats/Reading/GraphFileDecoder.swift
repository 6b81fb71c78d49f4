internal import CFormats
internal import GraphStore

/// Turns the bytes of a file into the text that they stand for: unpacked where they are gzip, in UTF-8 where they are UTF-16.
///
/// What they are is seen from the first bytes; UTF-16 needs its byte-order mark.
final class GraphFileDecoder {
  private var gzip: GzipStream?
  private var utf16: UTF16Stream?
  private var isSniffed = false
  /// Bytes too few to tell by.
  private var first: [UInt8] = []

  /// Whether the text was in another encoding.
  var isTranscoded: Bool { utf16 != nil }

  /// How many bytes are needed to tell.
  static let markLength = 2

  /// Whether a file that starts so is anything other than plain text.
  static func isNeeded(_ start: Bytes) -> Bool { isGzip(start) || UTF16Stream.isMark(start) }

  private static func isGzip(_ start: some Collection<UInt8>) -> Bool { start.starts(with: [0x1F, 0x8B]) }

  init(start: Bytes, file: String) throws(GraphFileError) {
    if Self.isGzip(start) { gzip = try GzipStream(file: file) }
  }

  /// Appends the text of further bytes.
  func decode(_ bytes: [UInt8], into text: inout [UInt8]) throws(GraphFileError) {
    guard let gzip else { return decodeText(bytes, into: &text) }
    var unpacked: [UInt8] = []
    try gzip.unpack(bytes, into: &unpacked)
    decodeText(unpacked, into: &text)
  }

  /// Appends what is left at the end of the file.
  func finish(into text: inout [UInt8]) throws(GraphFileError) {
    try gzip?.finish()
    if !isSniffed { text += first }
    utf16?.finish(into: &text)
  }

  private func decodeText(_ bytes: [UInt8], into text: inout [UInt8]) {
    var bytes = bytes
    if !isSniffed {
      first += bytes
      if first.count < Self.markLength { return }
      bytes = first
      first = []
      isSniffed = true
      if UTF16Stream.isMark(bytes) {
        utf16 = UTF16Stream(isBigEndian: bytes[0] == 0xFE)
        bytes.removeFirst(Self.markLength)
      }
    }
    if utf16 == nil { text += bytes } else { utf16?.decode(bytes, into: &text) }
  }
}

/// Unpacks gzip as it comes.
private final class GzipStream {
  private let file: String
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether a member is whole, behind which another may follow.
  private var isBetween = false
  /// Whether what follows is no member, and passed over as padding.
  private var isPadding = false

  init(file: String) throws(GraphFileError) {
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    if kg_inflate_start(stream, 31) != Z_OK {
      throw GraphFileError(.unreadable, "\(file): no memory to unpack")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func unpack(_ bytes: [UInt8], into result: inout [UInt8]) throws(GraphFileError) {
    var source = bytes
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var position = 0
    while position < source.count && !isPadding {
      if isBetween {
        isPadding = source[position] != 0x1F
        if isPadding { return }
        inflateReset(stream)
        isBetween = false
      }
      let (status, left, produced) = step(&source, from: position, &piece)
      position = source.count - left
      result += piece[..<produced]
      isBetween = status == Z_STREAM_END
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
        throw GraphFileError(.badData, "\(file): the compressed bytes are damaged")
      }
      if status == Z_BUF_ERROR && produced == 0 { return }
    }
  }

  func finish() throws(GraphFileError) {
    if !isBetween && !isPadding {
      throw GraphFileError(.badData, "\(file): the compressed bytes end too early; the file may be cut off")
    }
  }

  private func step(
    _ source: inout [UInt8], from position: Int, _ piece: inout [UInt8]
  ) -> (status: Int32, left: Int, produced: Int) {
    source.withUnsafeMutableBufferPointer { input in
      piece.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress.map { $0 + position }
        stream.pointee.avail_in = UInt32(clamping: input.count - position)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let status = inflate(stream, Z_NO_FLUSH)
        return (status, Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
      }
    }
  }
}

/// Decodes UTF-16 as it comes; half of a surrogate pair becomes a byte that is no UTF-8, so that its row is told as bad.
private struct UTF16Stream {
  let isBigEndian: Bool
  private var odd: UInt8?
  private var high: UInt32?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  static func isMark(_ start: some Collection<UInt8>) -> Bool {
    start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
  }

  private static let noUTF8: UInt8 = 0xFF

  mutating func decode(_ bytes: [UInt8], into text: inout [UInt8]) {
    for byte in bytes {
      guard let first = odd else {
        odd = byte
        continue
      }
      odd = nil
      take(isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first), into: &text)
    }
  }

  mutating func finish(into text: inout [UInt8]) {
    if odd != nil || high != nil { text.append(Self.noUTF8) }
  }

  private mutating func take(_ unit: UInt32, into text: inout [UInt8]) {
    if let first = high {
      high = nil
      if (0xDC00..<0xE000).contains(unit),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00))
      {
        text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        return
      }
      text.append(Self.noUTF8)
    }
    if (0xD800..<0xDC00).contains(unit) {
      high = unit
    } else if let scalar = Unicode.Scalar(unit) {
      text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    } else {
      text.append(Self.noUTF8)
    }
  }
}
