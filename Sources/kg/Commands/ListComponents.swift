import ArgumentParser
import GraphFormats
import GraphStore

struct ListComponents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "components",
    abstract: "List what hangs together: the groups of entities that no edge ties to others.",
    discussion: """
      The largest comes first, each with the entity that has the most edges in it. With --members their entities are \
      listed, component by component, or, with a name, those of the component that it is in.

      EXAMPLE: kg components --limit 10
      EXAMPLE: kg components Taliban
      """)

  @Argument(
    help: "The name of an entity, or #identifier, to list the members of its component.",
    completion: .entities)
  var name: String?
  @Flag(help: "List the entities of all components.")
  var members = false
  @OptionGroup var edges: EdgeOptions
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    let entity = try name.map { try graph.entity(named: $0).entity }
    let found = try graph.components(try edges.filter(in: graph))
    if found.count == 0 { throw Failure(status: .notFound, "the graph holds no entities") }
    let rows = limit.rows(for: answer.format)
    if !members && entity == nil {
      return try answer.write(.components(try found.list(rows), of: found.count))
    }
    var stream = try answer.stream(RowStream.memberColumns)
    try found.forEachMember(around: entity, limit: rows) { try stream.add($0) }
    let total = entity.map { found.size(around: $0) } ?? found.members
    try stream.finish(footer: Report.more(shown: min(total, rows ?? total), of: total, "member"))
  }
}
