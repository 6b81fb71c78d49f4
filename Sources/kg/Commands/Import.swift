import ArgumentParser
import FoundationEssentials
import GraphFormats
import GraphStore

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read graph files into the graph.",
    discussion: """
      Reads tables of edges (TSV or CSV, with commas or semicolons, a heading with the columns subject, relation and object; \
      subject_type, object_type and confidence are known too, any other column is kept beside the edge), the tables of \
      neo4j-admin, GraphML, GEXF, KGTK edge files, N-Triples, and the claim records of `kg export --format jsonl`, packed with \
      gzip or not, in UTF-8 or UTF-16; - is standard input. Where a table calls its columns otherwise, --columns says which \
      is which. Blanks around names do not count. With --entities the edges name entities \
      by the ids of a table with the columns id and name, and type and aliases (separated by |) where it has them.

      A file is in the graph wholly or not at all. The same file again changes nothing; the same file with new bytes \
      takes the place of the old one, and a name that is another document's is refused. `kg documents` lists the files, `kg remove` takes one away again.

      EXAMPLE: kg import edges.tsv --entities nodes.tsv --db graph.db

      EXAMPLE: kg import edges.csv --columns subject=source,relation=type,object=target
      """)

  @Argument(
    help: ArgumentHelp("Graph files, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String]
  @Option(
    help: ArgumentHelp(
      "A table of entities, by whose ids the edges name them; may be repeated.", valueName: "file"),
    completion: .file())
  var entities: [String] = []
  @Option(help: "What the files are (default: seen from their first line).")
  var format: GraphFileFormat?
  @Option(
    help: ArgumentHelp(
      "Which columns of the files hold what, by name or number: \(ColumnMapping.Role.allCases.map(\.rawValue).joined(separator: ", ")); may be repeated.",
      valueName: "what=column,…"))
  var columns: [String] = []
  @Option(
    help: ArgumentHelp(
      "The relation of rows that name none, such as those of a table of sources and targets.",
      valueName: "name"))
  var relation: String?
  @Option(
    help: ArgumentHelp(
      "What separates the columns of a table: one character, tab or space (default: seen from the first line).",
      valueName: "character"))
  var delimiter: String?
  @Flag(help: "The first row of a table is a row like the others; --columns names columns by their numbers.")
  var noHeading = false
  @Option(help: ArgumentHelp("What to call the file on standard input.", valueName: "name"))
  var name = "-"
  @Option(
    help: ArgumentHelp("The language whose labels become names, where a file has several.", valueName: "code")
  )
  var language = "en"
  @Flag(help: "Take relations of the vocabulary as the vocabulary's, with their symmetry.")
  var vocabulary = false
  @Flag(help: "Check the files and count what they hold; change nothing.")
  var dryRun = false
  @Flag(help: "Leave out rows that cannot be stored, and say which.")
  var skipBad = false
  @Option(
    help: ArgumentHelp(
      "Write the rows left out to this file, as file, line, reason and row; implies --skip-bad.",
      valueName: "path"),
    completion: .file())
  var rejects: String?
  @OptionGroup var graph: GraphOptions

  func validate() throws {
    if let delimiter, Self.separator(delimiter) == nil {
      throw ValidationError("--delimiter takes one character of ASCII, tab or space.")
    }
    if let relation, relation.allSatisfy(\.isWhitespace) { throw ValidationError("--relation is empty.") }
    do {
      _ = try mapping()
    } catch let error as GraphFileError {
      throw ValidationError(error.message + ".")
    }
  }

  private static func separator(_ text: String) -> UInt8? {
    switch text {
    case "tab", "\\t": return 0x09
    case "space": return 0x20
    default:
      guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, byte != 0x0A, byte != 0x22 else {
        return nil
      }
      return byte
    }
  }

  private func mapping() throws -> ColumnMapping {
    var mapping = ColumnMapping()
    for text in columns { try mapping.add(text) }
    return mapping
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    Signals.deferInterrupt()
    let progress = Progress()
    let rejected = try rejects.map { try RejectsFile(path: $0, apartFrom: graph.files + inputs) }
    let isSkipping = skipBad || rejects != nil
    let work = GraphFileImport(
      options: try options(),
      rejects: isSkipping
        ? { file, row in
          if let rejected { return try rejected.add(row, of: file) }
          progress.end()
          StandardError.message("\(file), line \(row.line): \(row.reason); the row is left out")
        } : nil
    ) { file, done, size in
      if Signals.isInterrupted {
        throw Failure(status: .interrupted, "interrupted; nothing of \(file) was imported")
      }
      if let size { progress.show(file, bytes: done, of: size) }
    }
    var events: [GraphFileImport.Event] = []
    func report(_ event: GraphFileImport.Event) {
      events.append(event)
      progress.end()
      StandardError.line(Self.line(event))
    }
    defer { progress.end() }
    func finish() throws {
      try rejected?.finish()
      try StandardOutput.write(
        Self.total(events, isDry: dryRun, seconds: start.duration(to: clock.now).seconds) + "\n")
    }
    if dryRun {
      try work.check(
        files, against: FileManager.default.fileExists(atPath: graph.path) ? graph.open(.read) : nil,
        report: report)
      try finish()
    } else {
      try work.checkReadable(files)
      let graph = try graph.open(.create)
      try graph.purgingReplaced {
        try work.run(files, into: graph, report: report)
        try finish()
      }
    }
  }

  /// The files that are read.
  private var inputs: [(file: FileIdentity, what: String)] {
    (files + entities).compactMap { path in
      let file = path == "-" ? FileIdentity.standardInput : FileIdentity(path: path)
      return file.map { ($0, "an input") }
    }
  }

  private func options() throws -> GraphFileImport.Options {
    var options = GraphFileImport.Options()
    options.format = format
    options.entityFiles = entities
    options.standardInputName = name
    options.language = language
    options.usesVocabulary = vocabulary
    options.columns = try mapping()
    options.separator = delimiter.flatMap(Self.separator)
    options.hasHeading = !noHeading
    options.relation = relation
    return options
  }

  private static func line(_ event: GraphFileImport.Event) -> String {
    let what =
      switch event.outcome {
      case .unchanged: "unchanged"
      case .duplicate(let other): "the same bytes as \(other)"
      case .added: "imported"
      case .replaced: "imported in place of what had this name"
      }
    return "\(event.file): \(what)" + event.details.map { ", \($0)" }.joined()
  }

  private static func total(_ events: [GraphFileImport.Event], isDry: Bool, seconds: String) -> String {
    var sum = GraphImport.Summary()
    for event in events {
      sum.rows += event.summary.rows
      sum.newEntities += event.summary.newEntities
      sum.newEdges += event.summary.newEdges
    }
    let counts = [
      events.count.counted("file", "files"), sum.rows.counted("row", "rows"),
      sum.newEntities.counted("new entity", "new entities"), sum.newEdges.counted("new edge", "new edges"),
    ]
    return (isDry ? "would import " : "") + counts.joined(separator: ", ") + "; \(seconds) seconds"
  }
}

extension GraphFileFormat: ExpressibleByArgument {}

extension GraphFileImport.Event {
  /// Counts worth telling, in words.
  fileprivate var details: [String] {
    var result: [String] = []
    if summary.rows > 0 { result.append(summary.rows.counted("row", "rows")) }
    if summary.newEntities > 0 { result.append(summary.newEntities.counted("new entity", "new entities")) }
    if summary.newEdges > 0 { result.append(summary.newEdges.counted("new edge", "new edges")) }
    if summary.repeated > 0 {
      result.append(summary.repeated.counted("repeated row", "repeated rows") + " counted once")
    }
    if summary.loops > 0 { result.append(summary.loops.counted("row", "rows") + " from an entity to itself") }
    if trimmed > 0 {
      result.append("blanks around \(trimmed.counted("name", "names")) taken away")
    }
    if rejected > 0 { result.append(rejected.counted("row", "rows") + " left out") }
    return result
  }
}
