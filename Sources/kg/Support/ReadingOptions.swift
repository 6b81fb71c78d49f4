import ArgumentParser
import Claims
import DocumentInput
import Extraction
import FoundationEssentials
import GraphStore
import Linguistics

/// The options that say where documents come from.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How many documents to read at a time (default: one a processor).", valueName: "count")
  )
  var jobs: Int?

  @Option(help: ArgumentHelp("The longest line that is read, in bytes.", valueName: "bytes"))
  var maxLine = 16 << 20

  @Option(help: ArgumentHelp("What to call the document on standard input.", valueName: "name"))
  var name = "-"

  @Option(
    help: ArgumentHelp(
      "A reading model in place of the built-in one (a safetensors file).", valueName: "file"),
    completion: .file())
  var model: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if maxLine < 1 { throw ValidationError("--max-line must be 1 or more.") }
  }

  var source: DocumentSource { DocumentSource(maximumLine: maxLine, standardInputName: name) }
  var jobCount: Int { jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  func readingModel() throws -> ReadingModel { try model.map { try .file(at: $0) } ?? .embedded() }
}

/// The options that say how documents are read.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.",
      valueName: "file"), completion: .file())
  var aliases: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).",
      valueName: "file"), completion: .file())
  var frames: [String] = []

  @Option(
    help: ArgumentHelp(
      "A relation model in place of the built-in one (a safetensors file).", valueName: "file"),
    completion: .file())
  var relationModel: String?

  @OptionGroup var formats: FormatOptions

  @Option(
    help: ArgumentHelp(
      "When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.",
      valueName: "date"))
  var date: String?

  func validate() throws {
    if let date, CalendarDate(date) == nil {
      throw ValidationError(
        "--date takes a year, a month or a day (2001, 2001-09, 2001-09-10), not “\(date)”.")
    }
  }

  /// Where the documents come from, read with the words of the model that reads them.
  func source() throws -> DocumentSource {
    var source = input.source
    source.date = date.flatMap { CalendarDate($0) }
    try formats.apply(to: &source, model: input.readingModel())
    return source
  }
  var jobCount: Int { input.jobCount }

  func extractor() throws -> Extractor {
    try extractor(aliases: files(aliases, .aliases), frames: files(frames, .frames))
  }

  func extractor(aliases: [ReadingFile], frames: [ReadingFile]) throws -> Extractor {
    Extractor.prepare()
    let model = try input.readingModel()
    return try .init(
      model: relationModel.map { try model.withRelations(fileAt: $0) } ?? model, aliases: aliases,
      frames: frames)
  }

  /// The files of a kind, read.
  func files(_ paths: [String], _ kind: ReadingFile.Kind) throws -> [ReadingFile] {
    try paths.map { ReadingFile(kind: kind, name: $0, text: try text(of: $0)) }
  }

  /// What reads with the built-in models, as a graph's documents are read.
  static func extractor(of graph: Graph) throws -> Extractor {
    Extractor.prepare()
    return try .init(
      model: .embedded(), aliases: graph.readingFiles(.aliases), frames: graph.readingFiles(.frames))
  }

  private func text(of path: String) throws -> String {
    String(decoding: try input.source.document(at: path).bytes, as: UTF8.self)
  }
}

extension Extractor {
  fileprivate init(model: ReadingModel, aliases: [ReadingFile], frames: [ReadingFile]) throws {
    try self.init(
      model: model, userAliases: aliases.map { (name: $0.name, rows: $0.text) },
      userFrames: frames.map { (name: $0.name, text: $0.text) })
  }
}
