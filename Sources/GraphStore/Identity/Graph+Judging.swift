internal import SQLite

/// What a judgement does to the graph.
package struct JudgementEffect: Hashable, Sendable {
  /// The number of the batch, by which it can be undone; 0 where nothing was to be done.
  package var batch = 0
  /// The numbers of the judgements.
  package var numbers: [Int] = []
  /// How many edges of those judged there were, and are.
  package var edgesBefore = 0
  package var edgesAfter = 0
  /// How many edges lead from an entity to itself that did not.
  package var newLoops = 0
  /// What contradicts what: values of which a thing has one.
  package var contradictions: [Contradiction] = []
  /// Judgements that could not stand, with the reason; their positions count from 0.
  package var refused: [Refusal] = []

  /// Values of a relation that holds once, which one entity has now.
  package struct Contradiction: Hashable, Sendable {
    package let entity: String
    package let relation: String
    package let values: [String]
  }

  package struct Refusal: Hashable, Sendable {
    package let position: Int
    package let reason: String
  }
}

extension Graph {
  /// Judges, wholly or, for what cannot stand, with its reason.
  ///
  /// Time follows the edges of what is joined or parted.
  ///
  /// - Parameters:
  ///   - isRehearsal: whether nothing is kept.
  ///   - skipsRefused: whether what cannot stand is left out, and the rest kept; else nothing is.
  /// - Throws: `GraphError`, with `refused` for a judgement that contradicts another.
  package func judge(
    _ judgements: [NewJudgement], stamp: JudgementStamp, isRehearsal: Bool = false, skipsRefused: Bool = false
  ) throws(GraphError) -> JudgementEffect {
    try changing {
      try rehearsing(isRehearsal) {
        var judging = try Judging(connection: connection)
        let effect = try judging.judge(judgements, stamp: stamp, skipsRefused: skipsRefused)
        try judging.store.tally.record(.judge, batch: effect.batch, at: stamp.at)
        return effect
      }
    }
  }

  /// Voids the judgements of a batch, or one, in any order.
  ///
  /// - Throws: `GraphError`, with `refused` for what is not there, is an undo or is undone.
  package func undo(
    _ target: UndoTarget, stamp: JudgementStamp, isRehearsal: Bool = false
  ) throws(GraphError) -> JudgementEffect {
    try changing {
      try rehearsing(isRehearsal) {
        var judging = try Judging(connection: connection)
        let effect = try judging.undo(target, stamp: stamp)
        try judging.store.tally.record(.undo, batch: effect.batch, at: stamp.at)
        return effect
      }
    }
  }

  /// All judgements in the order in which they were made; those that count, where `onlyLiving`.
  package func judgements(onlyLiving: Bool) throws(GraphError) -> [Judgement] {
    try asking {
      let table = JudgementTable(connection: connection)
      return try onlyLiving ? table.living() : table.all()
    }
  }

  private struct Rehearsed: Error {}

  private func rehearsing(
    _ isRehearsal: Bool, _ body: () throws -> JudgementEffect
  ) throws -> JudgementEffect {
    var effect = JudgementEffect()
    do {
      try connection.transaction(.immediate) {
        effect = try body()
        if isRehearsal { throw Rehearsed() }
      }
    } catch is Rehearsed {}
    return effect
  }
}

/// What is to be undone.
package enum UndoTarget: Hashable, Sendable {
  /// The last batch of which something stands.
  case last
  case judgement(Int)
  case batch(Int)
}
