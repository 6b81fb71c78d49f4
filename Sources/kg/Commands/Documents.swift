import ArgumentParser
import GraphFormats
import GraphStore

struct Documents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "List the documents of the graph.", discussion: "EXAMPLE: kg documents --format tsv")

  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let documents = try graph.open(.read).documents()
    if documents.isEmpty { throw Failure(status: .notFound, "the graph holds no documents") }
    try answer.write(.documents(documents))
  }
}
