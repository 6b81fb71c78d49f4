internal import Layout

/// Reads plain text and Markdown: the text is the file's bytes, but for its encoding.
enum PlainTextReader {
  static let version = DocumentContent.plainText

  /// The document of a text in UTF-8, whose bytes are kept as they are.
  static func content(_ bytes: [UInt8]) -> DocumentContent {
    DocumentContent(
      text: bytes, map: .identity(length: bytes.count), metadata: FrontMatter.metadata(of: bytes),
      reader: version)
  }

  /// The document of a text in another encoding.
  static func content(_ text: TracedBytes) -> DocumentContent {
    var runs: [SourceMap.Run] = []
    for piece in text.pieces(of: 0..<text.bytes.count) {
      runs.append(
        SourceMap.Run(
          start: piece.range.lowerBound, place: .bytes(part: 0, piece.source), isVerbatim: piece.isVerbatim))
    }
    return DocumentContent(
      text: text.bytes, map: SourceMap(parts: [""], runs: runs, length: text.bytes.count),
      metadata: FrontMatter.metadata(of: text.bytes), reader: version)
  }

  /// A text that is certainly UTF-16, or English in Windows 1252, decoded; nil for any other.
  static func certain(_ bytes: [UInt8]) -> (text: TracedBytes, name: String)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return TextDecoding.decoded(bytes, charset: "UTF-16").map { ($0, "UTF-16") }
    }
    if let charset = unmarkedUTF16(bytes) {
      return TextDecoding.decoded(bytes, charset: charset).map { ($0, charset) }
    }
    guard isWindows1252(bytes) else { return nil }
    return TextDecoding.decoded(bytes, charset: "windows-1252").map { ($0, "Windows-1252") }
  }

  /// UTF-16 without its mark, told by every second byte of Latin letters being zero.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 16, bytes.count % 2 == 0 else { return nil }
    let sample = bytes.prefix(4096)
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.odd * 10 >= half * 8, zeros.even == 0 { return "UTF-16LE" }
    if zeros.even * 10 >= half * 8, zeros.odd == 0 { return "UTF-16BE" }
    return nil
  }

  /// Whether bytes that are no UTF-8 are English text whose few others are letters inside of words, quotation marks and dashes.
  private static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    var high = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      high += 1
      let isMark = [0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA3, 0xA7, 0xA9, 0xB0].contains(
        byte)
      if isMark { continue }
      guard byte >= 0xC0, byte != 0xD7, byte != 0xF7 else { return false }
      let before = index > 0 ? bytes[index - 1] : 32
      let after = index + 1 < bytes.count ? bytes[index + 1] : 32
      // Two of them in a row are letters of another alphabet.
      guard before < 0x80, after < 0x80, isLetter(before) || isLetter(after) else { return false }
    }
    guard high > 0, high * 12 <= bytes.count, bytes.count >= 300, !bytes.contains(0) else { return false }
    return LanguageIdentifier().language(of: bytes.lazy.map { $0 < 0x80 ? $0 : 0x78 }) == "en"
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
}
