import ArgumentParser
import Claims
import GraphFormats
import GraphStore

extension ClaimListQuery.Order: ExpressibleByArgument {}

struct ListClaims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract:
      "List what documents claim, also what they deny, doubt or ascribe to a source; filter, sort and count it.",
    discussion: """
      A claim is one statement of one sentence, or a row of a graph file; an edge gathers those that are positive and certain.

      EXAMPLE: kg claims --document report.txt
        kg claims --polarity negative
        kg claims --said-by spokesman --since 2014
      """)

  @OptionGroup var edges: EdgeOptions
  @OptionGroup var doubt: DoubtOptions
  @OptionGroup var list: ListOptions
  @Option(help: "What to sort by; the surest and the earliest come first.")
  var sort: ClaimListQuery.Order = .document
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    var query = ClaimListQuery()
    query.filter = try edges.filter(in: graph, doubt: doubt)
    query.order = sort
    query.isReversed = list.reverse
    if list.count { return try answer.write(.count(try graph.claimCount(query), of: "claim")) }
    let rows = limit.rows(for: answer.format)
    if let grouping = list.groupBy {
      let columns = [grouping.rawValue, "claims"]
      let writer = try ListWriter(columns, shown: columns, limit: rows, noun: "claim", as: answer.format)
      query.limit = writer.wanted
      try graph.forEachClaimGroup(query, by: grouping) { group in
        try writer.add { try $0.add(group, of: "claims") }
      }
      return try writer.finish()
    }
    let writer = try ListWriter(
      Claim.columns, shown: RowStream.claimTable, limit: rows, noun: "claim", as: answer.format)
    query.limit = writer.wanted
    try graph.forEachClaim(query) { claim in try writer.add { try $0.add(claim) } }
    let untimed = Counting.untimed(try graph.undatedClaimCount(of: query.filter), "claim")
    try writer.finish(note: untimed)
    if answer.format != .table, let untimed { StandardError.message(untimed) }
  }
}
