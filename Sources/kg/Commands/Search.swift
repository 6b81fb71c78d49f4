import ArgumentParser
import GraphFormats
import GraphStore

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in sentences and names.",
    discussion: """
      Finds sentences that hold all of the words, the best match first; a star at the end of a word asks for its \
      beginning. Nothing else in the words is syntax.

      EXAMPLE: kg search 'special serv*'
      """)

  @Argument(help: "The words to find.")
  var words: [String]
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let text = words.joined(separator: " ")
    let found = try graph.open(.read).search(text, limit: limit.rows(for: answer.format))
    if found.entities.isEmpty && found.sentences.isEmpty {
      throw Failure(status: .notFound, "no sentence and no name holds \(Quoting.quoted(text))")
    }
    try answer.write(.search(found))
  }
}
