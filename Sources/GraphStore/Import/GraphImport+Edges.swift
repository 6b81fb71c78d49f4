internal import SQLite

extension GraphImport {
  /// Writes the edges of the file that ends: by subject into one table, by object into the other.
  ///
  /// An edge that the graph has already, or that several rows state, gets those rows as support.
  func writeEdges() throws {
    guard sorter.count > 0 else { return }
    let isFirst = try connection.integer("SELECT 1 FROM edge LIMIT 1") == nil
    try writeOutgoing(isFirst: isFirst)
    try writeIncoming()
    sorter.removeAll()
  }

  private func writeOutgoing(isFirst: Bool) throws {
    let columns = "(subject, relation, object, support, attributed, confidence, document, row)"
    let row = "(?, ?, ?, 1, 0, ?, ?, ?)"
    func bind(_ statement: borrowing Statement, _ index: Int32, _ record: EdgeRecord) throws {
      try statement.bindInteger(Int(record.subject), at: index)
      try statement.bindInteger(Int(record.relation), at: index + 1)
      try statement.bindInteger(Int(record.object), at: index + 2)
      try statement.bindNumber(record.confidence, at: index + 3)
      try statement.bindInteger(document, at: index + 4)
      try statement.bindInteger(Int(record.row), at: index + 5)
    }
    let batch = try EdgeBatch(connection, insert: "INSERT INTO edge \(columns)", row: row, bind: bind)
    let insert = try connection.statement("INSERT OR IGNORE INTO edge \(columns) VALUES \(row)")
    try forEachGroup(.outgoing) { first, others in
      if !others.isEmpty { return try addSupport(try distinct([first] + others)) }
      if isFirst {
        try batch.add(first)
      } else {
        try bind(insert, 1, first)
        try insert.runOnce()
        if connection.changedRows == 0 { return try addSupport([first]) }
      }
      summary.newEdges += 1
    }
    try batch.flush()
  }

  private func writeIncoming() throws {
    let batch = try EdgeBatch(
      connection,
      insert: "INSERT OR IGNORE INTO incoming (object, relation, subject, support, attributed, confidence)",
      row: "(?, ?, ?, 1, 0, ?)"
    ) { statement, index, record in
      try statement.bindInteger(Int(record.object), at: index)
      try statement.bindInteger(Int(record.relation), at: index + 1)
      try statement.bindInteger(Int(record.subject), at: index + 2)
      try statement.bindNumber(record.confidence, at: index + 3)
    }
    try forEachGroup(.incoming) { first, others in
      if others.isEmpty { try batch.add(first) } else { try store.mirror(first.key) }
    }
    try batch.flush()
  }

  /// Hands over the edges in an order, those of one subject, relation and object together.
  private func forEachGroup(
    _ order: EdgeRecord.Order, _ body: (_ first: EdgeRecord, _ others: [EdgeRecord]) throws -> Void
  ) throws {
    var first: EdgeRecord?
    var others: [EdgeRecord] = []
    try sorter.forEach(order) { record in
      if let current = first {
        if record.hasSameKey(as: current) {
          others.append(record)
          return
        }
        try body(current, others)
        if !others.isEmpty { others.removeAll() }
      }
      first = record
    }
    if let first { try body(first, others) }
  }

  /// The rows without those that say the same as one before them.
  private func distinct(_ records: [EdgeRecord]) throws -> [EdgeRecord] {
    guard options.dropsRepeated else { return records }
    var seen: Set<[String]> = []
    var result: [EdgeRecord] = []
    for record in records {
      let statement = try connection.statement(
        "SELECT name, value FROM qualifier WHERE document = ? AND row = ? ORDER BY name, value")
      try statement.bind([document, Int(record.row)])
      var content = [String(record.confidence)]
      while try statement.step() { content += [statement.text(at: 0), statement.text(at: 1)] }
      // Rows about two entities that were judged one are two rows.
      let own = try connection.statement(
        "SELECT subject, object FROM moved_row WHERE document = ? AND row = ?")
      try own.bind([document, Int(record.row)])
      let isMoved = try own.step()
      if isMoved { content += [String(own.integer(at: 0)), String(own.integer(at: 1))] }
      if seen.insert(content).inserted {
        result.append(record)
      } else {
        summary.repeated += 1
        repeatedUses[Int(record.relation), default: 0] += 1
        if isMoved {
          try connection.run(
            "DELETE FROM moved_row WHERE document = ? AND row = ?", document, Int(record.row))
        }
        if content.count > 1 {
          try connection.run(
            "DELETE FROM qualifier WHERE document = ? AND row = ?", document, Int(record.row))
        }
      }
    }
    return result
  }

  /// Gives an edge, which need not exist, the support of some rows of this file.
  private func addSupport(_ records: [EdgeRecord]) throws {
    guard let first = records.first else { return }
    let key = first.key
    let ends = [key.subject, key.relation, key.object]
    try store.spellOutRow(of: key)
    let rows = try connection.statement(
      """
      INSERT INTO imported_row (subject, relation, object, document, row, confidence) VALUES (?, ?, ?, ?, ?, ?)
      """)
    for record in records {
      try rows.bind(ends + [document, Int(record.row), record.confidence])
      try rows.run()
    }
    let best = records.reduce(0) { max($0, $1.confidence) }
    let edge = try connection.statement(
      """
      INSERT INTO edge (subject, relation, object, support, attributed, confidence) VALUES (?1, ?2, ?3, ?4, 0, ?5)
      ON CONFLICT DO UPDATE SET support = support + ?4, confidence = max(confidence, ?5)
      RETURNING support
      """)
    try edge.bind(ends + [records.count, best])
    let isNew = try edge.step() && edge.integer(at: 0) == records.count
    while try edge.step() {}
    try store.foldRow(of: key)
    // A new edge gets into the other table in its turn.
    if isNew {
      summary.newEdges += 1
    } else {
      store.tally.count(.edge, .changed)
      try store.mirror(key)
    }
  }
}
