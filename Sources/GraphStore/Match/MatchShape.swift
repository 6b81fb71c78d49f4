internal import Claims

/// The nodes and edges of patterns, numbered; what bears one name is one node.
struct MatchShape {
  struct Node {
    var variable: String?
    /// Types, one of each of which it has.
    var types: [[String]] = []
    var properties: [MatchQuestion.Property] = []
    /// The entity that it is, where its name says so.
    var entity: Int?
  }

  struct Edge {
    var variable: String?
    /// The rows of the relations of which it has one; nil for all.
    var relations: [Int]?
    var direction: MatchQuestion.Edge.Direction
    var from: Int
    var to: Int
    var length: ClosedRange<Int>?
    var properties: [MatchQuestion.Property]
    /// The group in which an edge is taken once at most.
    var group: Int
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  /// The number of the node of that name.
  func node(_ variable: String) -> Int? { nodes.firstIndex { $0.variable == variable } }

  func edge(_ variable: String) -> Int? { edges.firstIndex { $0.variable == variable } }

  /// Adds a pattern.
  ///
  /// - Parameters:
  ///   - relations: looks the rows of relations up.
  ///   - entity: finds the entity that a name means.
  mutating func add(
    _ pattern: MatchQuestion.Pattern, group: Int, relations: ([String]) throws -> [Int]?,
    entity: (MatchQuestion.Expression) throws -> Int?
  ) throws {
    var numbers: [Int] = []
    for node in pattern.nodes { numbers.append(try add(node, entity: entity)) }
    for (index, edge) in pattern.edges.enumerated() {
      if let variable = edge.variable, self.edge(variable) != nil || node(variable) != nil {
        throw GraphError(.badQuestion, "the pattern names two things \(Quoting.quoted(variable))")
      }
      edges.append(
        Edge(
          variable: edge.variable, relations: try relations(edge.relations), direction: edge.direction,
          from: numbers[index], to: numbers[index + 1], length: edge.length, properties: edge.properties,
          group: group))
    }
  }

  private mutating func add(
    _ node: MatchQuestion.Node, entity: (MatchQuestion.Expression) throws -> Int?
  ) throws -> Int {
    let number: Int
    if let variable = node.variable {
      if edge(variable) != nil {
        throw GraphError(.badQuestion, "the pattern names two things \(Quoting.quoted(variable))")
      }
      if let known = self.node(variable) {
        number = known
      } else {
        number = nodes.count
        nodes.append(Node(variable: variable))
      }
    } else {
      number = nodes.count
      nodes.append(Node())
    }
    if !node.types.isEmpty { nodes[number].types.append(node.types) }
    for property in node.properties {
      if property.name == "name", let found = try entity(property.value) {
        if let other = nodes[number].entity, other != found {
          throw GraphError(.badQuestion, "the pattern gives one node two names")
        }
        nodes[number].entity = found
      } else {
        nodes[number].properties.append(property)
      }
    }
    return number
  }
}

/// One way in which edges of the graph may make a pattern.
struct MatchWay {
  /// An edge of the graph between two nodes, of which those behind the pattern's are on the way of an edge of several hops.
  struct Step {
    var edge: Int
    var subject: Int
    var object: Int
    /// Whether it goes against what the pattern says, which only a symmetric relation may.
    var isTurned: Bool
    /// Whether any relation may be turned.
    var turnsAll: Bool
    /// Whether it stands for claims that make no edge.
    var isDoubtful: Bool
  }

  var steps: [Step] = []
  /// Nodes that are one.
  var same: [(Int, Int)] = []
  var nodeCount: Int

  /// At most so many ways are gone.
  static let most = 256

  /// All ways in which edges may make the pattern.
  ///
  /// - Parameters:
  ///   - hasSymmetric: whether any of these relations reads the same both ways.
  ///   - includesDoubtful: whether claims that make no edge count too.
  /// - Throws: `GraphError.badQuestion` where there are too many.
  static func all(
    _ shape: MatchShape, includesDoubtful: Bool, hasSymmetric: ([Int]?) throws -> Bool
  ) throws -> [MatchWay] {
    var ways = [MatchWay(nodeCount: shape.nodes.count)]
    for (number, edge) in shape.edges.enumerated() {
      let mayTurn = try edge.direction == .either || hasSymmetric(edge.relations)
      var next: [MatchWay] = []
      for way in ways {
        for length in edge.length ?? 1...1 {
          next += way.adding(number, edge, hops: length, mayTurn: mayTurn, includesDoubtful: includesDoubtful)
        }
        if next.count > most {
          throw GraphError(
            .badQuestion,
            "the pattern can be made in too many ways; say which way edges point, or let them reach less far")
        }
      }
      ways = next
    }
    return ways
  }

  private func adding(
    _ number: Int, _ edge: MatchShape.Edge, hops: Int, mayTurn: Bool, includesDoubtful: Bool
  ) -> [MatchWay] {
    if hops == 0 {
      var way = self
      way.same.append((edge.from, edge.to))
      return [way]
    }
    var ways = [self]
    for hop in 0..<hops {
      ways = ways.flatMap { way -> [MatchWay] in
        // No more than one too many, which is refused.
        if ways.count > Self.most { return [way] }
        var way = way
        let from = hop == 0 ? edge.from : way.nodeCount - 1
        let to = hop == hops - 1 ? edge.to : way.nodeCount
        if hop < hops - 1 { way.nodeCount += 1 }
        let (subject, object) = edge.direction == .backward ? (to, from) : (from, to)
        return (mayTurn ? [false, true] : [false]).flatMap { isTurned in
          (includesDoubtful ? [false, true] : [false]).map { isDoubtful in
            var next = way
            next.steps.append(
              Step(
                edge: number, subject: isTurned ? object : subject, object: isTurned ? subject : object,
                isTurned: isTurned, turnsAll: edge.direction == .either, isDoubtful: isDoubtful))
            return next
          }
        }
      }
    }
    return ways
  }
}
