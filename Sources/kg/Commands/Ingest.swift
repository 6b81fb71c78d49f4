import ArgumentParser
import DocumentInput
import FoundationEssentials
import GraphStore
import Pipeline

struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read documents into the graph.",
    discussion: """
      Reads text, Markdown, PDF, HTML, DOCX, ODT, EPUB, mails (EML) and mailboxes (MBOX), each of them also packed by gzip; what a \
      file is, is seen by what it holds. Files, folders to the bottom (by the usual endings), or - for standard input. What is \
      no prose (tables, menus, running heads) or not English is kept for search and not read. PDF needs poppler-utils. The same bytes again change nothing; new bytes of the same file replace the old reading, and so does \
      another --date; another file that bears the name of a known document is refused, and so is standard input without \
      --name when there was such before. A folder's links that lead out of it are not followed. A new graph can be read by its owner \
      alone, as it holds the documents' sentences. Each document is \
      in the graph wholly or not at all; one that cannot be read does not keep the others out, and the status is that of \
      the first that failed.

      EXAMPLE: kg ingest seeds/ report.md --db afghanistan.db
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String] = []
  @Flag(
    help: "The inputs are JSON lines, a document each: {\"id\": …, \"text\": …}, perhaps with a \"date\".")
  var jsonl = false
  @OptionGroup var graph: GraphOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let extractor = try reading.extractor()
    Signals.deferInterrupt()
    let source = try reading.source()
    let files = try inputs(source)
    try checkSomethingToRead(files, source)
    let graph = try graph.open(.create)
    let progress = Progress()
    var firstFailure: Failure.Status?
    func report(_ event: Ingestion.Event, done: Int, total: Int) {
      if case .failed(let error) = event, error.code != .skipped {
        firstFailure = firstFailure ?? Failure.status(error)
      }
      progress.show(Self.line(event), done: done, total: total, isFailure: event.isFailure)
    }
    try graph.purgingReplaced {
      let ingestion = Ingestion(graph: graph, extractor: extractor, source: source, jobs: reading.jobCount)
      if jsonl {
        for file in files {
          try ingestion.run(jsonLines: file, shouldStop: { Signals.isInterrupted }, report: report)
        }
      } else {
        try ingestion.run(files, shouldStop: { Signals.isInterrupted }, report: report)
      }
      progress.end()
      let seconds = start.duration(to: clock.now)
      try StandardOutput.write(Self.summary(try graph.statistics(onlySure: true), seconds: seconds))
    }
    if Signals.isInterrupted {
      throw Failure(status: .interrupted, "interrupted; what was stored before is kept")
    }
    if let firstFailure { throw Failure(status: firstFailure, nil) }
  }

  /// The files that are named, else those of the list.
  private func inputs(_ source: DocumentSource) throws -> [String] {
    if !files.isEmpty { return files }
    let listed = source.manifest?.entries.map(\.path) ?? []
    if listed.isEmpty { throw ValidationError("Name files to read, or a list of them with --manifest.") }
    return listed
  }

  /// Where the graph would be new and no document can be read, says so and makes no file.
  private func checkSomethingToRead(_ files: [String], _ source: DocumentSource) throws {
    guard !FileManager.default.fileExists(atPath: graph.path) else { return }
    let failures = jsonl ? source.failuresOfAll(jsonLines: files) : source.failuresOfAll(files)
    guard let first = failures.first else { return }
    for failure in failures { StandardError.message(failure.message) }
    throw Failure(status: Failure.status(first), nil)
  }

  private static func line(_ event: Ingestion.Event) -> String {
    switch event {
    case .stored(let document, let outcome, let sentences, let claims, let notes):
      ([
        "\(document): \(outcome == .replaced ? "read again" : "read")", "\(sentences) sentences",
        "\(claims) claims",
      ])
      .joined(separator: ", ") + notes.map { "; \($0)" }.joined()
    case .known(let document, .duplicate(let other)): "\(document): the same bytes as \(other)"
    case .known(let document, _): "\(document): unchanged"
    case .failed(let error): error.advice
    }
  }

  private static func summary(_ statistics: GraphStatistics, seconds: Duration) -> String {
    let (whole, fraction) = seconds.components
    let tenths = fraction / 100_000_000_000_000_000
    let counts = [
      (statistics.documents, "document", "documents"), (statistics.sentences, "sentence", "sentences"),
      (statistics.entities, "entity", "entities"), (statistics.claims, "claim", "claims"),
      (statistics.edges, "edge", "edges"),
    ]
    let list = counts.map { count, one, many in "\(count) \(count == 1 ? one : many)" }.joined(
      separator: ", ")
    return "\(list) in the graph; \(whole).\(tenths) seconds\n"
  }
}

extension Ingestion.Event {
  fileprivate var isFailure: Bool {
    if case .failed = self { return true }
    return false
  }
}
