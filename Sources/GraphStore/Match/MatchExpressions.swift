/// Makes SQL of the expressions of a pattern question.
struct MatchExpressions {
  private let compiler: MatchCompiler
  private let scope: MatchScope

  init(_ compiler: MatchCompiler, _ scope: MatchScope) {
    self.compiler = compiler
    self.scope = scope
  }

  /// A condition.
  func condition(_ expression: MatchQuestion.Expression) throws -> String { try value(expression) }

  /// The SQL of a value; of a node its row, of an edge what tells it from others.
  func value(_ expression: MatchQuestion.Expression) throws -> String {
    switch expression {
    case .text(let text): return SQLList.text(text)
    case .integer(let number): return String(number)
    case .number(let number): return "\(number)"
    case .truth(let isTrue): return isTrue ? "TRUE" : "FALSE"
    case .null: return "NULL"
    case .parameter(let name): return Self.literal(try compiler.parameter(name))
    case .variable(let name):
      if let node = scope.nodes[name] { return node }
      guard let edge = scope.edges[name] else { throw Self.unknown(name) }
      return Self.key(edge)
    case .property(let name, let property):
      if let node = scope.nodes[name] { return try Self.node(node, property) }
      guard let edge = scope.edges[name] else { throw Self.unknown(name) }
      return try Self.edge(edge, property)
    case .list: throw GraphError(.badQuestion, "a list may stand only behind IN")
    case .not(let inner): return "(NOT \(try value(inner)))"
    case .and(let left, let right): return "(\(try value(left)) AND \(try value(right)))"
    case .or(let left, let right): return "(\(try value(left)) OR \(try value(right)))"
    case .exclusiveOr(let left, let right): return "(\(try value(left)) <> \(try value(right)))"
    case .compare(let operation, let left, let right):
      return try Self.compare(operation, try value(left), try value(right))
    case .isIn(let item, .list(let values)):
      return values.isEmpty
        ? "FALSE" : "(\(try value(item)) IN (\(try values.map(value).joined(separator: ", "))))"
    case .isIn: throw GraphError(.badQuestion, "IN needs a list, such as ['person', 'group']")
    case .isNull(let inner, let isNot): return "(\(try value(inner)) IS \(isNot ? "NOT " : "")NULL)"
    case .hasType(let name, let types):
      guard let node = scope.nodes[name] else { throw Self.unknown(name) }
      return "(\(try Self.node(node, "type")) IN (\(types.map(SQLList.text).joined(separator: ","))))"
    case .exists(let pattern): return try compiler.exists(pattern, in: scope)
    case .countAll: return "count(*)"
    case .call(let name, let arguments, let isDistinct): return try call(name, arguments, isDistinct)
    }
  }

  private func call(
    _ name: String, _ arguments: [MatchQuestion.Expression], _ isDistinct: Bool
  ) throws -> String {
    let values = try arguments.map(value)
    let distinct = isDistinct ? "DISTINCT " : ""
    switch (name, values.count) {
    case ("count", 1), ("min", 1), ("max", 1), ("sum", 1), ("avg", 1):
      return "\(name)(\(distinct)\(values[0]))"
    case ("collect", 1):
      return "json_group_array(\(distinct)\(values[0])) FILTER (WHERE \(values[0]) IS NOT NULL)"
    case ("tolower", 1), ("lower", 1): return "lower(\(values[0]))"
    case ("toupper", 1), ("upper", 1): return "upper(\(values[0]))"
    case ("size", 1), ("length", 1): return "length(\(values[0]))"
    case ("coalesce", 2...): return "coalesce(\(values.joined(separator: ", ")))"
    default: break
    }
    if values.count == 1, case .variable(let variable) = arguments[0] {
      if let node = scope.nodes[variable] {
        if name == "id" { return node }
        if name == "labels" || name == "label" { return try Self.node(node, "type") }
      }
      if let edge = scope.edges[variable] {
        switch name {
        case "type": return try Self.edge(edge, "relation")
        case "id", "evidence": return Self.key(edge)
        case "startnode": return edge["subject"] ?? "NULL"
        case "endnode": return edge["object"] ?? "NULL"
        default: break
        }
      }
    }
    throw GraphError(.badQuestion, "there is no function \(name) of \(values.count) such values")
  }

  /// A value given beside the question: a number where it reads as one.
  private static func literal(_ text: String) -> String {
    if let number = Int(text) { return String(number) }
    if let number = Double(text), number.isFinite { return "\(number)" }
    return SQLList.text(text)
  }

  private static func compare(
    _ operation: MatchQuestion.Expression.Operation, _ left: String, _ right: String
  ) throws -> String {
    switch operation {
    case .contains: return "(instr(\(left), \(right)) > 0)"
    case .startsWith: return "(substr(\(left), 1, length(\(right))) = \(right))"
    case .endsWith: return "(length(\(right)) = 0 OR substr(\(left), -length(\(right))) = \(right))"
    default: return "(\(left) \(operation.rawValue) \(right))"
    }
  }

  /// A property of the node of that row.
  static func node(_ row: String, _ property: String) throws -> String {
    switch property {
    case "name", "type", "identifier": return "(SELECT x.\(property) FROM entity x WHERE x.id = \(row))"
    case "id": return row
    default:
      throw GraphError(
        .badQuestion,
        "a node has no property \(Quoting.quoted(property)); it has name, type, identifier and id")
    }
  }

  /// A property of an edge of those columns.
  static func edge(_ columns: [String: String], _ property: String) throws -> String {
    func column(_ name: String) -> String { columns[name] ?? "NULL" }
    switch property {
    case "relation": return "(SELECT x.name FROM relation x WHERE x.id = \(column("relation")))"
    case "layer": return "(SELECT x.layer FROM relation x WHERE x.id = \(column("relation")))"
    case "confidence", "support", "polarity", "modality", "attributed": return column(property)
    case "time": return first(columns, claim: "c.time_value", row: RowTime.sql("c"))
    case "document":
      let name = "(SELECT d.name FROM document d WHERE d.id = c.document)"
      return first(columns, claim: name, row: name)
    default:
      throw GraphError(
        .badQuestion,
        "an edge has no property \(Quoting.quoted(property)); it has relation, layer, confidence, support, attributed, polarity, "
          + "modality, time and document")
    }
  }

  /// The least value of the statements behind an edge, or NULL.
  private static func first(_ columns: [String: String], claim: String, row: String) -> String {
    func column(_ name: String) -> String { columns[name] ?? "NULL" }
    let ends =
      "c.subject = \(column("subject")) AND c.relation = \(column("relation")) AND c.object = \(column("object"))"
    let isStated = "\(column("polarity")) = 'positive' AND \(column("modality")) = 'certain'"
    let rows = ["edge", "imported_row"].map {
      "UNION ALL SELECT \(row) FROM \($0) c WHERE \(ends) AND c.document IS NOT NULL AND \(isStated)"
    }
    return """
      (SELECT min(v) FROM (SELECT \(claim) AS v FROM claim c WHERE \(ends) AND c.polarity = \(column("polarity"))
        AND c.modality = \(column("modality")) \(rows.joined(separator: " "))))
      """
  }

  /// What tells an edge from others, as a text.
  private static func key(_ edge: [String: String]) -> String {
    ["subject", "relation", "object", "polarity", "modality"].map { edge[$0] ?? "NULL" }.joined(
      separator: " || ' ' || ")
  }

  private static func unknown(_ name: String) -> GraphError {
    GraphError(.badQuestion, "the pattern has nothing called \(Quoting.quoted(name))")
  }
}
