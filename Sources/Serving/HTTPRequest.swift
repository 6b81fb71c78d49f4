internal import GraphFormats

/// A request of HTTP/1.1 (RFC 9112), read strictly: whatever could be understood in two ways is refused.
package struct HTTPRequest: Sendable {
  package let method: String
  /// Decoded, and beginning with a slash.
  package let path: String
  /// The parameters behind the question mark, in their order.
  package let parameters: [(name: String, value: String)]
  /// Names in lower case.
  private let fields: [(name: String, value: String)]
  /// Whether the client wants the connection kept.
  package let keepsConnection: Bool
  /// How many bytes of a body follow.
  let bodyLength: Int
  package var body: [UInt8] = []

  /// The most bytes of a request line and its fields.
  static let longestHead = 65_536
  static let longestBody = 65_536
  private static let mostFields = 100

  /// Reads what stands before the empty line, with the end of its last line.
  ///
  /// - Throws: the response that refuses it.
  package init(head: [UInt8]) throws(HTTPResponse) {
    guard !head.contains(0), let text = String(validating: head, as: UTF8.self) else {
      throw .refusal(400, "The request is no text.")
    }
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { $0 }
    guard lines.popLast()?.isEmpty == true,
      lines.allSatisfy({
        $0.last == UInt8(ascii: "\r") && $0.dropLast().allSatisfy { $0 >= 0x20 || $0 == 0x09 }
      })
    else { throw .refusal(400, "A line of the request does not end as it has to.") }
    lines = lines.map { $0.dropLast() }
    let line = (lines.first ?? Substring("").utf8).split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard line.count == 3, let first = lines.first, !first.isEmpty else {
      throw .refusal(400, "The request line has to be a method, a target and a version.")
    }
    method = String(decoding: line[0], as: UTF8.self)
    let version = String(decoding: line[2], as: UTF8.self)
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw .refusal(505, "Only HTTP/1.1 is spoken here.")
    }
    let target = try Self.target(line[1])
    path = target.path
    parameters = target.parameters
    let fields = try Self.fields(lines.dropFirst())
    self.fields = fields
    guard Self.values("transfer-encoding", in: fields).isEmpty else {
      throw .refusal(501, "A body needs a Content-Length.")
    }
    let lengths = Self.values("content-length", in: fields)
    guard lengths.count <= 1 else { throw .refusal(400, "There are two lengths.") }
    if let length = lengths.first {
      guard !length.isEmpty, length.utf8.count <= 9, length.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let count = Int(length)
      else { throw .refusal(400, "The length is no number.") }
      guard count <= Self.longestBody else { throw .refusal(413, "The body is too long.") }
      bodyLength = count
    } else {
      bodyLength = 0
    }
    let connection = Self.values("connection", in: fields).joined(separator: ",").lowercased()
    keepsConnection = version == "HTTP/1.1" && !connection.contains("close")
  }

  /// The values of all fields of a name, which is in lower case.
  package func values(_ name: String) -> [String] { Self.values(name, in: fields) }

  private static func values(_ name: String, in fields: [(name: String, value: String)]) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The value of the first parameter of a name.
  package func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The values of all parameters of a name.
  package func parameters(_ name: String) -> [String] { parameters.filter { $0.name == name }.map(\.value) }

  private static func target(
    _ bytes: Substring.UTF8View.SubSequence
  ) throws(HTTPResponse) -> (path: String, parameters: [(name: String, value: String)]) {
    let parts = bytes.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard bytes.first == UInt8(ascii: "/"),
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }),
      let raw = parts.first, let path = DocumentAddress.decoded(raw), !path.utf8.contains(0)
    else { throw .refusal(400, "The target has to be a path.") }
    guard parts.count == 2 else { return (path, []) }
    var parameters: [(name: String, value: String)] = []
    for pair in parts[1].split(separator: UInt8(ascii: "&")) {
      let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      func decoded(_ side: Substring.UTF8View.SubSequence?) -> String? {
        guard let side else { return "" }
        return DocumentAddress.decoded(side.lazy.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 })
      }
      guard let name = decoded(sides.first), let value = decoded(sides.count > 1 ? sides[1] : nil) else {
        throw .refusal(400, "A parameter is no text.")
      }
      parameters.append((name, value))
    }
    return (path, parameters)
  }

  private static func fields(
    _ lines: some Sequence<Substring.UTF8View.SubSequence>
  ) throws(HTTPResponse) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(Self.isTokenByte)
      else { throw .refusal(400, "A field of the request has no name.") }
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      let value = line[line.index(after: colon)...].drop(while: isBlank)
      let end = value.lastIndex { !isBlank($0) }.map { value.index(after: $0) } ?? value.startIndex
      fields.append(
        (
          String(decoding: line[..<colon], as: UTF8.self).lowercased(),
          String(decoding: value[..<end], as: UTF8.self)
        ))
      guard fields.count <= mostFields else { throw .refusal(431, "There are too many fields.") }
    }
    return fields
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
