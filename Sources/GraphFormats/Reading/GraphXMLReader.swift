internal import GraphStore

/// Reads GraphML (as networkx, Gephi, yEd and igraph write it) and GEXF (as Gephi does).
///
/// A node is an entity by its label and type, or by its attribute `identifier`; nodes of one label and type stay apart. An edge has
/// its label as relation, and its other attributes as qualifiers. Memory grows with the nodes.
final class GraphXMLReader: XMLStreamReceiver {
  /// How values stand in a file.
  enum Form { case graphML, gexf }

  private let form: Form
  private var nodes: GraphXMLNodes
  private var edges: GraphXMLEdges
  private var pass: RowPass
  private var attributes = GraphXMLAttributes()

  /// The elements that are open and of which something is still to come, the innermost last.
  private var open: [GraphXMLElement] = []
  /// The attribute that the text being read belongs to, and how deep in it the text stands.
  private var value: (name: String, depth: Int, isLabel: Bool)?
  private var text: [UInt8] = []
  private var isTooLong = false

  private init(_ pass: RowPass, form: Form, columns: ColumnMapping, relation: String?) {
    self.form = form
    self.pass = pass
    nodes = GraphXMLNodes(file: pass.file.name, columns: columns)
    edges = GraphXMLEdges(columns: columns, relation: relation)
  }

  /// Hands all nodes and edges of the file over.
  static func read(
    _ pass: inout RowPass, form: Form, columns: ColumnMapping, relation: String?
  ) throws {
    let reader = GraphXMLReader(pass, form: form, columns: columns, relation: relation)
    try XMLStream.read(pass.file, reader)
    pass = reader.pass
    pass.trimmed += reader.nodes.trimmed
  }

  func start(_ name: String, _ values: [String: String], line: Int) throws {
    if let value {
      self.value?.depth += 1
      // yEd writes labels inside of its drawings.
      if name == "NodeLabel" || name == "EdgeLabel", !value.isLabel {
        text = []
        self.value?.isLabel = true
      }
      return
    }
    switch name {
    case "graph", "nodes", "edges":
      attributes.isUndirected =
        (values["edgedefault"] ?? values["defaultedgetype"]).map { $0 == "undirected" }
        ?? attributes.isUndirected
      try finish()
    case "node", "edge":
      try finish()
      try pass.tick()
      open.append(GraphXMLElement(isEdge: name == "edge", values: values, line: line))
    case "hyperedge":
      try pass.reject(
        line: line, reason: "an edge between more than two nodes", bytes: Bytes.empty)
    case "key", "attribute": attributes.declare(values)
    case "attributes": attributes.end = values["class"]
    case "default": value = (GraphXMLAttributes.defaultName, 0, false)
    case "data":
      if let key = values["key"], let open = open.last {
        value = (attributes.name(of: key, isEdge: open.isEdge), 0, false)
      }
    case "attvalue":
      if let key = values["for"] ?? values["id"], let content = values["value"], let last = open.last {
        open[open.count - 1].add(attributes.name(of: key, isEdge: last.isEdge), content)
      }
    case "spell":
      if let last = open.indices.last { open[last].addSpell(values["start"], values["end"]) }
    default: break
    }
  }

  func end(_ name: String) throws {
    if let value {
      if value.depth > 0 {
        self.value?.depth -= 1
        if name == "NodeLabel" || name == "EdgeLabel", value.isLabel {
          take("label")
          self.value?.isLabel = false
          // What stands beside the label is how it is drawn.
          self.value?.name = ""
        }
        return
      }
      if !value.name.isEmpty { take(value.name) }
      self.value = nil
      text = []
      return
    }
    if name == "node" || name == "edge" {
      try finish()
      _ = open.popLast()
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let value, value.depth == 0 || value.isLabel else { return }
    if text.count + bytes.count > FieldLimit.bytes { isTooLong = true } else { text += bytes }
  }

  /// Takes the text read for the value of an attribute.
  private func take(_ name: String) {
    let content = String(decoding: text, as: UTF8.self)
    text = []
    if name == GraphXMLAttributes.defaultName { return attributes.setDefault(content) }
    guard let last = open.indices.last else { return }
    open[last].isTooLong = open[last].isTooLong || isTooLong
    isTooLong = false
    open[last].add(name, content)
  }

  /// Hands over the innermost open element, of which all is known now, where that was not done.
  private func finish() throws {
    guard let last = open.indices.last, !open[last].isFinished else { return }
    open[last].isFinished = true
    let element = open[last].withDefaults(attributes)
    do {
      if element.isTooLong { throw FieldLimit.error(FieldLimit.bytes + 1) }
      if element.isEdge {
        let isUndirected = element.isUndirected ?? attributes.isUndirected
        try edges.take(element, between: nodes, isUndirected: isUndirected, pass.receiver)
      } else {
        try nodes.take(element, pass.receiver)
      }
    } catch let error as ImportedRowError {
      try Array(element.shown.utf8).withUnsafeBytes {
        try pass.reject(line: element.line, reason: error.reason, bytes: $0)
      }
    }
  }
}
