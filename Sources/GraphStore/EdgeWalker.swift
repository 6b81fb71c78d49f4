internal import SQLite

/// Walks from an entity to its neighbors along the indexes, with every filter in the walk.
final class EdgeWalker {
  private let outgoing: Statement
  private let incoming: Statement
  private let avoided: Set<Int>
  private let isDirected: Bool

  /// Which end of an edge a search started from.
  enum Side { case start, goal }

  init(connection: Connection, query: PathQuery, relations: [Int]?) throws {
    let relationFilter = Self.filter(query: query, relations: relations)
    // A directed walk may go against an edge only where the relation is symmetric.
    let symmetric = query.isDirected ? " AND relation IN (SELECT id FROM relation WHERE symmetric)" : ""
    outgoing = try connection.statement(
      "SELECT object, ?2 FROM edge WHERE subject = ?1" + relationFilter
        + (query.isDirected
          ? " UNION ALL SELECT subject, 1 FROM edge WHERE object = ?1" + relationFilter + symmetric : ""))
    incoming = try connection.statement(
      "SELECT subject, ?2 FROM edge WHERE object = ?1" + relationFilter
        + (query.isDirected
          ? " UNION ALL SELECT object, 1 FROM edge WHERE subject = ?1" + relationFilter + symmetric : ""))
    avoided = query.avoided
    isDirected = query.isDirected
  }

  /// The filter on relations as SQL; identifiers are numbers, so nothing a user typed is in it.
  static func filter(query: PathQuery, relations: [Int]?) -> String {
    (query.includesOpen ? "" : " AND relation > 0")
      + (relations.map { " AND relation IN (\($0.map(String.init).joined(separator: ",")))" } ?? "")
  }

  /// Calls `visit` with each neighbor that a walk from that side may go to next; a neighbor may come up twice.
  func forEachNeighbor(of entity: Int, from side: Side, _ visit: (Int) -> Void) throws {
    if !isDirected || side == .start { try walk(outgoing, entity, visit) }
    if !isDirected || side == .goal { try walk(incoming, entity, visit) }
  }

  private func walk(_ statement: borrowing Statement, _ entity: Int, _ visit: (Int) -> Void) throws {
    defer { statement.reset() }
    try statement.bind(entity, at: 1)
    while try statement.step() {
      let neighbor = statement.integer(at: 0)
      if !avoided.contains(neighbor) { visit(neighbor) }
    }
  }
}
