import ArgumentParser
import GraphFormats
import GraphStore

extension Edge.Direction: ExpressibleByArgument {}

struct Neighbors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbors",
    abstract: "List what an entity is tied to, and the sentence behind each edge.",
    discussion: """
      A name may be an alias, may differ in case, accents, quotes and hyphens, and may be a part of the name; a name that \
      fits several entities lists them. Edges come canonical, imported, open; then by support, relation and neighbor.

      EXAMPLE: kg neighbors Taliban --relation patron --direction in
      """,
    aliases: ["neighbours"])

  @Argument(help: "The name of an entity, or #identifier.", completion: .entities)
  var name: String
  @OptionGroup var edges: EdgeOptions
  @Option(help: "Which way the edges point, seen from the entity.")
  var direction: Edge.Direction = .both
  @Option(help: ArgumentHelp("How far to go.", valueName: "count"))
  var hops = 1
  @Flag(help: "Also show what the text denies, doubts, expects or supposes, and what is unsure.")
  var all = false
  @OptionGroup var doubt: DoubtOptions
  @OptionGroup var limit: LimitOption
  @OptionGroup var described: DescriptionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if hops < 1 { throw ValidationError("--hops must be 1 or more.") }
  }

  func run() throws {
    var query = NeighborQuery()
    query.direction = direction
    query.hops = hops
    query.limit = limit.rows(for: answer.format)
    query.includesDoubtful = all
    try Self.answer(name, query, in: graph.path, as: answer.format) {
      var filter = try edges.filter(in: $0, doubt: doubt)
      filter.leavesOutDescriptions = !described.descriptions
      return filter
    }
  }

  static func answer(
    _ name: String, _ query: NeighborQuery, in path: String, as format: AnswerFormat,
    filter: (Graph) throws -> EdgeFilter = { _ in .usual }
  ) throws {
    let graph = try Graph(path: path, access: .ask)
    var query = query
    query.filter = try filter(graph)
    let entity = try graph.entity(named: name)
    if entity.name.isDescription { query.filter.leavesOutDescriptions = false }
    let found = try graph.neighbors(of: entity.entity, query)
    let undated = Counting.untimed(found.undated)
    if found.total == 0 {
      let hint =
        (query.includesDoubtful
          ? "" : "; --all also shows what the text denies or doubts, and what is unsure")
        + (undated.map { "; \($0)" } ?? "")
      throw Failure(status: .notFound, "\(Quoting.quoted(entity.name.name)) has no such edges\(hint)")
    }
    try AnswerOptions.write(.neighbors(of: entity.name, found, hops: query.hops), as: format)
    if format != .table, let undated { StandardError.message(undated) }
  }
}
