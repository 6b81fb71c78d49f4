internal import Claims
internal import Digests
internal import GraphStore

/// Entities of FollowTheMoney, one a line: things, the documents that state something, and relations as entities of their own.
///
/// A relation has the schema that its meaning and its ends allow (`Membership`, `Ownership`, `Family` …), else `UnknownLink` with the
/// relation as its role. (FollowTheMoney 4, followthemoney/schema.)
enum FollowTheMoney: ExportForm {
  static let purpose = "for FollowTheMoney: Aleph, OpenSanctions, nomenklatura"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    let owned = try ownedKeys(part)
    try part.graph.forEachNode(part.query) { node in
      let schema = FollowTheMoneySchema.schema(ofType: node.entity.type, isOwned: owned.contains(node.key))
      try write(
        line(
          id: node.key, schema: schema,
          [
            ("name", [node.entity.name]), ("alias", node.aliases),
            (schema == "Address" ? "full" : "", [node.entity.name]),
            ("wikidataId", FollowTheMoneySchema.wikidata(node.entity.external)),
            ("keywords", [node.entity.type]),
          ]))
    }
    var documents: Set<String> = []
    try part.graph.forEachStatedEdge(part.query) { edge in
      for statement in edge.statements where documents.insert(statement.document).inserted {
        try write(
          line(
            id: documentID(statement.document), schema: "Document",
            [("fileName", [statement.document]), ("title", [statement.document])]))
      }
      try write(line(of: edge, owned: owned))
    }
    return try part.leftOut()
  }

  /// The keys of what is owned: an organization that is has to be a company.
  private static func ownedKeys(_ part: GraphPart) throws -> Set<String> {
    var query = part.query
    query.filter.relations = FollowTheMoneySchema.ownership.filter {
      part.query.filter.relations.isEmpty || part.query.filter.relations.contains($0)
    }
    if query.filter.relations.isEmpty { return [] }
    var keys: Set<String> = []
    // In a part, the way to an owner may lead over other relations.
    query.center = nil
    try part.graph.forEachEdge(
      query,
      withKeys: { edge, _, object in
        if edge.layer == .canonical { keys.insert(object) }
      })
    return keys
  }

  private static func line(of edge: StatedEdge, owned: Set<String>) -> [UInt8] {
    func schema(_ name: EntityName, _ key: String) -> String {
      FollowTheMoneySchema.schema(ofType: name.type, isOwned: owned.contains(key))
    }
    let link = FollowTheMoneySchema.link(
      edge.edge.layer == .canonical ? edge.edge.relation : "",
      from: schema(edge.edge.subject, edge.subject), to: schema(edge.edge.object, edge.object))
    let times = FollowTheMoneyTimes(edge.statements.compactMap(\.when))
    let identity = [edge.subject, edge.edge.relation, edge.edge.layer.rawValue, edge.object]
    return line(
      id: "r-" + digest(identity.joined(separator: "\u{1F}")), schema: link.schema,
      [
        (link.subject, [edge.subject]), (link.object, [edge.object]), (link.role, [edge.edge.relation]),
        ("startDate", times.starts), ("endDate", times.ends), ("date", times.dates),
        ("description", times.others), ("publisher", sorted(edge.statements.compactMap(\.saidBy))),
        ("summary", sorted(edge.statements.compactMap { $0.evidence?.text ?? $0.row?.note })),
        ("proof", sorted(edge.statements.map { documentID($0.document) })),
      ])
  }

  private static func documentID(_ name: String) -> String { "d-" + digest(name) }

  private static func digest(_ text: String) -> String {
    var hash = SHA256()
    hash.update(Array(text.utf8))
    return hash.finalize().prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private static func sorted(_ values: [String]) -> [String] {
    Set(values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// An entity; properties without values are left out, as are characters that none may hold.
  private static func line(id: String, schema: String, _ properties: [(String, [String])]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("id", id)
      json.field("schema", schema)
      json.name("properties")
      json.object { json in
        for (name, values) in properties {
          let values = values.map(FollowTheMoneySchema.text).filter { !$0.isEmpty }
          if name.isEmpty || values.isEmpty { continue }
          json.name(name)
          json.strings(values)
        }
      }
    }
    json.endLine()
    return json.take()
  }
}

/// The times of an edge as FollowTheMoney has them: years, months and days, no other form of EDTF.
private struct FollowTheMoneyTimes {
  private(set) var starts: [String] = []
  private(set) var ends: [String] = []
  private(set) var dates: [String] = []
  /// Those that it has no form for.
  private(set) var others: [String] = []

  init(_ times: [String]) {
    for time in Set(times).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let parts = time.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let ends = parts.map { $0 == ".." || $0.isEmpty ? "" : $0 }
      if ends.contains(where: { !$0.isEmpty && !Self.isDate($0) }) {
        others.append(time)
      } else if ends.count == 2 {
        if !ends[0].isEmpty, !starts.contains(ends[0]) { starts.append(ends[0]) }
        if !ends[1].isEmpty, !self.ends.contains(ends[1]) { self.ends.append(ends[1]) }
      } else {
        dates.append(time)
      }
    }
  }

  private static func isDate(_ text: String) -> Bool { (CalendarDate(text)?.year ?? 0) >= 1000 }
}
