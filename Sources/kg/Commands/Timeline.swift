import ArgumentParser
import Claims
import GraphFormats
import GraphStore

/// How a timeline is written.
enum TimelineFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, jsonl, tsv, csv
  /// A calendar.
  case ics
  /// A picture.
  case svg

  var answer: AnswerFormat? { AnswerFormat(rawValue: rawValue) }
}

struct Timeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "List what has a date in the order of time, with its sentence; say how much has none.",
    discussion: """
      Dates are in EDTF: 2001-09, 2001/2005, ../2001 for “until 2001”. ics is a calendar, svg a picture. What documents deny or doubt \
      is marked.

      EXAMPLE: kg timeline Taliban --since 2001 --until 2003
        kg timeline --relation attacked --format svg > attacks.svg
      """)

  @Argument(help: "The name of an entity, or #identifier (default: all).", completion: .entities)
  var name: String?
  @OptionGroup var edges: EdgeOptions
  @OptionGroup var doubt: DoubtOptions
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @Option(help: "How to write the answer.")
  var format: TimelineFormat = .table

  func run() throws {
    let graph = try graph.open(.read)
    var query = ClaimListQuery()
    query.filter = try edges.filter(in: graph, doubt: doubt)
    let center = try name.map { try graph.entity(named: $0) }
    query.filter.entities += [center?.entity].compactMap { $0 }
    let undated = try graph.undatedClaimCount(query)
    let note = undated == 0 ? nil : "\(undated.counted("more claim has", "more claims have")) no time"
    switch format {
    case .svg: try picture(graph, query, center?.name.name, note)
    case .ics: try calendar(graph, query, note)
    default: try list(graph, query, note)
    }
  }

  private func list(_ graph: Graph, _ query: ClaimListQuery, _ note: String?) throws {
    var query = query
    let answer = format.answer ?? .table
    let writer = try ListWriter(
      Claim.columns, shown: RowStream.timelineTable, limit: limit.rows(for: answer), noun: "dated claim",
      as: answer)
    query.limit = writer.wanted
    try graph.forEachDatedClaim(query) { claim in try writer.add { try $0.addToTimeline(claim) } }
    try writer.finish(note: note)
    if answer != .table, let note { StandardError.message(note) }
  }

  private func calendar(_ graph: Graph, _ query: ClaimListQuery, _ note: String?) throws {
    var file = CalendarFile()
    var query = query
    query.limit = limit.rows(for: .jsonl)
    var text = CalendarFile.head
    var open = 0
    try graph.forEachDatedClaim(query) { claim in
      if let event = file.event(claim) { text += event } else { open += 1 }
      if text.utf8.count > 1 << 16 {
        try StandardOutput.write(Array(text.utf8), as: .data)
        text = ""
      }
    }
    try StandardOutput.write(Array((text + CalendarFile.tail).utf8), as: .data)
    if let note { StandardError.message(note) }
    if open > 0 {
      StandardError.message("\(open.counted("claim", "claims")) without a start or an end left out")
    }
  }

  private func picture(_ graph: Graph, _ query: ClaimListQuery, _ name: String?, _ note: String?) throws {
    var query = query
    query.limit = min(limit.rows(for: .jsonl) ?? TimelinePicture.most, TimelinePicture.most)
    var claims: [Claim] = []
    try graph.forEachDatedClaim(query) { claims.append($0) }
    let total = try graph.claimCount(query, onlyDated: true)
    let what = ([name].compactMap { $0 } + edges.relation + edges.document).joined(separator: ", ")
    let picture = TimelinePicture(
      title: what.isEmpty ? "Timeline" : "Timeline: \(what)", claims: claims,
      more: max(0, total - claims.count))
    try StandardOutput.write(Array(picture.text.utf8), as: .data)
    if let note { StandardError.message(note) }
  }
}
