internal import SQLite

/// Walks from an entity to its neighbors along the indexes, with every filter in the walk.
final class EdgeWalker {
  private let outgoing: Statement
  private let incoming: Statement
  private let avoided: Set<Int>
  private let isDirected: Bool

  /// Which end of an edge a search started from.
  enum Side { case start, goal }

  init(connection: Connection, query: PathQuery, filter: RelationFilter) throws {
    let relationFilter = filter.sql(column: "relation")
    // A directed walk may go against an edge only where the relation is symmetric.
    let symmetric = query.isDirected ? " AND relation IN (SELECT id FROM relation WHERE symmetric)" : ""
    outgoing = try connection.statement(
      "SELECT object FROM edge WHERE subject = ?1" + relationFilter
        + (query.isDirected
          ? " UNION ALL SELECT subject FROM incoming WHERE object = ?1" + relationFilter + symmetric : ""))
    incoming = try connection.statement(
      "SELECT subject FROM incoming WHERE object = ?1" + relationFilter
        + (query.isDirected
          ? " UNION ALL SELECT object FROM edge WHERE subject = ?1" + relationFilter + symmetric : ""))
    avoided = query.avoided
    isDirected = query.isDirected
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
