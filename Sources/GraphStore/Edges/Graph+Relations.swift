internal import SQLite
internal import Schema

extension Graph {
  /// The rows of the relations of these names; nil for no names at all, which means all relations.
  ///
  /// - Throws: `GraphError` with `unknownRelation`, listing near ones, for a name that neither the vocabulary nor the
  ///   graph knows.
  func relations(named names: [String]) throws -> [Int]? {
    guard !names.isEmpty else { return nil }
    var result: [Int] = []
    for name in names {
      let statement = try connection.statement("SELECT id FROM relation WHERE name = ? ORDER BY id")
      try statement.bind(name, at: 1)
      var found = false
      while try statement.step() {
        result.append(statement.integer(at: 0))
        found = true
      }
      if !found && Vocabulary.builtIn[name] == nil { throw try unknownRelation(name) }
    }
    return result
  }

  private func unknownRelation(_ name: String) throws -> GraphError {
    let statement = try connection.statement("SELECT DISTINCT name FROM relation LIMIT 100000")
    var known = Set(Vocabulary.builtIn.relations.map(\.name))
    while try statement.step() { known.insert(statement.text(at: 0)) }
    let wanted = [UInt8](name.utf8)
    let ranked = known.compactMap { candidate -> (distance: Int, name: String)? in
      if let distance = EditDistance.between(wanted, candidate.utf8, upTo: max(2, wanted.count / 3)) {
        return (distance, candidate)
      }
      let sharesStart =
        wanted.count >= 3 && candidate.utf8.starts(with: wanted.prefix(max(3, wanted.count - 3)))
      return sharesStart ? (100, candidate) : nil
    }.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    let near = ranked.prefix(4).map(\.name).joined(separator: ", ")
    let hint = near.isEmpty ? "`kg stats` lists the graph's relations" : "did you mean \(near)?"
    return GraphError(.unknownRelation, "there is no relation \(Quoting.quoted(name)); \(hint)")
  }
}
