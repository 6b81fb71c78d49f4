import ArgumentParser
import GraphFormats
import GraphStore

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph, or the part around an entity, to a file of another program.",
    discussion: """
      \(GraphExport.Format.allCases.map { "\($0.rawValue) \($0.purpose)" }.joined(separator: "; ")). docs/exports.md \
      says what each keeps and loses. --output \
      appears under its name only when it is whole, keeps the permissions of a file that is there, and never takes the \
      place of the graph.

      EXAMPLE: kg export --format dot --around Taliban --output graph.dot && dot -Tsvg graph.dot -o graph.svg
      """)

  @Option(help: "The form of the file.")
  var format: GraphExport.Format
  @Option(
    help: ArgumentHelp("Only what lies around this entity.", valueName: "name"), completion: .entities)
  var around: String?
  @Option(help: ArgumentHelp("How far from it.", valueName: "count"))
  var hops = 1
  @Option(
    help: ArgumentHelp(
      "In a picture only so many things, those with the most edges.", valueName: "count"))
  var top: Int?
  @Option(help: "What to write above a picture.")
  var title: String?
  @OptionGroup var edges: EdgeOptions
  @OptionGroup var doubt: DoubtOptions
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write (default: standard output).", valueName: "path"),
    completion: .file())
  var output: String?
  @Flag(
    help: "Write csv that a spreadsheet opens as text: with a byte-order mark, and no cell that it would run."
  )
  var excel = false
  @OptionGroup var described: DescriptionOptions
  @OptionGroup var graph: GraphOptions

  func validate() throws {
    if hops < 1 { throw ValidationError("--hops must be 1 or more.") }
    if let top, top < 1 { throw ValidationError("--top must be 1 or more.") }
    if format != .dot && (top != nil || title != nil) {
      throw ValidationError("--top and --title are for --format dot.")
    }
    if excel && format != .csv { throw ValidationError("--excel is for --format csv.") }
  }

  func run() throws {
    let others = graph.files
    let graph = try graph.open(.read)
    var query = ExcerptQuery()
    let center = try around.map { try graph.entity(named: $0) }
    query.center = center?.entity
    var picture = GraphPicture.Options()
    picture.title = title ?? center.map { "Around \($0.name.name)" } ?? ""
    picture.center = center?.name
    picture.top = top
    query.hops = hops
    query.filter = try edges.filter(in: graph, doubt: doubt)
    // A picture shows what has a name; a file for another program has everything.
    query.filter.leavesOutDescriptions = format == .dot && !described.descriptions
    let file = try output.map { try OutputFile(path: $0, option: "--output", apartFrom: others) }
    // A file half written is taken away before the command ends.
    if file != nil { Signals.deferInterrupt() }
    let losses = try GraphExport(graph: graph, query: query).write(
      format, isForSpreadsheets: excel, picture: picture
    ) {
      bytes in
      guard let file else { return try StandardOutput.write(bytes, as: format == .jsonl ? .json : .data) }
      if Signals.isInterrupted {
        throw Failure(status: .interrupted, "interrupted; nothing was written to \(output ?? "")")
      }
      try file.write(bytes)
    }
    try file?.finish()
    for loss in losses { StandardError.message(loss) }
  }
}
