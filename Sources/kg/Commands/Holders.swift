import ArgumentParser
import Claims
import GraphFormats
import GraphStore

struct Holders: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holders",
    abstract: "Tell who held an office, from when to when, and how that is known.",
    discussion: """
      With --at it tells of each whether he held it then: yes, no, or not known. Nothing is filled in: where a text says only that \
      somebody became minister in May, nothing is known of June. Gaps and overlaps are named.

      EXAMPLE: kg holders 'minister of defence' --of Norway --at 2019-05
      """)

  @Argument(help: "The office: all its words have to stand in the name that the graph knows it by.")
  var office: String
  @Option(help: ArgumentHelp("Of what it is the office.", valueName: "name"))
  var of: String?
  @Option(help: ArgumentHelp("A day, month or year (2001-09-10).", valueName: "date"))
  var at: String?
  @OptionGroup var edges: EdgeOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if let at, EDTFInterval(at) == nil {
      throw ValidationError("--at takes a year, a month or a day (2001, 2001-09, 2001-09-10), not “\(at)”.")
    }
  }

  func run() throws {
    let graph = try graph.open(.read)
    var query = HoldersQuery()
    query.office = office
    query.ofWhat = of
    query.filter = try edges.filter(in: graph)
    let terms = try graph.holders(query)
    if terms.isEmpty {
      let whole = office + (of.map { " of \($0)" } ?? "")
      throw Failure(status: .notFound, "nothing says who holds or held the office \(Quoting.quoted(whole))")
    }
    try answer.write(.holders(terms, at: at.flatMap { EDTFInterval($0) }))
  }
}
