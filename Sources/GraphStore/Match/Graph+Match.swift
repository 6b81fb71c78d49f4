internal import Claims
internal import SQLite

extension Graph {
  /// Answers a question by a pattern: it can only read, and ends in time.
  ///
  /// - Parameters:
  ///   - names: finds the entity that a name means.
  ///   - visit: is called with the columns' names and each row; and with no row at all where there is none.
  /// - Returns: whether there are more rows than were given.
  /// - Throws: `GraphError`: `badQuestion`, `unknownRelation`, `tooLong`; and what `names` and `visit` throw.
  package func match(
    _ query: MatchQuery, _ bounds: QuestionBounds, names: @escaping (String) throws -> Int,
    _ visit: (_ columns: [String], _ row: [MatchValue]?) throws -> Void
  ) throws -> Bool {
    try askingWithOwnErrors {
      let statement = try MatchStatement(query, in: self, names: names)
      let reader = try EdgeReader(self)
      do {
        let question = try UserQuestion(statement.sql, on: connection, seconds: bounds.seconds)
        defer { question.close() }
        var count = 0
        while let row = try question.next() {
          if count == bounds.rows { return true }
          count += 1
          try visit(
            statement.columns,
            try zip(row, statement.kinds).map { try MatchDecoder(reader: reader).value($0, $1) })
        }
        if count == 0 { try visit(statement.columns, nil) }
        return false
      } catch let error as SQLiteError {
        throw Self.error(error, bounds)
      }
    }
  }

  /// The SQL that answers a question by a pattern, and how SQLite goes about it.
  ///
  /// - Throws: as `match` does.
  package func explanation(of query: MatchQuery, names: @escaping (String) throws -> Int) throws -> (
    sql: String, steps: [String]
  ) {
    try askingWithOwnErrors {
      let sql = try MatchStatement(query, in: self, names: names).sql
      let plan = try connection.statement("EXPLAIN QUERY PLAN " + sql)
      var steps: [String] = []
      while try plan.step() { steps.append(plan.text(at: 3)) }
      return (sql, steps)
    }
  }
}

/// The SQL of a question by a pattern, and what its columns are.
struct MatchStatement {
  let sql: String
  let columns: [String]
  let kinds: [MatchKind]

  init(_ query: MatchQuery, in graph: Graph, names: @escaping (String) throws -> Int) throws {
    let question = try MatchParser.question(query.text)
    let compiler = try MatchCompiler(graph, query, names: names)
    let shape = try compiler.shape(question.matches)
    let rows = try compiler.rows(shape, where: question.condition)
    let scope = Self.scope(shape)
    let items = try question.items ?? Self.everything(shape)
    let expressions = MatchExpressions(compiler, scope)
    let values = try items.map { try expressions.value($0.expression) }
    columns = items.map(\.name)
    kinds = items.map { MatchKind($0.expression, scope) }

    var sql =
      "SELECT \(question.isDistinct ? "DISTINCT " : "")\(values.joined(separator: ", ")) FROM (\(rows)) q"
    if items.contains(where: { $0.expression.isAggregate }) {
      let keys = zip(items, values).filter { !$0.0.expression.isAggregate }.map(\.1)
      if !keys.isEmpty { sql += "\nGROUP BY \(keys.joined(separator: ", "))" }
    }
    var keys: [String] = []
    for order in question.orders {
      keys += try Self.orderKeys(order.expression, items, values, scope, expressions).map {
        "\($0) \(order.isDescending ? "DESC NULLS FIRST" : "ASC NULLS LAST")"
      }
    }
    // What is not sorted by is, so that an answer is the same whatever order the graph was made in.
    for (item, value) in zip(items, values) {
      keys += Self.sortKeys(item.expression, value, scope).map { "\($0) ASC NULLS LAST" }
    }
    var seen: Set<String> = []
    keys = keys.filter { seen.insert($0).inserted }
    if !keys.isEmpty { sql += "\nORDER BY \(keys.joined(separator: ", "))" }
    sql += "\nLIMIT \(try question.limit.map { try expressions.value($0) } ?? "-1")"
    if let skip = question.skip { sql += " OFFSET \(try expressions.value(skip))" }
    self.sql = sql
  }

  private static func scope(_ shape: MatchShape) -> MatchScope {
    var scope = MatchScope()
    for node in shape.nodes { if let variable = node.variable { scope.nodes[variable] = "" } }
    for edge in shape.edges {
      if let variable = edge.variable {
        scope.edges[variable] = Dictionary(uniqueKeysWithValues: MatchScope.edgeColumns.map { ($0, "") })
      }
    }
    return scope.outside
  }

