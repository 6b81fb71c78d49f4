import ArgumentParser
import GraphStore
import ModelContext

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

struct ModelContextProtocol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer an assistant's questions over standard input and output (Model Context Protocol).",
    discussion: """
      Eight tools, which only read: search, entity, neighbors, path, evidence, read, timeline, about. Every edge comes with the \
      sentences that it was read from. For revisions 2024-11-05 to 2026-07-28 of the protocol. An assistant starts it itself, \
      with a configuration such as {"command": "kg", "args": ["mcp", "/home/me/kg.db"]}.

      EXAMPLE: kg mcp kg.db
      """)

  @Argument(help: "The graph's file (default: $KG_DB, else kg.db).", completion: .file())
  var path: String?
  @OptionGroup var graph: GraphOptions

  func validate() throws { try graph.validate(beside: path) }

  func run() throws {
    let path = path ?? graph.path
    // What is wrong with the graph is said at the start and not with each answer.
    _ = try Graph(path: path, access: .ask)
    let server = ModelContextServer(graph: path, version: Version.current)
    let loop = MessageLoop(server) { line in
      do { try StandardOutput.write(line, as: .json) } catch { Failure.exit(error) }
    }
    loop.run { Descriptor.read(STDIN_FILENO) }
  }
}
