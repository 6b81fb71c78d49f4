/// A node or an edge of a file of XML, as far as it was read.
struct GraphXMLElement {
  let isEdge: Bool
  /// The attributes of its tag.
  let values: [String: String]
  let line: Int
  /// What the file says beside it: names and values, in their order.
  private(set) var content: [(name: String, value: String)] = []
  var isFinished = false
  var isTooLong = false

  init(isEdge: Bool, values: [String: String], line: Int) {
    self.isEdge = isEdge
    self.values = values
    self.line = line
  }

  mutating func add(_ name: String, _ value: String) { content.append((name, value)) }

  /// Takes a span of days in which it is there; an open end is `..`, as in EDTF.
  mutating func addSpell(_ start: String?, _ end: String?) {
    guard start != nil || end != nil else { return }
    content.append((Self.spell, "\(start ?? "..")/\(end ?? "..")"))
  }

  /// The name under which spans of days are kept, where the file does not say when in a better way.
  static let spell = "time"

  /// What the file says under a name, whatever its case; nil for blanks.
  func value(_ name: String) -> String? {
    content.first { $0.name.lowercased() == name.lowercased() && !Self.isBlank($0.value) }?.value
  }

  static func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// Whether the edge itself says that it reads the same both ways; nil where it says nothing.
  var isUndirected: Bool? {
    if let directed = values["directed"] { return directed == "false" || directed == "0" }
    guard let type = values["type"]?.lowercased() else { return nil }
    return type == "undirected" || type == "mutual"
  }

  /// The element with the values that its attributes have where it gives none.
  func withDefaults(_ attributes: GraphXMLAttributes) -> GraphXMLElement {
    var result = self
    for (name, value) in attributes.defaults(isEdge: isEdge)
    where !content.contains(where: { $0.name == name }) {
      result.add(name, value)
    }
    return result
  }

  /// The element as a row that is left out shows it.
  var shown: String {
    let names = isEdge ? ["source", "target", "label"] : ["id", "label"]
    return names.map { values[$0] ?? value($0) ?? "" }.joined(separator: "\t")
  }
}

/// The attributes that a file of XML declares.
struct GraphXMLAttributes {
  private struct Attribute {
    var name: String
    var end: String?
    var preset: String?
  }

  static let defaultName = "\u{0}default"

  private var declared: [String: Attribute] = [:]
  /// The last one, which a default belongs to.
  private var last: String?
  /// Whether attributes that are declared now are those of nodes or edges; in GEXF only.
  var end: String?
  /// Whether edges read the same both ways where they do not say.
  var isUndirected = false

  mutating func declare(_ values: [String: String]) {
    guard let id = values["id"] else { return }
    // An id may be used for nodes and edges both, in GEXF.
    let end = values["for"] ?? end
    last = Self.key(id, end: end)
    // A drawing is no value; the label inside of it is told apart.
    let name = values["attr.name"] ?? values["title"] ?? (values["yfiles.type"] == nil ? id : "")
    declared[Self.key(id, end: end)] = Attribute(name: name, end: end, preset: nil)
  }

  mutating func setDefault(_ value: String) {
    if let last { declared[last]?.preset = value }
  }

  /// What an attribute is called; its id where it was not declared.
  func name(of id: String, isEdge: Bool) -> String {
    let attribute =
      declared[Self.key(id, end: isEdge ? "edge" : "node")] ?? declared[Self.key(id, end: "all")]
      ?? declared[Self.key(id, end: nil)]
    return attribute.map(\.name) ?? id
  }

  /// The values that elements have where they give none, by names.
  func defaults(isEdge: Bool) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    for attribute in declared.values where attribute.end != (isEdge ? "node" : "edge") {
      if let preset = attribute.preset, !attribute.name.isEmpty { result.append((attribute.name, preset)) }
    }
    return result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func key(_ id: String, end: String?) -> String { "\(end ?? "all")\u{0}\(id)" }
}
