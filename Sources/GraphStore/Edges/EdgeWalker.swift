internal import SQLite

/// Walks from an entity to its neighbors along the indexes, with every condition on edges in the walk.
///
/// One walker reads one entity at a time and can stop between any two edges: `start(at:)`, then `next()` or `read`.
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
  /// How many numbers the array that `read` fills had when the edges against the walk's direction began; nil before.
  private(set) var turn: Int?

  private enum Stage { case first, second, done }

  /// - Parameter isDirected: whether edges count only from subject to object, but for symmetric relations.
  init(
    connection: Connection, filter: WalkFilter, isDirected: Bool, side: Side, readsConfidence: Bool = false
  ) throws {
    self.readsConfidence = readsConfidence
    let sql = try WalkSQL(
      filter, isDirected: isDirected, side: side, relations: RelationTable(connection: connection),
      columns: readsConfidence ? ", e.confidence" : "")
    hasSecond = sql.against != nil
    first = try connection.statement(sql.along)
    second = try connection.statement(sql.against ?? sql.along)
  }

  /// Stands before the first neighbor of `entity`.
  func start(at entity: Int) throws {
    if stage == .first { first.reset() }
    if stage == .second { second.reset() }
    self.entity = entity
    turn = nil
    try first.bindInteger(entity, at: 1)
    stage = .first
  }

  /// The next edge, or nil after the last; a neighbor may come up several times.
  func next() throws -> Step? {
    if stage == .first {
      if try first.step() { return step(first) }
      try turnBack()
    }
    guard stage == .second else { return nil }
    if try second.step() { return step(second) }
    second.reset()
    stage = .done
    return nil
  }

  /// Appends the neighbors that follow until there are `limit` numbers; returns whether the last neighbor is read.
  func read(into neighbors: inout [Int], upTo limit: Int) throws -> Bool {
    if stage == .first {
      guard try first.appendIntegers(to: &neighbors, upTo: limit) else { return false }
      try turnBack()
      turn = neighbors.count
    }
    guard stage == .second else { return true }
    guard try second.appendIntegers(to: &neighbors, upTo: limit) else { return false }
    second.reset()
    stage = .done
    return true
  }

  private func turnBack() throws {
    first.reset()
    stage = hasSecond ? .second : .done
    if hasSecond { try second.bindInteger(entity, at: 1) }
  }

  private func step(_ statement: borrowing Statement) -> Step {
    Step(
      neighbor: statement.integer(at: 0), confidence: readsConfidence ? statement.number(at: 1) : 1)
  }
}
