import ArgumentParser
import Claims
import GraphFormats
import GraphStore

struct Evidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Print the sentences behind an entity's edges, or behind what ties two.",
    discussion: """
      Shows every claim, also those that make no edge because the text denies or doubts them, with document, sentence and \
      offsets. As JSON lines these are the claim records that `kg extract` prints.

      EXAMPLE: kg evidence Qatar Taliban
      """)

  @Argument(help: "The name of an entity, or #identifier.", completion: .entities)
  var name: String
  @Argument(help: "Another, to see only what ties the two.", completion: .entities)
  var other: String?
  @OptionGroup var edges: EdgeOptions
  @OptionGroup var doubt: DoubtOptions
  @Option(help: ArgumentHelp("Also show so many sentences before and after.", valueName: "count"))
  var context = 0
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if context < 0 || context > 1000 { throw ValidationError("--context must be from 0 to 1000.") }
  }

  func run() throws {
    let graph = try graph.open(.read)
    let entity = try graph.entity(named: name)
    let second = try other.map { try graph.entity(named: $0) }
    let filter = try edges.filter(in: graph, doubt: doubt)
    let claims = try graph.claims(involving: entity.entity, and: second?.entity, filter)
    let untimed = Counting.untimed(
      try graph.undatedClaimCount(of: filter, with: [entity.entity] + (second.map { [$0.entity] } ?? [])),
      "claim")
    if claims.isEmpty {
      let names = [entity.name.name, second?.name.name].compactMap { $0.map(Quoting.quoted) }.joined(
        separator: " and ")
      throw Failure(
        status: .notFound,
        "no sentence states such a relation of \(names)" + (untimed.map { "; \($0)" } ?? ""))
    }
    let shown = limit.rows(for: answer.format)
    var surroundings: [Graph.Surroundings] = []
    if context > 0 {
      surroundings = try claims.prefix(shown ?? claims.count).map { claim in
        try graph.surroundings(
          ofSentence: claim.evidence?.sentence ?? -1, inDocument: claim.document, count: context)
      }
    }
    let places = try graph.linePlaces(of: claims.prefix(shown ?? claims.count))
    var report = Report.evidence(claims, shown: shown, surroundings: surroundings, places: places)
    report.addNote(untimed)
    try answer.write(report)
    if answer.format != .table, let untimed { StandardError.message(untimed) }
  }
}
