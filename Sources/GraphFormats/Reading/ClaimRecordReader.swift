internal import Claims
internal import Digests
internal import GraphStore
internal import Schema

/// Reads claim records, one a line, as `kg export --format jsonl` and `kg extract` print them.
///
/// The records of one document stand together. A document whose records have evidence comes back as a text that was read;
/// one whose records have none as a graph file, a row a record.
struct ClaimRecordReader {
  /// What came of a document.
  struct Document {
    var name: String
    var outcome: IngestionOutcome
    var summary: GraphImport.Summary
  }

  /// How the records of a document are read; raised when the same records come to give other rows.
  private static let version = "records-2"

  private var rows: SeparatedRows
  private var finished = NameTable(limit: 1 << 24)
  /// The next record, where it was read already.
  private var pending: Claim?
  private var json = JSONWriter()

  private let origin: DocumentOrigin?

  /// - Parameter origin: where the file comes from; nil where nothing is stored.
  init(file: GraphFileBytes, origin: DocumentOrigin?) {
    self.origin = origin
    // No line of text holds a NUL, so the only column is the line.
    rows = SeparatedRows(file: file, dialect: .init(separator: 0, isQuoted: false))
  }

  /// Stores all documents.
  mutating func read(_ pass: inout RowPass, into work: GraphImport) throws -> [Document] {
    var documents: [Document] = []
    while let first = try peek(&pass) {
      let name = first.document
      if isFinished(name) {
        try pass.reject(
          line: rows.line,
          reason:
            "records of \(Quoting.quoted(name)) stand in two places of the file; bring those of a document together",
          bytes: rows.bytes)
        pending = nil
        continue
      }
      documents.append(
        try first.evidence == nil ? graphFile(name, &pass, into: work) : text(name, &pass, into: work))
      Array(name.utf8).withUnsafeBytes { finished.insert(1, for: finished.key($0, kind: 0)) }
    }
    return documents
  }

  /// Hands all documents to a rehearsal, which counts what they would bring and stores nothing.
  mutating func rehearse(_ pass: inout RowPass, with rehearsal: ImportRehearsal, in graph: Graph?) throws {
    while let first = try peek(&pass) {
      let name = first.document
      if first.evidence != nil {
        let (reading, _) = try reading(of: name, &pass)
        let known = try graph?.knownOutcome(
          name: name, digest: reading.digest, extractorVersion: Self.version)
        if known == nil { try rehearsal.receive(reading) } else { rehearsal.skip(rows: reading.claims.count) }
        continue
      }
      var row = 0
      while let claim = try next(of: name, hasEvidence: false, &pass) {
        row = Self.row(of: claim, after: row)
        try Self.pass(claim, row: row, to: rehearsal)
      }
    }
  }

  private func isFinished(_ name: String) -> Bool {
    Array(name.utf8).withUnsafeBytes { finished.value(for: finished.key($0, kind: 0)) != nil }
  }

  private mutating func text(_ name: String, _ pass: inout RowPass, into work: GraphImport) throws -> Document
  {
    let (reading, pages) = try reading(of: name, &pass)
    var (outcome, summary) = try work.ingest(reading, pages: pages, from: origin)
    summary.rows = reading.claims.count
    return Document(name: name, outcome: outcome, summary: summary)
  }

  /// What the records of a document say of a text.
  private mutating func reading(
    of name: String, _ pass: inout RowPass
  ) throws -> (DocumentReading, pages: [RecordedPage]) {
    var claims: [Claim] = []
    var sentences = RecordedSentences()
    var hash = SHA256()
    while let claim = try next(of: name, hasEvidence: true, &pass) {
      do {
        try sentences.add(claim)
      } catch {
        try pass.reject(line: rows.line, reason: error.reason, bytes: rows.bytes)
        continue
      }
      hash.update(bytes(of: claim))
      claims.append(claim)
    }
    let reading = DocumentReading(
      document: name, digest: hash.finalize(), extractorVersion: Self.version, length: sentences.length,
      sentences: sentences.all, mentions: [], claims: claims)
    return (reading, sentences.pages)
  }

  private mutating func graphFile(
    _ name: String, _ pass: inout RowPass, into work: GraphImport
  ) throws -> Document {
    let (outcome, summary) = try work.file(
      name: name, from: origin, version: Self.version, digest: nil
    ) {
      var hash = SHA256()
      var row = 0
      while let claim = try next(of: name, hasEvidence: false, &pass) {
        hash.update(bytes(of: claim))
        row = Self.row(of: claim, after: row)
        try Self.pass(claim, row: row, to: work)
      }
      return ImportedFileFacts(digest: hash.finalize(), length: 0)
    }
    return Document(name: name, outcome: outcome, summary: summary)
  }

