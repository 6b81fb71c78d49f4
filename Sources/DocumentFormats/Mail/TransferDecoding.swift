/// Undoes what mail does to bytes on their way (RFC 2045, 6), with the place of each.
enum TransferDecoding {
  static func decoded(_ bytes: ArraySlice<UInt8>, encoding: String) -> TracedBytes {
    switch encoding {
    case "quoted-printable": quotedPrintable(Array(bytes), from: bytes.startIndex)
    case "base64": base64(Array(bytes), from: bytes.startIndex)
    default: TracedBytes(Array(bytes), from: bytes.startIndex)
    }
  }

  static func quotedPrintable(_ bytes: [UInt8], from start: Int) -> TracedBytes {
    var result = TracedBytes()
    var first = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "=") else {
        index += 1
        continue
      }
      result.append(bytes[first..<index], source: start + first..<start + index, isVerbatim: true)
      var end = index + 1
      while end < bytes.count, bytes[end] == 32 || bytes[end] == 9 || bytes[end] == 13 { end += 1 }
      if end >= bytes.count || bytes[end] == 10 {
        // The end of a line that is none of the text.
        index = min(bytes.count, end + 1)
      } else if index + 2 < bytes.count, let high = hexadecimal(bytes[index + 1]),
        let low = hexadecimal(bytes[index + 2])
      {
        result.append([high << 4 | low], source: start + index..<start + index + 3, isVerbatim: false)
        index += 3
      } else {
        result.append([bytes[index]], source: start + index..<start + index + 1, isVerbatim: true)
        index += 1
      }
      first = index
    }
    result.append(bytes[first...], source: start + first..<start + bytes.count, isVerbatim: true)
    return result
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  static func base64(_ bytes: [UInt8], from start: Int) -> TracedBytes {
    var result = TracedBytes()
    var value: UInt32 = 0
    var digits = 0
    var first = 0
    func flush(_ count: Int, _ end: Int) {
      let shifted = value << UInt32(6 * (4 - digits))
      let all = [
        UInt8(truncatingIfNeeded: shifted >> 16), UInt8(truncatingIfNeeded: shifted >> 8),
        UInt8(truncatingIfNeeded: shifted),
      ]
      result.append(all.prefix(count), source: start + first..<start + end, isVerbatim: false)
      value = 0
      digits = 0
    }
    for (index, byte) in bytes.enumerated() {
      let digit: UInt8
      switch byte {
      case 65...90: digit = byte - 65
      case 97...122: digit = byte - 71
      case 48...57: digit = byte + 4
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      case UInt8(ascii: "="):
        if digits > 1 { flush(digits - 1, index + 1) }
        value = 0
        digits = 0
        continue
      default: continue
      }
      if digits == 0 { first = index }
      value = value << 6 | UInt32(digit)
      digits += 1
      if digits == 4 { flush(3, index + 1) }
    }
    if digits > 1 { flush(digits - 1, bytes.count) }
    return result
  }
}
