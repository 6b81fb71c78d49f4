internal import Claims
package import GraphStore

/// Writes paths one by one as they are found, so that any number of them needs no more memory than one; only a picture,
/// which shows each edge once, is gathered first.
package struct PathStream {
  private let start: EntityName
  private let query: PathQuery
  private let format: AnswerFormat
  private let display: Display
  private let write: ([UInt8]) throws -> Void
  private var rows: RowStream
  private var edges: [Edge] = []
  /// Where the paths end.
  private var goal: EntityName?
  private var known: Set<Edge> = []
  /// How many paths were written.
  package private(set) var count = 0
  private var total: PathTotal?
  /// Whether a path has no hop.
  private var startsAtGoal = false

  /// - Parameter start: the entity at which the paths start.
  package init(
    from start: EntityName, _ query: PathQuery, format: AnswerFormat, on display: Display,
    _ write: @escaping ([UInt8]) throws -> Void
  ) {
    self.start = start
    self.query = query
    self.format = format
    self.display = display
    self.write = write
    rows = RowStream(columns: ["path", "hop"] + Edge.columns, format: format, on: display, write)
  }

  /// Writes a path.
  ///
  /// - Parameter total: how many paths there are, where that is known.
  package mutating func add(_ path: Path, total: PathTotal?) throws {
    count += 1
    self.total = total
    startsAtGoal = path.hops.isEmpty
    goal = path.hops.last?.edges.first?.neighbor
    switch format {
    case .table:
      let layout = PathLayout(start: start, path: path, isWeighted: query.isWeighted).text(on: display)
      try writeText((count > 1 ? "\n" : "") + layout)
    case .dot:
      for edge in path.hops.flatMap(\.edges) where known.insert(edge).inserted { edges.append(edge) }
    default:
      let number = String(count)
      let cells = path.hops.enumerated().flatMap { index, hop in
        hop.edges.map { [number, String(index + 1)] + $0.cells }
      }
      let isWeighted = query.isWeighted
      try rows.add(rows: cells) { json in Self.record(path, total, isWeighted: isWeighted, into: &json) }
      // The next path may take a while to find, unless all are known to be as good as the best.
      if !query.allShortest { try rows.flush() }
    }
  }

  /// Writes what is left: a note under the paths, or the picture.
  package mutating func finish() throws {
    switch format {
    case .table: if let footer { try writeText(display.dim(footer) + "\n") }
    case .dot: try write(Array(GraphPicture(edges, pictureOptions).text.utf8))
    default: try rows.finish()
    }
  }

  private var pictureOptions: GraphPicture.Options {
    var options = GraphPicture.Options()
    options.isChain = true
    options.title = goal.map { "From \(start.name) to \($0.name)" } ?? "From \(start.name)"
    return options
  }

  /// How many paths there are beside those written, in words; nil where there are no others.
  package var footer: String? {
    let kind = query.isWeighted ? "as sure" : "of the same length"
    if startsAtGoal {
      return "\(Display.plain(start.name)) is where the path starts and ends: no hop is needed"
    }
    guard let total, total.count > UInt64(count) else { return nil }
    let more = total.count - UInt64(count)
    return total.isCapped
      ? "and more than \(more) more paths \(kind)"
      : "and \(more) more paths \(kind); --limit says how many to list"
  }

  private static func record(_ path: Path, _ total: PathTotal?, isWeighted: Bool, into json: inout JSONWriter)
  {
    json.object { json in
      json.field("length", path.hops.count)
      if isWeighted {
        json.name("confidence")
        json.number(path.confidence)
      }
      if let total {
        json.name("total")
        json.natural(total.count)
      }
      json.name("hops")
      json.array { json in
        for hop in path.hops {
          if let best = hop.edges.first { json.edge(best, parallel: Array(hop.edges.dropFirst())) }
        }
      }
    }
  }

  private func writeText(_ text: String) throws {
    try write(Array(VisibleText.of(text, keeping: [.lineEnds, .styles]).utf8))
  }
}