  /// All that has a name, in the order of the pattern.
  private static func everything(_ shape: MatchShape) throws -> [MatchQuestion.Item] {
    let names = shape.nodes.compactMap(\.variable) + shape.edges.compactMap(\.variable)
    if names.isEmpty {
      return [MatchQuestion.Item(expression: .countAll, name: "count(*)")]
    }
    return names.map { MatchQuestion.Item(expression: .variable($0), name: $0) }
  }

  private static func orderKeys(
    _ expression: MatchQuestion.Expression, _ items: [MatchQuestion.Item], _ values: [String],
    _ scope: MatchScope,
    _ expressions: MatchExpressions
  ) throws -> [String] {
    var index: Int?
    if case .integer(let number) = expression, items.indices.contains(number - 1) { index = number - 1 }
    if case .variable(let name) = expression { index = items.firstIndex { $0.name == name } }
    if let index { return sortKeys(items[index].expression, values[index], scope) }
    return sortKeys(expression, try expressions.value(expression), scope)
  }

  /// What a value is sorted by: a node and an edge by names.
  private static func sortKeys(
    _ expression: MatchQuestion.Expression, _ value: String, _ scope: MatchScope
  ) -> [String] {
    func entity(_ row: String) -> [String] {
      ["name", "type", "identifier"].map { "(SELECT x.\($0) FROM entity x WHERE x.id = \(row))" }
    }
    var edge: [String: String]?
    if case .variable(let name) = expression {
      if scope.nodes[name] != nil { return entity(value) }
      edge = scope.edges[name]
    }
    if case .call("evidence", let values, _) = expression, case .variable(let name)? = values.first {
      edge = scope.edges[name]
    }
    guard let edge, let subject = edge["subject"], let object = edge["object"],
      let relation = edge["relation"]
    else {
      return [value]
    }
    return entity(subject) + ["(SELECT x.name FROM relation x WHERE x.id = \(relation))"] + entity(object)
      + ["polarity", "modality"].compactMap { edge[$0] }
  }
}

/// Makes values of what SQLite answers.
private struct MatchDecoder {
  let reader: EdgeReader

  func value(_ value: UserQuestion.Value, _ kind: MatchKind) throws -> MatchValue {
    switch (kind, value) {
    case (_, .null): return .null
    case (.truth, .integer(let number)): return .truth(number != 0)
    case (.node, .integer(let row)): return .node(try reader.names[row])
    case (.edge, .text(let key)): return try edge(key).map { .edge($0) } ?? .null
    case (.evidence, .text(let key)): return try edge(key).map { .evidence($0) } ?? .null
    case (.list(let inner), .text(let text)): return try list(text, inner)
    case (_, .integer(let number)): return .integer(number)
    case (_, .number(let number)): return .number(number)
    case (_, .text(let text)): return .text(text)
    case (_, .bytes): return .null
    }
  }

  private func edge(_ key: String) throws -> Edge? {
    let parts = key.split(separator: " ")
    guard parts.count == 5, let subject = Int(parts[0]), let relation = Int(parts[1]),
      let object = Int(parts[2]),
      let polarity = Claim.Polarity(rawValue: String(parts[3])),
      let modality = Claim.Modality(rawValue: String(parts[4]))
    else { return nil }
    let key = EdgeKey(subject: subject, relation: relation, object: object)
    let doubt = Doubt(polarity: polarity, modality: modality)
    let row = doubt.isNone ? try reader.row(key) : try reader.doubtfulRow(key, doubt, filter: WalkFilter())
    return try row.map { try reader.edge($0, from: subject) }
  }

  /// The values of a list, in their order by name.
  private func list(_ text: String, _ kind: MatchKind) throws -> MatchValue {
    let json = Array(text.utf8).withUnsafeBytes { bytes in try? JSONValue(bytes) }
    guard case .array(let elements)? = json else { return .null }
    let values = try elements.map { element -> MatchValue in
      switch element {
      case .number(let number): try value(Int(exactly: number).map { .integer($0) } ?? .number(number), kind)
      case .string(let text): try value(.text(text), kind)
      default: .null
      }
    }
    return .list(values.sorted { Self.sortKey($0) < Self.sortKey($1) })
  }

  private static func sortKey(_ value: MatchValue) -> String {
    switch value {
    case .node(let name): "\(name.name)\u{0}\(name.type)"
    case .edge(let edge), .evidence(let edge):
      "\(edge.subject.name)\u{0}\(edge.relation)\u{0}\(edge.object.name)"
    default: "\(value)"
    }
  }
}
