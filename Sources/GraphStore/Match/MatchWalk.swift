/// Orders the edges of one way to make a pattern, so that each is found by an index where one can serve.
struct MatchWalk {
  /// Tables in the order in which they are gone through, and what has to hold.
  struct Plan {
    var tables: String
    var conditions: [String]
    /// The SQL of each node's row.
    var nodes: [Int: String]
    /// The alias of each edge, where it is one.
    var edges: [Int: (alias: String, isDoubtful: Bool)]

    /// What names stand for in it.
    func scope(_ shape: MatchShape, outer: MatchScope?) -> MatchScope {
      var scope = outer ?? MatchScope()
      for (number, node) in shape.nodes.enumerated() {
        if let variable = node.variable, let sql = nodes[number] { scope.nodes[variable] = sql }
      }
      for (number, edge) in shape.edges.enumerated() {
        guard let variable = edge.variable, let found = edges[number] else { continue }
        var columns = Dictionary(
          uniqueKeysWithValues: MatchScope.edgeColumns.map { ($0, "\(found.alias).\($0)") })
        if !found.isDoubtful {
          columns["polarity"] = "'positive'"
          columns["modality"] = "'certain'"
        }
        scope.edges[variable] = columns
      }
      return scope
    }
  }

  private let shape: MatchShape
  private let way: MatchWay
  private let compiler: MatchCompiler
  private var tables: [String] = []
  private var conditions: [String] = []
  private var nodes: [Int: String] = [:]
  private var stepAliases: [Int: String] = [:]

  init(shape: MatchShape, way: MatchWay, compiler: MatchCompiler) {
    self.shape = shape
    self.way = way
    self.compiler = compiler
  }

  /// - Parameter bound: nodes that are known outside.
  mutating func plan(bound: [Int: String]) throws -> Plan {
    nodes = bound
    for (number, node) in shape.nodes.enumerated() {
      guard let entity = node.entity else { continue }
      if let known = nodes[number] {
        conditions.append("\(known) = \(entity)")
      } else {
        nodes[number] = String(entity)
      }
    }
    joinSame()
    var left = Array(way.steps.indices)
    while !left.isEmpty {
      let next = left.min { rank(way.steps[$0]) < rank(way.steps[$1]) } ?? left[0]
      left.removeAll { $0 == next }
      try add(next)
      joinSame()
    }
    for number in shape.nodes.indices where nodes[number] == nil {
      let alias = compiler.alias("n")
      tables.append("entity \(alias)")
      nodes[number] = "\(alias).id"
      joinSame()
    }
    keepEdgesApart()
    var edges: [Int: (alias: String, isDoubtful: Bool)] = [:]
    for (index, step) in way.steps.enumerated() where shape.edges[step.edge].length == nil {
      if let alias = stepAliases[index] { edges[step.edge] = (alias, step.isDoubtful) }
    }
    var plan = Plan(
      tables: tables.isEmpty ? "(SELECT 1)" : tables.joined(separator: " CROSS JOIN "),
      conditions: conditions,
      nodes: nodes, edges: edges)
    plan.conditions += try propertyConditions(plan)
    return plan
  }

  /// How early a step is taken: between known ends, then from one, then those that need the whole table.
  private func rank(_ step: MatchWay.Step) -> Int {
    switch (nodes[step.subject] != nil, nodes[step.object] != nil) {
    case (true, true): 0
    case (true, false), (false, true): 1
    case (false, false): 2
    }
  }

  private mutating func add(_ index: Int) throws {
    let step = way.steps[index]
    let alias = compiler.alias("e")
    stepAliases[index] = alias
    // From an object only the copy by objects has an index; a row of the graph's is the same in both.
    let isByObject = nodes[step.subject] == nil && nodes[step.object] != nil
    tables.append("\(step.isDoubtful ? Self.doubtful : isByObject ? "incoming" : "edge") \(alias)")
    for (node, column) in [(step.subject, "subject"), (step.object, "object")] {
      let sql = "\(alias).\(column)"
      if let known = nodes[node] { conditions.append("\(sql) = \(known)") } else { nodes[node] = sql }
    }
    conditions += try compiler.relationConditions(shape.edges[step.edge], step, alias)
  }

  /// The claims that make no edge, those of one polarity and modality together.
  private static let doubtful = """
    (SELECT subject, relation, object, count(*) AS support, count(attribution_mention) AS attributed,
      max(confidence) AS confidence, polarity, modality FROM claim
      WHERE NOT (polarity = 'positive' AND modality = 'certain') GROUP BY subject, relation, object, polarity, modality)
    """

  private mutating func joinSame() {
    for (one, other) in way.same {
      switch (nodes[one], nodes[other]) {
      case (let left?, let right?):
        if left != right, !conditions.contains("\(left) = \(right)") {
          conditions.append("\(left) = \(right)")
        }
      case (let known?, nil): nodes[other] = known
      case (nil, let known?): nodes[one] = known
      case (nil, nil): break
      }
    }
  }

  /// Within a group of patterns an edge is taken once at most.
  private mutating func keepEdgesApart() {
    for (index, step) in way.steps.enumerated() {
      for other in 0..<index {
        let (one, two) = (shape.edges[step.edge], shape.edges[way.steps[other].edge])
        guard one.group == two.group, step.isDoubtful == way.steps[other].isDoubtful,
          let left = stepAliases[index], let right = stepAliases[other]
        else { continue }
        if let first = one.relations, let second = two.relations, Set(first).isDisjoint(with: second) {
          continue
        }
        var columns = ["subject", "relation", "object"]
        if step.isDoubtful { columns += ["polarity", "modality"] }
        conditions.append(
          "NOT (\(columns.map { "\(left).\($0) = \(right).\($0)" }.joined(separator: " AND ")))")
      }
    }
  }

  private func propertyConditions(_ plan: Plan) throws -> [String] {
    let expressions = MatchExpressions(compiler, plan.scope(shape, outer: nil))
    var result: [String] = []
    for (number, node) in shape.nodes.enumerated() {
      guard let sql = plan.nodes[number] else { continue }
      for types in node.types {
        let list = types.map(SQLList.text).joined(separator: ",")
        result.append("\(try MatchExpressions.node(sql, "type")) IN (\(list))")
      }
      for property in node.properties {
        result.append(
          "\(try MatchExpressions.node(sql, property.name)) = \(try expressions.value(property.value))")
      }
    }
    for (index, step) in way.steps.enumerated() {
      guard let alias = stepAliases[index] else { continue }
      var columns = Dictionary(uniqueKeysWithValues: MatchScope.edgeColumns.map { ($0, "\(alias).\($0)") })
      if !step.isDoubtful {
        columns["polarity"] = "'positive'"
        columns["modality"] = "'certain'"
      }
      for property in shape.edges[step.edge].properties {
        let value = try MatchExpressions.edge(columns, property.name)
        result.append("\(value) = \(try expressions.value(property.value))")
      }
    }
    return result
  }
}
