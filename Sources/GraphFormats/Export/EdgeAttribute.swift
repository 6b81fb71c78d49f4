internal import Claims
internal import GraphStore

/// What files for other programs say of an edge beyond its ends and its relation: one table for all of them.
struct EdgeAttribute: Sendable {
  /// What kind of values it has.
  enum Kind: Sendable { case text, integer, number, boolean }

  let name: String
  let kind: Kind
  /// Its value for an edge, or nil where it has none.
  let value: @Sendable (StatedEdge) -> String?

  private init(_ name: String, _ kind: Kind = .text, _ value: @escaping @Sendable (StatedEdge) -> String?) {
    self.name = name
    self.kind = kind
    self.value = value
  }

  static let all: [EdgeAttribute] =
    [
      EdgeAttribute("layer") { $0.edge.layer.rawValue },
      EdgeAttribute("weight", .integer) { String($0.edge.support) },
      EdgeAttribute("attributed", .integer) { String($0.edge.attributed) },
      EdgeAttribute("confidence", .number) { "\($0.edge.confidence)" },
      EdgeAttribute("symmetric", .boolean) { $0.edge.direction == .both ? "true" : nil },
      EdgeAttribute("when") { $0.when.isEmpty ? nil : $0.when },
      EdgeAttribute("said_by") { $0.edge.saidBy },
      EdgeAttribute("document") { $0.edge.evidence?.document ?? $0.edge.source?.document },
    ] + place + [
      EdgeAttribute("evidence") { $0.edge.evidence?.text ?? $0.edge.source?.note },
      EdgeAttribute("documents") { $0.documents },
      EdgeAttribute("qualifiers") { $0.qualifiers },
    ]

  /// Where the best statement stands.
  static let place: [EdgeAttribute] = [
    EdgeAttribute("page", .integer) { $0.best?.evidence?.page.map(String.init) },
    EdgeAttribute("sentence", .integer) { $0.edge.evidence.map { String($0.sentence) } },
    EdgeAttribute("sentence_start", .integer) { $0.edge.evidence.map { String($0.range.lowerBound) } },
    EdgeAttribute("sentence_end", .integer) { $0.edge.evidence.map { String($0.range.upperBound) } },
    EdgeAttribute("phrase") { $0.best?.phrase },
    EdgeAttribute("row", .integer) { $0.edge.source.map { String($0.row) } },
  ]
}

extension StatedEdge {
  /// The statement that the edge shows: its best sentence, or its row.
  var best: EdgeStatement? {
    if let evidence = edge.evidence {
      return statements.first {
        $0.document == evidence.document && $0.evidence?.sentence == evidence.sentence
          && $0.evidence?.range == evidence.range
      }
    }
    return statements.first { $0.document == edge.source?.document && $0.row?.line == edge.source?.row }
  }

  /// When it is true, by all that states it, for a cell.
  var when: String {
    Set(statements.compactMap(\.when)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .joined(separator: "; ")
  }

  /// The documents that state it, for a cell.
  var documents: String {
    var names: [String] = []
    // Statements come by documents.
    for statement in statements where names.last != statement.document { names.append(statement.document) }
    return names.joined(separator: "; ")
  }

  /// What rows of graph files say beside it, as a JSON object of names with a value or several; nil where they say nothing.
  var qualifiers: String? {
    var values: [String: Set<String>] = [:]
    for qualifier in statements.flatMap({ $0.row?.qualifiers ?? [] }) {
      values[qualifier.name, default: []].insert(qualifier.value)
    }
    if values.isEmpty { return nil }
    var json = JSONWriter()
    json.object { json in
      for (name, values) in values.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        let values = values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        json.name(name)
        if values.count == 1 {
          json.string(values[0])
        } else {
          json.strings(values)
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
