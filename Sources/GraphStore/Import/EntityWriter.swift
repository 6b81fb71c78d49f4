internal import SQLite

/// Writes the entities of graph files, and what each file says of them.
final class EntityWriter {
  /// What a file has said of an entity so far, in a byte: seen, type given, and the rank of its name.
  private struct State {
    static let seen: UInt8 = 1
    static let hasType: UInt8 = 2
    static let rankShift: UInt8 = 2
  }

  private let connection: Connection
  /// Whether the indexes of names are built at the end, so that a name may change without them.
  var isBulk = false
  private let insertEntity: Statement
  private let insertParty: Statement
  private var states = SparseBytes()
  private var seen: [UInt32] = []
  /// Entities whose name or type has to be settled since this file says something new of them.
  private var unsettled: Set<Int> = []
  private var next = 1
  private var firstNew = 1
  private var document = 0

  init(connection: Connection) throws {
    self.connection = connection
    insertEntity = try connection.statement(
      "INSERT INTO entity (id, name, type, folded, identifier, part) VALUES (?, ?, ?, ?, ?, ?)")
    insertParty = try connection.statement(
      "INSERT INTO imported_party (entity, document, name, type) VALUES (?, ?, ?, ?)")
  }

  /// How many entities this file has added.
  var newCount: Int { next - firstNew }

  func beginDocument(_ document: Int) throws {
    self.document = document
    // Texts of the same import may have brought entities too.
    next = try Identifiers.next(after: try connection.integer("SELECT max(id) FROM entity") ?? 0)
    firstNew = next
  }

  /// Ends a file; returns the entities whose names and types have to be settled.
  func endDocument() -> Set<Int> {
    states.removeAll(at: seen)
    seen = []
    defer { unsettled = [] }
    return unsettled
  }

  /// The entity that the graph has for a reference.
  func stored(_ reference: EntityReference, folded: [UInt8]) throws -> UInt32? {
    switch reference.kind {
    case .identifier: try stored("SELECT id FROM entity WHERE identifier = ?", reference.key)
    case .name:
      try folded.withUnsafeBytes {
        try stored(
          reference.isPerson
            ? "SELECT id FROM entity WHERE folded = ? AND part = 'person' AND identifier IS NULL"
            : "SELECT id FROM entity WHERE folded = ? AND part IS NULL AND identifier IS NULL", $0)
      }
    }
  }

  private func stored(_ sql: String, _ key: Bytes) throws -> UInt32? {
    let statement = try connection.statement(sql)
    try statement.bindText(inPlace: key, at: 1)
    return try statement.step() ? try Identifiers.number(statement.integer(at: 0)) : nil
  }

  /// Adds an entity, and what the reference says of it.
  func insert(_ reference: EntityReference, folded: [UInt8]) throws -> UInt32 {
    guard let number = UInt32(exactly: next) else {
      throw GraphError(.badData, "a graph cannot hold more than \(UInt32.max) entities")
    }
    next += 1
    try insertEntity.bindInteger(Int(number), at: 1)
    if reference.type.isEmpty {
      try insertEntity.bind(EntityName.unknownType, at: 3)
    } else {
      try insertEntity.bindText(inPlace: reference.type, at: 3)
    }
    switch reference.kind {
    case .name:
      try insertEntity.bindText(inPlace: reference.key, at: 2)
      try insertEntity.bindNull(at: 5)
      try insertEntity.bind(reference.isPerson ? EntityKey.personPart : nil, at: 6)
      try folded.withUnsafeBytes { bytes in
        try insertEntity.bindText(inPlace: bytes, at: 4)
        try insertEntity.runOnce()
      }
    case .identifier:
      let name =
        reference.name.isEmpty
        ? EntityName.localName(String(decoding: reference.key, as: UTF8.self))
        : String(decoding: reference.name, as: UTF8.self)
      try insertEntity.bind(name, at: 2)
      try insertEntity.bind(NameFolding.fold(name), at: 4)
      try insertEntity.bindText(inPlace: reference.key, at: 5)
      try insertEntity.bindNull(at: 6)
      try insertEntity.runOnce()
    }
    return number
  }

