internal import GraphFormats
internal import GraphStore

/// A graph file in one format, read as `kg import --dry-run` does.
struct GraphFileTarget: FuzzTarget {
  private let format: GraphFileFormat
  private let path: String

  init(format: GraphFileFormat) {
    self.format = format
    path = temporaryPath("input." + format.rawValue)
  }

  func read(_ bytes: [UInt8]) throws {
    write(bytes, to: path)
    var options = GraphFileImport.Options()
    options.format = format
    var rejected = 0
    // Rows that cannot be stored are passed over, so that those behind them are reached.
    let check = GraphFileImport(
      options: options,
      rejects: { _, row in
        rejected += 1
        _ = row.record(of: "input")
      }, progress: { _, _, _ in })
    try check.check([path], against: nil) { event in
      try promise(event.rejected == rejected, "\(event.rejected) rows were left out, \(rejected) were told")
    }
  }
}

/// A graph file of any format, imported for good: the graph is sound, can be written, and is empty when the file is removed.
struct ImportTarget: FuzzTarget {
  private let graph: Graph
  private let input = temporaryPath("input")

  init() throws { graph = try Graph(path: temporaryPath("graph.db"), access: .create) }

  func read(_ bytes: [UInt8]) throws {
    write(bytes, to: input)
    let work = GraphFileImport(options: .init(), rejects: { _, _ in }, progress: { _, _, _ in })
    // What the import refuses must leave nothing behind.
    let refusal = Result { try work.run([input], into: graph) { _ in } }
    try promiseSound("after an import")
    if case .success = refusal {
      for format in GraphExport.Format.allCases {
        try GraphExport(graph: graph, query: ExcerptQuery()).write(format) { _ in }
      }
      for document in try graph.documents() {
        try promise(
          try graph.removeDocument(named: document.name), "a document that is listed cannot be removed")
      }
    }
    try promiseSound("after what was imported is removed")
    let left = try graph.statistics()
    try promise(left.entities == 0 && left.edges == 0, "what was imported stays when it is removed")
  }

  private func promiseSound(_ when: String) throws {
    let findings = try graph.check()
    try promise(findings.isEmpty, "\(when): \(findings.map(\.message).joined(separator: "; "))")
  }
}

/// A graph that was damaged: the input names bytes of the file, and what to put there.
struct DamagedGraphTarget: FuzzTarget {
  private let sound: [UInt8]
  private let path = temporaryPath("damaged.db")

  init() throws {
    let made = temporaryPath("sound.db")
    let table = temporaryPath("sound.tsv")
    write(
      Array(
        "subject\trelation\tobject\nAnna\tvisited\tOslo\nAnna\tknows\tKarl\nKarl\tvisited\tBergen\nKarl\tlikes\tOslo\n"
          .utf8),
      to: table)
    let graph = try Graph(path: made, access: .create)
    try GraphFileImport(options: .init(), rejects: nil, progress: { _, _, _ in }).run([table], into: graph) {
      _ in
    }
    _ = try graph.compact()
    sound = contents(of: made)
  }

  func read(_ bytes: [UInt8]) throws {
    var damaged = sound
    var numbers = FuzzedNumbers(bytes)
    while !numbers.isAtEnd {
      let place = numbers.number(below: damaged.count)
      damaged[place] = numbers.byte()
      if numbers.chance(16) { damaged.removeLast(min(damaged.count - 1, 512 * numbers.number(below: 64))) }
    }
    write(damaged, to: path)
    let questions: [(Graph) throws -> Void] = [
      { _ = try $0.check() },
      { _ = try $0.statistics() },
      { _ = try $0.shape() },
      { _ = try $0.documents() },
      { graph in
        var query = SearchQuery()
        query.text = "anna"
        _ = try graph.search(query)
      },
      { graph in
        if case .entity(let found) = try graph.resolve("Anna") {
          _ = try graph.neighbors(of: found.entity, NeighborQuery())
          _ = try graph.describe(found.entity)
          _ = try graph.claims(involving: found.entity)
        }
      },
      { _ = try $0.rank(RankQuery()) },
      { _ = try $0.components().list(nil) },
      { try GraphExport(graph: $0, query: ExcerptQuery()).write(.jsonl) { _ in } },
      { try GraphExport(graph: $0, query: ExcerptQuery()).write(.graphml) { _ in } },
    ]
    for question in questions {
      do {
        try question(Graph(path: path, access: .read))
      } catch let error as GraphError {
        try promise(
          error.code != .internal, "a damaged file is told as an error of kg's own: \(error.message)")
      }
    }
  }
}
