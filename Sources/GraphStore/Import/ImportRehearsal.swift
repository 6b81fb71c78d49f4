package import Claims
internal import SQLite
internal import Schema

/// Takes rows as `GraphImport` does, checks and counts them, and stores nothing.
package final class ImportRehearsal: ImportedRowReceiver {
  private let graph: Graph?
  private var names = NameTable(limit: GraphImport.nameLimit)
  /// The places of relations in `rehearsed`, from 1, by what the rows of the file call them.
  private var relations = NameTable(limit: 1 << 24)
  private var rehearsed: [RehearsedRelation] = []
  private var placeOf: [ClaimStore.RelationKey: Int] = [:]
  private var edges = NameTable(limit: GraphImport.nameLimit)
  private var folded: [UInt8] = []
  /// What the graph has for each entity, by its number here, from 1; 0 for one that is new.
  private var stored: [Int] = [0]
  private let usesVocabulary: Bool
  /// Whether a row may only name entities by identifiers that are known.
  package var requiresKnownIdentifiers = false
  /// What the rows since `beginFile` come to.
  package private(set) var summary = GraphImport.Summary()

  private struct RehearsedRelation {
    /// What the graph has for it.
    var stored: Int?
    var isSymmetric: Bool
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
    try countEdge(subject, relation(edge.relation, edge.isCanonical ? .canonical : .imported), object)
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
      let key =
        party.isDescription
        ? DescriptionIdentifier.of(NameFolding.fold(party.name), in: reading.digest) : party.name
      return try Array(key.utf8).withUnsafeBytes {
        try number(of: EntityReference(party.isDescription ? .identifier : .name, $0), mustExist: false)
      }
    }
    summary.rows += reading.claims.count
    for row in claims where row.claim.makesEdge {
      let place = try Array(row.claim.relation.utf8).withUnsafeBytes { try relation($0, row.claim.layer) }
      try countEdge(
        parties[rows.mentions[row.subject].party], place, parties[rows.mentions[row.object].party])
    }
  }

  /// The place of a relation in `rehearsed`, made where it has none.
  private func relation(_ name: Bytes, _ layer: Claim.Layer) throws -> Int {
    let kind: UInt8 =
      switch layer {
      case .imported: 0
      case .canonical: 1
      case .open: 2
      }
    let key = relations.key(name, kind: kind)
    if let known = relations.value(for: key) { return Int(known) - 1 }
    let text = String(decoding: name, as: UTF8.self)
    let isVocabulary = layer == .imported && usesVocabulary && Vocabulary.builtIn[text] != nil
    let own = ClaimStore.RelationKey(name: text, layer: isVocabulary ? .canonical : layer)
    let place = placeOf[own] ?? rehearsed.count
    if place == rehearsed.count {
      placeOf[own] = place
      rehearsed.append(
        RehearsedRelation(
          stored: try graph?.relation(own),
          isSymmetric: own.layer == .canonical && Vocabulary.builtIn[text]?.isSymmetric == true))
    }
    relations.insert(UInt32(clamping: place + 1), for: key)
    summary.relations += 1
    return place
  }

  /// Counts an edge that neither the graph nor a row before has.
  private func countEdge(_ subject: UInt32, _ place: Int, _ object: UInt32) throws {
    let relation = rehearsed[place]
    let isTurned = relation.isSymmetric && object < subject
    let ends =
      isTurned ? (object, UInt32(clamping: place), subject) : (subject, UInt32(clamping: place), object)
    let edge = withUnsafeBytes(of: ends) { edges.key($0, kind: 4) }
    if edges.value(for: edge) != nil { return }
    edges.insert(1, for: edge)
    let (from, to) = (stored[Int(subject)], stored[Int(object)])
    if from > 0, to > 0, let known = relation.stored {
      if try graph?.hasEdge(from, known, to) == true { return }
      if relation.isSymmetric, try graph?.hasEdge(to, known, from) == true { return }
    }
    summary.newEdges += 1
  }

  private func number(of reference: EntityReference, mustExist: Bool) throws -> UInt32 {
    if reference.kind == .name, !NameFolding.foldASCII(reference.key, into: &folded) {
      folded = Array(NameFolding.fold(String(decoding: reference.key, as: UTF8.self)).utf8)
    }
    let key =
      reference.kind == .identifier
      ? names.key(reference.key, kind: 1)
      : folded.withUnsafeBytes { names.key($0, kind: reference.isPerson ? 4 : 2) }
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
        "SELECT coalesce(canonical, id) FROM entity WHERE identifier = ?",
        String(decoding: reference.key, as: UTF8.self))
    case .name:
      try connection.integer(
        "SELECT coalesce(canonical, id) FROM entity WHERE folded = ? AND part IS ? AND identifier IS NULL",
        String(decoding: folded, as: UTF8.self), reference.isPerson ? EntityKey.personPart : nil)
    }
  }

  fileprivate func relation(_ key: ClaimStore.RelationKey) throws -> Int? {
    try connection.integer(
      "SELECT id FROM relation WHERE name = ? AND layer = ?", key.name, key.layer.rawValue)
  }

  fileprivate func hasEdge(_ subject: Int, _ relation: Int, _ object: Int) throws -> Bool {
    try connection.integer(
      "SELECT 1 FROM edge WHERE subject = ? AND relation = ? AND object = ?", subject, relation, object)
      != nil
  }
}
