import ArgumentParser
import GraphFormats
import GraphStore

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Judge that names mean one thing.",
    discussion: """
      Their edges become those of one entity; what the documents say stays as it is, each name keeps answering, and \
      `kg undo` takes it back. What was judged different stays apart: such a merge is refused, with the judgements that stand against it.

      EXAMPLE: kg merge 'Joseph Votel' 'Joseph L. Votel' --because 'same post'
      """)

  @Argument(
    help:
      "The names of two entities or more, NAME:type or NAME@document where a name fits several, or #identifiers."
  )
  var names: [String]
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if names.count < 2 { throw ValidationError("A merge takes two names or more.") }
  }

  func run() throws {
    let graph = try graph.open(.change)
    let anchors = try names.map { try graph.anchor(named: $0) }
    let first = anchors[0]
    for (index, other) in anchors.enumerated().dropFirst() where other.entity.entity == first.entity.entity {
      throw Failure(
        status: .badData,
        "\(Quoting.quoted(names[0])) and \(Quoting.quoted(names[index])) are one entity already")
    }
    try judgement.judge(
      anchors.dropFirst().map { NewJudgement(.same, first.key, $0.key) },
      what: names.map(Quoting.quoted).joined(separator: " and ") + " are one", in: graph, answer)
  }
}
