internal import Claims

/// The head of a mail, or of a part of one (RFC 5322, 2045, 2047, 2231).
struct MailHeaders {
  /// In their order, names in small letters, values unfolded and not decoded.
  private(set) var fields: [(name: String, value: [UInt8])] = []
  /// Where the body starts.
  private(set) var bodyStart: Int

  private static let most = 2000

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var position = range.lowerBound
    bodyStart = range.upperBound
    while position < range.upperBound {
      let end = bytes[position..<range.upperBound].firstIndex(of: 10) ?? range.upperBound
      var line = bytes[position..<end]
      if line.last == 13 { line = line.dropLast() }
      let next = min(range.upperBound, end + 1)
      if line.isEmpty {
        bodyStart = next
        return
      }
      if line.first == 32 || line.first == 9 {
        if !fields.isEmpty { fields[fields.count - 1].value += [32] + line.drop { $0 == 32 || $0 == 9 } }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), MailForm.isFieldName(line[..<colon]) {
        if fields.count < Self.most {
          fields.append(
            (
              String(decoding: line[..<colon], as: UTF8.self).lowercased(),
              Array(line[(colon + 1)...].drop { $0 == 32 || $0 == 9 })
            ))
        }
      } else if !line.starts(with: "From ".utf8) {
        // What is no field ends the head.
        bodyStart = position
        return
      }
      position = next
    }
  }

  /// The raw value of the first field of a name.
  func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The decoded value of the first field of a name.
  func text(_ name: String) -> String? {
    guard let value = raw(name) else { return nil }
    let text = MetadataText.plain(EncodedWords.decoded(value))
    return text.isEmpty ? nil : text
  }

  /// A value with parameters, such as `text/plain; charset=utf-8`, in small letters, and its parameters.
  func parameters(_ name: String) -> (value: String, parameters: [String: String]) {
    MailParameters.parse(raw(name) ?? [])
  }

  /// Who sent it: the name beside the address, else what is before the address's @.
  var sender: String? { raw("from").flatMap { MailAddress(EncodedWords.decoded($0))?.name } }

  /// When it was sent.
  var date: CalendarDate? { text("date").flatMap(MailDate.date) }
}

/// A name and an address.
struct MailAddress {
  let name: String

