import ArgumentParser
import GraphFormats
import GraphStore

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take judgements back, in any order.",
    discussion: """
      Without a number, the last batch of which something stands; with one, the judgement of that number; with --batch, all that was \
      judged at once. The graph is then as if it had never been judged.

      EXAMPLE: kg undo 3
      """)

  @Argument(help: "The number of a judgement, as `kg judgements` lists it.")
  var number: Int?
  @Option(help: ArgumentHelp("The number of a batch.", valueName: "number"))
  var batch: Int?
  @Flag(help: "Show what would come of it, and keep nothing.")
  var dryRun = false
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if number != nil && batch != nil { throw ValidationError("Name a judgement or a --batch, not both.") }
  }

  func run() throws {
    let target = batch.map { UndoTarget.batch($0) } ?? number.map { .judgement($0) } ?? .last
    let effect = try graph.open(.change).undo(target, stamp: .now, isRehearsal: dryRun)
    let numbers = effect.numbers.sorted().map(String.init).joined(separator: ", ")
    var report = Report.effect(effect, what: "judgement \(numbers) is undone", isRehearsal: dryRun)
    report.footer = nil
    try answer.write(report)
  }
}
