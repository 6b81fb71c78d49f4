import ArgumentParser
import GraphStore

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look whether the graph's file is whole and sound.",
    discussion: """
      Checks the file's pages, indexes and references, and that what the graph counts and copies follows from its claims \
      and rows: the support of edges, the two tables of edges, names, aliases, full-text indexes. Prints what is wrong, a \
      line each, and ends with status 65; --repair makes right what can be.

      EXAMPLE: kg check --db graph.db
      """)

  @Flag(help: "Build anew what follows from the rest of the graph.")
  var repair = false
  @OptionGroup var graph: GraphOptions

  func run() throws {
    let graph = try opened()
    if repair {
      for finding in try graph.repair() { try StandardOutput.line("repaired: \(finding.message)") }
    }
    let findings = try graph.check()
    for finding in findings { try StandardOutput.line(finding.message) }
    if findings.isEmpty {
      if repair {
        try graph.purge(what: "what was removed")
      } else if try graph.awaitsPurge() {
        try StandardOutput.write(
          "the file still holds words of documents that were removed or replaced; `kg compact` clears them\n")
      }
      return try StandardOutput.line("\(graph.path) is sound")
    }
    let canRepair = !repair && findings.allSatisfy(\.isRepairable)
    throw Failure(
      status: .badData,
      "\(graph.path) is damaged; "
        + (canRepair
          ? "`kg check --repair` makes it right" : "restore it from a copy, or import and ingest anew"))
  }

  /// The graph, for writing where that is allowed: a copy need not be made then.
  private func opened() throws -> Graph {
    if repair { return try graph.open(.change) }
    do {
      return try graph.open(.change)
    } catch let error as GraphError where [.cannotWrite, .busy, .inputOutput].contains(error.code) {
      return try graph.open(.read)
    }
  }
}
