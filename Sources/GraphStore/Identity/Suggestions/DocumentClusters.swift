internal import SQLite

/// Entities joined step by step, with the documents that know them: two that one document keeps apart are not joined by way of others.
struct DocumentClusters {
  private var parents: [Int: Int] = [:]
  private var documents: [Int: Set<Int>] = [:]

  init(_ suggestions: [Suggestion], in graph: Graph) throws(GraphError) {
    let entities = Set(suggestions.flatMap { [$0.left.entity, $0.right.entity] })
    documents = try graph.smallDocuments(of: entities)
    for entity in entities { parents[entity] = entity }
  }

  private func root(of entity: Int) -> Int {
    var entity = entity
    while let parent = parents[entity], parent != entity { entity = parent }
    return entity
  }

  /// Joins two; false where they are joined already, or where documents keep them apart.
  mutating func join(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (root(of: left), root(of: right))
    if a == b { return false }
    let (first, second) = (documents[a] ?? [], documents[b] ?? [])
    let together = first.intersection(second).count
    // A slip of the reader's in one document of many is no veto.
    if together * 20 > min(first.count, second.count) { return false }
    parents[b] = a
    documents[a] = first.union(second)
    return true
  }
}

extension Graph {
  /// The documents that know each of some entities, but for those that know very many.
  func smallDocuments(of entities: Set<Int>) throws(GraphError) -> [Int: Set<Int>] {
    try asking {
      var result: [Int: Set<Int>] = [:]
      let statement = try connection.statement(
        """
        SELECT p.document FROM (SELECT entity, document FROM party WHERE entity IN \(Self.members)
          UNION SELECT entity, document FROM imported_party WHERE entity IN \(Self.members)) p
        """)
      for entity in entities.sorted() {
        statement.reset()
        try statement.bind(entity, at: 1)
        while try statement.step() {
          let document = statement.integer(at: 0)
          if try !isCrowded(document) { result[entity, default: []].insert(document) }
        }
      }
      return result
    }
  }

  private func isCrowded(_ document: Int) throws -> Bool {
    try connection.integer(
      """
      SELECT count(*) FROM (SELECT 1 FROM party WHERE document = ?1
        UNION ALL SELECT 1 FROM imported_party WHERE document = ?1 LIMIT 501)
      """, document) == 501
  }
}
