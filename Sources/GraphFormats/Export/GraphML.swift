internal import Claims
internal import GraphStore

/// GraphML: all entities, then all edges; labels stand under the key that Gephi and yEd read (`label`).
enum GraphML: ExportForm {
  static let purpose = "for networkx, Gephi, yEd, igraph"

  private static let nodeKeys = ["label", "type", "identifier", "aliases"]

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var pending = head
    try part.graph.forEachNode(part.query) { node in
      try write(Array((pending + line(of: node)).utf8))
      pending = ""
    }
    var count = 0
    try part.graph.forEachStatedEdge(part.query) { edge in
      try write(Array((pending + line(of: edge, number: count)).utf8))
      pending = ""
      count += 1
    }
    try write(Array((pending + tail).utf8))
    return try part.leftOut()
  }

  private static var head: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """
    for name in nodeKeys { text += key(id: name, for: "node", name: name, type: "string") }
    text += key(id: "relation", for: "edge", name: "label", type: "string")
    for attribute in EdgeAttribute.all {
      text += key(id: attribute.name, for: "edge", name: attribute.name, type: attribute.kind.graphMLName)
    }
    return text + "  <graph id=\"kg\" edgedefault=\"directed\">\n"
  }

  private static let tail = "  </graph>\n</graphml>\n"

  private static func key(id: String, for end: String, name: String, type: String) -> String {
    "  <key id=\"\(id)\" for=\"\(end)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
  }

  private static func line(of node: GraphNode) -> String {
    var text =
      "    <node id=\"\(node.key)\">" + data("label", node.entity.name) + data("type", node.entity.type)
    if let identifier = node.entity.external { text += data("identifier", identifier) }
    if !node.aliases.isEmpty { text += data("aliases", node.aliases.joined(separator: "|")) }
    return text + "</node>\n"
  }

  private static func line(of edge: StatedEdge, number: Int) -> String {
    var text = "    <edge id=\"e\(number)\" source=\"\(edge.subject)\" target=\"\(edge.object)\">"
    text += data("relation", edge.edge.relation)
    // Which edges read the same both ways is a mark of its own: networkx reads no file that mixes directed and undirected ones.
    for attribute in EdgeAttribute.all {
      if let value = attribute.value(edge) { text += data(attribute.name, value) }
    }
    return text + "</edge>\n"
  }

  private static func data(_ key: String, _ value: String) -> String {
    "<data key=\"\(key)\">\(XMLText.escaped(value))</data>"
  }
}

extension EdgeAttribute.Kind {
  fileprivate var graphMLName: String {
    switch self {
    case .text: "string"
    case .integer: "int"
    case .number: "double"
    case .boolean: "boolean"
    }
  }
}
