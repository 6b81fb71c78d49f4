import ArgumentParser
import GraphStore

struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove documents and all that only they support.",
    discussion: """
      Takes a document's sentences and claims along, and the edges, entities and names that nothing else supports; \
      the file keeps no byte of them, for which it is written anew: name all that are to go in one command. `kg documents` lists the names.

      EXAMPLE: kg remove seeds/afghanistan-interview.txt
      """)

  @Argument(help: ArgumentHelp("The documents' names.", valueName: "document"))
  var documents: [String]
  @OptionGroup var graph: GraphOptions

  func run() throws {
    let graph = try graph.open(.change)
    var removed: [String] = []
    var isMissing = false
    var failure: GraphError?
    for document in documents where failure == nil {
      do {
        if try graph.removeDocument(named: document) {
          removed.append(document)
          continue
        }
        StandardError.message("no document is called \(Quoting.quoted(document)); `kg documents` lists them")
        isMissing = true
      } catch {
        failure = error
      }
    }
    // Where none can be removed, there is no telling what an earlier removal left either.
    if let failure, removed.isEmpty { throw Self.worded(failure) }
    // Also where nothing was removed now: an earlier removal may have been cut off.
    try graph.purge(what: removed.count == 1 ? Quoting.quoted(removed[0]) : "what was removed")
    for document in removed { try StandardOutput.line("\(document): removed") }
    if let failure { throw Self.worded(failure) }
    if isMissing { throw Failure(status: .notFound, nil) }
  }

  /// Says of what stopped a removal that it did.
  private static func worded(_ error: GraphError) -> Failure {
    Failure(status: Failure.status(error.code), "a removal failed and changed nothing: \(error.message)")
  }
}
