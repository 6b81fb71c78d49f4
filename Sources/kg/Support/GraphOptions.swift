import ArgumentParser
import GraphFormats
import GraphStore

/// The options that say which graph is meant.
struct GraphOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The graph's file (default: $KG_DB, else kg.db).", valueName: "path"),
    completion: .file())
  var db: String?

  var path: String { Self.path(db) }

  /// The path that the option's value means.
  static func path(_ db: String?) -> String {
    if let db { return db }
    let environment = Environment["KG_DB"] ?? ""
    return environment.isEmpty ? "kg.db" : environment
  }

  /// The path that the words of a command line say, whatever else is in it.
  static func path(in words: [String]) -> String {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--db=") { return path(String(word.dropFirst(5))) }
      if word == "--db", words.indices.contains(index + 1) { return path(words[index + 1]) }
    }
    return path(nil)
  }

  func validate() throws {
    if db?.isEmpty == true { throw ValidationError("--db needs the path of a file.") }
  }

  /// Throws where a command that also takes the graph's file as an argument is given it twice, or as nothing.
  func validate(beside argument: String?) throws {
    if argument != nil && db != nil {
      throw ValidationError("Name the graph once: as an argument or with --db.")
    }
    if argument?.isEmpty == true { throw ValidationError("The graph needs the path of a file.") }
  }

  /// The files of the graph, which nothing else may be written to.
  var files: [(file: FileIdentity, what: String)] {
    let target = FileIdentity(path: path).path
    return ["", "-wal", "-shm", "-journal"].map { (FileIdentity(path: target + $0), "the graph") }
  }

  func open(_ access: Graph.Access) throws -> Graph {
    let graph = try Graph(path: path, access: access)
    if access == .change || access == .create { graph.changeTime = Clock.given }
    return graph
  }
}

extension AnswerFormat: ExpressibleByArgument {}

extension AnswerFormat {
  /// What standard output is told of an answer in this format.
  var content: StandardOutput.Content {
    switch self {
    case .table: .words
    case .json, .jsonl: .json
    case .tsv, .csv, .dot: .data
    }
  }
}
extension GraphExport.Format: ExpressibleByArgument {}

/// The options that say how an answer is written.
struct AnswerOptions: ParsableArguments {
  @Option(help: "How to write the answer.")
  var format: AnswerFormat = .table

  func write(_ report: Report) throws { try Self.write(report, as: format) }

  static func write(_ report: Report, as format: AnswerFormat) throws {
    if format == .dot && report.edges == nil {
      throw ValidationError("This answer has no edges to draw; choose another --format.")
    }
    try StandardOutput.write(report.rendered(as: format, on: Terminal.display), as: format.content)
  }

  /// For answers that are written row by row.
  func stream(_ columns: [String]) throws -> RowStream {
    if format == .dot {
      throw ValidationError("This answer has no edges to draw; choose another --format.")
    }
    let content = format.content
    return RowStream(columns: columns, format: format, on: Terminal.display) {
      try StandardOutput.write($0, as: content)
    }
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

  func rows(for format: AnswerFormat) -> Int? { Self.rows(limit, for: format) }

  /// The bound that the option's value means.
  static func rows(_ limit: Int?, for format: AnswerFormat) -> Int? {
    if let limit { return limit == 0 ? nil : limit }
    return format == .table ? 50 : nil
  }
}
