import ArgumentParser
import GraphStore
import Serving

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract:
      "Show the graph in a browser on this machine: search, neighbors, paths, and the sentence behind every edge.",
    discussion: """
      Prints a private address that opens the page once, and opens it where there is a desktop. Only this machine can ask, \
      nothing is asked of any other, and the graph is only read. With --write the page can also merge, split, rename, retype and reject, go \
      through the suggestions of `kg suggest`, and take any of it back. Ctrl-C ends it.

      EXAMPLE: kg serve kg.db --write
      """)

  @Argument(help: "The graph's file (default: $KG_DB, else kg.db).", completion: .file())
  var path: String?
  @Option(
    help: ArgumentHelp(
      "The port, so that links to views stay the same (default: 8747 where it is free).", valueName: "number")
  )
  var port: UInt16?
  @Flag(help: "Let the page judge what names mean and what holds, which can be undone.")
  var write = false
  @Flag(help: "Only print the address, and open no browser.")
  var noBrowser = false
  @OptionGroup var graph: GraphOptions

  func validate() throws { try graph.validate(beside: path) }

  func run() throws {
    let path = path ?? graph.path
    // What is wrong with the graph is said at the start and not in the browser.
    _ = try Graph(path: path, access: write ? .change : .ask)
    let server = try server(path)
    let stop = try Signals.pipeOfEnd()
    try StandardOutput.line("The graph is at \(server.address) (once; Ctrl-C ends it)")
    if !noBrowser { Desktop.open(server.address) }
    server.run(until: stop)
  }

  private static let usualPort: UInt16 = 8747

  private func server(_ path: String) throws -> PageServer {
    let now: @Sendable () -> JudgementStamp = { .now }
    let stamp = write ? now : nil
    if let port { return try PageServer(graph: path, port: port, stamp: stamp) }
    do { return try PageServer(graph: path, port: Self.usualPort, stamp: stamp) } catch {
      return try PageServer(graph: path, port: 0, stamp: stamp)
    }
  }
}
