/// Typographic quotes and the ellipsis, read as the treebanks' plain ones.
enum Typography {
  /// The bytes with ‘ ’ ‛ ′ ʼ as ', “ ” „ ‟ ″ as ", … as ..., all else as it stands.
  static func plain(_ bytes: some Sequence<UInt8>, into result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    for byte in bytes {
      result.append(byte)
      let count = result.count
      if count >= 3, result[count - 3] == 0xE2, result[count - 2] == 0x80 {
        switch byte {
        case 0x98, 0x99, 0x9B, 0xB2: replace(3, in: &result, by: "'")
        case 0x9C, 0x9D, 0x9E, 0x9F, 0xB3: replace(3, in: &result, by: "\"")
        case 0xA6: replace(3, in: &result, by: "...")
        default: break
        }
      } else if count >= 2, result[count - 2] == 0xCA, byte == 0xBC {
        replace(2, in: &result, by: "'")
      }
    }
  }

  private static func replace(_ count: Int, in result: inout [UInt8], by text: StaticString) {
    result.removeLast(count)
    text.withUTF8Buffer { result.append(contentsOf: $0) }
  }
}
