import ArgumentParser
import GraphFormats
import GraphStore

struct FindPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Find how two entities are tied, and the sentence behind each hop.",
    discussion: """
      A shortest path, walked along edges either way unless --directed. Of equally short paths the first by name is \
      shown; --all-shortest shows them all, -k the next longer ones too.

      EXAMPLE: kg path Turkey Dostum
      """)

  @Argument(help: "Where the path starts.")
  var from: String
  @Argument(help: "Where it ends.")
  var to: String
  @Flag(help: "Walk edges only from subject to object.")
  var directed = false
  @Option(help: ArgumentHelp("The most hops.", valueName: "count"))
  var maxLength: Int?
  @Option(
    name: .customShort("k"),
    help: ArgumentHelp("How many paths to show, the shortest first.", valueName: "count"))
  var count: Int?
  @Flag(help: "Show all paths of the shortest length.")
  var allShortest = false
  @Option(help: ArgumentHelp("Walk only edges of this relation; may be repeated.", valueName: "relation"))
  var relation: [String] = []
  @Option(help: ArgumentHelp("An entity to keep clear of; may be repeated.", valueName: "name"))
  var avoid: [String] = []
  @Flag(help: "Also walk the open layer.")
  var open = false
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if let maxLength, maxLength < 0 { throw ValidationError("--max-length must be 0 or more.") }
    if let count, count < 1 { throw ValidationError("-k must be 1 or more.") }
  }

  func run() throws {
    let graph = try graph.open(.read)
    let start = try graph.entity(named: from)
    let goal = try graph.entity(named: to)
    var query = PathQuery()
    query.isDirected = directed
    query.maximumLength = maxLength
    query.allShortest = allShortest
    query.count = count ?? (allShortest ? 20 : 1)
    query.relations = relation
    query.avoided = Set(try avoid.map { try graph.entity(named: $0).entity })
    query.includesOpen = self.open
    let found = try graph.paths(from: start.entity, to: goal.entity, query)
    if found.paths.isEmpty {
      let ends = "\(Quoting.quoted(start.name.name)) and \(Quoting.quoted(goal.name.name))"
      throw Failure(status: .notFound, "no such path ties \(ends)")
    }
    try answer.write(.paths(found, from: start.name, to: goal.name))
  }
}
