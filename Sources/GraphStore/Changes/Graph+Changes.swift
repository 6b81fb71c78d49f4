internal import SQLite

extension Graph {
  /// The writes to the graph in their order.
  ///
  /// - Throws: `GraphError`.
  package func changes(_ start: ChangeStart = .first) throws(GraphError) -> [Change] {
    try asking {
      let condition = Self.condition(start)
      let counts = try changeCounts(condition)
      let documents = try changedDocuments(condition)
      let statement = try connection.statement(
        "SELECT c.id, c.kind, c.at, c.batch FROM change c WHERE \(condition) ORDER BY c.id")
      var result: [Change] = []
      while try statement.step() {
        let number = statement.integer(at: 0)
        guard let kind = Change.Kind(rawValue: statement.text(at: 1)) else { continue }
        result.append(
          Change(
            number: number, kind: kind, at: statement.text(at: 2), batch: statement.optionalInteger(at: 3),
            counts: counts[number] ?? [:], documents: documents[number] ?? []))
      }
      return result
    }
  }

  /// Calls `visit` with what each of the changes added or changed, as far as it is still there, then with how much else there was.
  ///
  /// - Throws: `GraphError`, and whatever `visit` throws.
  package func forEachChangeDetail(
    _ start: ChangeStart = .first, _ visit: (ChangeDetail) throws -> Void
  ) throws {
    for change in try changes(start) {
      try askingWithOwnErrors {
        var left = change.counts
        func tell(_ thing: Change.Thing, _ operation: Change.Operation, _ subject: ChangeDetail.Subject)
          throws
        {
          left[thing]?[operation, default: 0] -= 1
          try visit(ChangeDetail(change: change.number, operation: operation, subject: subject))
        }
        try forEachDocument(of: change.number) { try tell(.document, $1, .document($0)) }
        try forEachEntity(of: change.number) { try tell(.entity, $1, .entity($0)) }
        try forEachEdge(of: change.number) { try tell(.edge, $1, $0) }
        for thing in Change.Thing.allCases {
          for operation in Change.Operation.allCases {
            guard let count = left[thing]?[operation], count > 0 else { continue }
            try visit(
              ChangeDetail(
                change: change.number, operation: operation, subject: .others(thing, count: count)))
          }
        }
      }
    }
  }

  private static func condition(_ start: ChangeStart) -> String {
    switch start {
    case .first: "TRUE"
    case .after(let number): "c.id > \(number)"
    case .from(let moment): "c.at >= \(SQLList.text(moment))"
    }
  }

  private func changeCounts(_ condition: String) throws -> [Int: [Change.Thing: [Change.Operation: Int]]] {
    let statement = try connection.statement(
      """
      SELECT n.change, n.thing, n.operation, n.count FROM change c JOIN change_count n ON n.change = c.id
      WHERE \(condition)
      """)
    var result: [Int: [Change.Thing: [Change.Operation: Int]]] = [:]
    while try statement.step() {
      guard let thing = Change.Thing(rawValue: statement.text(at: 1)),
        let operation = Change.Operation(rawValue: statement.text(at: 2))
      else { continue }
      result[statement.integer(at: 0), default: [:]][thing, default: [:]][operation] = statement.integer(
        at: 3)
    }
    return result
  }

  private func changedDocuments(_ condition: String) throws -> [Int: [String]] {
    let statement = try connection.statement(
      """
      SELECT x.change, d.name FROM change c JOIN changed_document x ON x.change = c.id
        JOIN document d ON d.id = x.document WHERE \(condition) ORDER BY d.name
      """)
    var result: [Int: [String]] = [:]
    while try statement.step() {
      result[statement.integer(at: 0), default: []].append(statement.text(at: 1))
    }
    return result
  }

  private func forEachDocument(
    of change: Int, _ visit: (String, Change.Operation) throws -> Void
  ) throws {
    let statement = try connection.statement(
      """
      SELECT d.name, x.operation FROM changed_document x JOIN document d ON d.id = x.document
      WHERE x.change = ? ORDER BY d.name
      """)
    try statement.bind(change, at: 1)
    while try statement.step() {
      guard let operation = Change.Operation(rawValue: statement.text(at: 1)) else { continue }
      try visit(statement.text(at: 0), operation)
    }
  }

  private func forEachEntity(
    of change: Int, _ visit: (EntityName, Change.Operation) throws -> Void
  ) throws {
    let statement = try connection.statement(
      """
      SELECT e.name, e.type, e.identifier, x.operation FROM changed_entity x JOIN entity e ON e.id = x.entity
      WHERE x.change = ? ORDER BY x.operation, e.name, e.type, e.identifier, e.id
      """)
    try statement.bind(change, at: 1)
    while try statement.step() {
      guard let operation = Change.Operation(rawValue: statement.text(at: 3)) else { continue }
      try visit(
        EntityName(
          name: statement.text(at: 0), type: statement.text(at: 1), identifier: statement.optionalText(at: 2)),
        operation)
    }
  }

  private static func name(_ statement: borrowing Statement, at column: Int32) -> EntityName {
    EntityName(
      name: statement.text(at: column), type: statement.text(at: column + 1),
      identifier: statement.optionalText(at: column + 2))
  }

  private func forEachEdge(
    of change: Int, _ visit: (ChangeDetail.Subject, Change.Operation) throws -> Void
  ) throws {
    let statement = try connection.statement(
      """
      SELECT s.name, s.type, s.identifier, r.name, o.name, o.type, o.identifier, x.operation FROM changed_edge x
        JOIN entity s ON s.id = x.subject JOIN relation r ON r.id = x.relation JOIN entity o ON o.id = x.object
      WHERE x.change = ?
      ORDER BY x.operation, s.name, s.type, s.identifier, r.name, r.layer, o.name, o.type, o.identifier, s.id, o.id
      """)
    try statement.bind(change, at: 1)
    while try statement.step() {
      guard let operation = Change.Operation(rawValue: statement.text(at: 7)) else { continue }
      try visit(
        .edge(
          subject: Self.name(statement, at: 0), relation: statement.text(at: 3),
          object: Self.name(statement, at: 4)), operation)
    }
  }
}
