import ArgumentParser
import DocumentInput
import Extraction
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

      The graph remembers the files of --aliases, --frames and --lists: the next ingestion reads with them too, unless it names \
      others of the kind or says --forget. A list has a line for each word by which names are joined and compared: its kind, \
      the word and what it stands for, tabs between (kinds in docs/identity.md).

      EXAMPLE: kg ingest seeds/ report.md --db afghanistan.db
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String] = []
  @Flag(
    help: "The inputs are JSON lines, a document each: {\"id\": …, \"text\": …}, perhaps with a \"date\".")
  var jsonl = false
  @Option(
    help: ArgumentHelp(
      "A file of words by which names are joined and compared: nicknames, titles, legal forms, abbreviations.",
      valueName: "file"), completion: .file())
  var lists: [String] = []
  @Option(help: "Forget the files given before: aliases, frames or lists.")
  var forget: [ReadingFile.Kind] = []
  @OptionGroup var graph: GraphOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let given = try givenFiles()
    // A bad file is told before a graph is made for it.
    var extractor: Extractor? =
      FileManager.default.fileExists(atPath: self.graph.path)
      ? nil : try reading.extractor(aliases: given[.aliases] ?? [], frames: given[.frames] ?? [])
    Signals.deferInterrupt()
    let source = try reading.source()
    let files = try inputs(source)
    try checkSomethingToRead(files, source)
    let graph = try graph.open(.create)
    extractor = try extractor ?? readingExtractor(given, graph)
    for kind in ReadingFile.Kind.allCases {
      if let files = given[kind] { try graph.remember(files, kind: kind) }
    }
    guard let extractor else { return }
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

  /// The files of each kind that are given, none where they are to be forgotten.
  private func givenFiles() throws -> [ReadingFile.Kind: [ReadingFile]] {
    var result: [ReadingFile.Kind: [ReadingFile]] = [:]
    for kind in forget { result[kind] = [] }
    for (kind, paths) in [(.aliases, reading.aliases), (.frames, reading.frames), (.lists, lists)]
      as [(ReadingFile.Kind, [String])] where !paths.isEmpty
    {
      result[kind] = try reading.files(paths, kind)
    }
    if let lists = result[.lists] { try ReadingFile.check(lists) }
    return result
  }

  /// What reads with the files that are given, else with those that the graph remembers.
  private func readingExtractor(
    _ given: [ReadingFile.Kind: [ReadingFile]], _ graph: Graph
  ) throws -> Extractor {
    try reading.extractor(
      aliases: try given[.aliases] ?? graph.readingFiles(.aliases),
      frames: try given[.frames] ?? graph.readingFiles(.frames))
  }

  /// The files that are named, else those of the list.
  private func inputs(_ source: DocumentSource) throws -> [String] {
    if !files.isEmpty { return files }
    let listed = source.manifest?.entries.map(\.path) ?? []
    if listed.isEmpty, !lists.isEmpty || !forget.isEmpty { return [] }
    if listed.isEmpty { throw ValidationError("Name files to read, or a list of them with --manifest.") }
    return listed
  }

  /// Where the graph would be new and no document can be read, says so and makes no file.
  private func checkSomethingToRead(_ files: [String], _ source: DocumentSource) throws {
    guard !FileManager.default.fileExists(atPath: graph.path) else { return }
    if files.isEmpty { return }
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

extension ReadingFile.Kind: ExpressibleByArgument {}
