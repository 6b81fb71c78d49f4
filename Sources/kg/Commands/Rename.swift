import ArgumentParser
import GraphFormats
import GraphStore

struct Rename: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give an entity the name that answers show.",
    discussion: """
      Its other names keep answering, and `kg undo` takes it back.

      EXAMPLE: kg rename CENTCOM 'United States Central Command'
      """)

  @Argument(help: "The name of an entity, or #identifier.")
  var name: String
  @Argument(help: ArgumentHelp("What it is called.", valueName: "new-name"))
  var newName: String
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.change)
    let anchor = try graph.anchor(named: name)
    try judgement.judge(
      [NewJudgement(.name, anchor.key, anchor.key, value: newName)],
      what: "\(Quoting.quoted(name)) is called \(Quoting.quoted(newName))", in: graph, answer)
  }
}

struct Retype: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retype",
    abstract: "Give an entity the type that answers show.",
    discussion: "EXAMPLE: kg retype Raqqa place")

  @Argument(help: "The name of an entity, or #identifier.")
  var name: String
  @Argument(help: "Its type: person, organization, group, place, event or another.")
  var type: String
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.change)
    let anchor = try graph.anchor(named: name)
    try judgement.judge(
      [NewJudgement(.type, anchor.key, anchor.key, value: type)],
      what: "\(Quoting.quoted(name)) is of the type \(Quoting.quoted(type))", in: graph, answer)
  }
}
