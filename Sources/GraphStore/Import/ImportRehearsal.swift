package import Claims
internal import SQLite
internal import Schema

/// Takes rows as `GraphImport` does, checks and counts them, and stores nothing.
package final class ImportRehearsal: ImportedRowReceiver {
  private let graph: Graph?
  private var names = NameTable(limit: GraphImport.nameLimit)
  private var relations = NameTable(limit: 1 << 24)
  private var edges = NameTable(limit: GraphImport.nameLimit)
  private var folded: [UInt8] = []
  /// What the graph has for each entity, by its number here, from 1; 0 for one that is new.
  private var stored: [Int] = [0]
  private var relationNumbers: [RelationKey: (number: Int, stored: Int?)] = [:]
  private let usesVocabulary: Bool
  /// Whether a row may only name entities by identifiers that are known.
  package var requiresKnownIdentifiers = false
  /// What the rows since `beginFile` come to.
  package private(set) var summary = GraphImport.Summary()

  private struct RelationKey: Hashable {
    var name: String
    var layer: Claim.Layer
  }

  /// - Parameters:
  ///   - graph: what would be imported into; nil for a graph that does not exist.
  ///   - usesVocabulary: whether relations of the vocabulary are taken as the vocabulary's.
  package init(graph: Graph?, usesVocabulary: Bool = false) {
    self.graph = graph
    self.usesVocabulary = usesVocabulary
  }

  /// Starts a file.
  package func beginFile() {
    summary = GraphImport.Summary()
    relations = NameTable(limit: relations.limit)
  }

  package func receive(_ edge: borrowing ImportedEdge) throws {
    let subject = try number(of: edge.subject, mustExist: requiresKnownIdentifiers)
    let object = try number(of: edge.object, mustExist: requiresKnownIdentifiers)
    summary.rows += 1
    if subject == object { summary.loops += 1 }
    let name = String(decoding: edge.relation, as: UTF8.self)
    let isCanonical = edge.isCanonical || usesVocabulary && Vocabulary.builtIn[name] != nil
    try countEdge(subject, RelationKey(name: name, layer: isCanonical ? .canonical : .imported), object)
    let key = relations.key(edge.relation, kind: 0)
    if relations.value(for: key) == nil {
      relations.insert(1, for: key)
      summary.relations += 1
    }
  }

  package func receive(_ entity: borrowing ImportedEntity) throws {
    _ = try number(of: entity.entity, mustExist: false)
  }

  package func receive(_ qualifier: borrowing ImportedQualifier) {}

  /// Counts rows that would change nothing.
  package func skip(rows: Int) { summary.rows += rows }

  /// Counts what a reading of a text would bring.
  package func receive(_ reading: DocumentReading) throws {
    var rows = ReadingRows(reading)
    let claims = reading.claims.compactMap { claim in rows.row(for: claim) }
    let parties = try rows.parties.map { party in
      try Array(party.name.utf8).withUnsafeBytes {
        try number(of: EntityReference(.name, $0), mustExist: false)
      }
    }
    summary.rows += reading.claims.count
    for row in claims where row.claim.makesEdge {
      try countEdge(
        parties[rows.mentions[row.subject].party],
        RelationKey(name: row.claim.relation, layer: row.claim.layer),
        parties[rows.mentions[row.object].party])
    }
  }

  /// Counts an edge that neither the graph nor a row before has.
  private func countEdge(_ subject: UInt32, _ key: RelationKey, _ object: UInt32) throws {
    let isSymmetric = key.layer == .canonical && Vocabulary.builtIn[key.name]?.isSymmetric == true
    let relation: (number: Int, stored: Int?)
    if let known = relationNumbers[key] {
      relation = known
    } else {
      relation = (relationNumbers.count, try graph?.relation(named: key.name, layer: key.layer))
      relationNumbers[key] = relation
    }
    let (first, second) = isSymmetric && object < subject ? (object, subject) : (subject, object)
    let bytes = [Int(first), relation.number, Int(second)]
    let edge = bytes.withUnsafeBytes { edges.key($0, kind: 4) }
    if edges.value(for: edge) != nil { return }
    edges.insert(1, for: edge)
    let (from, to) = (stored[Int(subject)], stored[Int(object)])
    if from > 0, to > 0, let known = relation.stored {
      if try graph?.hasEdge(from, known, to) == true { return }
      if isSymmetric, try graph?.hasEdge(to, known, from) == true { return }
    }
    summary.newEdges += 1
  }

  private func number(of reference: EntityReference, mustExist: Bool) throws -> UInt32 {
    if reference.kind == .name, !NameFolding.foldASCII(reference.key, into: &folded) {
      folded = Array(NameFolding.fold(String(decoding: reference.key, as: UTF8.self)).utf8)
    }
    let key =
      reference.kind == .identifier
      ? names.key(reference.key, kind: 1) : folded.withUnsafeBytes { names.key($0, kind: 2) }
    if let known = names.value(for: key) { return known }
    let known = try graph?.entity(of: reference, folded: folded)
    if mustExist && known == nil { throw ImportedRowError.unknownIdentifier(reference.key) }
    let number = UInt32(clamping: stored.count)
    stored.append(known ?? 0)
    names.insert(number, for: key)
    if known == nil { summary.newEntities += 1 }
    return number
  }
}

extension ImportedRowError {
  /// A row names an entity by an identifier that nothing gives.
  static func unknownIdentifier(_ key: Bytes) -> ImportedRowError {
    let text = String(decoding: key, as: UTF8.self)
    return ImportedRowError("no entity has the id \(Quoting.quoted(text))")
  }
}

extension Graph {
  /// The entity that the graph has for a reference.
  fileprivate func entity(of reference: EntityReference, folded: [UInt8]) throws -> Int? {
    switch reference.kind {
    case .identifier:
      try connection.integer(
        "SELECT id FROM entity WHERE identifier = ?", String(decoding: reference.key, as: UTF8.self))
    case .name:
      try connection.integer(
        "SELECT id FROM entity WHERE folded = ? AND identifier IS NULL",
        String(decoding: folded, as: UTF8.self))
    }
  }

  fileprivate func relation(named name: String, layer: Claim.Layer) throws -> Int? {
    try connection.integer("SELECT id FROM relation WHERE name = ? AND layer = ?", name, layer.rawValue)
  }

  fileprivate func hasEdge(_ subject: Int, _ relation: Int, _ object: Int) throws -> Bool {
    try connection.integer(
      "SELECT 1 FROM edge WHERE subject = ? AND relation = ? AND object = ?", subject, relation, object)
      != nil
  }
}
