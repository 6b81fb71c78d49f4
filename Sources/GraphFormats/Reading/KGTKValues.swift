internal import GraphStore

/// The values of KGTK, told from symbols by their first letter, as plain text.
struct KGTKValues {
  /// A value without its marks.
  struct Text {
    var bytes: Bytes
    /// The language of a language-qualified string; empty for any other value.
    var language: Bytes
    /// The type of an entity that is this value.
    var type: Bytes
  }

  private static let literal = HeldBytes("literal")
  private static let time = HeldBytes("time")
  private static let quantity = HeldBytes("quantity")

  /// Texts that had to be written anew, for the row under way.
  private var written: [HeldBytes] = []

  /// Forgets the texts handed out; to be called before each row.
  mutating func clear() {
    if !written.isEmpty { written = [] }
  }

  /// Whether a node is a value and not a symbol.
  static func isValue(_ node: Bytes) -> Bool {
    guard let first = node.first else { return false }
    return "\"'^@!+-".utf8.contains(first) || (0x30...0x39).contains(first)
  }

  /// The text of a value; of a symbol, itself.
  mutating func text(of node: Bytes) -> Text {
    guard let first = node.first else { return Text(bytes: node, language: .empty, type: .empty) }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = node.lastIndex(of: first), end > 0 else { break }
      var language = Bytes.empty
      if end + 1 < node.count, node[end + 1] == UInt8(ascii: "@") {
        language = Bytes(rebasing: node[(end + 2)...])
      }
      return Text(
        bytes: unescaped(Bytes(rebasing: node[1..<end])), language: language, type: Self.literal.bytes)
    case UInt8(ascii: "^"):
      return Text(bytes: Bytes(rebasing: node.dropFirst()), language: .empty, type: Self.time.bytes)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), 0x30...0x39:
      return Text(bytes: node, language: .empty, type: Self.quantity.bytes)
    default: break
    }
    return Text(bytes: node, language: .empty, type: Self.isValue(node) ? Self.literal.bytes : .empty)
  }

  private mutating func unescaped(_ bytes: Bytes) -> Bytes {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    var result: [UInt8] = []
    var isEscape = false
    for byte in bytes {
      if !isEscape && byte == UInt8(ascii: "\\") {
        isEscape = true
        continue
      }
      switch byte {
      case UInt8(ascii: "n") where isEscape: result.append(0x0A)
      case UInt8(ascii: "r") where isEscape: result.append(0x0D)
      case UInt8(ascii: "t") where isEscape: result.append(0x09)
      default: result.append(byte)
      }
      isEscape = false
    }
    let held = HeldBytes(result)
    written.append(held)
    return held.bytes
  }
}

/// Which of several names of an entity is its name.
struct NameChoice {
  /// The language whose names are best, as in `en`.
  let language: String

  /// How good a name is by its language: the one asked for, none, any other.
  func rank(of language: Bytes) -> UInt8 {
    if language.isEmpty { return 3 }
    // en-GB is a kind of en.
    let main = language.prefix { $0 != UInt8(ascii: "-") }
    if main.elementsEqual(self.language.utf8) { return main.count == language.count ? 5 : 4 }
    return 2
  }
}

extension Bytes {
  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }

  /// The bytes of a column that must not be empty.
  func filled(_ column: String) throws -> Bytes {
    if isBlank { throw ImportedRowError("the \(column) is empty") }
    return self
  }
}

extension ImportedRowError {
  /// A row with another number of columns than the heading has.
  static func columns(_ count: Int, of expected: Int) -> ImportedRowError {
    ImportedRowError(
      "\(count) column\(count == 1 ? "" : "s") where the heading has \(expected)"
        + (count < expected ? "; the row may be cut off" : ""))
  }
}
