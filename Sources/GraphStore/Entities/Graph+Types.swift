internal import Claims
internal import SQLite

extension Graph {
  /// The types that entities have, the most frequent first.
  ///
  /// Time follows the number of entities.
  ///
  /// - Throws: `GraphError`.
  package func types() throws(GraphError) -> [String] {
    try asking {
      let statement = try connection.statement(
        "SELECT type FROM entity WHERE canonical IS NULL GROUP BY type ORDER BY count(*) DESC, type")
      var result: [String] = []
      while try statement.step() { result.append(statement.text(at: 0)) }
      return result
    }
  }

  /// Looks whether there are such types.
  ///
  /// Those that the extractor gives need no look.
  ///
  /// - Throws: `GraphError` with `badQuestion` and those that there are, for one that no entity has.
  package func checkTypes(_ types: [String]) throws(GraphError) {
    for type in types where !EntityType.known.contains(where: { $0.rawValue == type }) {
      let isThere = try asking {
        try connection.integer("SELECT 1 FROM entity WHERE type = ? LIMIT 1", type) != nil
      }
      if isThere { continue }
      let known = try self.types()
      let near = NearestNames.of(
        type, in: known + EntityType.known.map(\.rawValue).filter { !known.contains($0) })
      let hint =
        near.isEmpty
        ? "there are " + known.prefix(12).joined(separator: ", ")
        : "did you mean \(near.prefix(3).map(Quoting.quoted).joined(separator: " or "))?"
      throw GraphError(.badQuestion, "nothing is of the type \(Quoting.quoted(type)); \(hint)")
    }
  }
}
