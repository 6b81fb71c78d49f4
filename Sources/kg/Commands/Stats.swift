import ArgumentParser
import GraphFormats
import GraphStore

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what the graph holds, and say how its edges are spread.",
    discussion: """
      Documents, entities by type, edges by relation, how many entities have how many edges, and components.

      EXAMPLE: kg stats --format json
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    try answer.write(.statistics(try graph.statistics(onlySure: true), try graph.shape()))
  }
}
