/// The statements that read an entity's edges the ways a walk may go.
///
/// A walk from the start of a path goes along the edges, and where it is not directed or a relation is symmetric also
/// against them; from the goal it is the other way round. Parameter 1 is the entity, the first column its neighbor.
struct WalkSQL {
  /// The edges that every walk may take.
  let along: String
  /// Those that only some may take the other way; nil where none may be.
  let against: String?

  /// - Parameters:
  ///   - isDirected: whether edges count only from subject to object, but for symmetric relations.
  ///   - columns: what is read beside the neighbor, of an edge `e`.
  ///   - conditions: what an edge `e` has to be beside what the filter asks for.
  init(
    _ filter: WalkFilter, isDirected: Bool, side: EdgeWalker.Side, relations: RelationTable,
    columns: String = "", conditions: String = ""
  ) throws {
    let rest = conditions + filter.sql
    let outgoing = "SELECT e.object\(columns) FROM edge e WHERE e.subject = ?1\(rest)"
    let incoming = "SELECT e.subject\(columns) FROM incoming e WHERE e.object = ?1\(rest)"
    along = side == .start ? outgoing : incoming
    let reversed = side == .start ? incoming : outgoing
    guard isDirected else {
      against = reversed
      return
    }
    // A directed walk may go against an edge only where the relation is symmetric.
    against = try relations.symmetric().isEmpty ? nil : reversed + " AND \(relations.symmetricSQL())"
  }
}
