import ArgumentParser
import GraphFormats
import GraphStore

/// The options that all commands that judge have.
struct JudgementOptions: ParsableArguments {
  @Option(help: "Why, in words that `kg judgements` shows.")
  var because: String?
  @Flag(help: "Show what would come of it, and keep nothing.")
  var dryRun = false

  /// Judges and says what came of it.
  func judge(
    _ judgements: [NewJudgement], what: String, in graph: Graph, _ answer: AnswerOptions
  ) throws {
    let reasoned = judgements.map { judgement in
      var judgement = judgement
      judgement.reason = judgement.reason ?? because
      return judgement
    }
    let effect = try graph.judge(reasoned, stamp: .now, isRehearsal: dryRun)
    try answer.write(.effect(effect, what: what, isRehearsal: dryRun))
  }
}

extension JudgementStamp {
  /// The user of this process, now.
  static var now: JudgementStamp {
    let user = Environment["USER"] ?? Environment["LOGNAME"] ?? ""
    return JudgementStamp(judge: user.isEmpty ? "kg" : user, at: Clock.now)
  }
}

extension Graph {
  /// The entity that a name means, and the key by which a judgement speaks of it.
  func anchor(named name: String) throws -> (entity: Resolved, key: EntityKey) {
    let entity = try entity(named: name)
    return (entity, try key(of: entity.entity, named: name))
  }
}
