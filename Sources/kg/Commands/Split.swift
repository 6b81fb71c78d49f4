import ArgumentParser
import GraphFormats
import GraphStore

struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Judge that one name means several things.",
    discussion: """
      With --documents, what these documents call by the name becomes a thing of its own. With --from, two names of one entity come \
      apart; what was judged the same has to be undone first.

      EXAMPLE: kg split Georgia --documents atlanta.txt
      """)

  @Argument(help: "The name of an entity, or #identifier.")
  var name: String
  @Option(parsing: .upToNextOption, help: ArgumentHelp("Documents that mean another.", valueName: "document"))
  var documents: [String] = []
  @Option(
    name: [.long, .customLong("parties")],
    help: ArgumentHelp("Another name that means another thing; may be repeated.", valueName: "name"))
  var from: [String] = []
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if documents.isEmpty == from.isEmpty {
      throw ValidationError("Say what to split: --documents, or --from another name.")
    }
  }

  func run() throws {
    let graph = try graph.open(.change)
    let anchor = try graph.anchor(named: name)
    let judgements =
      try from.isEmpty
      ? graph.cuts(of: anchor.entity.entity, documents: documents)
      : from.map { NewJudgement(.different, anchor.key, try graph.anchor(named: $0).key) }
    try judgement.judge(judgements, what: "\(Quoting.quoted(name)) is split", in: graph, answer)
  }
}
