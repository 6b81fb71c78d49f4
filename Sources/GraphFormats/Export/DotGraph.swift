internal import Claims
package import GraphStore

/// A graph in GraphViz's language, made to be read as it comes.
///
/// All relations between two entities in one direction share an arrow, so that a picture of many sources stays legible.
package struct DotGraph {
  private let edges: [Edge]

  package init(_ edges: [Edge]) { self.edges = edges }

  /// One colour a type; the palette is light enough for black letters.
  static let colors = [
    "person": "#fde2b3", "organization": "#c9ddf5", "group": "#f6c9c4", "place": "#cfe8c6",
    "event": "#e4d3f0",
    "object": "#e6e0d2", "role": "#fbf3b0", "concept": "#d4ecec", "time": "#eeeeee", "quantity": "#eeeeee",
  ]

  package var text: String {
    var writer = DotWriter()
    return DotWriter.head + edges.map { writer.add($0) }.joined() + writer.flush() + DotWriter.tail
  }
}

/// Writes a GraphViz graph edge by edge: each entity where it first comes up, arrows when all their edges are there.
struct DotWriter {
  static let head = """
    digraph kg {
      graph [rankdir=LR, nodesep=0.25, ranksep=1.1, splines=true, fontname="Helvetica", bgcolor="white"];
      node [shape=box, style="rounded,filled", color="#777777", fontname="Helvetica", fontsize=12, margin="0.12,0.06"];
      edge [color="#666666", fontcolor="#333333", fontname="Helvetica", fontsize=10, arrowsize=0.7];

    """
  static let tail = "}\n"

  private var numbers: [EntityName: Int] = [:]
  private var arrows: [Arrow: [Edge]] = [:]
  private var order: [Arrow] = []

  /// Takes an edge in; returns the lines of the entities that are new.
  mutating func add(_ edge: Edge) -> String {
    var text = ""
    func number(_ name: EntityName) -> Int {
      if let known = numbers[name] { return known }
      let number = numbers.count
      numbers[name] = number
      text +=
        "  n\(number) [label=\(Self.label(name.name)), tooltip=\(DotGraph.quoted("\(name.name) (\(name.type))")), "
      text += "fillcolor=\"\(DotGraph.colors[name.type] ?? "#ffffff")\"];\n"
      return number
    }
    let arrow = Arrow(
      from: number(edge.subject), to: number(edge.object), isSymmetric: edge.direction == .both)
    if arrows[arrow] == nil { order.append(arrow) }
    arrows[arrow, default: []].append(edge)
    return text
  }

  /// The lines of all arrows since the last time.
  mutating func flush() -> String {
    defer {
      arrows.removeAll(keepingCapacity: true)
      order.removeAll(keepingCapacity: true)
    }
    return order.map { line($0, arrows[$0] ?? []) }.joined()
  }

  private struct Arrow: Hashable {
    let from: Int
    let to: Int
    let isSymmetric: Bool
  }

  private func line(_ arrow: Arrow, _ edges: [Edge]) -> String {
    let label = edges.map(Self.word).joined(separator: "\n")
    let sources = edges.map(Self.source).joined(separator: "\n")
    let isDoubtful = edges.allSatisfy(Self.isDoubtful)
    var attributes = [
      "label=\(DotGraph.quoted(label))", "tooltip=\(DotGraph.quoted(sources))",
      "labeltooltip=\(DotGraph.quoted(sources))",
    ]
    if arrow.isSymmetric { attributes.append("dir=none") }
    if isDoubtful { attributes.append("style=dashed") }
    return "  n\(arrow.from) -> n\(arrow.to) [\(attributes.joined(separator: ", "))];\n"
  }

  /// The relation, and what keeps it from being stated.
  static func word(_ edge: Edge) -> String {
    edge.relation
      + (edge.polarity == .negative
        ? " (denied)"
        : edge.modality != .certain
          ? " (\(edge.modality.rawValue))" : isUnsure(edge) ? " (unsure)" : "")
  }

  /// The sentence or the row behind it, and where it stands.
  static func source(_ edge: Edge) -> String {
    guard let evidence = edge.evidence else {
      return edge.source.map { "\(edge.relation) [\($0.document), line \($0.row)]" } ?? edge.relation
    }
    let page = Report.page(evidence.page, evidence.pageLabel)
    return "\(edge.relation): \(evidence.text) [\(evidence.document)\(page), sentence \(evidence.sentence)]"
  }

  static func isDoubtful(_ edge: Edge) -> Bool {
    edge.polarity == .negative || edge.modality != .certain || isUnsure(edge)
  }

  private static func isUnsure(_ edge: Edge) -> Bool { !Claim.isSure(edge.confidence, layer: edge.layer) }

  /// A label, broken at spaces into lines of some twenty letters.
  static func label(_ name: String) -> String {
    var lines: [String] = []
    for word in name.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + word.count < 20 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return DotGraph.quoted(lines.isEmpty ? name : lines.joined(separator: "\n"))
  }
}

extension DotGraph {
  /// A quoted string: quotation marks and backslashes escaped, line breaks written out; GraphViz would also take
  /// "&amp;" for "&", so that an ampersand which starts such a thing is escaped too.
  static func quoted(_ text: String) -> String {
    var result = "\""
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar {
      case "&" where startsEntity(scalars[index...].dropFirst()): result += "&amp;"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\0"..<" ", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether letters and digits, and then a semicolon, come first.
  private static func startsEntity(_ rest: Substring.UnicodeScalarView) -> Bool {
    let name = rest.prefix {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "#")
    }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }
}
