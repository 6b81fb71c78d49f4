/// How triples are written: line by line, or with prefixes and all of a subject together.
struct RDFSyntax {
  /// A term as it stands in the file.
  typealias Term = String

  /// Whether it is Turtle 1.2, else N-Triples 1.2.
  let isTurtle: Bool

  private static let prefixes = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"), ("owl", "http://www.w3.org/2002/07/owl#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"), ("dcterms", "http://purl.org/dc/terms/"),
    ("oa", "http://www.w3.org/ns/oa#"), ("kg", "urn:kg:vocabulary:"), ("rel", "urn:kg:relation:"),
    ("type", "urn:kg:type:"), ("ent", "urn:kg:entity:"), ("qualifier", "urn:kg:qualifier:"),
  ]

  /// What stands before the first triple.
  var head: String {
    // N-Triples has a VERSION too, which readers of the drafts before do not know.
    isTurtle ? "VERSION \"1.2\"\n" + Self.prefixes.map { "PREFIX \($0.0): <\($0.1)>\n" }.joined() : ""
  }

  /// The triples of one subject.
  func triples(_ subject: Term, _ pairs: [(predicate: Term, object: Term)]) -> String {
    if pairs.isEmpty { return "" }
    if isTurtle {
      return "\(subject) " + pairs.map { "\($0.predicate) \($0.object)" }.joined(separator: " ;\n  ") + " .\n"
    }
    return pairs.map { "\(subject) \($0.predicate) \($0.object) .\n" }.joined()
  }

  /// An IRI made of a prefix of ours and any text, which is percent-encoded.
  func name(_ prefix: String, _ text: String) -> Term {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy(Self.isPlain) && text.utf8.first != UInt8(ascii: "-")
    if isTurtle && isPlain { return "\(prefix):\(text)" }
    let space = Self.prefixes.first { $0.0 == prefix }?.1 ?? ""
    return "<\(space)\(isPlain ? text : Self.encoded(text))>"
  }

  /// The term that says that a statement speaks of a triple, whether that is true or not.
  func quoted(_ subject: Term, _ predicate: Term, _ object: Term) -> Term {
    "<<( \(subject) \(predicate) \(object) )>>"
  }

  func literal(_ text: String, type: Term? = nil) -> Term {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\"" + (type.map { "^^\($0)" } ?? "")
  }

  func integer(_ number: Int) -> Term { literal(String(number), type: name("xsd", "integer")) }

  func double(_ number: Double) -> Term { literal("\(number)", type: name("xsd", "double")) }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if isPlain(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
