internal import SQLite

/// Takes rows as `GraphImport` does, checks and counts them, and stores nothing.
package final class ImportRehearsal: ImportedRowReceiver {
  private let graph: Graph?
  private var names = NameTable(limit: GraphImport.nameLimit)
  private var relations = NameTable(limit: 1 << 24)
  private var folded: [UInt8] = []
  /// Whether a row may only name entities by identifiers that are known.
  package var requiresKnownIdentifiers = false
  /// What the rows since `beginFile` come to; edges are not told from repeated rows.
  package private(set) var summary = GraphImport.Summary()

  /// - Parameter graph: what would be imported into; nil for a graph that does not exist.
  package init(graph: Graph?) { self.graph = graph }

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

  private func number(of reference: EntityReference, mustExist: Bool) throws -> UInt32 {
    if reference.kind == .name, !NameFolding.foldASCII(reference.key, into: &folded) {
      folded = Array(NameFolding.fold(String(decoding: reference.key, as: UTF8.self)).utf8)
    }
    let key =
      reference.kind == .identifier
      ? names.key(reference.key, kind: 1) : folded.withUnsafeBytes { names.key($0, kind: 2) }
    if let known = names.value(for: key) { return known }
    let isKnown = try graph?.hasEntity(reference, folded: folded) == true
    if mustExist && !isKnown { throw ImportedRowError.unknownIdentifier(reference.key) }
    let number = UInt32(clamping: names.count + 1)
    names.insert(number, for: key)
    if !isKnown { summary.newEntities += 1 }
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
  /// Whether the graph has the entity of a reference.
  fileprivate func hasEntity(_ reference: EntityReference, folded: [UInt8]) throws -> Bool {
    switch reference.kind {
    case .identifier:
      try connection.integer(
        "SELECT 1 FROM entity WHERE identifier = ?", String(decoding: reference.key, as: UTF8.self)) != nil
    case .name:
      try connection.integer(
        "SELECT 1 FROM entity WHERE folded = ? AND identifier IS NULL",
        String(decoding: folded, as: UTF8.self))
        != nil
    }
  }
}
