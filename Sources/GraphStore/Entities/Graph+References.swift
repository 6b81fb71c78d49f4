internal import SQLite

extension EntityName {
  /// What leads back to the entity, also after its document was read anew: `#identifier`, or `=name:type`, and behind it the document
  /// that alone means this by the name.
  package var reference: String {
    identifier.map { "#" + $0 } ?? "=\(name):\(type)"
      + (ownDocument.map { "@" + $0.prefix(Self.digits) } ?? "")
  }

  /// So many digits of a digest tell a document from all others of a graph.
  private static let digits = 16

  fileprivate func isMeant(by digest: String?) -> Bool {
    guard let digest else { return ownDocument == nil }
    return digest.utf8.count >= Self.digits && ownDocument?.hasPrefix(digest) == true
  }
}

extension Graph {
  /// The name of an entity that was resolved.
  package func name(of entity: Int) throws(GraphError) -> EntityName {
    try asking { try EntityNames(connection: connection)[entity] }
  }

  /// The entity that a reference leads to; a text that is none is resolved as a name is.
  ///
  /// One of an entity that has got another type or name, or is one with another now, leads there still; where several may be meant, none is
  /// chosen.
  package func resolve(reference: String) throws(GraphError) -> Resolution {
    guard reference.utf8.first == UInt8(ascii: "=") else { return try resolve(reference) }
    let wanted = String(reference.dropFirst())
    let parts = Self.parts(wanted)
    // The references of earlier versions were a name alone, which may hold a colon.
    if let found = try asking({ () -> Resolved? in
      if let parts, let found = try only(named: parts.name, type: parts.type, in: parts.document) {
        return found
      }
      return try only(named: wanted)
    }) {
      return .entity(found)
    }
    // What bears the name as another of its names; never what only holds its words, which would be another entity.
    return try asking {
      var found = try parts.map { try narrowed("\($0.name):\($0.type)") } ?? []
      for name in [parts?.name, wanted] where found.isEmpty { found = try name.map(bearing) ?? [] }
      if found.isEmpty, let parts { found = try onceNamed(parts.name) }
      return found.isEmpty
        ? .unknown(near: try candidates(nearlyNamed(parts?.name ?? wanted))) : try resolution(of: found)
    }
  }

  private struct ReferenceParts {
    var name: String
    var type: String
    var document: String?
  }

  private static func parts(_ text: String) -> ReferenceParts? {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let behind = text[text.utf8.index(after: colon)...].split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let type = behind.first, colon > text.startIndex else { return nil }
    return ReferenceParts(
      name: String(text[..<colon]), type: String(type), document: behind.count > 1 ? String(behind[1]) : nil)
  }

  /// What a judgement called so, also one that was undone since.
  private func onceNamed(_ name: String) throws -> [Int] {
    let rows = EntityRows(connection: connection)
    let found = try JudgementTable(connection: connection).naming(name).compactMap {
      try rows.row($0.left)?.canonical
    }
    return Set(found).sorted()
  }

  /// The one entity without an identifier of exactly that name, type and document; nil where there is none or several.
  private func only(named name: String, type: String? = nil, in document: String? = nil) throws -> Resolved? {
    let statement = try connection.statement(
      "SELECT id, \(EntityName.columns) FROM entity WHERE name = ? AND identifier IS NULL AND canonical IS NULL"
    )
    try statement.bind(name, at: 1)
    var found: [Resolved] = []
    while try statement.step() {
      let one = Resolved(entity: statement.integer(at: 0), name: EntityName(statement, from: 1))
      if type == nil || (one.name.type == type && one.name.isMeant(by: document)) { found.append(one) }
      if found.count > 1 { return nil }
    }
    return found.first
  }
}
