/// The encoding of a page: its byte order mark, what it declares in its head, else UTF-8 or Windows 1252 (HTML Living Standard, 13.2.3).
enum HTMLEncoding {
  static func decoded(_ bytes: [UInt8], charset: String? = nil) -> TracedBytes {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return TextDecoding.utf8(bytes) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
      let text = TextDecoding.decoded(bytes, charset: "UTF-16")
    {
      return text
    }
    if let charset, let text = TextDecoding.decoded(bytes, charset: charset) { return text }
    if let declared = declared(in: bytes), !declared.lowercased().hasPrefix("utf-16"),
      let text = TextDecoding.decoded(bytes, charset: declared)
    {
      return text
    }
    if TextDecoding.isUTF8(bytes) { return TextDecoding.utf8(bytes) }
    return TextDecoding.decoded(bytes, charset: "windows-1252") ?? TextDecoding.utf8(bytes)
  }

  /// The name behind the first `charset=` or `encoding=` of the head.
  private static func declared(in bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(4096).map { (65...90).contains($0) ? $0 | 32 : $0 })
    for word in ["charset", "encoding"] {
      let mark = Array(word.utf8)
      var index = 0
      while index + mark.count < head.count {
        guard head[index...].starts(with: mark) else {
          index += 1
          continue
        }
        var rest = head[(index + mark.count)...].drop { $0 <= 32 }
        index += 1
        guard rest.first == UInt8(ascii: "=") else { continue }
        rest = rest.dropFirst().drop { $0 <= 32 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let name = rest.prefix {
          ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || [0x2D, 0x5F, 0x3A, 0x2E].contains($0)
        }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }
}
