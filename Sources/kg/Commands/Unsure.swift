import ArgumentParser
import GraphFormats
import GraphStore

struct Unsure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unsure",
    abstract: "Note that nobody can tell whether two names mean one thing.",
    discussion: """
      Neither `kg suggest` nor `kg review` asks again.

      EXAMPLE: kg unsure 'Pat Smith' 'Patricia Smith'
      """)

  @Argument(help: "The name of an entity, or #identifier.")
  var name: String
  @Argument(help: "Another.")
  var other: String
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.change)
    let (left, right) = (try graph.anchor(named: name), try graph.anchor(named: other))
    try judgement.judge(
      [NewJudgement(.unsure, left.key, right.key)],
      what: "\(Quoting.quoted(name)) and \(Quoting.quoted(other)) are left open", in: graph, answer)
  }
}
