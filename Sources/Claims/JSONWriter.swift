/// Writes JSON as UTF-8, with the fields in the order in which they are written.
///
/// The contracts of `kg` fix the order of fields and spell out nulls, which `JSONEncoder` does not do; and a million
/// lines are written without an object for each.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Writes `{…}` around what `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) { enclose("{", "}", body) }

  /// Writes `[…]` around what `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) { enclose("[", "]", body) }

  /// Writes the name of a field; its value comes next.
  package mutating func name(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func null() { literal("null") }
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func integer(_ value: Int) { literal(value.description) }
  package mutating func natural(_ value: UInt64) { literal(value.description) }
  /// Writes a finite number in the shortest form that reads back as the same number; null for any other.
  package mutating func number(_ value: Double) {
    if !value.isFinite { return null() }
    literal(value == value.rounded() && abs(value) < 1e15 ? Int(value).description : value.description)
  }

  /// Writes a value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes += json
  }

  /// Writes an array of strings.
  package mutating func strings(_ values: some Sequence<String>) {
    array { json in for value in values { json.string(value) } }
  }

  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(Self.hexadecimal[Int(byte >> 4)])
        bytes.append(Self.hexadecimal[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends a line, as JSON lines do.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Hands over what was written so far and starts anew; the nesting is kept.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private static let hexadecimal = [UInt8]("0123456789abcdef".utf8)

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func enclose(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
