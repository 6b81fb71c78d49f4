internal import Claims
internal import SQLite

/// Reads the edges between two neighbors on a path.
///
/// Where either has few edges they are looked through; between two hubs each relation is looked up instead, so that a
/// hop costs two index look-ups a relation at most.
final class HopReader {
  private let connection: Connection
  private let reader: EdgeReader
  private let relations: RelationTable
  private let isDirected: Bool
  // The statements, of which most paths need each several times.
  private let outgoingSQL: String
  private let incomingSQL: String
  private let lookUpSQL: String
  private var pairs = PairNumbering()
  private var known: [[EdgeReader.Row]] = []
  /// Entities found to have more than `fewEdges`.
  private var hubs = IntegerNumbering()
  /// What a search has found out of the few hops of its path.
  private var ties: [Tie] = []

  /// How many edges each way are looked through, at least, before an entity is taken for a hub.
  static let fewEdges = 24

  private func fewEdges() throws -> Int { max(Self.fewEdges, try relations.count() / 2) }

  /// How many edges cost as much as to look up each relation both ways.
  private func mostScanned() throws -> Int { max(500, 12 * (try relations.count())) }

  /// What a search knows of the edges between two entities.
  enum Tie {
    /// The first of them probably has few edges.
    case few(of: Int, to: Int)
    /// The first has about so many edges, of which so many go to the other and come from there.
    case counted(Int, to: Int, outgoing: Int, incoming: Int, edges: Int)
    /// The first has about so many edges, and no relation before this one in the order of answers ties the two.
    case from(Int, to: Int, firstRelation: Int, edges: Int)

    /// In the order in which the search came to them.
    fileprivate var ends: (Int, Int) {
      switch self {
      case .few(let one, let other), .counted(let one, let other, _, _, _), .from(let one, let other, _, _):
        (one, other)
      }
    }

    fileprivate var isOfFew: Bool { if case .few = self { true } else { false } }
  }

  init(reader: EdgeReader, filter: WalkFilter, isDirected: Bool) {
    self.reader = reader
    self.isDirected = isDirected
    connection = reader.connection
    relations = reader.relations
    let conditions = filter.sql
    outgoingSQL = "SELECT \(EdgeReader.columns) FROM edge e WHERE e.subject = ?1" + conditions
    incomingSQL = "SELECT e.subject, e.relation FROM incoming e WHERE e.object = ?1" + conditions
    lookUpSQL = """
      SELECT \(EdgeReader.columns) FROM relation r CROSS JOIN edge e ON e.relation = r.id
      WHERE e.subject = ?1 AND e.object = ?2\(conditions)
      """
  }

  /// Takes in what a search has found out, which spares looking for what is not there.
  func note(_ ties: [Tie]) {
    self.ties += ties
    for tie in ties where !tie.isOfFew { _ = hubs.insert(tie.ends.0) }
  }

  /// The edges that a path may take from one to the other, the best first.
  func edges(from: Int, to: Int, hop: Int) throws -> [Edge] {
    try rows(from: from, to: to).map { try reader.edge($0, from: from, hop: hop) }
  }

  /// The weight of the hop: that of its surest edge.
  func weight(from: Int, to: Int) throws -> Int {
    let confidence = try rows(from: from, to: to).map(\.confidence).max() ?? 0
    return PathWeight.of(confidence: confidence) ?? 0
  }

  /// The product of the confidences of the hops between these entities.
  func confidence(along entities: [Int]) throws -> Double {
    try zip(entities, entities.dropFirst()).reduce(1) { product, pair in
      try product * (rows(from: pair.0, to: pair.1).map(\.confidence).max() ?? 0)
    }
  }

  private func rows(from: Int, to: Int) throws -> [EdgeReader.Row] {
    let (number, isNew) = pairs.insert(from, to)
    if !isNew { return known[number] }
    known.append([])
    var rows = try between(from, to)
    if isDirected && from != to {
      rows = try rows.filter { row in
        try row.key.subject == from || relations[row.key.relation].isSymmetric
      }
    }
    let ranked =
      rows.count < 2
      ? rows
      : try rows.map {
        (row: $0, relation: try relations[$0.key.relation])
      }.sorted { left, right in
        if left.relation.rank != right.relation.rank { return left.relation.rank < right.relation.rank }
        if left.row.support != right.row.support { return left.row.support > right.row.support }
        if left.relation.name != right.relation.name { return left.relation.name < right.relation.name }
        return left.row.key.subject == from && right.row.key.subject != from
      }.map(\.row)
    known[number] = ranked
    return ranked
  }

