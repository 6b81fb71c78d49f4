import ArgumentParser
import GraphFormats
import GraphStore

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in sentences and names.",
    discussion: """
      Finds sentences that hold all of the words in any of their forms ("attack" finds "attacked"), the best match first, and names; \
      where no name holds them, names spelled nearly so. "…" asks for a phrase, OR for either of the words beside it, NOT or - for what \
      must not be there, a star at the end of a word for its beginning. --raw takes SQLite's own syntax (FTS5).

      EXAMPLE: kg search '"special serv*" OR militia -training' --document reports/
      """)

  @Argument(help: "The words to find.")
  var words: [String]
  @Flag(help: "Take the words in SQLite's own syntax of full-text search.")
  var raw = false
  @OptionGroup var edges: EdgeOptions
  @OptionGroup var doubt: DoubtOptions
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let text = words.joined(separator: " ")
    let graph = try graph.open(.read)
    var query = SearchQuery()
    query.text = text
    query.isRaw = raw
    query.filter = try edges.filter(in: graph, doubt: doubt)
    query.limit = limit.rows(for: answer.format)
    let found = try graph.search(query)
    if found.entities.isEmpty && found.sentences.isEmpty {
      throw Failure(status: .notFound, "no sentence and no name holds \(Quoting.quoted(text))")
    }
    try answer.write(.search(found))
  }
}
