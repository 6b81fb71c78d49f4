import ArgumentParser
import Claims
import GraphFormats
import GraphStore

struct FindPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Find how two entities are tied, and the sentence behind each hop.",
    discussion: """
      A shortest path, walked along edges either way unless --directed. Of equally short paths one is shown, the same \
      whatever order documents came in; --all counts and shows them all, -k the next longer ones too, both in the order \
      of names. Parallel edges make one path that shows them all. With --weighted the best path is the one whose \
      confidences have the greatest product.

      EXAMPLE: kg path Turkey Dostum
      """)

  @Argument(help: "Where the path starts.", completion: .entities)
  var from: String
  @Argument(help: "Where it ends.", completion: .entities)
  var to: String
  @Flag(help: "Walk edges only from subject to object.")
  var directed = false
  @Flag(help: "Rank paths by the product of their confidences, then by length.")
  var weighted = false
  @Option(help: ArgumentHelp("The most hops.", valueName: "count"))
  var maxLength: Int?
  @Option(
    name: .customShort("k"),
    help: ArgumentHelp("How many paths to show, the best first.", valueName: "count"))
  var count: Int?
  @Flag(
    name: [.customLong("all"), .customLong("all-shortest")],
    help: "Count all paths as good as the best, and show them up to --limit.")
  var all = false
  @OptionGroup var limit: LimitOption
  @OptionGroup var edges: EdgeOptions
  @OptionGroup var doubt: DoubtOptions
  @Option(
    help: ArgumentHelp("An entity to keep clear of; may be repeated.", valueName: "name"),
    completion: .entities)
  var avoid: [String] = []
  @Flag(help: "Also walk the open layer.")
  var open = false
  @OptionGroup var described: DescriptionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if let maxLength, maxLength < 0 { throw ValidationError("--max-length must be 0 or more.") }
    if let count, count < 1 { throw ValidationError("-k must be 1 or more.") }
    if doubt.polarity == [.negative] || !doubt.modality.isEmpty && !doubt.modality.contains(.certain) {
      throw ValidationError(
        "A path walks what the texts state; what they deny or doubt is told by kg edges, neighbors and evidence."
      )
    }
    if all && count != nil { throw ValidationError("--all and -k do not go together; --limit bounds --all.") }
  }

  func run() throws {
    var query = PathQuery()
    query.isDirected = directed
    query.maximumLength = maxLength
    query.isWeighted = weighted
    query.allShortest = all
    query.count = all ? Self.listed(limit, as: answer.format) : count ?? 1
    try Self.answer(from: from, to: to, avoiding: avoid, query, in: graph.path, as: answer.format) {
      var filter = try edges.filter(in: $0, layers: self.open ? [] : .vocabulary)
      filter.leavesOutDescriptions = !described.descriptions
      return filter
    }
  }

  static func answer(
    from: String, to: String, avoiding: [String], _ query: PathQuery, in path: String,
    as format: AnswerFormat,
    filter: (Graph) throws -> EdgeFilter = { _ in .namedVocabulary }
  ) throws {
    let graph = try Graph(path: path, access: .ask)
    let start = try graph.entity(named: from)
    let goal = try graph.entity(named: to)
    var query = query
    query.filter = try filter(graph)
    if start.name.isDescription || goal.name.isDescription { query.filter.leavesOutDescriptions = false }
    query.avoided = Set(try avoiding.map { try graph.entity(named: $0).entity })
    for end in [start, goal] where query.avoided.contains(end.entity) {
      throw Failure(
        status: .usage,
        "--avoid keeps clear of \(Quoting.quoted(end.name.name)), an end of the path; leave it out")
    }
    var stream = PathStream(from: start.name, query, format: format, on: Terminal.display) {
      try StandardOutput.write($0, as: format.content)
    }
    try graph.forEachPath(from: start.entity, to: goal.entity, query) { try stream.add($0, total: $1) }
    if stream.count == 0 {
      let ends = "\(Quoting.quoted(start.name.name)) and \(Quoting.quoted(goal.name.name))"
      let untimed = query.filter.time == nil ? "" : "; edges of which no time is known were left out"
      throw Failure(status: .notFound, "no such path ties \(ends)\(untimed)")
    }
    try stream.finish()
    if format == .dot, let rest = stream.footer { StandardError.message("\(rest)") }
  }

  /// How many of the best paths are listed; a picture of all of them is for no eye.
  private static func listed(_ limit: LimitOption, as format: AnswerFormat) -> Int {
    limit.rows(for: format) ?? (format == .dot && limit.limit == nil ? mostPathsInPicture : .max)
  }

  private static let mostPathsInPicture = 1_000
}