  /// The edges between the two, either way.
  private func between(_ one: Int, _ other: Int) throws -> [EdgeReader.Row] {
    for tie in ties where tie.ends == (one, other) || tie.ends == (other, one) {
      return try between(tie.ends.0, tie.ends.1, knowing: tie)
    }
    return try between(one, other, knowing: nil)
  }

  private func between(_ one: Int, _ other: Int, knowing tie: Tie?) throws -> [EdgeReader.Row] {
    // What a directed search has counted are not all edges.
    if case .counted(_, _, let outgoing, let incoming, let edges) = tie, !isDirected {
      if try edges <= mostScanned() { return try scanned(one, other, outgoing, incoming) }
      return try lookedUp(one, other, upTo: outgoing) + lookedUp(other, one, upTo: incoming)
    }
    if let rows = try few(of: one, with: other) ?? few(of: other, with: one) { return rows }
    var first: Int?
    if case .from(_, _, let relation, let edges) = tie {
      if try edges <= mostScanned() { return try scanned(one, other, nil, nil) }
      first = relation
    }
    let rows = try lookedUp(one, other, from: first)
    return one == other ? rows : try rows + lookedUp(other, one, from: first)
  }

  /// Those of the entity's edges that tie it to the other; nil where it has too many to look through.
  private func few(of entity: Int, with other: Int) throws -> [EdgeReader.Row]? {
    if hubs.contains(entity) { return nil }
    var rows: [EdgeReader.Row] = []
    let outgoing = try connection.statement(outgoingSQL)
    try outgoing.bindInteger(entity, at: 1)
    let most = try fewEdges()
    var left = most
    while try outgoing.step() {
      left -= 1
      if left < 0 { return isHub(entity) }
      if outgoing.integer(at: 2) == other { rows.append(EdgeReader.row(outgoing)) }
    }
    // A loop is found already.
    if entity == other { return rows }
    let incoming = try connection.statement(incomingSQL)
    try incoming.bindInteger(entity, at: 1)
    left = most
    while try incoming.step() {
      left -= 1
      if left < 0 { return isHub(entity) }
      guard incoming.integer(at: 0) == other else { continue }
      let key = EdgeKey(subject: other, relation: incoming.integer(at: 1), object: entity)
      if let row = try reader.row(key) { rows.append(row) }
    }
    return rows
  }

  private func isHub(_ entity: Int) -> [EdgeReader.Row]? {
    _ = hubs.insert(entity)
    return nil
  }

  /// The edges between an entity and another by going through its own, each way until so many are found.
  private func scanned(_ entity: Int, _ other: Int, _ outgoing: Int?, _ incoming: Int?) throws -> [EdgeReader
    .Row]
  {
    var rows: [EdgeReader.Row] = []
    if outgoing != 0 {
      let statement = try connection.statement(outgoingSQL + " AND e.object = ?2")
      try statement.bindInteger(entity, at: 1)
      try statement.bindInteger(other, at: 2)
      while try rows.count != outgoing && statement.step() { rows.append(EdgeReader.row(statement)) }
    }
    if incoming == 0 { return rows }
    let statement = try connection.statement(incomingSQL + " AND e.subject = ?2")
    try statement.bindInteger(entity, at: 1)
    try statement.bindInteger(other, at: 2)
    let wanted = incoming.map { $0 + rows.count }
    while try rows.count != wanted && statement.step() {
      let key = EdgeKey(subject: other, relation: statement.integer(at: 1), object: entity)
      if let row = try reader.row(key) { rows.append(row) }
    }
    return rows
  }

  /// The edges from the subject to the object by looking up each relation.
  ///
  /// - Parameters:
  ///   - count: how many there are, where that is known.
  ///   - first: a relation before which none in the order of answers ties them.
  private func lookedUp(
    _ subject: Int, _ object: Int, upTo count: Int? = nil, from first: Int? = nil
  ) throws -> [EdgeReader.Row] {
    if count == 0 { return [] }
    // The names of the layers are in the order of answers.
    let statement = try connection.statement(
      first == nil
        ? lookUpSQL : lookUpSQL + " AND (r.layer, r.name) >= (SELECT layer, name FROM relation WHERE id = ?3)"
    )
    try statement.bindInteger(subject, at: 1)
    try statement.bindInteger(object, at: 2)
    if let first { try statement.bindInteger(first, at: 3) }
    var rows: [EdgeReader.Row] = []
    while try rows.count != count && statement.step() { rows.append(EdgeReader.row(statement)) }
    return rows
  }
}
