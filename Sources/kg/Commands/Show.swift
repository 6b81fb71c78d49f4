import ArgumentParser
import GraphFormats
import GraphStore

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Describe an entity: its type, names, counts and relations; or print a document's text.",
    discussion: "EXAMPLE: kg show Dostum; kg show --text report.pdf")

  @Argument(help: "The name of an entity, or #identifier; with --text, of a document.")
  var name: String
  @Flag(help: "Print the text of a document, in which all its offsets count.")
  var text = false
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    if text {
      guard let text = try graph.text(ofDocument: name) else {
        throw Failure.unknownDocument(name, in: graph)
      }
      return try StandardOutput.write(Array(text.utf8), as: .data)
    }
    let entity = try graph.entity(named: name).entity
    try answer.write(
      .description(try graph.describe(entity, onlySure: true), members: try graph.members(of: entity)))
  }
}
