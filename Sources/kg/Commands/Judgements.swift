import ArgumentParser
import DocumentInput
import GraphFormats
import GraphStore

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

struct Judgements: ParsableCommand {
  /// The forms that judgements are written in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, tsv, csv, nomenklatura
  }

  static let configuration = CommandConfiguration(
    commandName: "judgements",
    abstract: "List what was judged, or apply a file of judgements.",
    discussion: """
      As JSON lines, or as lines of nomenklatura's resolver, they can be kept, and applied to another graph with --apply: one batch. \
      Lines that cannot be applied are named with their reason; the rest is, unless --all-or-nothing.

      EXAMPLE: kg judgements --format jsonl > judgements.jsonl
      """)

  @Flag(help: "List also what was undone, and the undoing.")
  var all = false
  @Option(help: ArgumentHelp("Apply the judgements of a file.", valueName: "file"), completion: .file())
  var apply: String?
  @Flag(help: "Apply nothing where a line cannot be applied.")
  var allOrNothing = false
  @OptionGroup var graph: GraphOptions
  @Option(help: "How to write the answer.")
  var format: Format = .table

  func run() throws {
    if let apply { return try self.apply(apply) }
    let judgements = try graph.open(.read).judgements(onlyLiving: !all)
    if format == .nomenklatura {
      let bytes = judgements.compactMap(JudgementFile.nomenklaturaLine).joined()
      return try StandardOutput.write(Array(bytes), as: .json)
    }
    try AnswerOptions.write(
      .judgements(judgements), as: AnswerFormat(rawValue: format.rawValue) ?? .table)
  }

  private func apply(_ path: String) throws {
    let (lines, bad) = JudgementFile.read(try DocumentSource().bytes(at: path))
    func report(_ line: Int, _ reason: String) { StandardError.message("\(path):\(line): \(reason)") }
    for line in bad { report(line.line, line.reason) }
    if allOrNothing && !bad.isEmpty { throw Failure(status: .badData, "nothing was applied") }
    let graph = try graph.open(.change)
    let effect = try graph.judge(
      lines.map(\.judgement), stamp: .now, isRehearsal: false, skipsRefused: !allOrNothing)
    for refusal in effect.refused { report(lines[refusal.position].line, refusal.reason) }
    try AnswerOptions.write(
      .effect(effect, what: "\(effect.numbers.count) judgements applied", isRehearsal: false),
      as: AnswerFormat(rawValue: format.rawValue) ?? .table)
    if !bad.isEmpty || !effect.refused.isEmpty { throw Failure(status: .badData, nil) }
  }
}
