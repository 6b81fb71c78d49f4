import ArgumentParser
import GraphFormats
import GraphStore

struct Reject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Judge that an edge does not hold.",
    discussion: """
      The edge goes, whatever states it now or later; the sentences stay, and `kg undo` brings it back.

      EXAMPLE: kg reject Qatar patron Taliban
      """)

  @Argument(help: "The name of the subject.")
  var subject: String
  @Argument(help: "The relation.")
  var relation: String
  @Argument(help: "The name of the object.")
  var object: String
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.change)
    let (left, right) = (try graph.entity(named: subject), try graph.entity(named: object))
    let rejection = try graph.rejection(
      of: left.entity, relation, right.entity, reason: judgement.because)
    try judgement.judge(
      [rejection], what: "\(Quoting.quoted(subject)) \(relation) \(Quoting.quoted(object)) is rejected",
      in: graph, answer)
  }
}
