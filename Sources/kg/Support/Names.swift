import GraphStore

extension Graph {
  /// The entity that a name on the command line means; ends the command with the candidates where it means none or
  /// several.
  func entity(named name: String) throws -> Resolved {
    switch try resolve(name) {
    case .entity(let resolved): return resolved
    case .ambiguous(let candidates, let total):
      let more = total > 5 ? " (the best connected five of \(total))" : ""
      throw Failure(
        status: .notFound, "\(Quoting.quoted(name)) may mean\(more):" + Self.list(candidates))
    case .unknown(let near):
      let hint = near.isEmpty ? "; `kg search` finds words in sentences" : "; did you mean" + Self.list(near)
      throw Failure(status: .notFound, "nothing is called \(Quoting.quoted(name)) in \(path)\(hint)")
    }
  }

  private static func list(_ candidates: [Candidate]) -> String {
    candidates.prefix(5).map { candidate in
      let name = candidate.name
      let identifier = name.identifier.map { " #\($0)" } ?? ""
      let edges =
        candidate.edges == 1 ? "1 edge" : "\(candidate.edges)\(candidate.edges == 1_000 ? "+" : "") edges"
      let shown = candidate.document.map { "\(name.name)@\($0)" } ?? name.name
      return "\n  \(Quoting.quoted(shown))\(identifier) (\(name.type), \(edges))"
    }.joined()
  }
}

extension Failure {
  static func unknownDocument(_ name: String, in graph: Graph) -> Failure {
    Failure(status: .notFound, "no document is called \(Quoting.quoted(name)); `kg documents` lists them")
  }
}
