internal import Claims
internal import SQLite

/// Makes SQL of a pattern question.
///
/// Each way in which edges may make the patterns is a walk along the indexes, from what is named outwards; all ways together are one
/// query, over which the answer is counted, sorted and bounded.
final class MatchCompiler {
  let connection: Connection
  let parameters: [String: String]
  private let query: MatchQuery
  private let relations: RelationTable
  private let names: (String) throws -> Int
  private let relationRows: ([String]) throws -> [Int]?
  private var aliases = 0

  /// - Parameter names: finds the entity that a name means.
  init(_ graph: Graph, _ query: MatchQuery, names: @escaping (String) throws -> Int) throws {
    connection = graph.connection
    relations = try graph.relations()
    relationRows = { try graph.relations(named: $0) }
    self.query = query
    self.names = names
    parameters = Dictionary(query.parameters.map { ($0.name, $0.value) }) { $1 }
  }

  func alias(_ kind: String) -> String {
    aliases += 1
    return "\(kind)\(aliases)"
  }

  func shape(_ groups: [[MatchQuestion.Pattern]]) throws -> MatchShape {
    var shape = MatchShape()
    for (group, patterns) in groups.enumerated() {
      for pattern in patterns { try add(pattern, group: group, to: &shape) }
    }
    return shape
  }

  func add(_ pattern: MatchQuestion.Pattern, group: Int, to shape: inout MatchShape) throws {
    try shape.add(
      pattern, group: group, relations: relationRows,
      entity: { value in
        switch value {
        case .text(let name): try self.names(name)
        case .parameter(let name): try self.names(try self.parameter(name))
        default: nil
        }
      })
  }

  func parameter(_ name: String) throws -> String {
    guard let value = parameters[name] else {
      throw GraphError(.badQuestion, "the pattern has a parameter $\(name) and no value for it")
    }
    return value
  }

  /// The query of all ways: a row for each match, with the columns of `MatchScope.columns`.
  func rows(_ shape: MatchShape, where condition: MatchQuestion.Expression?) throws -> String {
    let ways = try ways(shape)
    return try ways.map { way in
      var walk = MatchWalk(shape: shape, way: way, compiler: self)
      let plan = try walk.plan(bound: [:])
      let scope = plan.scope(shape, outer: nil)
      var conditions = plan.conditions
      if let condition { conditions.append(try MatchExpressions(self, scope).condition(condition)) }
      let columns = scope.innerColumns()
      return
        "SELECT \(columns.isEmpty ? "1" : columns.joined(separator: ", ")) FROM \(plan.tables) WHERE \(Self.all(conditions))"
    }.joined(separator: "\nUNION ALL ")
  }

  /// The condition that a pattern is there, of which some nodes are known outside.
  func exists(_ pattern: MatchQuestion.Pattern, in outer: MatchScope) throws -> String {
    var shape = MatchShape()
    try add(pattern, group: 0, to: &shape)
    var bound: [Int: String] = [:]
    for (number, node) in shape.nodes.enumerated() {
      if let variable = node.variable, let known = outer.nodes[variable] { bound[number] = known }
    }
    let ways = try ways(shape).map { way in
      var walk = MatchWalk(shape: shape, way: way, compiler: self)
      let plan = try walk.plan(bound: bound)
      return "EXISTS (SELECT 1 FROM \(plan.tables) WHERE \(Self.all(plan.conditions)))"
    }
    return "(\(ways.joined(separator: " OR ")))"
  }

  private func ways(_ shape: MatchShape) throws -> [MatchWay] {
    try MatchWay.all(shape, includesDoubtful: query.includesDoubtful) { rows in
      let symmetric = try self.relations.symmetric()
      return symmetric.contains { rows?.contains($0) ?? true }
    }
  }

  /// The condition on the relation of an edge of that alias.
  func relationConditions(_ edge: MatchShape.Edge, _ step: MatchWay.Step, _ alias: String) throws -> [String]
  {
    var conditions: [String] = []
    if let rows = edge.relations { conditions.append("\(alias).relation IN (\(SQLList.of(rows)))") }
    if !query.includesOpen { conditions.append("\(alias).relation > 0") }
    if step.isTurned {
      // An edge from a thing to itself is there once.
      conditions.append("\(alias).subject <> \(alias).object")
      if !step.turnsAll {
        conditions.append("\(alias).relation IN (\(SQLList.of(try relations.symmetric())))")
      }
    }
    return conditions
  }

  static func all(_ conditions: [String]) -> String {
    conditions.isEmpty ? "TRUE" : conditions.map { "(\($0))" }.joined(separator: " AND ")
  }
}

/// What names stand for in a piece of SQL.
struct MatchScope {
  /// The SQL of each named node's row.
  var nodes: [String: String] = [:]
  /// The SQL of each named edge's columns.
  var edges: [String: [String: String]] = [:]

  static let edgeColumns = [
    "subject", "relation", "object", "support", "attributed", "confidence", "polarity", "modality",
  ]

  /// What a way gives outwards.
  func innerColumns() -> [String] {
    nodes.sorted { $0.key < $1.key }.map { "\($0.value) AS \(Self.column($0.key))" }
      + edges.sorted { $0.key < $1.key }.flatMap { edge in
        Self.edgeColumns.compactMap { column in
          edge.value[column].map { "\($0) AS \(Self.column(edge.key, column))" }
        }
      }
  }

  /// The same names, over the query of all ways, which has the alias `q`.
  var outside: MatchScope {
    var scope = MatchScope()
    for variable in nodes.keys { scope.nodes[variable] = "q." + Self.column(variable) }
    for (variable, columns) in edges {
      scope.edges[variable] = Dictionary(
        uniqueKeysWithValues: columns.keys.map { ($0, "q." + Self.column(variable, $0)) })
    }
    return scope
  }

  /// A column's name: a variable may hold any letter.
  private static func column(_ variable: String, _ part: String = "id") -> String {
    let digits = variable.utf8.map { "\(String($0, radix: 16))" }.joined(separator: "_")
    return "v\(digits)_\(part)"
  }
}