  /// Notes that the file mentions an entity, and what it says of it.
  ///
  /// - Parameter nameRank: how good the name is, for a row that is about the entity's name; nil for a mention of it.
  func touch(_ number: UInt32, _ reference: EntityReference, nameRank: UInt8?) throws {
    let index = Int(number)
    let state = states[index]
    let name = reference.kind == .name ? reference.key : reference.name
    guard state & State.seen != 0 else {
      seen.append(number)
      let rank: UInt8 = name.isEmpty ? 0 : nameRank ?? 1
      states[index] =
        State.seen | (reference.type.isEmpty ? 0 : State.hasType) | rank << State.rankShift
      try insertParty(index, name: name, type: reference.type)
      if index < firstNew && !(name.isEmpty && reference.type.isEmpty) { unsettled.insert(index) }
      return
    }
    if !reference.type.isEmpty && state & State.hasType == 0 {
      states[index] |= State.hasType
      try setType(reference.type, of: index)
    }
    let rank = state >> State.rankShift
    if reference.kind == .identifier, !name.isEmpty, rank == 0 || nameRank != nil {
      try offer(name, of: index, rank: nameRank ?? 1, known: rank)
    }
  }

  /// Whether an entity comes before another in a symmetric relation, whatever they are called later.
  func precedes(_ first: UInt32, _ second: UInt32) throws -> Bool {
    let store = ClaimStore(connection: connection)
    return try store.orderKey(of: Int(first)) < store.orderKey(of: Int(second))
  }

  /// Gives an entity another name to be found by.
  func insertAlias(_ name: Bytes, of number: UInt32) throws {
    try insertAlias(String(decoding: name, as: UTF8.self), of: Int(number))
  }

  private func insertAlias(_ name: String, of entity: Int) throws {
    let alias = try ClaimStore(connection: connection).alias(name, of: entity)
    try connection.run(
      "INSERT OR IGNORE INTO imported_alias (document, alias) VALUES (?, ?)", document, alias)
  }

  private func insertParty(_ entity: Int, name: Bytes, type: Bytes) throws {
    try insertParty.bindInteger(entity, at: 1)
    try insertParty.bindInteger(document, at: 2)
    if name.isEmpty {
      try insertParty.bindNull(at: 3)
    } else {
      try insertParty.bindText(inPlace: name, at: 3)
    }
    if type.isEmpty {
      try insertParty.bindNull(at: 4)
    } else {
      try insertParty.bindText(inPlace: type, at: 4)
    }
    try insertParty.runOnce()
  }

  private func setType(_ type: Bytes, of entity: Int) throws {
    let text = String(decoding: type, as: UTF8.self)
    try connection.run(
      "UPDATE imported_party SET type = ? WHERE entity = ? AND document = ?", text, entity, document)
    if isBulk && entity >= firstNew {
      try connection.run("UPDATE entity SET type = ? WHERE id = ?", text, entity)
    } else {
      unsettled.insert(entity)
    }
  }

  /// Takes a better name in the place of the one the file gave before; the worse of two becomes an alias.
  private func offer(_ name: Bytes, of entity: Int, rank: UInt8, known: UInt8) throws {
    let text = String(decoding: name, as: UTF8.self)
    let current = try connection.text(
      "SELECT name FROM imported_party WHERE entity = ? AND document = ?", entity, document)
    if current == text { return }
    guard rank > known else { return try insertAlias(text, of: entity) }
    states[entity] = states[entity] & (State.seen | State.hasType) | rank << State.rankShift
    try connection.run(
      "UPDATE imported_party SET name = ? WHERE entity = ? AND document = ?", text, entity, document)
    if let current { try insertAlias(current, of: entity) }
    if isBulk && entity >= firstNew {
      try connection.run(
        "UPDATE entity SET name = ?, folded = ? WHERE id = ?", text, NameFolding.fold(text), entity)
    } else {
      unsettled.insert(entity)
    }
  }
}
