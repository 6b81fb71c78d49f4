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
    for document in documents {
      if try graph.removeDocument(named: document) {
        removed.append(document)
      } else {
        StandardError.message("no document is called \(Quoting.quoted(document)); `kg documents` lists them")
        isMissing = true
      }
    }
    // Also where nothing was removed now: an earlier removal may have been cut off.
    try graph.purge(what: "what was removed")
    for document in removed { try StandardOutput.line("\(document): removed") }
    if isMissing { throw Failure(status: .notFound, nil) }
  }
}
