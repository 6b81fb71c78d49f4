internal import Claims
internal import GraphStore

/// GEXF 1.3: entities, then edges with their times as spells; relations that read the same both ways are undirected.
enum GEXF: ExportForm {
  static let purpose = "for Gephi and Gephi Lite, with times"

  private static let nodeAttributes = ["type", "identifier", "aliases"]

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var pending = head
    try part.graph.forEachNode(part.query) { node in
      try write(Array((pending + line(of: node)).utf8))
      pending = ""
    }
    pending += "    </nodes>\n    <edges>\n"
    var count = 0
    try part.graph.forEachStatedEdge(part.query) { edge in
      let spells = spells(of: edge)
      try write(Array((pending + line(of: edge, number: count, spells: spells)).utf8))
      pending = ""
      count += 1
    }
    try write(Array((pending + "    </edges>\n  </graph>\n</gexf>\n").utf8))
    return try part.leftOut()
  }

  private static var head: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <meta>
          <creator>kg</creator>
        </meta>
        <graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">
          <attributes class="node">

      """
    for name in nodeAttributes { text += attribute(name, type: "string") }
    text += "    </attributes>\n    <attributes class=\"edge\">\n"
    for (place, edge) in EdgeAttribute.all.enumerated() where !isElsewhere(edge) {
      text += attribute(edge.name, id: String(place), type: edge.kind.gexfName)
    }
    return text + "    </attributes>\n    <nodes>\n"
  }

  /// Whether the form has a place of its own for an attribute.
  private static func isElsewhere(_ attribute: EdgeAttribute) -> Bool {
    attribute.name == "weight" || attribute.name == "symmetric"
  }

  private static func attribute(_ name: String, id: String? = nil, type: String) -> String {
    "      <attribute id=\"\(id ?? name)\" title=\"\(name)\" type=\"\(type)\"/>\n"
  }

  private static func line(of node: GraphNode) -> String {
    var values = value("type", node.entity.type)
    if let identifier = node.entity.external { values += value("identifier", identifier) }
    if !node.aliases.isEmpty { values += value("aliases", node.aliases.joined(separator: "|")) }
    return """
            <node id="\(node.key)" label="\(XMLText.escaped(node.entity.name))"><attvalues>\(values)</attvalues></node>

      """
  }

  private static func line(of edge: StatedEdge, number: Int, spells: [Spell]) -> String {
    let relation = XMLText.escaped(edge.edge.relation)
    var text =
      "      <edge id=\"e\(number)\" source=\"\(edge.subject)\" target=\"\(edge.object)\""
      + (edge.edge.direction == .both ? " type=\"undirected\"" : "")
      + " label=\"\(relation)\" kind=\"\(relation)\" weight=\"\(edge.edge.support)\"><attvalues>"
    for (place, attribute) in EdgeAttribute.all.enumerated() where !isElsewhere(attribute) {
      if let value = attribute.value(edge) { text += Self.value(String(place), value) }
    }
    text += "</attvalues>"
    if !spells.isEmpty { text += "<spells>" + spells.map(\.text).joined() + "</spells>" }
    return text + "</edge>\n"
  }

  private static func value(_ attribute: String, _ value: String) -> String {
    "<attvalue for=\"\(attribute)\" value=\"\(XMLText.escaped(value))\"/>"
  }

  /// A span of days in which an edge is true.
  private struct Spell: Hashable {
    var start: String?
    var end: String?

    var text: String {
      "<spell" + (start.map { " start=\"\($0)\"" } ?? "") + (end.map { " end=\"\($0)\"" } ?? "") + "/>"
    }
  }

  /// When an edge is true, by the times that a calendar tells; none where nothing says, which Gephi takes for always.
  private static func spells(of edge: StatedEdge) -> [Spell] {
    var spells: Set<Spell> = []
    for when in edge.statements.compactMap(\.when) {
      guard let span = EDTFInterval(when) else { continue }
      let spell = Spell(start: span.first.flatMap(\.day4), end: span.last.flatMap(\.day4))
      // Before the year 1 and after 9999, Gephi knows no dates.
      if (spell.start == nil) == (span.first == nil), (spell.end == nil) == (span.last == nil) {
        spells.insert(spell)
      }
    }
    return spells.sorted { ($0.start ?? "", $0.end ?? "~") < ($1.start ?? "", $1.end ?? "~") }
  }
}

extension CalendarDate {
  /// The day as `2001-09-10`; nil before the year 1.
  var day4: String? { year >= 1 && day != nil ? iso : nil }
}

extension EdgeAttribute.Kind {
  fileprivate var gexfName: String {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .number: "double"
    case .boolean: "boolean"
    }
  }
}
