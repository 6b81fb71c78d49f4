/// Checks that bytes are a text.
enum TextValidation {
  /// Throws `badText` for bytes that are no UTF-8, hold a NUL, or hold nothing but white space.
  static func check(_ bytes: [UInt8], name: String) throws(InputError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw InputError(.badText, "\(name): UTF-16 text; convert it first, as with `iconv -f UTF-16 -t UTF-8`")
    }
    if let offset = bytes.firstIndex(of: 0) {
      throw InputError(.badText, "\(name): a NUL byte at offset \(offset); kg reads text and Markdown only")
    }
    if let offset = firstInvalidOffset(bytes) {
      throw InputError(
        .badText,
        "\(name): not UTF-8 at byte offset \(offset); convert it first, as with `iconv -f LATIN1 -t UTF-8`")
    }
    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      throw InputError(.badText, "\(name): the document is empty")
    }
  }

  /// The offset of the first byte that is not well-formed UTF-8, or nil. (The Unicode Standard, table 3-7.)
  static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    var index = 0
    let count = bytes.count
    func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      offset < count && range.contains(bytes[offset])
    }
    while index < count {
      switch bytes[index] {
      case 0..<0x80: index += 1
      case 0xC2...0xDF:
        guard isContinuation(index + 1) else { return index }
        index += 2
      case 0xE0...0xEF:
        let second: ClosedRange<UInt8> =
          bytes[index] == 0xE0 ? 0xA0...0xBF : bytes[index] == 0xED ? 0x80...0x9F : 0x80...0xBF
        guard isContinuation(index + 1, second), isContinuation(index + 2) else { return index }
        index += 3
      case 0xF0...0xF4:
        let second: ClosedRange<UInt8> =
          bytes[index] == 0xF0 ? 0x90...0xBF : bytes[index] == 0xF4 ? 0x80...0x8F : 0x80...0xBF
        guard isContinuation(index + 1, second), isContinuation(index + 2), isContinuation(index + 3) else {
          return index
        }
        index += 4
      default: return index
      }
    }
    return nil
  }
}
