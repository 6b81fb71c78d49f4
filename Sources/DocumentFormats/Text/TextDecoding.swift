#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Decodes bytes of a declared encoding to UTF-8, with the place of each character.
enum TextDecoding {
  /// The text; nil for an encoding that nobody here knows.
  ///
  /// What an encoding does not allow becomes U+FFFD.
  static func decoded(_ bytes: [UInt8], charset: String) -> TracedBytes? {
    switch plainName(charset) {
    case "utf8", "usascii", "ascii", "unicode11utf8": return utf8(bytes)
    case "iso88591", "latin1", "windows1252", "cp1252", "l1", "iso885915": return windows1252(bytes)
    case "utf16le": return utf16(bytes, isBigEndian: false)
    case "utf16be": return utf16(bytes, isBigEndian: true)
    case "utf16", "unicode", "ucs2":
      return utf16(bytes, isBigEndian: !bytes.starts(with: [0xFF, 0xFE]))
    default: return converted(bytes, charset: charset)
    }
  }

  private static func plainName(_ name: String) -> String {
    String(
      decoding: name.utf8.compactMap { byte -> UInt8? in
        let small = (65...90).contains(byte) ? byte | 32 : byte
        return (97...122).contains(small) || (48...57).contains(small) ? small : nil
      }, as: UTF8.self)
  }

  /// UTF-8 without its mark; bytes that are none become U+FFFD, one by one.
  static func utf8(_ bytes: [UInt8]) -> TracedBytes {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var result = TracedBytes()
    var first = start
    var index = start
    while index < bytes.count {
      let length = sequenceLength(bytes, index)
      if length > 0 {
        index += length
        continue
      }
      result.append(bytes[first..<index], source: first..<index, isVerbatim: true)
      result.append([0xEF, 0xBF, 0xBD], source: index..<index + 1, isVerbatim: false)
      index += 1
      first = index
    }
    result.append(bytes[first..<index], source: first..<index, isVerbatim: true)
    return result
  }

  /// Whether all bytes are UTF-8.
  static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// The length of the well-formed sequence at an index; 0 where there is none. (The Unicode Standard, table 3-7.)
  private static func sequenceLength(_ bytes: [UInt8], _ index: Int) -> Int {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        bytes[index] == 0xE0 ? 0xA0...0xBF : bytes[index] == 0xED ? 0x80...0x9F : 0x80...0xBF
      return continues(1, second) && continues(2) ? 3 : 0
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        bytes[index] == 0xF0 ? 0x90...0xBF : bytes[index] == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return continues(1, second) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// What Windows 1252 has where Latin-1 has control characters; browsers read both as the former (WHATWG Encoding).
  static let windows1252High: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
    0x17E, 0x178,
  ]

  private static func windows1252(_ bytes: [UInt8]) -> TracedBytes {
    var result = TracedBytes()
    var first = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      result.append(bytes[first..<index], source: first..<index, isVerbatim: true)
      let value = byte < 0xA0 ? windows1252High[Int(byte) - 0x80] : UInt32(byte)
      result.append(encoded(value), source: index..<index + 1, isVerbatim: false)
      first = index + 1
    }
    result.append(bytes[first...], source: first..<bytes.count, isVerbatim: true)
    return result
  }

  private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> TracedBytes {
    var result = TracedBytes()
    var index = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    func unit(_ index: Int) -> UInt32? {
      guard index + 1 < bytes.count else { return nil }
      return isBigEndian
        ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
        : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
    }
    while index < bytes.count {
      guard var value = unit(index) else {
        result.append([0xEF, 0xBF, 0xBD], source: index..<bytes.count, isVerbatim: false)
        break
      }
      var length = 2
      if (0xD800..<0xDC00).contains(value), let low = unit(index + 2), (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        length = 4
      }
      result.append(encoded(value), source: index..<index + length, isVerbatim: false)
      index += length
    }
    return result
  }

  private static func encoded(_ value: UInt32) -> [UInt8] {
    Array(String(UnicodeScalar(value) ?? "\u{FFFD}").utf8)
  }

  /// What the C library converts, a character at a time, so that each has its place.
  private static func converted(_ bytes: [UInt8], charset: String) -> TracedBytes? {
    let letters = charset.utf8.allSatisfy { (33...126).contains($0) && $0 != UInt8(ascii: "/") }
    guard letters, charset.utf8.count < 40,
      let converter = iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var result = TracedBytes()
    var index = 0
    var source = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 64)
    while index < bytes.count {
      var taken = 0
      var produced = 0
      for length in 1...min(8, bytes.count - index) {
        (taken, produced) = source.withUnsafeMutableBufferPointer { input in
          output.withUnsafeMutableBufferPointer { output in
            var from = input.baseAddress.map { $0 + index }
            var to = output.baseAddress
            var left = length
            var room = output.count
            _ = iconv(converter, &from, &left, &to, &room)
            return (length - left, output.count - room)
          }
        }
        if taken > 0 { break }
      }
      if taken == 0 {
        result.append([0xEF, 0xBF, 0xBD], source: index..<index + 1, isVerbatim: false)
        index += 1
        continue
      }
      result.append(
        output[..<produced].map { UInt8(bitPattern: $0) }, source: index..<index + taken, isVerbatim: false)
      index += taken
    }
    return result
  }
}
