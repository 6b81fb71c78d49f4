package import Claims

extension Claim {
  /// The address of the sentence that states the claim, which `kg mcp` reads; nil for a row of a graph file.
  ///
  /// The fragment counts code points (RFC 5147).
  package var citationAddress: String? {
    evidence.map { DocumentAddress(document: document, range: $0.range).text }
  }
}

extension JSONWriter {
  /// Writes where a claim is stated: the document, the sentence and its words.
  ///
  /// - Parameter isQuoting: whether the sentence's words are written too; null stands for them otherwise.
  package mutating func citation(_ claim: Claim, isQuoting: Bool = true) {
    object { json in
      json.field("document", claim.document)
      json.field("page", claim.evidence?.page)
      json.field("sentence", claim.evidence?.sentence)
      json.field("start", claim.evidence?.range.lowerBound)
      json.field("end", claim.evidence?.range.upperBound)
      json.field("quote", isQuoting ? claim.evidence?.text : nil)
      json.field("row", claim.row?.line)
      json.field("uri", claim.citationAddress)
    }
  }
}

/// The address of a passage: `kg://document/NAME#char=START,END`, in code points.
package struct DocumentAddress: Hashable, Sendable {
  package let document: String
  package let range: Range<Int>?

  package init(document: String, range: Range<Int>?) {
    self.document = document
    self.range = range
  }

  package static let prefix = "kg://document/"

  /// Nil for what is no such address.
  package init?(_ text: String) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let parts = text.utf8.dropFirst(Self.prefix.utf8.count).split(
      separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first.flatMap({ Self.decoded($0) }), !name.isEmpty else { return nil }
    document = name
    guard parts.count == 2 else {
      range = nil
      return
    }
    let fragment = String(decoding: parts[1], as: UTF8.self)
    guard fragment.hasPrefix("char=") else { return nil }
    let bounds = fragment.dropFirst(5).split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard bounds.count == 2, let start = bounds[0], let end = bounds[1], 0 <= start, start <= end else {
      return nil
    }
    range = start..<end
  }

  package var text: String {
    var result = Self.prefix
    for byte in document.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~".utf8.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    if let range { result += "#char=\(range.lowerBound),\(range.upperBound)" }
    return result
  }

  /// The bytes that percent signs stand for; nil where one stands for none, or the bytes are no UTF-8.
  package static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
    var result: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = iterator.next().flatMap(Self.digit), let low = iterator.next().flatMap(Self.digit)
      else {
        return nil
      }
      result.append(high << 4 | low)
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
