internal import Claims

/// A question by a pattern.
package struct MatchQuery: Sendable {
  /// The pattern, in the part of GQL and openCypher that docs/match.md describes.
  package var text = ""
  package var parameters: [(name: String, value: String)] = []
  /// Whether the open layer counts.
  package var includesOpen = true
  /// Whether claims count that make no edge, because the texts deny or doubt them.
  package var includesDoubtful = false

  package init() {}
}

/// A value of an answer.
package enum MatchValue: Hashable, Sendable {
  case null
  case truth(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case node(EntityName)
  case edge(Edge)
  /// The sentence behind an edge, with its place; nil where none stands behind it.
  case evidence(Edge)
  case list([MatchValue])
}

/// What the values of a column are.
indirect enum MatchKind {
  case value, truth, node, edge, evidence
  case list(MatchKind)

  init(_ expression: MatchQuestion.Expression, _ scope: MatchScope) {
    switch expression {
    case .variable(let name): self = scope.nodes[name] != nil ? .node : .edge
    case .not, .and, .or, .exclusiveOr, .isIn, .isNull, .hasType, .exists, .truth: self = .truth
    case .compare(let operation, _, _):
      switch operation {
      case .add, .subtract, .multiply, .divide, .remainder: self = .value
      default: self = .truth
      }
    case .call("collect", let values, _): self = .list(values.first.map { MatchKind($0, scope) } ?? .value)
    case .call("evidence", _, _): self = .evidence
    case .call("startnode", _, _), .call("endnode", _, _): self = .node
    default: self = .value
    }
  }
}

extension MatchQuestion.Expression {
  /// Whether it is told of several matches at once.
  var isAggregate: Bool {
    switch self {
    case .countAll: true
    case .call(let name, let values, _):
      ["count", "min", "max", "sum", "avg", "collect"].contains(name) || values.contains { $0.isAggregate }
    case .not(let inner), .isNull(let inner, _): inner.isAggregate
    case .and(let left, let right), .or(let left, let right), .exclusiveOr(let left, let right),
      .compare(_, let left, let right), .isIn(let left, let right):
      left.isAggregate || right.isAggregate
    default: false
    }
  }
}
