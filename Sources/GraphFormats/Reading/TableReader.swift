internal import Claims
internal import GraphStore

/// Reads a table of edges (columns subject, relation, object) or of entities (columns id, name).
///
/// Blanks before and behind names do not count.
struct TableReader: SeparatedRowReader {
  /// How the rows of a table of edges name entities.
  let naming: EntityReference.Kind
  let columns: TableColumns
  var rows: SeparatedRows
  /// How many names had blanks before or behind them.
  private(set) var trimmed = 0
  /// The relation of rows that name none.
  private let relation: HeldBytes?
  /// Whether the row last read is the first, and not handed over yet.
  private var isAtFirstRow: Bool
  private var qualifiers: [ImportedEdge.Qualifier] = []
  private var aliases: [Bytes] = []
  /// Texts that had to be written anew, for the row under way.
  private var written: [HeldBytes] = []

  /// Reads the heading, which is the first row.
  ///
  /// - Parameter relation: that of rows that name none; nil where each must.
  /// - Throws: `GraphFileError` for one that does not say what the columns are.
  init(
    rows: inout SeparatedRows, file: String, naming: EntityReference.Kind,
    options: TableColumns.Options = TableColumns.Options(), relation: String? = nil
  ) throws {
    switch try rows.next() {
    case .fields:
      columns = try TableColumns(
        heading: rows.fields.map { String(decoding: $0, as: UTF8.self) }, file: file, options: options)
    case .bad(let reason): throw GraphFileError(.badData, "\(file), line \(rows.line): \(reason)")
    case nil: throw GraphFileError(.badData, "\(file): the file is empty")
    }
    self.rows = rows
    self.naming = naming
    self.relation = relation.map { HeldBytes($0) }
    isAtFirstRow = !options.hasHeading
  }

  /// Hands all rows over, the first of a table without a heading included.
  mutating func readAll(_ pass: inout RowPass) throws {
    if isAtFirstRow {
      isAtFirstRow = false
      try takeRow(&pass)
    }
    try read(&pass)
    pass.trimmed += trimmed
  }

  mutating func take(_ receiver: any ImportedRowReceiver) throws {
    let count = rows.fields.count
    guard count == columns.roles.count else { throw ImportedRowError.columns(count, of: columns.roles.count) }
    for field in rows.fields where field.count > FieldLimit.bytes { throw FieldLimit.error(field.count) }
    if !written.isEmpty { written = [] }
    if columns.kind == .edges { try takeEdge(receiver) } else { try takeEntity(receiver) }
  }

  private mutating func takeEdge(_ receiver: any ImportedRowReceiver) throws {
    var edge = ImportedEdge(
      line: rows.line, subject: EntityReference(naming, .empty), relation: relation?.bytes ?? .empty,
      object: EntityReference(naming, .empty))
    var (subjectIdentifier, objectIdentifier) = (Bytes.empty, Bytes.empty)
    if !qualifiers.isEmpty { qualifiers.removeAll(keepingCapacity: true) }
    for (role, field) in zip(columns.roles, rows.fields) {
      switch role {
      case .subject: edge.subject.key = try trim(field.filled("subject"))
      case .relation:
        // What a user says holds for rows that say nothing.
        if relation == nil || !field.isBlank { edge.relation = try trim(field.filled("relation")) }
      case .object: edge.object.key = try trim(field.filled("object"))
      case .subjectType: edge.subject.type = trim(field)
      case .objectType: edge.object.type = trim(field)
      case .subjectIdentifier: subjectIdentifier = trim(field)
      case .objectIdentifier: objectIdentifier = trim(field)
      case .confidence: if !field.isBlank { edge.confidence = try Self.confidence(trim(field)) }
      case .qualifiers: try addQualifiers(field)
      case .qualifier(let name):
        if !field.isEmpty { qualifiers.append(.init(name: name.bytes, value: field)) }
      case .identifier, .name, .type, .aliases: break
      }
    }
    edge.subject.identify(by: subjectIdentifier)
    edge.object.identify(by: objectIdentifier)
    edge.qualifiers = qualifiers
    try receiver.receive(edge)
  }

  private mutating func takeEntity(_ receiver: any ImportedRowReceiver) throws {
    var entity = ImportedEntity(line: rows.line, entity: EntityReference(.identifier, .empty))
    if !aliases.isEmpty { aliases.removeAll(keepingCapacity: true) }
    for (role, field) in zip(columns.roles, rows.fields) {
      switch role {
      case .identifier: entity.entity.key = try trim(field.filled("id"))
      case .name: entity.entity.name = try trim(field.filled("name"))
      case .type: entity.entity.type = trim(field)
      case .aliases:
        for alias in field.split(separator: UInt8(ascii: "|")) where !Bytes(rebasing: alias).isBlank {
          aliases.append(trim(Bytes(rebasing: alias)))
        }
      default: break
      }
    }
    entity.aliases = aliases
    try receiver.receive(entity)
  }

  /// The field without blanks before and behind, which are counted.
  private mutating func trim(_ field: Bytes) -> Bytes {
    let result = field.trimmed
    if result.count != field.count { trimmed += 1 }
    return result
  }

  /// Takes what a column of qualifiers says; what is no object of JSON is a qualifier itself.
  private mutating func addQualifiers(_ field: Bytes) throws {
    if field.isBlank { return }
    for (name, value) in QualifierObject.read(field) {
      let (name, value) = (HeldBytes(name), HeldBytes(value))
      written += [name, value]
      qualifiers.append(.init(name: name.bytes, value: value.bytes))
    }
  }

  private static func confidence(_ field: Bytes) throws -> Double {
    let text = String(decoding: field, as: UTF8.self)
    guard let number = Double(text), (0...1).contains(number) else {
      throw ImportedRowError("the confidence is \(Quoting.quoted(text)); it must be a number from 0 to 1")
    }
    return number
  }
}

extension EntityReference {
  /// Takes an identifier, where there is one, for what decides; what was the name stays the name.
  mutating func identify(by identifier: Bytes) {
    guard kind == .name, !identifier.isEmpty else { return }
    self = EntityReference(.identifier, identifier, type: type, name: key)
  }
}

/// Qualifiers as an object of JSON, with a text or several for each name, as the tables that `kg` writes have them.
enum QualifierObject {
  /// The names and values, sorted; the whole under the name `qualifiers` where it is no such object.
  static func read(_ bytes: Bytes) -> [(name: String, value: String)] {
    let whole = [(name: "qualifiers", value: String(decoding: bytes, as: UTF8.self))]
    guard let json = try? JSONValue(bytes), case .object(let fields) = json else { return whole }
    var result: [(name: String, value: String)] = []
    for (name, value) in fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      switch value {
      case .string(let text) where !name.isEmpty: result.append((name, text))
      case .array(let values) where !name.isEmpty:
        for value in values {
          guard case .string(let text) = value else { return whole }
          result.append((name, text))
        }
      default: return whole
      }
    }
    return result
  }
}

extension Bytes {
  /// The bytes without blanks before and behind.
  var trimmed: Bytes {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
    else {
      return .empty
    }
    return first == startIndex && last == endIndex - 1 ? self : Bytes(rebasing: self[first...last])
  }
}

/// The longest field that is taken.
enum FieldLimit {
  static let bytes = 1 << 20

  static func error(_ length: Int) -> ImportedRowError {
    ImportedRowError("a field of \(length) bytes; at most \(bytes) are taken")
  }
}
