import ArgumentParser
import GraphFormats
import GraphStore

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Describe an entity: its type, names, counts and relations.",
    discussion: "EXAMPLE: kg show Dostum")

  @Argument(help: "The name of an entity, or #identifier.")
  var name: String
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    try answer.write(.description(try graph.describe(try graph.entity(named: name).entity, onlySure: true)))
  }
}
