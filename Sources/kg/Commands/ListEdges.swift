import ArgumentParser
import GraphFormats
import GraphStore

extension EdgeListQuery.Order: ExpressibleByArgument {}

struct ListEdges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edges",
    abstract: "List the edges of the graph, with times, sources and sentences; filter, sort and count them.",
    discussion: """
      Document, source and time have to fit one and the same statement behind an edge. --group-by counts an edge once for each of \
      its documents, years or sources. In the order of subjects the list starts at once, whatever the size of the graph.

      EXAMPLE: kg edges --relation attack --sort when
        kg edges --since 2014 --until 2014
        kg edges --group-by relation --document report.txt
      """)

  @OptionGroup var edges: EdgeOptions
  @OptionGroup var doubt: DoubtOptions
  @OptionGroup var list: ListOptions
  @Flag(help: "Also list what the texts deny, doubt, expect or suppose.")
  var all = false
  @Option(help: "What to sort by; the most, the surest and the earliest come first.")
  var sort: EdgeListQuery.Order = .subject
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let graph = try graph.open(.read)
    var query = EdgeListQuery()
    query.filter = try edges.filter(in: graph, doubt: doubt)
    query.includesDoubtful = all
    query.order = sort
    query.isReversed = list.reverse
    if list.count { return try answer.write(.count(try graph.edgeCount(query), of: "edge")) }
    let rows = limit.rows(for: answer.format)
    if let grouping = list.groupBy {
      let columns = [grouping.rawValue, "edges"]
      let writer = try ListWriter(columns, shown: columns, limit: rows, noun: "edge", as: answer.format)
      query.limit = writer.wanted
      try graph.forEachEdgeGroup(query, by: grouping) { group in
        try writer.add { try $0.add(group, of: "edges") }
      }
      return try writer.finish()
    }
    if answer.format == .dot {
      query.limit = limit.rows(for: .dot)
      var found: [Edge] = []
      try graph.forEachEdge(query) { found.append($0) }
      var picture = GraphPicture.Options()
      picture.title = (edges.relation + edges.entity + edges.document).joined(separator: ", ")
      return try StandardOutput.write(Array(GraphPicture(found, picture).text.utf8), as: .data)
    }
    let writer = try ListWriter(
      Edge.columns, shown: RowStream.edgeTable, limit: rows, noun: "edge", as: answer.format)
    query.limit = writer.wanted
    try graph.forEachEdge(query) { edge in try writer.add { try $0.add(edge) } }
    let untimed = Counting.untimed(try graph.undatedEdgeCount(query, upTo: Counting.most))
    try writer.finish(note: untimed)
    if answer.format != .table, let untimed { StandardError.message(untimed) }
  }
}
