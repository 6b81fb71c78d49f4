import ArgumentParser
import GraphFormats
import GraphStore

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph, or the part around an entity, to a file of another program.",
    discussion: """
      dot for GraphViz, graphml for Gephi and yEd, csv for tables, jsonl for the claim records that the graph was made of.

      EXAMPLE: kg export --format dot --around Taliban --output graph.dot && dot -Tsvg graph.dot -o graph.svg
      """)

  @Option(help: "The form of the file.")
  var format: GraphExport.Format
  @Option(help: ArgumentHelp("Only what lies around this entity.", valueName: "name"))
  var around: String?
  @Option(help: ArgumentHelp("How far from it.", valueName: "count"))
  var hops = 1
  @Option(help: ArgumentHelp("Only edges of this relation; may be repeated.", valueName: "relation"))
  var relation: [String] = []
  @Flag(help: "Leave out the open layer.")
  var canonical = false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write (default: standard output).", valueName: "path"),
    completion: .file())
  var output: String?
  @OptionGroup var graph: GraphOptions

  func validate() throws {
    if hops < 1 { throw ValidationError("--hops must be 1 or more.") }
  }

  func run() throws {
    let graph = try graph.open(.read)
    var query = ExcerptQuery()
    query.center = try around.map { try graph.entity(named: $0).entity }
    query.hops = hops
    query.relations = relation
    query.includesOpen = !canonical
    let file = try output.map { try OutputFile(path: $0) }
    try GraphExport(graph: graph, query: query).write(format) { bytes in
      if let file { try file.write(bytes) } else { try StandardOutput.write(bytes) }
    }
    try file?.finish()
  }
}
