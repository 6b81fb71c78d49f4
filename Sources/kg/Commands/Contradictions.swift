import ArgumentParser
import GraphFormats
import GraphStore

struct Contradictions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions",
    abstract: "List what is stated here and denied there, and what has two values where it can have one.",
    discussion: """
      Claims whose times part them are no contradiction; where a time is not known, that is said. Which relations have one value is \
      in the manual.

      EXAMPLE: kg contradictions --document reports/
      """)

  @OptionGroup var edges: EdgeOptions
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    let found = try graph.contradictions(try edges.filter(in: graph))
    if found.isEmpty { throw Failure(status: .notFound, "no claims contradict each other") }
    try answer.write(.contradictions(found, shown: limit.rows(for: answer.format)))
  }
}
