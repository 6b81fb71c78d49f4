internal import Claims
internal import SQLite

/// The graph's entities and arcs as flat arrays, for answers that need all of it.
///
/// Entities are numbered in the order of their names, so that a tie is broken by number and nothing hangs on the order in
/// which documents came. One pass over the entities and one over the edges; 24 bytes an entity and 4 an arc, or none for
/// arcs that are not kept.
struct WholeGraph {
  /// The arcs of one subject: up to `end` in `targets`, from where those of the run before end.
  private struct Run {
    var subject: UInt32
    var end: UInt32
  }

  private(set) var entities = IntegerNumbering()
  private var runs: [Run] = []
  private var targets: [UInt32] = []
  /// The arcs against a symmetric relation's edge, as pairs.
  private var against: [(from: UInt32, to: UInt32)] = []

  /// Reads the entities.
  init(connection: Connection) throws {
    let statement = try connection.statement(
      "SELECT id FROM entity WHERE canonical IS NULL ORDER BY name, type, identifier, folded, part")
    while try statement.step() { _ = entities.insert(statement.integer(at: 0)) }
  }

  var count: Int { entities.count }

  /// Calls `visit` with the numbers of each edge's ends and its relation.
  func forEachEdge(
    _ connection: Connection, _ filter: WalkFilter,
    _ visit: (_ subject: Int, _ object: Int, Int) throws -> Void
  ) throws {
    let statement = try connection.statement(
      "SELECT e.subject, e.object, e.relation FROM edge e WHERE TRUE\(filter.sql)")
    while try statement.step() {
      guard let subject = entities.number(of: statement.integer(at: 0)),
        let object = entities.number(of: statement.integer(at: 1))
      else { continue }
      try visit(subject, object, statement.integer(at: 2))
    }
  }

  /// Reads the arcs: one an edge from subject to object, and one back where the relation is symmetric; calls `visit` with
  /// the ends of each edge.
  mutating func readArcs(
    _ connection: Connection, _ filter: WalkFilter, _ visit: (_ subject: Int, _ object: Int) -> Void
  ) throws {
    let symmetric = Set(try RelationTable(connection: connection).symmetric())
    var runs: [Run] = []
    var targets: [UInt32] = []
    var against: [(from: UInt32, to: UInt32)] = []
    try forEachEdge(connection, filter) { subject, object, relation in
      visit(subject, object)
      targets.append(UInt32(object))
      if let last = runs.indices.last, runs[last].subject == UInt32(subject) {
        runs[last].end += 1
      } else {
        runs.append(Run(subject: UInt32(subject), end: UInt32(targets.count)))
      }
      if subject != object, symmetric.contains(relation) {
        against.append((UInt32(object), UInt32(subject)))
      }
    }
    self.runs = runs
    self.targets = targets
    self.against = against
  }

  /// Calls `visit` with each arc.
  func forEachArc(_ visit: (_ from: Int, _ to: Int) -> Void) {
    var position = 0
    for run in runs {
      while position < Int(run.end) {
        visit(Int(run.subject), Int(targets[position]))
        position += 1
      }
    }
    for arc in against { visit(Int(arc.from), Int(arc.to)) }
  }

  /// Takes out what is no thing of its own: descriptions of one document, and offices, kinds, dates and amounts that no type asks for.
  func leaveOutKinds(_ types: [String], _ isListed: inout [Bool], _ connection: Connection) throws {
    let kinds: [EntityType] = [.role, .concept, .time, .quantity]
    let unasked = kinds.map(\.rawValue).filter { !types.contains($0) }.map { "'\($0)'" }.joined(
      separator: ",")
    let statement = try connection.statement(
      "SELECT id FROM entity WHERE type IN (\(unasked)) OR \(DescriptionIdentifier.sql("identifier"))")
    while try statement.step() {
      if let number = entities.number(of: statement.integer(at: 0)) { isListed[number] = false }
    }
  }

  /// The numbers of the entities of one of these types, all for none.
  func isOfType(_ types: [String], _ connection: Connection) throws -> [Bool] {
    guard !types.isEmpty else { return [Bool](repeating: true, count: count) }
    var result = [Bool](repeating: false, count: count)
    for type in types {
      let statement = try connection.statement("SELECT id FROM entity WHERE type = ?")
      try statement.bind(type, at: 1)
      while try statement.step() {
        if let number = entities.number(of: statement.integer(at: 0)) { result[number] = true }
      }
    }
    return result
  }
}
