internal import Claims
package import GraphStore

/// Edges as a picture in GraphViz's language: one line for all relations between two things with their names on it, a title, a legend,
/// and hubs whose many like neighbors are drawn as a few and a number.
package struct GraphPicture {
  /// What is drawn.
  package struct Options: Sendable {
    package var title = ""
    /// The entity that is drawn whatever else is.
    package var center: EntityName?
    /// How many things are drawn, those with the most edges; nil for all.
    package var top: Int?
    /// How many edges were left out before.
    package var hiddenEdges = 0
    /// Whether it is read from left to right, as a path is.
    package var isChain = false

    package init() {}
  }

  /// Edges that one picture can show; a larger graph is written as it comes, for other programs to draw.
  package static let mostEdges = 600
  /// A hub of more lines than this has its like neighbors drawn together.
  private static let mostLines = 12
  /// So many of the like neighbors of a hub are drawn, at least.
  private static let shownOfGroup = 5

  private let options: Options
  private let names: [EntityName]
  private var lines: [Line]
  private var groups: [Group] = []
  private var hidden: Set<Int> = []
  private var hiddenEdges = 0

  /// All edges between two things.
  private struct Line {
    var first: Int
    var second: Int
    /// From the first to the second, back, and those that read the same both ways.
    var along: [Edge] = []
    var against: [Edge] = []
    var both: [Edge] = []

    var edges: [Edge] { along + against + both }
    var support: Int { edges.reduce(0) { $0 + $1.support } }
  }

  /// Neighbors of a hub that are tied to it alike, drawn as one.
  private struct Group {
    var hub: Int
    var type: String
    var members: [Int]
    var line: Line
  }

  package init(_ edges: [Edge], _ options: Options) {
    self.options = options
    let kept = Self.kept(edges, options)
    hiddenEdges = options.hiddenEdges + edges.count - kept.count
    var numbers: [EntityName: Int] = [:]
    var names: [EntityName] = []
    func number(_ name: EntityName) -> Int {
      if let known = numbers[name] { return known }
      numbers[name] = names.count
      names.append(name)
      return names.count - 1
    }
    var places: [[Int]: Int] = [:]
    var lines: [Line] = []
    for edge in kept {
      let (from, to) = (number(edge.subject), number(edge.object))
      let key = [min(from, to), max(from, to)]
      let place = places[key] ?? lines.count
      if place == lines.count {
        places[key] = place
        lines.append(Line(first: from, second: to))
      }
      if edge.direction == .both {
        lines[place].both.append(edge)
      } else if lines[place].first == from {
        lines[place].along.append(edge)
      } else {
        lines[place].against.append(edge)
      }
    }
    self.names = names
    self.lines = lines
    gather()
  }

  /// The edges between those things that have the most of them.
  private static func kept(_ edges: [Edge], _ options: Options) -> [Edge] {
    guard let top = options.top else { return edges }
    var degrees: [EntityName: Int] = [:]
    for edge in edges {
      degrees[edge.subject, default: 0] += 1
      if edge.object != edge.subject { degrees[edge.object, default: 0] += 1 }
    }
    let kept = best(top, of: degrees, with: options.center)
    return edges.filter { kept.contains($0.subject) && kept.contains($0.object) }
  }

  /// The things that have the most edges; ties come by name.
  static func best(_ count: Int, of degrees: [EntityName: Int], with center: EntityName?) -> Set<EntityName> {
    let ranked = degrees.sorted { left, right in
      if (left.key == center) != (right.key == center) { return left.key == center }
      return left.value == right.value
        ? left.key.precedesForDrawing(right.key) : left.value > right.value
    }
    return Set(ranked.prefix(max(1, count)).map(\.key))
  }

  /// Draws the many neighbors of hubs that have no other line, are of one type and are tied alike, as a few and a number.
  private mutating func gather() {
    var degrees = [Int](repeating: 0, count: names.count)
    for line in lines where line.first != line.second {
      degrees[line.first] += 1
      degrees[line.second] += 1
    }
    var alike: [[String]: [Int]] = [:]
    for (index, line) in lines.enumerated() where line.first != line.second {
      for (hub, leaf) in [(line.first, line.second), (line.second, line.first)]
      where degrees[leaf] == 1 && degrees[hub] > Self.mostLines && names[leaf] != options.center {
        let isAlong = hub == line.first
        let away = (isAlong ? line.along : line.against).map { "> \($0.relation)" }
        let towards = (isAlong ? line.against : line.along).map { "< \($0.relation)" }
        let either = line.both.map { "= \($0.relation)" }
        let key = [String(hub), names[leaf].type] + (away + towards + either).sorted()
        alike[key, default: []].append(index)
      }
    }
    for (key, members) in alike.sorted(by: { $0.value[0] < $1.value[0] })
    where members.count > Self.shownOfGroup + 1 {
      guard let hub = Int(key[0]) else { continue }
      func leaf(_ line: Line) -> Int { line.first == hub ? line.second : line.first }
      let ranked = members.map { lines[$0] }.sorted { left, right in
        left.support == right.support
          ? names[leaf(left)].precedesForDrawing(names[leaf(right)]) : left.support > right.support
      }
      let rest = ranked.dropFirst(Self.shownOfGroup)
      guard let sample = rest.first else { continue }
      groups.append(Group(hub: hub, type: key[1], members: rest.map(leaf), line: sample))
    }
    hidden = Set(groups.flatMap(\.members))
    lines.removeAll { hidden.contains($0.first) || hidden.contains($0.second) }
  }

  package var text: String {
    var text = head
    for (number, name) in names.enumerated() where !hidden.contains(number) {
      text +=
        "  n\(number) [label=\(DotWriter.label(name.name)), tooltip=\(DotGraph.quoted("\(name.name) (\(name.type))")), "
        + "fillcolor=\"\(Self.color(name.type))\"\(name == options.center ? ", penwidth=2" : "")];\n"
    }
    for (index, line) in lines.enumerated() {
      text += draw(line, "l\(index)", "n\(line.first)", "n\(line.second)", names[line.second].name)
    }
    for (index, group) in groups.enumerated() {
      text +=
        "  m\(index) [label=\"+\(group.members.count) more\", style=\"rounded,filled,dashed\", "
        + "tooltip=\(DotGraph.quoted(group.members.map { names[$0].name }.joined(separator: "\n"))), "
        + "fillcolor=\"\(Self.color(group.type))\"];\n"
      let isHubFirst = group.line.first == group.hub
      text += draw(
        group.line, "k\(index)", isHubFirst ? "n\(group.hub)" : "m\(index)",
        isHubFirst ? "m\(index)" : "n\(group.hub)", "+\(group.members.count)")
    }
    return text + DotWriter.tail
  }

  private static func color(_ type: String) -> String { DotGraph.colors[type] ?? "#ffffff" }

  /// A line through a node of its own that bears the names of the relations, so that they stand on the line whatever the layout.
  private func draw(_ line: Line, _ label: String, _ from: String, _ to: String, _ end: String) -> String {
    let isBothWays = !line.along.isEmpty && !line.against.isEmpty
    let short = TextWidth.cut(Display.plain(end), to: 16)
    let start = TextWidth.cut(Display.plain(names[line.first].name), to: 16)
    var words = line.along.map { DotWriter.word($0) + (isBothWays ? " → \(short)" : "") }
    words += line.against.map { DotWriter.word($0) + (isBothWays ? " → \(start)" : "") }
    words += line.both.map(DotWriter.word)
    let sources = DotGraph.quoted(line.edges.map(DotWriter.source).joined(separator: "\n"))
    let style = line.edges.allSatisfy(DotWriter.isDoubtful) ? ", style=dashed" : ""
    let (tail, head) = line.along.isEmpty && !line.against.isEmpty ? (to, from) : (from, to)
    let hasHead = !line.along.isEmpty || !line.against.isEmpty
    let shown = DotGraph.quoted(words.joined(separator: "\n"))
    var text =
      "  \(label) [shape=plaintext, style=\"\", margin=\"0.04,0.01\", width=0.1, height=0.1, fontsize=10, "
    text += "fontcolor=\"#333333\", label=\(shown), tooltip=\(sources)];\n"
    text += "  \(tail) -> \(label) [dir=\(isBothWays ? "back" : "none"), tooltip=\(sources)\(style)];\n"
    text += "  \(label) -> \(head) [dir=\(hasHead ? "forward" : "none"), tooltip=\(sources)\(style)];\n"
    return text
  }

  private var head: String {
    let layout =
      options.isChain
      ? "rankdir=LR, nodesep=0.3, ranksep=0.4" : "layout=sfdp, K=0.8, overlap=prism, sep=\"+5\""
    return """
      digraph kg {
        graph [\(layout), splines=true, fontname="Helvetica", fontsize=11, bgcolor="white", labelloc=t, label=\(legend)];
        node [shape=box, style="rounded,filled", color="#777777", fontname="Helvetica", fontsize=12, margin="0.12,0.06"];
        edge [color="#666666", fontcolor="#333333", fontname="Helvetica", fontsize=10, arrowsize=0.7];

      """
  }

  /// The title, the colours of the types, what a broken line means, and what is not drawn.
  private var legend: String {
    var counts: [String: Int] = [:]
    for name in names { counts[name.type, default: 0] += 1 }
    let types = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var cells = types.prefix(10).map { type in
      "<td border=\"1\" color=\"#777777\" style=\"rounded\" bgcolor=\"\(Self.color(type))\"> \(XMLText.escaped(Display.plain(type))) </td>"
    }
    if lines.contains(where: { $0.edges.allSatisfy(DotWriter.isDoubtful) }) {
      cells.append("<td>- - - denied, doubted or unsure</td>")
    }
    let span = max(1, cells.count)
    var rows: [String] = []
    if !options.title.isEmpty {
      let title = XMLText.escaped(Display.plain(options.title))
      rows.append("<td colspan=\"\(span)\"><font point-size=\"18\"><b>\(title)</b></font></td>")
    }
    if !cells.isEmpty { rows.append(cells.joined()) }
    if hiddenEdges > 0 {
      rows.append("<td colspan=\"\(span)\">\(Report.count(hiddenEdges, "more edge")) not shown</td>")
    }
    if rows.isEmpty { return "\"\"" }
    return "<<table border=\"0\" cellspacing=\"4\">\(rows.map { "<tr>\($0)</tr>" }.joined())</table>>"
  }
}

extension EntityName {
  /// By the bytes of name and type.
  fileprivate func precedesForDrawing(_ other: EntityName) -> Bool {
    let (left, right) = ([name, type, identifier ?? ""], [other.name, other.type, other.identifier ?? ""])
    for (a, b) in zip(left, right) where a.utf8.elementsEqual(b.utf8) == false {
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return false
  }
}
