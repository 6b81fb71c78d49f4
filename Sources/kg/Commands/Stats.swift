import ArgumentParser
import GraphFormats
import GraphStore

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what the graph holds.", discussion: "EXAMPLE: kg stats --format json")

  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    try answer.write(.statistics(try graph.open(.read).statistics()))
  }
}
