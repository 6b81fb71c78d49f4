internal import Claims
internal import SQLite

/// What may be meant by the beginning of a word.
package struct CompletionQuery: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case relation, type, entity, document }

  package let kind: Kind
  package let prefix: String
  /// The most words that are offered.
  package var limit = 200

  package init(_ kind: Kind, prefix: String) {
    self.kind = kind
    self.prefix = prefix
  }
}

extension Graph {
  /// The names that begin so, sorted.
  ///
  /// Time follows their number, whatever the size of the graph; types are those that the extractor gives and those of a small graph.
  ///
  /// - Throws: `GraphError`.
  package func completions(_ query: CompletionQuery) throws(GraphError) -> [String] {
    try asking {
      switch query.kind {
      case .relation: try names("SELECT DISTINCT name FROM relation WHERE", query)
      case .document: try names("SELECT name FROM document_name WHERE", query)
      case .entity:
        try names("SELECT DISTINCT name FROM entity WHERE identifier IS NULL AND", query)
      case .type: try types(query)
      }
    }
  }

  private func names(_ sql: String, _ query: CompletionQuery) throws -> [String] {
    // No text begins with a byte above those of UTF-8.
    let statement = try connection.statement(
      "\(sql) name >= ?1 AND name < ?1 || char(1114111) ORDER BY name LIMIT ?2")
    try statement.bind([query.prefix, query.limit])
    var result: [String] = []
    while try statement.step() { result.append(statement.text(at: 0)) }
    return result
  }

  private func types(_ query: CompletionQuery) throws -> [String] {
    var known = Set(EntityType.known.map(\.rawValue))
    let statement = try connection.statement(
      "SELECT DISTINCT type FROM (SELECT type FROM entity LIMIT 100000)")
    while try statement.step() { known.insert(statement.text(at: 0)) }
    return known.filter { $0.hasPrefix(query.prefix) }.sorted()
  }
}
