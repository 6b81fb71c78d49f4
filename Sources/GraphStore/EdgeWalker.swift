internal import SQLite

/// Walks from an entity to its neighbors along the indexes, with every condition on edges in the walk.
///
/// One walker reads one entity at a time and can stop between any two edges: `start(at:)`, then `next()`.
final class EdgeWalker {
  /// Which end of a path a walk comes from: against the edges' direction when it comes from the goal.
  enum Side { case start, goal }

  /// The edge to a neighbor.
  struct Step {
    var neighbor: Int
    /// From 0 to 1; 1 unless the walker was told to read it.
    var confidence: Double
  }

  private let first: Statement
  private let second: Statement
  private let hasSecond: Bool
  private let readsConfidence: Bool
  private var entity = 0
  private var stage = Stage.done

  private enum Stage { case first, second, done }

  /// - Parameter isDirected: whether edges count only from subject to object, but for symmetric relations.
  init(
    connection: Connection, filter: WalkFilter, isDirected: Bool, side: Side, readsConfidence: Bool = false
  ) throws {
    self.readsConfidence = readsConfidence
    let confidence = readsConfidence ? ", e.confidence" : ""
    let outgoing = "SELECT e.object\(confidence) FROM edge e WHERE e.subject = ?1"
    let incoming = "SELECT e.subject\(confidence) FROM incoming e WHERE e.object = ?1"
    let along = side == .start ? outgoing : incoming
    var against = (side == .start ? incoming : outgoing) + filter.sql
    if isDirected {
      // A directed walk may go against an edge only where the relation is symmetric.
      let symmetric = try RelationTable(connection: connection).symmetric()
      against += " AND e.relation IN (\(symmetric.map(String.init).joined(separator: ",")))"
      hasSecond = !symmetric.isEmpty
    } else {
      hasSecond = true
    }
    first = try connection.statement(along + filter.sql)
    second = try connection.statement(against)
  }

  /// Stands before the first neighbor of `entity`.
  func start(at entity: Int) throws {
    if stage == .first { first.reset() }
    if stage == .second { second.reset() }
    self.entity = entity
    try first.bind(entity, at: 1)
    stage = .first
  }

  /// The next edge, or nil after the last; a neighbor may come up several times.
  func next() throws -> Step? {
    if stage == .first {
      if try first.step() { return step(first) }
      first.reset()
      stage = hasSecond ? .second : .done
      if hasSecond { try second.bind(entity, at: 1) }
    }
    guard stage == .second else { return nil }
    if try second.step() { return step(second) }
    second.reset()
    stage = .done
    return nil
  }

  private func step(_ statement: borrowing Statement) -> Step {
    Step(
      neighbor: statement.integer(at: 0), confidence: readsConfidence ? statement.number(at: 1) : 1)
  }
}
