/// A document's text as UTF-8, which knows where each code point stands.
package struct DocumentText: Sendable {
  /// The text as valid UTF-8.
  package let bytes: [UInt8]
  /// The length in code points.
  package let codePointCount: Int
  /// The number of code points before each multiple of `stride` bytes.
  private let checkpoints: [Int]

  private static let stride = 128

  /// Takes over `bytes`; what is not UTF-8 in them becomes U+FFFD.
  package init(_ bytes: [UInt8]) {
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    self.bytes = isValid ? bytes : [UInt8](String(decoding: bytes, as: UTF8.self).utf8)
    var checkpoints: [Int] = []
    checkpoints.reserveCapacity(self.bytes.count / Self.stride + 1)
    var count = 0
    for (index, byte) in self.bytes.enumerated() {
      if index % Self.stride == 0 { checkpoints.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.checkpoints = checkpoints
    codePointCount = count
  }

  /// The number of code points before the byte offset; takes constant time.
  package func codePoint(atByte offset: Int) -> Int {
    if offset <= 0 { return 0 }
    if offset >= bytes.count { return codePointCount }
    let checkpoint = offset / Self.stride
    var count = checkpoints[checkpoint]
    for index in checkpoint * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The range in code points of a range of bytes.
  package func codePoints(ofBytes range: Range<Int>) -> Range<Int> {
    let start = codePoint(atByte: range.lowerBound)
    return start..<max(start, codePoint(atByte: range.upperBound))
  }

  /// The text of a range of bytes.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The scalar that starts at a byte offset and its length in bytes.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if offset + length > bytes.count { return (0xFFFD, bytes.count - offset) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (value, length)
  }
}
