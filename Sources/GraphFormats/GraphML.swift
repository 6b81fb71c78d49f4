internal import Claims
internal import GraphStore

/// Writes GraphML edge by edge, each entity where it first comes up; node labels stand under the key that Gephi and yEd
/// read (`label`).
struct GraphML {
  static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="label" for="node" attr.name="label" attr.type="string"/>
      <key id="type" for="node" attr.name="type" attr.type="string"/>
      <key id="relation" for="edge" attr.name="label" attr.type="string"/>
      <key id="layer" for="edge" attr.name="layer" attr.type="string"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
      <key id="confidence" for="edge" attr.name="confidence" attr.type="double"/>
      <key id="document" for="edge" attr.name="document" attr.type="string"/>
      <key id="sentence" for="edge" attr.name="sentence" attr.type="int"/>
      <key id="row" for="edge" attr.name="row" attr.type="int"/>
      <key id="symmetric" for="edge" attr.name="symmetric" attr.type="boolean"/>
      <key id="evidence" for="edge" attr.name="evidence" attr.type="string"/>
      <graph id="kg" edgedefault="directed">

    """
  static let tail = "  </graph>\n</graphml>\n"

  private var numbers: [EntityName: Int] = [:]
  private var edges = 0

  /// The lines of an edge and of those of its ends that are new.
  mutating func add(_ edge: Edge) -> String {
    var text = ""
    func number(_ name: EntityName) -> Int {
      if let known = numbers[name] { return known }
      let number = numbers.count
      numbers[name] = number
      text +=
        "    <node id=\"n\(number)\">\(Self.data("label", name.name))\(Self.data("type", name.type))</node>\n"
      return number
    }
    let ends = "source=\"n\(number(edge.subject))\" target=\"n\(number(edge.object))\""
    text += "    <edge id=\"e\(edges)\" \(ends)>"
    text += Self.data("relation", edge.relation) + Self.data("layer", edge.layer.rawValue)
    text += Self.data("weight", String(edge.support)) + Self.data("confidence", "\(edge.confidence)")
    // A mark of its own: networkx reads no file that mixes directed and undirected edges.
    if edge.direction == .both { text += Self.data("symmetric", "true") }
    if let evidence = edge.evidence {
      text += Self.data("document", evidence.document) + Self.data("sentence", String(evidence.sentence))
      text += Self.data("evidence", evidence.text)
    } else if let source = edge.source {
      text += Self.data("document", source.document) + Self.data("row", String(source.row))
      if let note = source.note { text += Self.data("evidence", note) }
    }
    edges += 1
    return text + "</edge>\n"
  }

  private static func data(_ key: String, _ value: String) -> String {
    "<data key=\"\(key)\">\(escaped(value))</data>"
  }

  /// XML's own characters escaped; those that XML 1.0 forbids become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\r": result += "&#13;"
      case "\0"..<" ", "\u{FFFE}"..."\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
