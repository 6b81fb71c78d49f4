import ArgumentParser
import GraphFormats
import GraphStore

extension Grouping: ExpressibleByArgument {}

/// The options of a list of edges or claims.
struct ListOptions: ParsableArguments {
  @Flag(help: "Turn the order round.")
  var reverse = false
  @Flag(help: "Print only how many there are.")
  var count = false
  @Option(help: "Print how many there are by this.")
  var groupBy: Grouping?

  func validate() throws {
    if count && groupBy != nil { throw ValidationError("--count and --group-by do not go together.") }
  }
}

/// Writes the rows of a list as they come, up to a limit.
final class ListWriter {
  private var stream: RowStream
  private let limit: Int?
  private let noun: String
  private var count = 0

  /// - Parameters:
  ///   - shown: the columns of the table for people.
  ///   - limit: how many rows are written at most; one more may be added, which tells that there are others.
  ///   - noun: what a row is.
  init(
    _ columns: [String], shown: [String], limit: Int?, noun: String, as format: AnswerFormat
  ) throws {
    if format == .dot { throw ValidationError("This answer has no edges to draw; choose another --format.") }
    stream = RowStream(columns: columns, shown: shown, format: format, on: Terminal.display) {
      try StandardOutput.write($0, as: format.content)
    }
    self.limit = limit
    self.noun = noun
  }

  /// How many rows to ask for: one more than are written.
  var wanted: Int? { limit.map { $0 == .max ? $0 : $0 + 1 } }

  func add(_ write: (inout RowStream) throws -> Void) throws {
    count += 1
    if let limit, count > limit { return }
    try write(&stream)
    // The next row may take a while to find.
    if count == 1 { try stream.flush() }
  }

  /// Writes what is left; ends the command where nothing was found.
  ///
  /// - Parameter note: what else to say under a table.
  func finish(note: String? = nil) throws {
    if count == 0 {
      throw Failure(status: .notFound, "the graph holds no such \(noun)" + (note.map { "; \($0)" } ?? ""))
    }
    let isCut = limit.map { count > $0 } ?? false
    let notes = [isCut ? "the first \(limit ?? 0); --limit 0 shows all" : nil, note].compactMap { $0 }
    try stream.finish(footer: notes.isEmpty ? nil : notes.joined(separator: "; "))
  }
}
