import ArgumentParser
import GraphFormats
import GraphStore

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read graph files into the graph.",
    discussion: """
      Reads tables of edges (TSV or CSV with a heading that names the columns subject, relation and object; subject_type, \
      object_type and confidence are known too, all other columns are kept beside the edge), KGTK edge files, N-Triples \
      and the claim records of `kg export --format jsonl`; - is standard input. With --entities the edges name entities \
      by the ids of a table with the columns id, name, type and aliases.

      A file is in the graph wholly or not at all. The same file again changes nothing; a known name with new bytes takes \
      the place of the old file. `kg documents` lists the files, `kg remove` takes one away again.

      EXAMPLE: kg import edges.tsv --entities nodes.tsv --db graph.db
      """)

  @Argument(
    help: ArgumentHelp("Graph files, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String]
  @Option(
    help: ArgumentHelp(
      "A table of entities (id, name, type, aliases), by whose ids the edges name them; may be repeated.",
      valueName: "file"), completion: .file())
  var entities: [String] = []
  @Option(help: "What the files are (default: seen from their first line).")
  var format: GraphFileFormat?
  @Option(help: ArgumentHelp("What to call the file on standard input.", valueName: "name"))
  var name = "-"
  @Flag(help: "Take relations of the vocabulary as the vocabulary's, with their symmetry.")
  var vocabulary = false
  @Flag(help: "Check the files and count what they hold; change nothing.")
  var dryRun = false
  @Flag(help: "Leave rows out that cannot be stored, and import the others.")
  var skipBad = false
  @Option(
    help: ArgumentHelp(
      "Write the rows left out to this file: file, line, reason and row; implies --skip-bad.",
      valueName: "path"),
    completion: .file())
  var rejects: String?
  @OptionGroup var graph: GraphOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    Signals.deferInterrupt()
    var options = GraphFileImport.Options()
    options.format = format
    options.entityFiles = entities
    options.standardInputName = name
    options.usesVocabulary = vocabulary
    let progress = Progress()
    let work = GraphFileImport(options: options, rejects: nil) { file, done, size in
      if Signals.isInterrupted {
        throw Failure(status: .interrupted, "interrupted; the file is not in the graph")
      }
      if let size { progress.show(file, bytes: done, of: size) }
    }
    let graph = try graph.open(.create)
    try work.run(files, into: graph) { event in
      progress.end()
      StandardError.write("\(event.file): \(event.outcome) \(event.summary)\n")
    }
    let seconds = start.duration(to: clock.now)
    try StandardOutput.write("\(seconds)\n")
  }
}

extension GraphFileFormat: ExpressibleByArgument {}
