/// Finds links, addresses of e-mail and names of files, which are one token whatever marks they hold.
struct LinkFinder {
  private let bytes: [UInt8]

  private static let fileEndings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "htm", "html", "txt", "jpg", "jpeg", "png", "gif",
    "zip", "csv",
    "xml", "json", "exe", "mp3", "mp4", "tsv", "md",
  ]
  private static let linkStarts: [StaticString] = ["http://", "https://", "ftp://", "www."]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The links of a stretch of text without white space, in order; takes linear time.
  func links(in range: Range<Int>) -> [Range<Int>] {
    var hasStop = false
    var at: Int?
    var linkStart: (start: Int, end: Int)?
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "."): hasStop = true
      case UInt8(ascii: "@"): at = at ?? index
      case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "w"),
        UInt8(ascii: "W"):
        if linkStart == nil, let end = endOfLinkStart(at: index, limit: range.upperBound) {
          linkStart = (index, end)
        }
      default: break
      }
    }
    guard hasStop else { return [] }
    if let linkStart {
      let end = endOfLink(linkStart.start..<range.upperBound)
      return end > linkStart.end ? [linkStart.start..<end] : []
    }
    if let at, let address = address(around: at, in: range) { return [address] }
    return files(in: range)
  }

  private func endOfLinkStart(at index: Int, limit: Int) -> Int? {
    for start in Self.linkStarts where start.utf8CodeUnitCount <= limit - index {
      let isEqual = start.withUTF8Buffer { mark in
        mark.indices.allSatisfy {
          bytes[index + $0] == mark[$0] || bytes[index + $0] | 32 == mark[$0] && mark[$0] > 96
        }
      }
      if isEqual { return index + start.utf8CodeUnitCount }
    }
    return nil
  }

  /// The end of a link without the marks of the sentence around it.
  private func endOfLink(_ range: Range<Int>) -> Int {
    let hasBracket = bytes[range].contains(UInt8(ascii: "("))
    var end = range.upperBound
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"), UInt8(ascii: "}"),
        UInt8(ascii: ">"):
        end -= 1
      case UInt8(ascii: ")"):
        if hasBracket { return end }
        end -= 1
      case 0x9D, 0x99, 0xA6:  // ” ’ …
        guard end - 3 >= range.lowerBound, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 else { return end }
        end -= 3
      default: return end
      }
    }
    return end
  }

  private func address(around at: Int, in range: Range<Int>) -> Range<Int>? {
    var start = at
    while start > range.lowerBound, Self.isWordByte(bytes[start - 1]) { start -= 1 }
    var end = at + 1
    while end < range.upperBound,
      Self.isLetterOrDigit(bytes[end]) || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    while end > at, !Self.isLetterOrDigit(bytes[end - 1]) { end -= 1 }
    guard start < at, end > at, bytes[at..<end].contains(UInt8(ascii: ".")) else { return nil }
    return start..<end
  }

  private func files(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var floor = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: ".") else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, end - index < 6, Self.isLetterOrDigit(bytes[end]) { end += 1 }
      let ending = String(decoding: bytes[index + 1..<end], as: UTF8.self).lowercased()
      guard Self.fileEndings.contains(ending) else {
        index += 1
        continue
      }
      var start = index
      while start > floor, Self.isWordByte(bytes[start - 1]) { start -= 1 }
      floor = end
      if start < index, Self.isLetterOrDigit(bytes[start]) { found.append(start..<end) }
      index = end
    }
    return found
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 32) &- 97 < 26
  }

  /// Whether the byte may be in the name of a mailbox or a file.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: isLetterOrDigit(byte)
    }
  }
}
