import ArgumentParser
import GraphStore

struct Compact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Give back the room that removed data left in the file.",
    discussion: """
      Writes the file anew; needs as much room again on the disk while it runs. Other processes may read meanwhile.

      EXAMPLE: kg compact --db graph.db
      """)

  @OptionGroup var graph: GraphOptions

  func run() throws {
    let graph = try graph.open(.change)
    let (before, after, purge) = try graph.compact()
    try graph.checkPurged(purge, what: "what was removed")
    try StandardOutput.line("\(graph.path): \(Self.size(before)) before, \(Self.size(after)) now")
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(bytes / 1_000) kB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }
}
