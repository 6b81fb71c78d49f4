import ArgumentParser
import GraphFormats
import GraphStore

struct Match: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Find a pattern in the graph: what neighbors and path cannot say.",
    discussion: """
      The part of GQL and openCypher that only reads, with names and relations as everywhere in kg; docs/match.md describes it. An edge \
      is taken once at most in a match. --explain prints the SQL that answers, and how SQLite goes about it.

      EXAMPLE: kg match "(p:person)-[:member]->(o)<-[:patron|supports]-(c:place) RETURN c, count(p) ORDER BY 2 DESC LIMIT 10"
        kg match "({name: 'Taliban'})-[e]-(x:place) WHERE e.time STARTS WITH '2001' RETURN x, e, evidence(e)"
      """)

  @Argument(help: "The pattern, with WHERE, RETURN, ORDER BY, SKIP and LIMIT.")
  var pattern: String
  @OptionGroup var bounds: QuestionOptions
  @Flag(help: "Leave out the open layer.")
  var canonical = false
  @Flag(help: "Also take what the texts deny, doubt, expect or suppose.")
  var allClaims = false
  @Flag(help: "Print how the question is answered, and do not ask it.")
  var explain = false
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    var query = MatchQuery()
    query.text = pattern
    query.parameters = bounds.values
    query.includesOpen = !canonical
    query.includesDoubtful = allClaims
    let names: (String) throws -> Int = { try graph.entity(named: $0).entity }
    if explain {
      let explanation = try graph.explanation(of: query, names: names)
      return try StandardOutput.write(
        explanation.sql + "\n\n" + explanation.steps.map { $0 + "\n" }.joined())
    }
    let limits = bounds.bounds(for: answer.format)
    var rows: RowStream?
    var count = 0
    let hasMore = try graph.match(query, limits, names: names) { columns, row in
      var stream = try rows ?? answer.stream(columns)
      if let row {
        count += 1
        try stream.add(row, columns)
      }
      rows = stream
    }
    try rows?.finish(footer: hasMore ? "the first \(limits.rows ?? 0); --limit 0 shows all" : nil)
    if count == 0 { throw Failure(status: .notFound, "the graph has no such pattern") }
  }
}
