import ArgumentParser
import GraphFormats
import GraphStore

/// The options that say which graph is meant.
struct GraphOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The graph's file (default: $KG_DB, else kg.db).", valueName: "path"),
    completion: .file())
  var db: String?

  var path: String {
    if let db { return db }
    let environment = Environment["KG_DB"] ?? ""
    return environment.isEmpty ? "kg.db" : environment
  }

  func validate() throws {
    if db?.isEmpty == true { throw ValidationError("--db needs the path of a file.") }
  }

  func open(_ access: Graph.Access) throws -> Graph { try Graph(path: path, access: access) }
}

extension AnswerFormat: ExpressibleByArgument {}
extension GraphExport.Format: ExpressibleByArgument {}

/// The options that say how an answer is written.
struct AnswerOptions: ParsableArguments {
  @Option(help: "How to write the answer.")
  var format: AnswerFormat = .table

  func write(_ report: Report) throws {
    if format == .dot && report.edges == nil {
      throw ValidationError("This answer has no edges to draw; choose another --format.")
    }
    try StandardOutput.write(report.rendered(as: format, on: Terminal.display))
  }
}

/// The option that bounds an answer.
struct LimitOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most rows to show; 0 for all (default: 50 in a table, else all).", valueName: "count"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more.") }
  }

  func rows(for format: AnswerFormat) -> Int? {
    if let limit { return limit == 0 ? nil : limit }
    return format == .table ? 50 : nil
  }
}
