/// A line of a text as its layout is looked at: its bytes without white space at the ends.
struct LayoutLine {
  /// Where it stands, in bytes; empty for a blank line.
  let range: Range<Int>
  let text: String

  var isBlank: Bool { range.isEmpty }
  /// The length in bytes.
  var count: Int { range.count }

  /// Longer lines are prose; what is looked for in a line is short.
  static let longestShort = 72

  /// All lines of a text.
  ///
  /// - Complexity: linear.
  static func lines(of bytes: [UInt8]) -> [LayoutLine] {
    var lines: [LayoutLine] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      var first = start
      var last = end
      while first < last, bytes[first] <= 32 { first += 1 }
      while last > first, bytes[last - 1] <= 32 { last -= 1 }
      // Of a long line, which is prose, only the start is looked at.
      let looked = first..<min(last, first + 4 * longestShort)
      lines.append(LayoutLine(range: first..<last, text: String(decoding: bytes[looked], as: UTF8.self)))
      start = end + 1
    }
    return lines
  }

  /// Whether it ends as sentences do.
  func endsSentence(in bytes: [UInt8]) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, [0x22, 0x27, 0x29, 0x5D].contains(bytes[end - 1]) { end -= 1 }
    guard end > range.lowerBound else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(bytes[end - 1])
  }

  /// The words between white space, in lower case and without marks at their ends.
  var words: [String] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      var word = word.lowercased()[...]
      while let last = word.last, !last.isLetter && !last.isNumber { word.removeLast() }
      while let first = word.first, !first.isLetter && !first.isNumber { word.removeFirst() }
      return String(word)
    }.filter { !$0.isEmpty }
  }

  /// What stands before its first colon, where that is short and white space or nothing comes behind it, and what comes behind.
  var keyAndValue: (key: String, value: Substring)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let key = text[..<colon].drop { $0 == "*" || $0 == "-" || $0 == " " }
    let behind = text[text.index(after: colon)...].drop { $0 == "*" }
    guard !key.isEmpty, key.utf8.count <= 32, behind.first.map(\.isWhitespace) ?? true,
      key.allSatisfy({ $0.isLetter || $0.isNumber || " -_/&()*".contains($0) }),
      key.contains(where: \.isLetter)
    else { return nil }
    let words = key.split { $0 == " " || $0 == "*" }
    guard words.count <= 4 else { return nil }
    return (words.joined(separator: " ").lowercased(), behind.drop(while: \.isWhitespace))
  }
}