  /// Reads `"Anna Berg" <anna@example.org>`, `anna@example.org (Anna Berg)` or either without the other; nil for neither.
  init?(_ text: String) {
    let plain = MetadataText.plain(text)
    var name = plain
    if let open = plain.lastIndex(of: "<") {
      name = String(plain[..<open])
      if Self.cleaned(name).isEmpty {
        name = String(plain[plain.index(after: open)...].prefix { $0 != ">" })
      }
    } else if let open = plain.firstIndex(of: "("), let close = plain.lastIndex(of: ")"), open < close {
      name = String(plain[plain.index(after: open)..<close])
    }
    name = Self.cleaned(name)
    if let at = name.firstIndex(of: "@") {
      // An address alone tells as much of a name as stands before its @.
      name = name[..<at].split { $0 == "." || $0 == "_" || $0 == "-" || $0 == "+" }
        .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
    // "Berg, Anna" is how some programs sort.
    let parts = name.split(separator: ",").map { MetadataText.plain(String($0)) }
    if parts.count == 2, !parts[0].contains(" "), !parts[1].isEmpty { name = "\(parts[1]) \(parts[0])" }
    guard !name.isEmpty else { return nil }
    self.name = name
  }

  private static func cleaned(_ text: String) -> String {
    MetadataText.plain(String(text.filter { $0 != "\"" && $0 != "'" && $0 != "*" }))
  }
}

/// Times of mails, such as `Mon, 3 Mar 2014 10:12:13 +0100` (RFC 5322, 3.3).
enum MailDate {
  static func date(_ text: String) -> CalendarDate? {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    let months = DocumentWords.month.words
    for (index, word) in words.enumerated() where index > 0 && index + 1 < words.count {
      guard let month = months.firstIndex(of: String(word.lowercased().prefix(3))),
        let day = Int(words[index - 1]),
        var year = Int(words[index + 1])
      else { continue }
      if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
      return CalendarDate(year: year, month: month + 1, day: day)
    }
    return MetadataText.date(text)
  }
}

/// Parameters of a field (RFC 2045, 5.1; RFC 2231).
enum MailParameters {
  static func parse(_ bytes: [UInt8]) -> (value: String, parameters: [String: String]) {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for byte in bytes.prefix(16_384) {
      if isEscaped {
        isEscaped = false
        parts[parts.count - 1].append(byte)
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    let value = MetadataText.plain(String(decoding: parts[0], as: UTF8.self)).lowercased()
    var parameters: [String: String] = [:]
    var pieces: [String: [(Int, [UInt8], Bool)]] = [:]
    for part in parts.dropFirst().prefix(200) {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = MetadataText.plain(String(decoding: part[..<equals], as: UTF8.self)).lowercased()
      let content = Array(part[(equals + 1)...])
      let steps = name.split(separator: "*", omittingEmptySubsequences: false)
      if steps.count == 1 {
        parameters[name] = MetadataText.plain(EncodedWords.decoded(content))
      } else if let first = steps.first {
        let number = steps.count > 1 ? Int(steps[1]) ?? 0 : 0
        pieces[String(first), default: []].append((number, content, name.hasSuffix("*")))
      }
    }
    for (name, list) in pieces {
      let ordered = list.sorted { $0.0 < $1.0 }
      parameters[name] = extended(ordered.map { ($0.1, $0.2) })
    }
    return (value, parameters)
  }

  private static func extended(_ pieces: [(bytes: [UInt8], isEncoded: Bool)]) -> String {
    var charset = "utf-8"
    var bytes: [UInt8] = []
    for (index, piece) in pieces.enumerated() {
      var rest = piece.bytes[...]
      if index == 0, piece.isEncoded {
        let fields = rest.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        if fields.count == 3 {
          charset = String(decoding: fields[0], as: UTF8.self)
          rest = fields[2]
        }
      }
      while let byte = rest.popFirst() {
        if piece.isEncoded, byte == UInt8(ascii: "%"), rest.count >= 2,
          let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      }
    }
    let text = TextDecoding.decoded(bytes, charset: charset)?.bytes ?? bytes
    return MetadataText.plain(String(decoding: text, as: UTF8.self))
  }
}

/// Words of a head in another encoding: `=?utf-8?Q?Caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
  static func decoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    var lastEnd: Int?
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "="), let word = word(bytes, index) {
        // White space between two such words is none.
        if let lastEnd, bytes[lastEnd..<index].allSatisfy({ $0 <= 32 }) { result.removeLast(index - lastEnd) }
        result += word.text
        index = word.end
        lastEnd = index
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    if !TextDecoding.isUTF8(result) {
      result = TextDecoding.decoded(result, charset: "windows-1252")?.bytes ?? result
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func word(_ bytes: [UInt8], _ start: Int) -> (text: [UInt8], end: Int)? {
    let question = UInt8(ascii: "?")
    guard start + 1 < bytes.count, bytes[start + 1] == question else { return nil }
    let limit = min(bytes.count, start + 2000)
    let fields = bytes[(start + 2)..<limit].split(
      separator: question, maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count == 4, fields[3].first == UInt8(ascii: "="), fields[0].count < 40, fields[1].count == 1,
      let kind = fields[1].first
    else { return nil }
    let charset = String(decoding: fields[0].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    let content: [UInt8]
    switch kind | 32 {
    case UInt8(ascii: "b"): content = TransferDecoding.base64(Array(fields[2]), from: 0).bytes
    case UInt8(ascii: "q"):
      content =
        TransferDecoding.quotedPrintable(fields[2].map { $0 == UInt8(ascii: "_") ? 32 : $0 }, from: 0).bytes
    default: return nil
    }
    guard let text = TextDecoding.decoded(content, charset: charset)?.bytes else { return nil }
    return (text, fields[3].startIndex + 1)
  }
}
