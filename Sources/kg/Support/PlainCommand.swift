import GraphFormats
import GraphStore

/// The plainest questions, understood without the argument parser: a command, its names, and `--db`, `--format` and
/// `--limit`.
///
/// The parser takes more than half of the time of such a command for look-ups of types at run time. Whatever is not
/// understood here is left to it, also what is wrong.
enum PlainCommand {
  case neighbors(String, Options)
  case path(String, String, Options)

  struct Options {
    var db: String?
    var format = AnswerFormat.table
    var limit: Int?
  }

  init?(_ arguments: [String]) {
    guard arguments.count > 2 else { return nil }
    var names: [String] = []
    var options = Options()
    var index = 2
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard argument.utf8.first == UInt8(ascii: "-") else {
        names.append(argument)
        continue
      }
      guard index < arguments.count, !arguments[index].isEmpty,
        arguments[index].utf8.first != UInt8(ascii: "-")
      else { return nil }
      let value = arguments[index]
      index += 1
      switch argument {
      case "--db": options.db = value
      case "--format":
        guard let format = AnswerFormat(rawValue: value) else { return nil }
        options.format = format
      case "--limit" where arguments[1] == "neighbors":
        guard let limit = Int(value), value.utf8.first != UInt8(ascii: "+") else { return nil }
        options.limit = limit
      default: return nil
      }
    }
    switch (arguments[1], names.count) {
    case ("neighbors", 1): self = .neighbors(names[0], options)
    case ("path", 2): self = .path(names[0], names[1], options)
    default: return nil
    }
  }

  func run() throws {
    switch self {
    case .neighbors(let name, let options):
      var query = NeighborQuery()
      query.limit = LimitOption.rows(options.limit, for: options.format)
      try Neighbors.answer(name, query, in: options.graph, as: options.format)
    case .path(let from, let to, let options):
      try FindPath.answer(
        from: from, to: to, avoiding: [], PathQuery(), in: options.graph, as: options.format)
    }
  }
}

extension PlainCommand.Options {
  fileprivate var graph: String { GraphOptions.path(db) }
}
