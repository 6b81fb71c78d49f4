import ArgumentParser
import GraphFormats
import GraphStore

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

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
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = [padded(parts.tm_year + 1900, 4), padded(parts.tm_mon + 1, 2), padded(parts.tm_mday, 2)]
    let clock = [padded(parts.tm_hour, 2), padded(parts.tm_min, 2), padded(parts.tm_sec, 2)]
    return JudgementStamp(
      judge: user.isEmpty ? "kg" : user,
      at: date.joined(separator: "-") + "T" + clock.joined(separator: ":") + "Z")
  }
}

extension Graph {
  /// The entity that a name means, and the key by which a judgement speaks of it.
  func anchor(named name: String) throws -> (entity: Resolved, key: EntityKey) {
    let entity = try entity(named: name)
    return (entity, try key(of: entity.entity, named: name))
  }
}
