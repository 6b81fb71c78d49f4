/// A value of JSON text (RFC 8259), with the fields of objects by their names.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// What is wrong with a text, and at which of its bytes, from 1.
  package struct SyntaxError: Error, Hashable, Sendable {
    package let reason: String
    package let byte: Int
  }

  /// Reads one value, with nothing but white space around it.
  ///
  /// - Throws: `SyntaxError`.
  package init(_ bytes: UnsafeRawBufferPointer) throws(SyntaxError) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }
}

/// Reads JSON from bytes, in time linear in their number.
private struct JSONParser {
  /// How deep arrays and objects may stand inside each other.
  private static let maximumDepth = 64
  /// How many values a text may hold: each takes many times the room of its bytes.
  private static let mostValues = 1 << 20

  let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var depth = 0
  private var count = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func document() throws(JSONValue.SyntaxError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw error("text behind the value") }
    return value
  }

  private func error(_ reason: String) -> JSONValue.SyntaxError { .init(reason: reason, byte: position + 1) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar, or reason: String) throws(JSONValue.SyntaxError) {
    guard next == UInt8(ascii: byte) else { throw error(reason) }
    position += 1
  }

  private mutating func value() throws(JSONValue.SyntaxError) -> JSONValue {
    skipSpace()
    count += 1
    if count > Self.mostValues { throw error("more than \(Self.mostValues) values in one text") }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw error("the text ends where a value is due")
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONValue.SyntaxError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error("no JSON value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONValue.SyntaxError) -> JSONValue {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard let first = digits.first, (0x30...0x39).contains(first), let number = Double(text), number.isFinite,
      !(first == 0x30 && digits.dropFirst().first.map { (0x30...0x39).contains($0) } == true)
    else {
      position = start
      throw error("no JSON value")
    }
    return .number(number)
  }

  private mutating func array() throws(JSONValue.SyntaxError) -> JSONValue {
    try open()
    var result: [JSONValue] = []
    if try close("]") { return .array([]) }
    while true {
      result.append(try value())
      if try close("]") { return .array(result) }
      try take(",", or: "a comma or ] is due")
    }
  }

  private mutating func object() throws(JSONValue.SyntaxError) -> JSONValue {
    try open()
    var result: [String: JSONValue] = [:]
    if try close("}") { return .object([:]) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("the name of a field is due") }
      let name = try string()
      skipSpace()
      try take(":", or: "a colon is due")
      let value = try value()
      guard result.updateValue(value, forKey: name) == nil else {
        throw error("the field \(name) is there twice")
      }
      if try close("}") { return .object(result) }
      try take(",", or: "a comma or } is due")
    }
  }

  private mutating func open() throws(JSONValue.SyntaxError) {
    position += 1
    depth += 1
    if depth > Self.maximumDepth { throw error("values stand more than \(Self.maximumDepth) deep") }
  }

  private mutating func close(_ byte: Unicode.Scalar) throws(JSONValue.SyntaxError) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    depth -= 1
    return true
  }

  private mutating func string() throws(JSONValue.SyntaxError) -> String {
    position += 1
    var result: [UInt8] = []
    var start = position
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        result += bytes[start..<position]
        position += 1
        guard let text = String(validating: result, as: UTF8.self) else {
          throw error("a string that is no UTF-8")
        }
        return text
      case UInt8(ascii: "\\"):
        result += bytes[start..<position]
        position += 1
        result += try escape()
        start = position
      case 0..<0x20: throw error("a control character inside a string")
      default: position += 1
      }
    }
    throw error("the text ends inside a string")
  }

  private mutating func escape() throws(JSONValue.SyntaxError) -> [UInt8] {
    guard let byte = next else { throw error("the text ends inside a string") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), next == UInt8(ascii: "\\") {
        position += 1
        try take("u", or: "half of a surrogate pair")
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw error("half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair") }
      return Array(String(scalar).utf8)
    default: throw error("an escape that JSON does not have")
    }
  }

  private mutating func hexadecimal() throws(JSONValue.SyntaxError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw error("the text ends inside a string") }
    let digits = bytes[position..<position + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("\\u needs four hexadecimal digits") }
    position += 4
    return code
  }
}
