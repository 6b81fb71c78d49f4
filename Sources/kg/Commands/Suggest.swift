import ArgumentParser
import GraphFormats
import GraphStore

struct Suggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Find entities that may be one thing.",
    discussion: """
      Looks for pairs anew, stores them, and lists those that are still open, the likeliest first, with what speaks for and against in \
      log-odds. --stored lists what was found before. Nothing is joined but with --apply: those of at least a score, as one batch, which one \
      `kg undo` takes back.

      EXAMPLE: kg suggest --apply 0.97
      """)

  @Option(help: ArgumentHelp("Join the pairs of at least this score, from 0 to 1.", valueName: "score"))
  var apply: Double?
  @Flag(help: "List what was found before, without looking anew.")
  var stored = false
  @Flag(help: "With --apply, show what would come of it, and keep nothing.")
  var dryRun = false
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if let apply, !(0...1).contains(apply) { throw ValidationError("--apply must be from 0 to 1.") }
  }

  func run() throws {
    let graph = try graph.open(stored && apply == nil ? .read : .change)
    if !stored { try graph.lookForSuggestions() }
    if let apply {
      let effect = try graph.applySuggestions(leastScore: apply, stamp: .now, isRehearsal: dryRun)
      let what = "\(effect.numbers.count) suggestions applied"
      var report = Report.effect(effect, what: what, isRehearsal: dryRun)
      if effect.numbers.isEmpty { report.footer = nil }
      return try answer.write(report)
    }
    let all = try graph.suggestions(limit: nil)
    if all.isEmpty { throw Failure(status: .notFound, "no two entities seem to be one") }
    let shown = limit.rows(for: answer.format).map { Array(all.prefix($0)) } ?? all
    try answer.write(.suggestions(shown, of: all.count))
  }
}
