internal import GraphStore

/// Reads a table of edges (columns subject, relation, object) or of entities (columns id, name).
struct TableReader: SeparatedRowReader {
  /// How the rows of a table of edges name entities.
  let naming: EntityReference.Kind
  let columns: TableColumns
  var rows: SeparatedRows
  private var qualifiers: [ImportedEdge.Qualifier] = []
  private var aliases: [Bytes] = []

  /// Reads the heading, which is the first row.
  ///
  /// - Throws: `GraphFileError` with `badData` for one that does not say what the columns are.
  init(rows: inout SeparatedRows, file: String, naming: EntityReference.Kind) throws {
    switch try rows.next() {
    case .fields:
      columns = try TableColumns(
        heading: rows.fields.map { String(decoding: $0, as: UTF8.self) }, file: file)
    case .bad(let reason): throw GraphFileError(.badData, "\(file), line \(rows.line): \(reason)")
    case nil: throw GraphFileError(.badData, "\(file): the file is empty")
    }
    self.rows = rows
    self.naming = naming
  }

  mutating func take(_ receiver: any ImportedRowReceiver) throws {
    let count = rows.fields.count
    guard count == columns.roles.count else { throw ImportedRowError.columns(count, of: columns.roles.count) }
    for field in rows.fields where field.count > FieldLimit.bytes { throw FieldLimit.error(field.count) }
    if columns.kind == .edges { try takeEdge(receiver) } else { try takeEntity(receiver) }
  }

  private mutating func takeEdge(_ receiver: any ImportedRowReceiver) throws {
    var edge = ImportedEdge(
      line: rows.line, subject: EntityReference(naming, .empty), relation: .empty,
      object: EntityReference(naming, .empty))
    if !qualifiers.isEmpty { qualifiers.removeAll(keepingCapacity: true) }
    for (role, field) in zip(columns.roles, rows.fields) {
      switch role {
      case .subject: edge.subject.key = try field.filled("subject")
      case .relation: edge.relation = try field.filled("relation")
      case .object: edge.object.key = try field.filled("object")
      case .subjectType: edge.subject.type = field
      case .objectType: edge.object.type = field
      case .confidence: if !field.isEmpty { edge.confidence = try Self.confidence(field) }
      case .qualifier(let name):
        if !field.isEmpty { qualifiers.append(.init(name: name.bytes, value: field)) }
      case .identifier, .name, .type, .aliases: break
      }
    }
    edge.qualifiers = qualifiers
    try receiver.receive(edge)
  }

  private mutating func takeEntity(_ receiver: any ImportedRowReceiver) throws {
    var entity = ImportedEntity(line: rows.line, entity: EntityReference(.identifier, .empty))
    if !aliases.isEmpty { aliases.removeAll(keepingCapacity: true) }
    for (role, field) in zip(columns.roles, rows.fields) {
      switch role {
      case .identifier: entity.entity.key = try field.filled("id")
      case .name: entity.entity.name = try field.filled("name")
      case .type: entity.entity.type = field
      case .aliases:
        for alias in field.split(separator: UInt8(ascii: "|")) where !Bytes(rebasing: alias).isBlank {
          aliases.append(Bytes(rebasing: alias))
        }
      default: break
      }
    }
    entity.aliases = aliases
    try receiver.receive(entity)
  }

  private static func confidence(_ field: Bytes) throws -> Double {
    let text = String(decoding: field, as: UTF8.self)
    guard let number = Double(text), (0...1).contains(number) else {
      throw ImportedRowError("the confidence is \(Quoting.quoted(text)); it must be a number from 0 to 1")
    }
    return number
  }
}

/// The longest field that is taken.
enum FieldLimit {
  static let bytes = 1 << 20

  static func error(_ length: Int) -> ImportedRowError {
    ImportedRowError("a field of \(length) bytes; at most \(bytes) are taken")
  }
}
