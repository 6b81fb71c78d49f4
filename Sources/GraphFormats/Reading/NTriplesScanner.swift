internal import GraphStore

/// Takes a line of N-Triples apart.
struct NTriplesScanner {
  /// The parts of a triple, lent until the next line is taken apart.
  struct Triple {
    var subject: Bytes
    var predicate: Bytes
    var object: Bytes
    var isLiteral: Bool
    /// The language of a literal; empty for none.
    var language: Bytes
    /// A literal as N-Triples writes it, in one way only: the same for equal literals.
    var literal: Bytes = .empty
  }

  private let file: String
  /// Terms that had to be written anew, for the line under way.
  private var written: [HeldBytes] = []
  private var line = Bytes.empty
  private var position = 0

  init(file: String) { self.file = file }

  /// The triple of a line, or nil for a comment or a blank line.
  ///
  /// - Throws: `ImportedRowError` for a line that is none of these.
  mutating func triple(_ line: Bytes) throws -> Triple? {
    self.line = line
    position = 0
    if !written.isEmpty { written = [] }
    skipSpace()
    guard let first = next, first != UInt8(ascii: "#"), first != 0x0D else { return nil }
    let subject = try resource("subject")
    skipSpace()
    guard next == UInt8(ascii: "<") else { throw ImportedRowError("the predicate is no IRI") }
    let predicate = try resource("predicate")
    skipSpace()
    var triple = Triple(
      subject: subject, predicate: predicate, object: .empty, isLiteral: false, language: .empty)
    if next == UInt8(ascii: "\"") {
      triple.isLiteral = true
      triple.object = try quoted()
      try suffix(&triple)
    } else {
      triple.object = try resource("object")
    }
    skipSpace()
    guard next == UInt8(ascii: ".") else {
      let isLonger = next == UInt8(ascii: "<") || next == UInt8(ascii: "_")
      throw ImportedRowError(
        isLonger
          ? "a fourth term; N-Quads are not read, drop the graph's name"
          : "a full stop is due; the line may be cut off")
    }
    position += 1
    skipSpace()
    guard next == nil || next == UInt8(ascii: "#") || next == 0x0D else {
      throw ImportedRowError("text behind the full stop")
    }
    return triple
  }

  private var next: UInt8? { position < line.count ? line[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  private mutating func resource(_ role: String) throws -> Bytes {
    if next == UInt8(ascii: "<") {
      let start = position + 1
      guard let end = line[start...].firstIndex(of: UInt8(ascii: ">")) else {
        throw ImportedRowError("the \(role) is an IRI without its end")
      }
      position = end + 1
      let iri = Bytes(rebasing: line[start..<end])
      guard !iri.contains(where: { $0 <= 0x20 || Self.neverInIRI.contains($0) }) else {
        throw ImportedRowError("the \(role) is no IRI")
      }
      let written = try unescaped(iri, isIRI: true)
      guard !written.contains(where: { $0 <= 0x20 || Self.neverInIRI.contains($0) || $0 == 0x5C }) else {
        throw ImportedRowError("the \(role) is no IRI")
      }
      guard Self.isAbsolute(written) else { throw ImportedRowError("the \(role) is an IRI without a scheme") }
      return written
    }
    if next == UInt8(ascii: "_"), position + 1 < line.count, line[position + 1] == UInt8(ascii: ":") {
      let start = position
      position += 2
      while let byte = next, Self.isLabel(byte) { position += 1 }
      // A full stop may end the line without a space.
      while position > start, line[position - 1] == UInt8(ascii: ".") { position -= 1 }
      guard position - start > 2, Self.startsLabel(line[start + 2]) else {
        throw ImportedRowError("the \(role) is a blank node without a sound label")
      }
      // The same label in another file is another node.
      return hold(Array("_:\(file)#".utf8) + line[start + 2..<position])
    }
    throw ImportedRowError("the \(role) is neither an IRI nor a blank node")
  }

  private mutating func quoted() throws -> Bytes {
    let start = position + 1
    position = start
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte == 0x0D { throw ImportedRowError("a line break inside a literal") }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < line.count else { throw ImportedRowError("the line ends inside a literal") }
    position += 1
    return try unescaped(Bytes(rebasing: line[start..<position - 1]), isIRI: false)
  }

  /// Reads a literal's language or datatype.
  private mutating func suffix(_ triple: inout Triple) throws {
    var datatype = Bytes.empty
    if next == UInt8(ascii: "@") {
      let start = position + 1
      position = start
      while let byte = next, byte == UInt8(ascii: "-") || Self.isAlphanumeric(byte) { position += 1 }
      triple.language = Bytes(rebasing: line[start..<position])
      guard Self.isLanguage(triple.language) else { throw ImportedRowError("the language tag is not sound") }
    } else if next == UInt8(ascii: "^") {
      position += 1
      guard next == UInt8(ascii: "^") else { throw ImportedRowError("a datatype needs ^^") }
      position += 1
      guard next == UInt8(ascii: "<") else { throw ImportedRowError("the datatype is no IRI") }
      datatype = try resource("datatype")
    }
    triple.literal = hold(
      Self.literal(triple.object, language: triple.language, datatype: datatype))
  }

  private mutating func unescaped(_ bytes: Bytes, isIRI: Bool) throws -> Bytes {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let letter = index + 1 < bytes.count ? bytes[index + 1] : 0
      index += 2
      switch letter {
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let count = letter == UInt8(ascii: "u") ? 4 : 8
        guard index + count <= bytes.count,
          let code = UInt32(String(decoding: bytes[index..<index + count], as: UTF8.self), radix: 16),
          bytes[index] != UInt8(ascii: "+"), let scalar = Unicode.Scalar(code)
        else { throw ImportedRowError("\\u needs four and \\U eight hexadecimal digits of a character") }
        result += String(scalar).utf8
        index += count
      case UInt8(ascii: "t") where !isIRI: result.append(0x09)
      case UInt8(ascii: "n") where !isIRI: result.append(0x0A)
      case UInt8(ascii: "r") where !isIRI: result.append(0x0D)
      case UInt8(ascii: "b") where !isIRI: result.append(0x08)
      case UInt8(ascii: "f") where !isIRI: result.append(0x0C)
      case UInt8(ascii: "\"") where !isIRI, UInt8(ascii: "'") where !isIRI, UInt8(ascii: "\\") where !isIRI:
        result.append(letter)
      default: throw ImportedRowError("an escape that N-Triples does not have")
      }
    }
    return hold(result)
  }

  private mutating func hold(_ bytes: [UInt8]) -> Bytes {
    let held = HeldBytes(bytes)
    written.append(held)
    return held.bytes
  }
}
