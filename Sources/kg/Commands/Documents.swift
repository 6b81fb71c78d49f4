import ArgumentParser
import Claims
import GraphFormats
import GraphStore
import Pipeline

struct Documents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "List the documents of the graph, or say when one was written.",
    discussion: """
      With names, only these; the options choose among them. With --set, the documents that are named are read again as written on \
      that day, month or year, which then holds whatever their files say; “none” lets the files speak again at the next kg ingest.

      EXAMPLE: kg documents --since 2014 --format tsv
      EXAMPLE: kg documents --set 2014-03 report.pdf
      """)

  @Argument(help: ArgumentHelp("The documents' names.", valueName: "document"))
  var documents: [String] = []
  @Option(help: ArgumentHelp("Say when the documents were written, or none.", valueName: "date"))
  var set: String?
  @OptionGroup var filter: DocumentFilterOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard let set else { return }
    if documents.isEmpty { throw ValidationError("--set needs the names of documents.") }
    if set != "none", CalendarDate(set) == nil {
      throw ValidationError(
        "--set takes a year, a month or a day (2001, 2001-09, 2001-09-10) or none, not “\(set)”.")
    }
  }

  func run() throws {
    if let set { return try setDate(set == "none" ? nil : CalendarDate(set)) }
    let graph = try graph.open(.read)
    let all = try graph.documents()
    if all.isEmpty { throw Failure(status: .notFound, "the graph holds no documents") }
    for name in documents where !all.contains(where: { $0.name == name || $0.otherNames.contains(name) }) {
      throw Failure.unknownDocument(name, in: graph)
    }
    let chosen = all.filter { document in
      (documents.isEmpty || documents.contains { $0 == document.name || document.otherNames.contains($0) })
        && filter.holds(document)
    }
    if chosen.isEmpty { throw Failure(status: .notFound, "no document is as the options say") }
    try answer.write(.documents(chosen))
  }

  private func setDate(_ date: CalendarDate?) throws {
    let graph = try graph.open(.change)
    let dating = Redating(graph: graph, extractor: try ReadingOptions.extractor(of: graph))
    for name in documents {
      guard let outcome = try dating.set(date, ofDocument: name) else {
        throw Failure.unknownDocument(name, in: graph)
      }
      let written = date.map { "written \($0.iso)" } ?? "written nobody says when"
      try StandardOutput.line("\(name): \(written), \(outcome.sentences) sentences, \(outcome.claims) claims")
    }
    try graph.purge(what: "what was replaced")
  }
}

/// The options that choose among documents.
struct DocumentFilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only documents of this day, month or year (2001-09-10) or later.", valueName: "date"))
  var since: String?
  @Option(help: ArgumentHelp("Only documents of this day, month or year or earlier.", valueName: "date"))
  var until: String?
  @Option(help: ArgumentHelp("Only documents in this language, by its code (en, ru).", valueName: "code"))
  var language: String?
  @Option(
    help: ArgumentHelp(
      "Only documents with these words in name, title, author or publisher.", valueName: "words"))
  var about: String?
  @Flag(help: "Only documents of which nobody says when they were written.")
  var undated = false

  func validate() throws {
    if TimeSpan(since: since, until: until) == nil {
      throw ValidationError(
        "--since and --until take a year, a month or a day (2001, 2001-09, 2001-09-10), the earlier one first."
      )
    }
  }

  func holds(_ document: DocumentSummary) -> Bool {
    DocumentFilter(
      since: since.flatMap { CalendarDate($0) }, until: until.flatMap { CalendarDate($0) },
      language: language,
      words: about, isUndated: undated
    ).holds(document)
  }
}
