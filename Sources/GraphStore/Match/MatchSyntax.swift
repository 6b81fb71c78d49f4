/// A pattern question: what is to be found, and what is to be told of it.
struct MatchQuestion {
  struct Node {
    /// Nil for a node without a name.
    var variable: String?
    /// Types of which it has one; empty for any.
    var types: [String] = []
    var properties: [Property] = []
  }

  struct Edge {
    enum Direction { case forward, backward, either }

    var variable: String?
    /// Relations of which it has one; empty for any.
    var relations: [String] = []
    var direction: Direction = .either
    /// How many edges in a row; nil for one that is named.
    var length: ClosedRange<Int>?
    var properties: [Property] = []
  }

  struct Property {
    var name: String
    var value: Expression
  }

  /// Nodes with an edge between each two.
  struct Pattern {
    var nodes: [Node]
    var edges: [Edge]
  }

  indirect enum Expression {
    enum Operation: String {
      case equal = "="
      case unequal = "<>"
      case less = "<"
      case greater = ">"
      case lessOrEqual = "<="
      case greaterOrEqual = ">="
      case contains, startsWith, endsWith
      case add = "+"
      case subtract = "-"
      case multiply = "*"
      case divide = "/"
      case remainder = "%"
    }

    case text(String)
    case integer(Int)
    case number(Double)
    case truth(Bool)
    case null
    case parameter(String)
    case variable(String)
    case property(String, String)
    case list([Expression])
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case exclusiveOr(Expression, Expression)
    case compare(Operation, Expression, Expression)
    case isIn(Expression, Expression)
    case isNull(Expression, isNot: Bool)
    /// That a node has one of these types.
    case hasType(String, [String])
    case exists(Pattern)
    case call(String, [Expression], isDistinct: Bool)
    case countAll
  }

  struct Item {
    var expression: Expression
    /// The name of its column.
    var name: String
  }

  struct Order {
    var expression: Expression
    var isDescending: Bool
  }

  /// The groups of patterns, each of which takes an edge once at most.
  var matches: [[Pattern]] = []
  var condition: Expression?
  var isDistinct = false
  /// Nil for all that has a name.
  var items: [Item]?
  var orders: [Order] = []
  var skip: Expression?
  var limit: Expression?
}
