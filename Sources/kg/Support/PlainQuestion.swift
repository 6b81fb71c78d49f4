import GraphFormats
import GraphStore

/// `kg neighbors NAME` and `kg path FROM TO` with no option but `--db PATH`, read without the argument parser.
///
/// The parser builds the types of all options of a command, which takes longer than to answer such a question: a third
/// of the process (Benchmarks/README.md). It is asked for everything else, so that it says what is wrong and gives help.
struct PlainQuestion {
  private enum Kind {
    case neighbors(of: String)
    case path(from: String, to: String)
  }

  private let kind: Kind
  private let db: String?

  /// Nil where the arguments are not exactly such a question.
  init?(_ arguments: ArraySlice<String>) {
    guard let command = arguments.first, command == "neighbors" || command == "path" else { return nil }
    var names: [String] = []
    var path: String?
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument == "--db", path == nil, let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") {
        path = value
      } else if argument.hasPrefix("-") {
        return nil
      } else {
        names.append(argument)
      }
    }
    switch (command, names.count) {
    case ("neighbors", 1): kind = .neighbors(of: names[0])
    case ("path", 2): kind = .path(from: names[0], to: names[1])
    default: return nil
    }
    db = path
  }

  /// Answers as the commands do whose options all have their default.
  func ask() throws {
    let graph = try Graph(path: GraphOptions.path(db), access: .read)
    switch kind {
    case .neighbors(let name):
      var query = NeighborQuery()
      query.limit = LimitOption.defaultRows(for: .table)
      try Neighbors.answer(query, of: name, in: graph, as: .table)
    case .path(let from, let to):
      let (start, goal) = (try graph.entity(named: from), try graph.entity(named: to))
      try FindPath.answer(PathQuery(), from: start, to: goal, in: graph, as: .table)
    }
  }
}
