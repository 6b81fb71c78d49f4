internal import Claims
internal import SQLite

/// Reads the edges between two neighbors on a path.
///
/// Where either has few edges they are looked through; between two hubs each relation is looked up instead, so that a
/// hop costs an index look-up a relation at most.
final class HopReader {
  private let connection: Connection
  private let reader: EdgeReader
  private let relations: RelationTable
  private let isDirected: Bool
  private let conditions: String
  /// How many relations an edge may have.
  private let relationCount: Int
  private var known: [Pair: [EdgeReader.Row]] = [:]

  private struct Pair: Hashable {
    var from: Int
    var to: Int
  }

  init(reader: EdgeReader, filter: WalkFilter, isDirected: Bool) throws {
    self.reader = reader
    self.isDirected = isDirected
    connection = reader.connection
    relations = reader.relations
    conditions = filter.sql
    relationCount =
      try filter.relations?.count
      ?? connection.integer("SELECT count(*) FROM relation" + (filter.includesOpen ? "" : " WHERE id > 0"))
      ?? 0
  }

  /// The edges that a path may take from one to the other, the best first.
  func edges(from: Int, to: Int, hop: Int) throws -> [Edge] {
    try rows(from: from, to: to).map { try reader.edge($0, from: from, hop: hop) }
  }

  /// Whether a path may go from one to the other.
  func isTied(from: Int, to: Int) throws -> Bool { try !rows(from: from, to: to).isEmpty }

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
    let pair = Pair(from: from, to: to)
    if let rows = known[pair] { return rows }
    var rows = try between(from, to)
    if from != to {
      rows += try between(to, from).filter { row in
        try !isDirected || relations[row.key.relation].isSymmetric
      }
    }
    let ranked = try rows.map { (row: $0, relation: try relations[$0.key.relation]) }.sorted { left, right in
      if left.relation.rank != right.relation.rank { return left.relation.rank < right.relation.rank }
      if left.row.support != right.row.support { return left.row.support > right.row.support }
      if left.relation.name != right.relation.name { return left.relation.name < right.relation.name }
      return left.row.key.subject == from && right.row.key.subject != from
    }.map(\.row)
    known[pair] = ranked
    return ranked
  }

  private func between(_ subject: Int, _ object: Int) throws -> [EdgeReader.Row] {
    // A look-up costs as much as some eight rows on the way, and one end mostly has few.
    let limit = relationCount <= 100 ? 32 : 8 * relationCount
    let outgoing = try count(
      "SELECT count(*) FROM (SELECT 1 FROM edge WHERE subject = ?1 LIMIT ?2)", subject, limit)
    let incoming =
      outgoing < 16
      ? limit
      : try count("SELECT count(*) FROM (SELECT 1 FROM incoming WHERE object = ?1 LIMIT ?2)", object, limit)
    var source = outgoing <= incoming ? "edge e" : "incoming e"
    if min(outgoing, incoming) >= limit { source = "relation r CROSS JOIN edge e ON e.relation = r.id" }
    let statement = try connection.statement(
      "SELECT e.relation FROM \(source) WHERE e.subject = ?1 AND e.object = ?2\(conditions)")
    try statement.bind(subject, at: 1)
    try statement.bind(object, at: 2)
    var rows: [EdgeReader.Row] = []
    while try statement.step() {
      let key = EdgeKey(subject: subject, relation: statement.integer(at: 0), object: object)
      if let row = try reader.row(key) { rows.append(row) }
    }
    return rows
  }

  private func count(_ sql: String, _ entity: Int, _ limit: Int) throws -> Int {
    try connection.integer(sql, entity, limit) ?? 0
  }
}
