internal import SQLite

/// What a write adds to the graph, changes and takes away, gathered while it is done.
///
/// Edges and entities are compared as they were before and are in the end, so that what went and came back counts for nothing.
final class ChangeTally {
  /// How many edges are kept in memory to be compared; beyond, they are counted as they go.
  static let mostEdges = 1 << 20

  private let connection: Connection
  private var counts: [Change.Thing: [Change.Operation: Int]] = [:]
  private var edges: [EdgeKey: Change.Operation] = [:]
  private var documents: [Int: Change.Operation] = [:]
  /// The support that edges had; nil for none.
  private var supports: [EdgeKey: Int?] = [:]
  /// Entities as they were; nil for those that were not there.
  private var entities: [Int: Entity?] = [:]
  /// The first of the entities that an import makes, which are counted in the end and not noted one by one; nil where none does.
  private var firstImported: Int?

  private struct Entity: Hashable {
    var name: String
    var type: String
    var canonical: Int?
  }

  /// What is counted so far, to come back to.
  struct Mark {
    fileprivate var counts: [Change.Thing: [Change.Operation: Int]]
    fileprivate var documents: [Int: Change.Operation]
  }

  func mark() throws -> Mark {
    try settleEdges()
    return Mark(counts: counts, documents: documents)
  }

  /// Forgets what was counted since, because all of it was taken back.
  func goBack(to mark: Mark) {
    supports.removeAll()
    counts = mark.counts
    documents = mark.documents
  }

  init(connection: Connection) { self.connection = connection }

  func count(_ thing: Change.Thing, _ operation: Change.Operation, _ count: Int = 1) {
    if count > 0 { counts[thing, default: [:]][operation, default: 0] += count }
  }

  // MARK: Documents

  func note(document: Int, _ operation: Change.Operation) {
    if documents[document] == nil { documents[document] = operation }
  }

  /// Called before a document goes.
  func forget(document: Int) throws {
    if documents.removeValue(forKey: document) != .added { count(.document, .removed) }
    try connection.run("DELETE FROM changed_document WHERE document = ?", document)
  }

  // MARK: Edges

  /// Called before an edge is made, changed or removed.
  func note(_ key: EdgeKey) throws {
    guard supports[key] == nil else { return }
    if supports.count >= Self.mostEdges { try settleEdges() }
    supports[key] = .some(try support(of: key))
  }

  private func support(of key: EdgeKey) throws -> Int? {
    let statement = try connection.statement(
      "SELECT support FROM edge WHERE subject = ? AND relation = ? AND object = ?")
    try statement.bindInteger(key.subject, at: 1)
    try statement.bindInteger(key.relation, at: 2)
    try statement.bindInteger(key.object, at: 3)
    return try statement.step() ? statement.integer(at: 0) : nil
  }

  /// Counts what became of the edges noted, before the numbers that stand for them may come to mean others.
  func settleEdges() throws {
    let noted = supports.sorted {
      ($0.key.subject, $0.key.relation, $0.key.object) < ($1.key.subject, $1.key.relation, $1.key.object)
    }
    supports.removeAll()
    for (key, before) in noted {
      let now = try support(of: key)
      if now == nil {
        try connection.run(
          "DELETE FROM changed_edge WHERE subject = ? AND relation = ? AND object = ?", key.subject,
          key.relation, key.object)
      }
      guard before != now else { continue }
      let operation: Change.Operation = before == nil ? .added : now == nil ? .removed : .changed
      count(.edge, operation)
      edges[key] = operation == .removed ? nil : operation
    }
  }

  /// Called after edges were removed in bulk, which are not noted one by one.
  func forgetRemovedEdges() throws {
    try connection.run(
      """
      DELETE FROM changed_edge WHERE NOT EXISTS (SELECT 1 FROM edge e WHERE e.subject = changed_edge.subject
        AND e.relation = changed_edge.relation AND e.object = changed_edge.object)
      """)
  }

  // MARK: Entities

  func note(firstImported: Int) { if self.firstImported == nil { self.firstImported = firstImported } }

  /// Whether an entity is one of those that an import makes.
  private func isImported(_ entity: Int) -> Bool { firstImported.map { entity >= $0 } ?? false }

  func note(newEntity: Int) { entities[newEntity] = .some(nil) }

  /// Called before an entity is named otherwise, or comes to stand for another.
  func note(entity: Int) throws {
    if entities[entity] == nil { entities[entity] = .some(try self.entity(entity)) }
  }

  /// Called before an entity goes.
  func forget(entity: Int) throws {
    let before = entities.removeValue(forKey: entity)
    if before != .some(nil), !isImported(entity) { count(.entity, .removed) }
    try connection.run("DELETE FROM changed_entity WHERE entity = ?", entity)
  }

  private func entity(_ entity: Int) throws -> Entity? {
    let statement = try connection.statement("SELECT name, type, canonical FROM entity WHERE id = ?")
    try statement.bind(entity, at: 1)
    guard try statement.step() else { return nil }
    return Entity(
      name: statement.text(at: 0), type: statement.text(at: 1), canonical: statement.optionalInteger(at: 2))
  }

  private func entityOperations() throws -> [(entity: Int, operation: Change.Operation)] {
    var result: [(Int, Change.Operation)] = []
    for (number, before) in entities.sorted(by: { $0.key < $1.key }) {
      guard let now = try entity(number) else { continue }
      guard let before, !isImported(number) else {
        result.append((number, .added))
        continue
      }
      if before.name != now.name || before.type != now.type { result.append((number, .changed)) }
      if before.canonical != now.canonical {
        result.append((number, now.canonical == nil ? .parted : .joined))
      }
    }
    return result
  }

  // MARK: The record

  /// Writes the change down; where nothing changed, nothing.
  ///
  /// - Parameter at: when, in RFC 3339; nil for now.
  func record(_ kind: Change.Kind, batch: Int? = nil, at: String?) throws {
    try settleEdges()
    let entities = try entityOperations()
    for (entity, operation) in entities where !isImported(entity) { count(.entity, operation) }
    if let firstImported {
      count(
        .entity, .added,
        try connection.integer("SELECT count(*) FROM entity WHERE id >= ?", firstImported) ?? 0)
    }
    for (_, operation) in documents { count(.document, operation) }
    if counts.isEmpty { return }
    let change = try connection.integer("SELECT coalesce(max(id), 0) + 1 FROM change") ?? 1
    try connection.run(
      "INSERT INTO change (id, kind, at, batch) VALUES (?, ?, coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?)",
      change, kind.rawValue, at, batch)
    for (thing, operations) in counts {
      for (operation, count) in operations {
        try connection.run(
          "INSERT INTO change_count (change, thing, operation, count) VALUES (?, ?, ?, ?)", change,
          thing.rawValue, operation.rawValue, count)
      }
    }
    for (document, operation) in documents {
      try connection.run(
        "INSERT INTO changed_document (document, change, operation) VALUES (?, ?, ?)", document, change,
        operation.rawValue)
    }
    for (entity, operation) in entities {
      try connection.run(
        "INSERT INTO changed_entity (entity, change, operation) VALUES (?, ?, ?)", entity, change,
        operation.rawValue)
    }
    for (key, operation) in edges {
      try connection.run(
        "INSERT OR REPLACE INTO changed_edge (subject, relation, object, change, operation) VALUES (?, ?, ?, ?, ?)",
        key.subject, key.relation, key.object, change, operation.rawValue)
    }
    counts = [:]
    documents = [:]
    self.entities = [:]
    edges = [:]
  }
}
