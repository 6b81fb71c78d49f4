import GraphStore

/// A command line that names no command, but things of the graph.
enum BareQuestion {
  /// The arguments of the command that it means: the neighbors of one thing, or the path between two; nil for any other line.
  ///
  /// A word that is nearly a command's name is not taken for a thing.
  static func arguments(_ arguments: [String]) -> [String]? {
    guard let first = arguments.first, first.utf8.first != UInt8(ascii: "-"),
      !CommandNames.isCommand(first), CommandNames.near(first).isEmpty, let graph = graph(arguments)
    else { return nil }
    let names = Array(arguments.prefix { $0.utf8.first != UInt8(ascii: "-") })
    let rest = arguments[names.count...]
    let whole = names.joined(separator: " ")
    if isKnown(whole, in: graph) { return ["neighbors", whole] + rest }
    if names.count == 2, names.allSatisfy({ isKnown($0, in: graph) }) { return ["path"] + names + rest }
    return nil
  }

  /// What a word may mean that is no command: the command that asks for a thing of this name, or of the names near it.
  static func hint(_ word: String, isAlsoCommand: Bool) -> [String] {
    guard let graph = graph(Array(CommandLine.arguments.dropFirst())) else { return [] }
    switch try? graph.resolve(word) {
    case .entity, .ambiguous: return ["`kg neighbors \(ShellWord.quoted(word))`"]
    case .unknown(let near) where !isAlsoCommand:
      return near.prefix(3).map { "`kg neighbors \(ShellWord.quoted($0.name.name))`" }
    default: return []
    }
  }

  private static func isKnown(_ name: String, in graph: Graph) -> Bool {
    switch try? graph.resolve(name) {
    case .entity, .ambiguous: true
    default: false
    }
  }

  /// The graph that the line is about, where there is one that can be read.
  private static func graph(_ arguments: [String]) -> Graph? {
    try? Graph(path: GraphOptions.path(in: arguments), access: .ask)
  }
}