  /// The row of a record: its own where the records come in the order of rows, else the next one.
  private static func row(of claim: Claim, after last: Int) -> Int {
    let next = last + 1
    guard let line = claim.row?.line, line <= Int(UInt32.max) else { return next }
    return max(line, next)
  }

  /// Hands a record over as a row of a graph file.
  private static func pass(_ claim: Claim, row: Int, to receiver: any ImportedRowReceiver) throws {
    let relation = HeldBytes(claim.relation)
    let subject = HeldReference(claim.subject)
    let object = HeldReference(claim.object)
    var edge = ImportedEdge(
      line: row, subject: subject.reference, relation: relation.bytes, object: object.reference,
      confidence: claim.confidence)
    edge.isCanonical = claim.layer == .canonical
    let qualifiers = (claim.row?.qualifiers ?? []).map { (HeldBytes($0.name), HeldBytes($0.value)) }
    edge.qualifiers = qualifiers.map { ImportedEdge.Qualifier(name: $0.0.bytes, value: $0.1.bytes) }
    try withExtendedLifetime((relation, subject, object, qualifiers)) {
      try receiver.receive(edge)
      for party in [subject, object] where !party.aliases.isEmpty {
        try receiver.receive(
          ImportedEntity(
            line: row, entity: party.reference, nameRank: 1, aliases: party.aliases.map(\.bytes)))
      }
    }
  }

  private mutating func bytes(of claim: Claim) -> [UInt8] {
    json.claim(claim, isExplained: true)
    json.endLine()
    return json.take()
  }

  /// Takes the next record if it belongs to a document.
  private mutating func next(of document: String, hasEvidence: Bool, _ pass: inout RowPass) throws -> Claim? {
    while let claim = try peek(&pass), claim.document == document {
      pending = nil
      if (claim.evidence != nil) == hasEvidence { return claim }
      try pass.reject(
        line: rows.line, reason: "a document has records with evidence or without, not both",
        bytes: rows.bytes)
    }
    return nil
  }

  /// The next record, which stays the next one.
  private mutating func peek(_ pass: inout RowPass) throws -> Claim? {
    if let pending { return pending }
    while let row = try rows.next() {
      try pass.tick()
      do {
        if case .bad(let reason) = row { throw ImportedRowError(reason) }
        if rows.bytes.isBlank { continue }
        pending = try Self.claim(rows.bytes)
        return pending
      } catch let error as ImportedRowError {
        try pass.reject(line: rows.line, reason: error.reason, bytes: rows.bytes)
      }
    }
    return nil
  }

  private static func told(_ party: Party) -> Party {
    var party = party
    party.isOpen = OpenWords.contains(party.name)
    return party
  }

  private static func claim(_ line: Bytes) throws -> Claim {
    do {
      var claim = try Claim(record: try JSONValue(line))
      // A record tells of whom the text leaves open by the name alone.
      claim.subject = told(claim.subject)
      claim.object = told(claim.object)
      claim.attribution = claim.attribution.map(told)
      claim.speaker = claim.speaker.map(told)
      if claim.evidence == nil && (claim.layer == .open || !claim.makesEdge || claim.method != .imported) {
        throw ImportedRowError(
          "a record without evidence must be an imported, positive and certain statement")
      }
      return claim
    } catch let error as JSONValue.SyntaxError {
      throw ImportedRowError("no JSON: \(error.reason) at byte \(error.byte)")
    } catch let error as ClaimRecordError {
      throw ImportedRowError("no claim record: \(error.reason)")
    }
  }
}

/// A party of a record as a row of a graph file names an entity.
private struct HeldReference {
  private let name: HeldBytes
  private let type: HeldBytes
  private let identifier: HeldBytes?
  let aliases: [HeldBytes]

  init(_ party: Party) {
    name = HeldBytes(party.name)
    type = HeldBytes(party.type.rawValue)
    identifier = party.identifier.map { HeldBytes($0) }
    aliases = party.aliases.map { HeldBytes($0) }
  }

  /// Valid as long as this is held.
  var reference: EntityReference {
    if let identifier {
      EntityReference(.identifier, identifier.bytes, type: type.bytes, name: name.bytes)
    } else {
      EntityReference(.name, name.bytes, type: type.bytes)
    }
  }
}
