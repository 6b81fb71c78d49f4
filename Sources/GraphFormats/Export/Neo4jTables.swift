internal import GraphStore

/// The entities as a table that neo4j-admin imports; the edges are `Neo4jRelationships`.
enum Neo4jNodes: ExportForm {
  static let purpose = "for neo4j-admin database import and Ladybug's COPY, the entities"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var heading = SeparatedValues.commas.line([
      "key:ID", "name", "type", "identifier", "aliases", ":LABEL",
    ])
    try part.graph.forEachNode(part.query) { node in
      let row = [
        node.key, node.entity.name, node.entity.type, node.entity.external ?? "",
        node.aliases.joined(separator: "|"), "Entity;" + Neo4jCell.withoutSeparator(node.label),
      ]
      try write(Array((heading + SeparatedValues.commas.line(row.map(Neo4jCell.line))).utf8))
      heading = ""
    }
    if !heading.isEmpty { try write(Array(heading.utf8)) }
    return []
  }
}

/// The edges as a table that neo4j-admin imports.
enum Neo4jRelationships: ExportForm {
  static let purpose = "the edges for the same"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var heading = SeparatedValues.commas.line(
      [":START_ID", ":END_ID", ":TYPE"] + EdgeAttribute.all.map { $0.name + $0.kind.neo4jName })
    try part.graph.forEachStatedEdge(part.query) { edge in
      let row =
        [edge.subject, edge.object, edge.edge.relation] + EdgeAttribute.all.map { $0.value(edge) ?? "" }
      try write(Array((heading + SeparatedValues.commas.line(row.map(Neo4jCell.line))).utf8))
      heading = ""
    }
    if !heading.isEmpty { try write(Array(heading.utf8)) }
    return try part.leftOut()
  }
}

/// What a cell of these tables may hold.
private enum Neo4jCell {
  /// The text with line breaks as spaces: the importer takes none unless it is told to, which makes it slow.
  static func line(_ text: String) -> String { SeparatedValues.flattened(text) }

  /// The name of a label, of which several stand in a cell.
  static func withoutSeparator(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == UInt8(ascii: ";") ? UInt8(ascii: ",") : $0 }, as: UTF8.self)
  }
}

extension EdgeAttribute.Kind {
  fileprivate var neo4jName: String {
    switch self {
    case .text: ""
    case .integer: ":long"
    case .number: ":double"
    case .boolean: ":boolean"
    }
  }
}
