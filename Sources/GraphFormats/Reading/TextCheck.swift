internal import GraphStore

/// Checks that the bytes of a row are text.
enum TextCheck {
  /// What is wrong with bytes, or nil for UTF-8 without a NUL that is not allowed.
  static func problem(of bytes: Bytes, allowsNUL: Bool) -> String? {
    var offset = 0
    var highBits: UInt64 = 0
    var hasZero = false
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      highBits |= word
      // A byte of zero borrows from its own highest bit. (Mycroft, 1987.)
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { hasZero = true }
      offset += 8
    }
    while offset < bytes.count {
      highBits |= UInt64(bytes[offset])
      if bytes[offset] == 0 { hasZero = true }
      offset += 1
    }
    if hasZero && !allowsNUL, let place = bytes.firstIndex(of: 0) {
      return "a NUL byte at byte \(place + 1) of the row"
    }
    if highBits & 0x8080_8080_8080_8080 == 0 { return nil }
    let text = bytes.bindMemory(to: UInt8.self)
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return
        "not UTF-8 at byte \(error.byteOffsets.lowerBound + 1) of the row; convert the file first, as with `iconv -f "
        + "LATIN1 -t UTF-8`"
    }
  }
}
