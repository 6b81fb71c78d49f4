internal import GraphStore

/// The nodes of a file of XML, by their ids.
struct GraphXMLNodes {
  private struct Node {
    var name: HeldBytes
    var type: HeldBytes
    var identifier: HeldBytes?
  }

  private let file: String
  private let columns: ColumnMapping
  private var known: [String: Node] = [:]
  private var labels: Set<[String]> = []
  /// How many names had blanks before or behind them.
  private(set) var trimmed = 0

  init(file: String, columns: ColumnMapping) {
    self.file = file
    self.columns = columns
  }

  /// Remembers a node and hands it over, so that it is there without any edge too.
  mutating func take(_ element: GraphXMLElement, _ receiver: any ImportedRowReceiver) throws {
    guard let id = element.values["id"], !id.isEmpty else { throw ImportedRowError("a node without an id") }
    if known[id] != nil { throw ImportedRowError("the node \(Quoting.quoted(id)) is there twice") }
    let label =
      columns.columns[.name].flatMap { element.value($0) } ?? element.values["label"]
      ?? element.value("label") ?? element.value("name") ?? id
    let name = HeldBytes(trimming: label)
    if name.bytes.isEmpty { throw ImportedRowError("the label of the node \(Quoting.quoted(id)) is empty") }
    if name.bytes.count != label.utf8.count { trimmed += 1 }
    let type = HeldBytes(trimming: element.value(columns.columns[.type] ?? "type") ?? "")
    var identifier = element.value(columns.columns[.id] ?? "identifier")
    // Two nodes of one label are two things, whatever they are called.
    let isFirst = labels.insert([label, element.value(columns.columns[.type] ?? "type") ?? ""]).inserted
    if !isFirst && identifier == nil { identifier = "\(file)#\(id)" }
    let node = Node(name: name, type: type, identifier: identifier.map { HeldBytes(trimming: $0) })
    known[id] = node
    let aliases = (element.value(columns.columns[.aliases] ?? "aliases") ?? "").split(separator: "|").map {
      HeldBytes(trimming: String($0))
    }
    try withExtendedLifetime((node, aliases)) {
      try receiver.receive(
        ImportedEntity(
          line: element.line, entity: Self.reference(node),
          aliases: aliases.filter { !$0.bytes.isEmpty }.map(\.bytes)))
    }
  }

  /// What an edge names by an id; valid as long as the nodes are.
  func reference(_ id: String?, _ end: String) throws -> EntityReference {
    guard let id else { throw ImportedRowError("an edge without a \(end)") }
    guard let node = known[id] else {
      throw ImportedRowError("the \(end) \(Quoting.quoted(id)) is no node that stands before the edge")
    }
    return Self.reference(node)
  }

  private static func reference(_ node: Node) -> EntityReference {
    if let identifier = node.identifier {
      EntityReference(.identifier, identifier.bytes, type: node.type.bytes, name: node.name.bytes)
    } else {
      EntityReference(.name, node.name.bytes, type: node.type.bytes)
    }
  }
}

/// The edges of a file of XML.
struct GraphXMLEdges {
  private let columns: ColumnMapping
  private let relation: String?
  /// The row of the last edge: several edges may stand on a line, and a row is one edge.
  private var row = 0

  init(columns: ColumnMapping, relation: String?) {
    self.columns = columns
    self.relation = relation
  }

  mutating func take(
    _ element: GraphXMLElement, between nodes: GraphXMLNodes, isUndirected: Bool,
    _ receiver: any ImportedRowReceiver
  ) throws {
    let subject = try nodes.reference(element.values["source"], "source")
    let object = try nodes.reference(element.values["target"], "target")
    let (name, used) = try relation(of: element)
    let relation = HeldBytes(trimming: name)
    var edge = ImportedEdge(
      line: max(row + 1, element.line), subject: subject, relation: relation.bytes, object: object)
    let confidence = columns.columns[.confidence] ?? "confidence"
    if let text = element.value(confidence) {
      guard let number = Double(text), (0...1).contains(number) else {
        throw ImportedRowError("the confidence is \(Quoting.quoted(text)); it must be a number from 0 to 1")
      }
      edge.confidence = number
    }
    let told = element.content.filter { $0.name != used && $0.name != confidence }
    let held = Self.qualifiers(told, of: element, isUndirected: isUndirected).map {
      (HeldBytes($0.name), HeldBytes($0.value))
    }
    edge.qualifiers = held.map { ImportedEdge.Qualifier(name: $0.0.bytes, value: $0.1.bytes) }
    try withExtendedLifetime((relation, held)) { try receiver.receive(edge) }
    row = edge.line
  }

  /// The relation of an edge, and the attribute that says it where that is one.
  private func relation(of element: GraphXMLElement) throws -> (String, attribute: String?) {
    if let column = columns.columns[.relation] {
      if let value = element.value(column) { return (value, column) }
      if let value = element.values[column], !GraphXMLElement.isBlank(value) { return (value, nil) }
    } else {
      if let value = element.value("label") { return (value, "label") }
      for name in ["label", "kind"] {
        if let value = element.values[name], !GraphXMLElement.isBlank(value) { return (value, nil) }
      }
      if let value = element.value("relation") { return (value, "relation") }
    }
    if let relation { return (relation, nil) }
    throw ImportedRowError(
      "the edge has no label to be its relation; say which of its attributes is, or a relation for all that say none"
    )
  }

  /// What is kept beside an edge.
  private static func qualifiers(
    _ told: [(name: String, value: String)], of element: GraphXMLElement, isUndirected: Bool
  ) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    // The days of a spell say less than the time that they were made of.
    let hasTime = element.value("when") != nil
    for (name, value) in told where !GraphXMLElement.isBlank(value) && !name.isEmpty {
      if name == GraphXMLElement.spell && hasTime { continue }
      if name == "qualifiers" {
        result += Array(value.utf8).withUnsafeBytes { QualifierObject.read($0) }
      } else {
        result.append((name, value))
      }
    }
    if let weight = element.values["weight"] { result.append(("weight", weight)) }
    if isUndirected { result.append(("directed", "false")) }
    return result
  }
}

extension HeldBytes {
  /// The text without blanks before and behind.
  convenience init(trimming text: String) {
    self.init(Array(text.utf8).withUnsafeBytes { Array($0.trimmed) })
  }
}
