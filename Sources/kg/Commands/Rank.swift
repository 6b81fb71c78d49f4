import ArgumentParser
import GraphFormats
import GraphStore

extension RankQuery.Order: ExpressibleByArgument {}

struct Rank: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "List the entities that matter most: by PageRank, or by number of edges.",
    discussion: """
      PageRank follows edges from subject to object, symmetric relations both ways and parallel edges each, with a damping \
      of 0.85. Equal ranks come by name.

      EXAMPLE: kg rank --top 10 --type person
      """)

  @Option(help: "What to order by.")
  var by: RankQuery.Order = .pagerank
  @Option(
    name: [.customLong("top"), .customLong("limit")],
    help: ArgumentHelp("How many entities to list; 0 for all.", valueName: "count"))
  var top = 20
  @OptionGroup var edges: EdgeOptions
  @OptionGroup var described: DescriptionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if top < 0 { throw ValidationError("--top must be 0 or more.") }
  }

  func run() throws {
    var query = RankQuery()
    query.order = by
    query.limit = top == 0 ? nil : top
    let graph = try graph.open(.read)
    query.filter = try edges.filter(in: graph)
    query.filter.leavesOutDescriptions = !described.descriptions
    let found = try graph.rank(query)
    if found.entities.isEmpty {
      let kind = edges.type.isEmpty ? "entity" : "entity of type \(edges.type.joined(separator: " or "))"
      throw Failure(status: .notFound, "the graph holds no \(kind); `kg stats` counts what it holds")
    }
    try answer.write(.ranking(found))
  }
}
