internal import GraphStore

/// A table of edges with all their columns, by RFC 4180.
enum EdgeTable: ExportForm {
  static let purpose = "for tables: pandas, DuckDB, R, spreadsheets (--excel)"

  /// What the table of an answer has no column for.
  private static let place = EdgeAttribute.place.filter { !Edge.columns.contains($0.name) }

  static let columns =
    Edge.columns + place.map(\.name)
    + ["documents", "qualifiers", "subject_identifier", "object_identifier", "subject_key", "object_key"]

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    let form = options.isForSpreadsheets ? SeparatedValues.spreadsheet : .commas
    var heading = (options.isForSpreadsheets ? "\u{FEFF}" : "") + form.line(columns)
    try part.graph.forEachStatedEdge(part.query) { edge in
      try write(Array((heading + form.line(cells(of: edge))).utf8))
      heading = ""
    }
    if !heading.isEmpty { try write(Array(heading.utf8)) }
    return try part.leftOut()
  }

  private static func cells(of edge: StatedEdge) -> [String] {
    var cells = edge.edge.cells
    // An answer shows when the best row says, a table what all say.
    for (index, name) in Edge.columns.enumerated() where name == "when" { cells[index] = edge.when }
    return cells + place.map { $0.value(edge) ?? "" } + [
      edge.documents, edge.qualifiers ?? "", edge.edge.subject.external ?? "",
      edge.edge.object.external ?? "", edge.subject, edge.object,
    ]
  }
}

extension EntityName {
  /// The identifier that a file gave it; nil for one that only this graph knows.
  var external: String? { isDescription ? nil : identifier }
}
