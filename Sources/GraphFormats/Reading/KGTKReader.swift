internal import GraphStore

/// Reads a KGTK edge file: tab-separated, with the columns node1, label, node2 and often id.
///
/// A node that is a symbol is an entity by that identifier; one that is a value (a string, a date, a quantity …) is an
/// entity by its bytes, and called by its text. `label` edges name their node, `alias` edges give it further names. An edge on the id of an earlier
/// edge qualifies that one. (KGTK specification, usc-isi-i2/kgtk, docs/specification.md.)
struct KGTKReader: SeparatedRowReader {
  private enum Role {
    case identifier, subject, relation, object
    case subjectName, objectName, ignored
    case qualifier(HeldBytes)
  }

  /// How many edges with ids are remembered for their qualifiers.
  private static let edgeLimit = 12_000_000

  private let roles: [Role]
  var rows: SeparatedRows
  private let naming: NameChoice
  private var edges = NameTable(limit: Self.edgeLimit)
  private var values = KGTKValues()

  /// Reads the heading, which is the first row.
  ///
  /// - Throws: `GraphFileError` with `badData` for one without the three columns.
  init(rows: inout SeparatedRows, file: String, naming: NameChoice) throws {
    guard case .fields = try rows.next() else {
      throw GraphFileError(.badData, "\(file), line 1: no heading")
    }
    let heading = rows.fields.map { String(decoding: $0, as: UTF8.self) }
    let missing = ["node1", "label", "node2"].filter { !heading.contains($0) }
    guard missing.isEmpty else {
      throw GraphFileError(
        .badData, "\(file), line 1: a KGTK file needs the column \(missing.joined(separator: ", "))")
    }
    roles = heading.map { name in
      switch name {
      case "id": .identifier
      case "node1": .subject
      case "label": .relation
      case "node2": .object
      case "node1;label": .subjectName
      case "node2;label": .objectName
      case "label;label": .ignored
      default: .qualifier(HeldBytes(name))
      }
    }
    self.rows = rows
    self.naming = naming
  }

  mutating func take(_ receiver: any ImportedRowReceiver) throws {
    guard rows.fields.count == roles.count else {
      throw ImportedRowError.columns(rows.fields.count, of: roles.count)
    }
    values.clear()
    var (identifier, subject, relation, object) = (Bytes.empty, Bytes.empty, Bytes.empty, Bytes.empty)
    var (subjectName, objectName) = (Bytes.empty, Bytes.empty)
    var qualifiers: [ImportedEdge.Qualifier] = []
    for (role, field) in zip(roles, rows.fields) {
      if field.count > FieldLimit.bytes { throw FieldLimit.error(field.count) }
      switch role {
      case .identifier: identifier = field
      case .subject: subject = try field.filled("node1")
      case .relation: relation = try field.filled("label")
      case .object: object = try field.filled("node2")
      case .subjectName: subjectName = field
      case .objectName: objectName = field
      case .ignored: break
      case .qualifier(let name):
        if !field.isEmpty { qualifiers.append(.init(name: name.bytes, value: values.text(of: field).bytes)) }
      }
    }
    if let line = edges.value(for: edges.key(subject, kind: 0)) {
      let content = ImportedEdge.Qualifier(name: relation, value: values.text(of: object).bytes)
      return try receiver.receive(ImportedQualifier(line: Int(line), content: content))
    }
    if try takeName(of: subject, relation: relation, value: object, receiver) { return }
    try receiver.receive(
      ImportedEdge(
        line: rows.line, subject: reference(subject, name: subjectName), relation: relation,
        object: reference(object, name: objectName), qualifiers: qualifiers))
    if !identifier.isEmpty {
      edges.insert(UInt32(clamping: rows.line), for: edges.key(identifier, kind: 0))
    }
  }

  /// Takes an edge that names its node.
  private mutating func takeName(
    of subject: Bytes, relation: Bytes, value: Bytes, _ receiver: any ImportedRowReceiver
  ) throws -> Bool {
    let isLabel = relation.elementsEqual("label".utf8)
    guard isLabel || relation.elementsEqual("alias".utf8), !KGTKValues.isValue(subject) else { return false }
    let text = values.text(of: value)
    let name = try text.bytes.filled("node2")
    var entity = ImportedEntity(line: rows.line, entity: EntityReference(.identifier, subject))
    if isLabel {
      entity.entity.name = name
      entity.nameRank = naming.rank(of: text.language)
    } else {
      entity.aliases = [name]
    }
    try receiver.receive(entity)
    return true
  }

  private mutating func reference(_ node: Bytes, name: Bytes) -> EntityReference {
    guard KGTKValues.isValue(node) else {
      return EntityReference(.identifier, node, name: name.isEmpty ? name : values.text(of: name).bytes)
    }
    let text = values.text(of: node)
    // The whole value identifies it: 'chat'@fr is not 'chat'@en, and "X" not "x".
    return EntityReference(.identifier, node, type: text.type, name: text.bytes.isBlank ? node : text.bytes)
  }
}
