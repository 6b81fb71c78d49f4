internal import SQLite

extension ClaimStore {
  /// Removes all that was imported from a graph file; the document's own row stays.
  ///
  /// The edges are found from the file's entities, so time follows the edges of those, not the graph. They are taken out of
  /// each table in its order.
  mutating func removeRows(of document: Int) throws {
    let entities = try column("SELECT entity FROM imported_party WHERE document = ?", document)
    guard !entities.isEmpty else { return }
    try requestPurge()
    removesAnchors = true
    let sorter = EdgeSorter()
    var uses: [Int: Int] = [:]
    for entity in Set(try entities.map(canonical)).sorted() {
      try removeEdges(of: document, from: entity, into: sorter, uses: &uses)
      try removeSupport(of: document, from: entity, uses: &uses)
    }
    let statement = try connection.statement(
      "DELETE FROM incoming WHERE object = ? AND relation = ? AND subject = ?")
    try sorter.forEach(.incoming) { record in
      try statement.bindInteger(Int(record.object), at: 1)
      try statement.bindInteger(Int(record.relation), at: 2)
      try statement.bindInteger(Int(record.subject), at: 3)
      try statement.runOnce()
    }
    for (relation, count) in uses.sorted(by: { $0.key < $1.key }) {
      try disuse(relation, times: count)
      tally.count(.claim, .removed, count)
    }
    tally.count(.edge, .removed, sorter.count)
    try tally.forgetRemovedEdges()
    try connection.run("DELETE FROM qualifier WHERE document = ?", document)
    try connection.run("DELETE FROM moved_row WHERE document = ?", document)
    for alias in try column("SELECT alias FROM imported_alias WHERE document = ?", document) {
      loosenedAliases.insert(alias)
    }
    try connection.run("DELETE FROM imported_alias WHERE document = ?", document)
    try connection.run("DELETE FROM imported_party WHERE document = ?", document)
    touchedEntities.formUnion(entities)
  }

  /// Removes the edges that a file's rows alone support.
  private func removeEdges(
    of document: Int, from subject: Int, into sorter: EdgeSorter, uses: inout [Int: Int]
  ) throws {
    let edges = try connection.statement(
      "SELECT relation, object FROM edge WHERE subject = ? AND document = ?")
    try edges.bind([subject, document])
    var isAny = false
    while try edges.step() {
      let relation = edges.integer(at: 0)
      uses[relation, default: 0] += 1
      try sorter.append(
        EdgeRecord(
          subject: try Identifiers.number(subject), relation: try Identifiers.number(relation),
          object: try Identifiers.number(edges.integer(at: 1)), row: 0, confidence: 0))
      isAny = true
    }
    if isAny {
      try connection.run("DELETE FROM edge WHERE subject = ? AND document = ?", subject, document)
    }
  }

  /// Takes a file's rows off the edges that have other support too.
  private func removeSupport(of document: Int, from subject: Int, uses: inout [Int: Int]) throws {
    var rows: [(key: EdgeKey, row: Int, confidence: Double)] = []
    do {
      let statement = try connection.statement(
        "SELECT relation, object, row, confidence FROM imported_row WHERE subject = ? AND document = ?")
      try statement.bind([subject, document])
      while try statement.step() {
        rows.append(
          (
            EdgeKey(subject: subject, relation: statement.integer(at: 0), object: statement.integer(at: 1)),
            statement.integer(at: 2), statement.number(at: 3)
          ))
      }
    }
    for row in rows {
      let delete = try connection.statement(
        """
        DELETE FROM imported_row
        WHERE subject = ? AND relation = ? AND object = ? AND document = ? AND row = ?
        """)
      try delete.bind([row.key.subject, row.key.relation, row.key.object, document, row.row])
      try delete.run()
      try withdraw(row.key, attributed: false, confidence: row.confidence)
      uses[row.key.relation, default: 0] += 1
    }
  }

  private func column(_ sql: String, _ document: Int) throws -> [Int] {
    let statement = try connection.statement(sql)
    try statement.bind(document, at: 1)
    var result: [Int] = []
    while try statement.step() { result.append(statement.integer(at: 0)) }
    return result
  }
}
