internal import GraphStore

/// Reads N-Triples (W3C Recommendation, 2014).
///
/// An IRI is an entity by that identifier. `rdfs:label` and `skos:prefLabel` name it, `skos:altLabel` gives it further
/// names, the first `rdf:type` its type. Any other property is a relation, called by the last part of its IRI; an object
/// that is a literal is an entity by its text, datatype and language. Blank nodes are the file's own.
struct NTriplesReader {
  private static let schema = "http://www.w3.org/2000/01/rdf-schema#"
  private static let skos = "http://www.w3.org/2004/02/skos/core#"
  private static let label = Array("\(schema)label".utf8)
  private static let preferredLabel = Array("\(skos)prefLabel".utf8)
  private static let otherLabel = Array("\(skos)altLabel".utf8)
  private static let type = Array("http://www.w3.org/1999/02/22-rdf-syntax-ns#type".utf8)
  private static let literal = HeldBytes("literal")

  private var rows: SeparatedRows
  private let naming: NameChoice
  private var scanner: NTriplesScanner

  init(file: GraphFileBytes, naming: NameChoice) {
    // What separates columns does not matter, since a line is taken as a whole; a literal may hold NUL.
    rows = SeparatedRows(file: file, dialect: .init(separator: 0, isQuoted: false, allowsNUL: true))
    self.naming = naming
    scanner = NTriplesScanner(file: file.name)
  }

  /// Hands all triples over.
  mutating func read(_ pass: inout RowPass) throws {
    while let row = try rows.next() {
      try pass.tick()
      if case .bad(let reason) = row {
        try pass.reject(line: rows.line, reason: reason, bytes: rows.bytes)
        continue
      }
      do {
        guard let triple = try scanner.triple(rows.bytes) else { continue }
        try take(triple, pass.receiver)
      } catch let error as ImportedRowError {
        try pass.reject(line: rows.line, reason: error.reason, bytes: rows.bytes)
      }
    }
  }

  private func take(_ triple: NTriplesScanner.Triple, _ receiver: any ImportedRowReceiver) throws {
    let subject = EntityReference(.identifier, triple.subject)
    let predicate = triple.predicate
    let isName = !triple.object.isBlank && !triple.object.contains(0)
    if triple.isLiteral && isName {
      var entity = ImportedEntity(line: rows.line, entity: subject)
      if predicate.elementsEqual(Self.label) || predicate.elementsEqual(Self.preferredLabel) {
        entity.entity.name = triple.object
        entity.nameRank = naming.rank(of: triple.language)
        return try receiver.receive(entity)
      }
      if predicate.elementsEqual(Self.otherLabel) {
        entity.aliases = [triple.object]
        return try receiver.receive(entity)
      }
    } else if !triple.isLiteral, predicate.elementsEqual(Self.type) {
      let entity = EntityReference(.identifier, triple.subject, type: Self.localName(triple.object))
      return try receiver.receive(ImportedEntity(line: rows.line, entity: entity))
    }
    let object =
      triple.isLiteral
      ? EntityReference(
        .identifier, triple.literal, type: Self.literal.bytes, name: isName ? triple.object : triple.literal)
      : EntityReference(.identifier, triple.object)
    try receiver.receive(
      ImportedEdge(line: rows.line, subject: subject, relation: Self.localName(predicate), object: object))
  }

  /// The last part of an IRI, or all of it where it has no parts.
  private static func localName(_ iri: Bytes) -> Bytes {
    var end = iri.count
    while end > 0, isBreak(iri[end - 1]) { end -= 1 }
    var start = end
    while start > 0, !isBreak(iri[start - 1]) { start -= 1 }
    return start == end ? iri : Bytes(rebasing: iri[start..<end])
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":")
  }
}
