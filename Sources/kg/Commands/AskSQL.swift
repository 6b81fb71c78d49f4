import ArgumentParser
import GraphFormats
import GraphStore

/// The options that bound a question in a user's own words.
struct QuestionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most seconds it may take.", valueName: "seconds"))
  var timeout = 10.0
  @Option(
    name: [.customLong("param"), .customShort("p")],
    help: ArgumentHelp("A value for a parameter of the question; may be repeated.", valueName: "name=value"))
  var parameters: [String] = []
  @OptionGroup var limit: LimitOption

  func validate() throws {
    if !(timeout > 0 && timeout <= 86_400) { throw ValidationError("--timeout must be more than 0.") }
    if parameters.contains(where: { !$0.contains("=") || $0.hasPrefix("=") }) {
      throw ValidationError("--param takes a name and its value: --param name=Taliban.")
    }
  }

  /// The names and values of the parameters.
  var values: [(name: String, value: String)] {
    parameters.map { text in
      let name = text.prefix { $0 != "=" }
      return (String(name), String(text.dropFirst(name.count + 1)))
    }
  }

  func bounds(for format: AnswerFormat) -> QuestionBounds {
    var bounds = QuestionBounds()
    bounds.seconds = timeout
    bounds.rows = limit.rows(for: format)
    return bounds
  }
}

struct AskSQL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask the graph in SQL, by views that stay.",
    discussion: """
      The views kg_entity, kg_name, kg_edge, kg_claim, kg_sentence, kg_mention, kg_document, kg_relation, kg_row and kg_qualifier are \
      described in docs/views.md, and any program that reads SQLite may use them. The question can only read.

      EXAMPLE: kg sql 'SELECT relation, count(*) FROM kg_edge GROUP BY 1 ORDER BY 2 DESC'
        kg sql 'SELECT * FROM kg_edge WHERE subject_name = :name' --param name=Taliban
      """)

  @Argument(help: "The question: one SELECT.")
  var question: String
  @OptionGroup var bounds: QuestionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    var rows: RowStream?
    let limits = bounds.bounds(for: answer.format)
    let hasMore = try graph.ask(sql: question, parameters: bounds.values, limits) { columns, row in
      var stream = try rows ?? answer.stream(columns)
      if let row { try stream.add(row, columns) }
      rows = stream
    }
    try rows?.finish(footer: hasMore ? "the first \(limits.rows ?? 0); --limit 0 shows all" : nil)
  }
}
