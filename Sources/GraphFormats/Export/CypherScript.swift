internal import Claims
internal import GraphStore

/// A script in Cypher that may be run again: entities and edges are merged by what they are.
enum CypherScript: ExportForm {
  static let purpose = "for Neo4j, Memgraph and other databases that run Cypher; for small graphs"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var pending = """
      // In Neo4j, run first: CREATE CONSTRAINT kg_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.key IS UNIQUE

      """
    try part.graph.forEachNode(part.query) { node in
      try write(Array((pending + statement(of: node)).utf8))
      pending = ""
    }
    try part.graph.forEachStatedEdge(part.query) { edge in
      try write(Array((pending + statement(of: edge)).utf8))
      pending = ""
    }
    if !pending.isEmpty { try write(Array(pending.utf8)) }
    return try part.leftOut()
  }

  private static func statement(of node: GraphNode) -> String {
    var text =
      "MERGE (n:Entity {key: \(string(node.key))}) SET n:\(name(node.label)), n.name = \(string(node.entity.name))"
      + ", n.type = \(string(node.entity.type))"
    if let identifier = node.entity.external { text += ", n.identifier = \(string(identifier))" }
    if !node.aliases.isEmpty {
      text += ", n.aliases = [\(node.aliases.map(string).joined(separator: ", "))]"
    }
    return text + ";\n"
  }

  private static func statement(of edge: StatedEdge) -> String {
    var text = "MATCH (a:Entity {key: \(string(edge.subject))}), (b:Entity {key: \(string(edge.object))}) "
    // A relation of a file may have the name of one of the vocabulary.
    text += "MERGE (a)-[r:\(name(edge.edge.relation)) {layer: \(string(edge.edge.layer.rawValue))}]->(b) SET "
    let values = EdgeAttribute.all.dropFirst().compactMap { attribute in
      attribute.value(edge).map { "r.\(attribute.name) = \(attribute.kind == .text ? string($0) : $0)" }
    }
    return text + values.joined(separator: ", ") + ";\n"
  }

  /// A string literal of openCypher, which shows no character that a terminal would obey or a line would end at.
  static func string(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }

  /// A name of a label or a type, between backticks where it is no word.
  static func name(_ text: String) -> String {
    let isWord = text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    if isWord && !text.isEmpty { return text }
    var result = "`"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "`": result += "``"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result += " "
      // Neo4j takes \u0060 for a backtick wherever it stands.
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "`"
  }
}

extension GraphNode {
  /// The type as graph databases write labels: `Person`.
  var label: String {
    guard let first = entity.type.unicodeScalars.first, first.isASCII else {
      return entity.type.isEmpty ? "Thing" : entity.type
    }
    return first.properties.uppercaseMapping + String(entity.type.unicodeScalars.dropFirst())
  }
}
