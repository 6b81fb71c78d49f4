internal import GraphStore

/// The small rules of the grammar of N-Triples (W3C Recommendation, 2014, section 7).
extension NTriplesScanner {
  /// What an IRI may hold neither plainly nor escaped, apart from spaces and controls.
  static let neverInIRI = Array("<>\"{}|^`".utf8)
  private static let stringType = Array("http://www.w3.org/2001/XMLSchema#string".utf8)

  /// Whether an IRI has a scheme, as all in N-Triples must.
  static func isAbsolute(_ iri: Bytes) -> Bool {
    guard let colon = iri.firstIndex(of: UInt8(ascii: ":")), colon > 0, isLetter(iri[0]) else { return false }
    return iri[..<colon].allSatisfy { isAlphanumeric($0) || "+-.".utf8.contains($0) }
  }

  /// Whether a blank node's label may start with a byte; any letter beyond ASCII may.
  static func startsLabel(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Whether a byte may stand in a blank node's label.
  static func isLabel(_ byte: UInt8) -> Bool {
    startsLabel(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Whether a tag is letters, then parts of letters and digits behind hyphens.
  static func isLanguage(_ tag: Bytes) -> Bool {
    let parts = tag.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty } && parts[0].allSatisfy(isLetter)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

  /// A literal in the one form that equal literals share; `xsd:string` is what a literal is without a datatype.
  static func literal(_ text: Bytes, language: Bytes, datatype: Bytes) -> [UInt8] {
    var result = [UInt8(ascii: "\"")]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0x09: result += "\\t".utf8
      case 0x0A: result += "\\n".utf8
      case 0x0D: result += "\\r".utf8
      case ..<0x20, 0x7F:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
    if !language.isEmpty { return result + [UInt8(ascii: "@")] + Array(language) }
    if datatype.isEmpty || datatype.elementsEqual(stringType) { return result }
    return result + Array("^^<".utf8) + Array(datatype) + [UInt8(ascii: ">")]
  }
}
