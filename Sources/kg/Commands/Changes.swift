import ArgumentParser
import Claims
import GraphFormats
import GraphStore

struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List what each ingestion, import, removal and judgement added to the graph and took away.",
    discussion: """
      Edges and entities are compared as they were before and after, so that what is read again as it was counts for nothing. Of \
      what is gone only the number is kept, never a name. --details lists what is still there of what a change added or changed; of \
      a graph file's edges, `kg edges --document` does.

      EXAMPLE: kg changes --since 12
        kg changes --since 2026-03-01 --details --format jsonl
      """)

  @Option(
    help: ArgumentHelp(
      "Only changes after this number, or from this day, month or year (2001-09-10) on.",
      valueName: "number|date"))
  var since: String?
  @Flag(help: "List each thing that was added or changed.")
  var details = false
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if start == nil {
      throw ValidationError(
        "--since takes the number of a change, or a year with a month or a day (2001-09, 2001-09-10), not “\(since ?? "")”."
      )
    }
  }

  /// Four digits alone are a number: a graph sees more changes than years.
  private var start: ChangeStart? {
    guard let since else { return .first }
    if let number = Int(since), number >= 0 { return .after(number) }
    return CalendarDate(since).map { .from($0.iso) }
  }

  func run() throws {
    let graph = try graph.open(.read)
    let start = start ?? .first
    let rows = limit.rows(for: answer.format)
    if details {
      let writer = try ListWriter(
        ChangeDetail.columns, shown: ChangeDetail.columns, limit: rows, noun: "change", as: answer.format)
      try graph.forEachChangeDetail(start) { detail in try writer.add { try $0.add(detail) } }
      return try writer.finish()
    }
    let writer = try ListWriter(
      Change.columns, shown: RowStream.changeTable, limit: rows, noun: "change", as: answer.format)
    for change in try graph.changes(start) { try writer.add { try $0.add(change) } }
    try writer.finish()
  }
}
