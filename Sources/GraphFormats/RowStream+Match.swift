internal import Claims
package import GraphStore

extension RowStream {
  /// Writes a row of the answer to a pattern.
  package mutating func add(_ row: [MatchValue], _ columns: [String]) throws {
    try add(row.map(\.cell)) { json in
      json.object { json in
        for (name, value) in zip(columns, row) {
          json.name(name)
          json.value(value)
        }
      }
    }
  }
}

extension MatchValue {
  /// The value as the cell of a table.
  fileprivate var cell: String {
    switch self {
    case .null: ""
    case .truth(let isTrue): isTrue ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): "\(number)"
    case .text(let text): text
    case .node(let name): name.name
    case .edge(let edge):
      "\(edge.subject.name) \(edge.relation) \(edge.object.name)"
        + (edge.doubt.isEmpty ? "" : " (\(edge.doubt))")
    case .evidence(let edge): "\(Report.ground(edge)) [\(Report.place(edge))]"
    case .list(let values): values.map(\.cell).joined(separator: "; ")
    }
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ value: MatchValue) {
    switch value {
    case .null: null()
    case .truth(let isTrue): bool(isTrue)
    case .integer(let number): integer(number)
    case .number(let number): self.number(number)
    case .text(let text): string(text)
    case .node(let name): object { $0.nameAndType(name) }
    case .edge(let edge), .evidence(let edge): self.edge(edge)
    case .list(let values):
      array { json in
        for value in values { json.value(value) }
      }
    }
  }
}
