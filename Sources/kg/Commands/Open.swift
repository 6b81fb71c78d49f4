import ArgumentParser
import ChildProcess
import Claims
import DocumentInput
import GraphStore

struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a document at the page of a sentence.",
    discussion: """
      Names a document, or an entity, or two of which something is said: then the document with the first sentence behind it. \
      Without a screen, or with --print, the command is printed that would open it. The document is looked for under the name that \
      it was read by.

      EXAMPLE: kg open report.pdf --page 17
      EXAMPLE: kg open Qatar Taliban
      """)

  @Argument(help: "The name of a document or of an entity.")
  var name: String
  @Argument(help: "The name of another entity.")
  var other: String?
  @Option(help: ArgumentHelp("The page to open a document at.", valueName: "number"))
  var page: Int?
  @Flag(name: .customLong("print"), help: "Print the command and run nothing.")
  var prints = false
  @OptionGroup var graph: GraphOptions

  func run() throws {
    let graph = try graph.open(.read)
    let target = try target(in: graph)
    guard let file = DocumentFile.path(ofDocument: target.document) else {
      throw Failure(
        status: .noInput, "\(target.document): no such file here; go to the folder from which it was read")
    }
    guard let viewer = DocumentViewer.command(for: file, page: page ?? target.page) else {
      throw Failure(
        status: .missingProgram, "no viewer is installed for \(file); install evince or xdg-utils")
    }
    let isShown = !(Environment["DISPLAY"] ?? "").isEmpty || !(Environment["WAYLAND_DISPLAY"] ?? "").isEmpty
    if prints || !isShown { return try StandardOutput.line(viewer.line) }
    guard viewer.start() else { throw Failure(status: .inputOutput, "\(viewer.line) could not be run") }
  }

  private func target(in graph: Graph) throws -> (document: String, page: Int?) {
    let isDocument =
      try other == nil && graph.documents().contains { $0.name == name || $0.otherNames.contains(name) }
    if isDocument { return (name, nil) }
    let entity = try graph.entity(named: name)
    let second = try other.map { try graph.entity(named: $0) }
    guard
      let claim = try graph.claims(involving: entity.entity, and: second?.entity).first(where: {
        $0.evidence != nil
      })
    else { throw Failure(status: .notFound, "no sentence states a relation of \(Quoting.quoted(name))") }
    return (claim.document, claim.evidence?.page)
  }
}
