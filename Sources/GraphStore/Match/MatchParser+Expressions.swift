extension MatchParser {
  mutating func expression() throws(GraphError) -> MatchQuestion.Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { throw error("the condition is nested too deeply") }
    var left = try exclusive()
    while take(keyword: "OR") { left = .or(left, try exclusive()) }
    return left
  }

  private mutating func exclusive() throws(GraphError) -> MatchQuestion.Expression {
    var left = try conjunction()
    while take(keyword: "XOR") { left = .exclusiveOr(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(GraphError) -> MatchQuestion.Expression {
    var left = try negation()
    while take(keyword: "AND") { left = .and(left, try negation()) }
    return left
  }

  private mutating func negation() throws(GraphError) -> MatchQuestion.Expression {
    var isNegative = false
    while take(keyword: "NOT") { isNegative.toggle() }
    let value = try comparison()
    return isNegative ? .not(value) : value
  }

  private mutating func comparison() throws(GraphError) -> MatchQuestion.Expression {
    var left = try sum()
    while true {
      if case .sign(let sign) = peek, let operation = MatchQuestion.Expression.Operation(rawValue: sign),
        ["=", "<>", "<", ">", "<=", ">="].contains(sign)
      {
        advance()
        left = .compare(operation, left, try sum())
      } else if take(keyword: "IN") {
        left = .isIn(left, try sum())
      } else if take(keyword: "CONTAINS") {
        left = .compare(.contains, left, try sum())
      } else if isKeyword("STARTS"), isKeyword("WITH", at: 1) {
        advance()
        advance()
        left = .compare(.startsWith, left, try sum())
      } else if isKeyword("ENDS"), isKeyword("WITH", at: 1) {
        advance()
        advance()
        left = .compare(.endsWith, left, try sum())
      } else if take(keyword: "IS") {
        let isNot = take(keyword: "NOT")
        guard take(keyword: "NULL") else { throw error("expected NULL") }
        left = .isNull(left, isNot: isNot)
      } else {
        return left
      }
    }
  }

  private mutating func sum() throws(GraphError) -> MatchQuestion.Expression {
    var left = try product()
    while case .sign(let sign) = peek, sign == "+" || sign == "-" {
      advance()
      left = .compare(sign == "+" ? .add : .subtract, left, try product())
    }
    return left
  }

  private mutating func product() throws(GraphError) -> MatchQuestion.Expression {
    var left = try operand()
    while case .sign(let sign) = peek, let operation = MatchQuestion.Expression.Operation(rawValue: sign),
      ["*", "/", "%"].contains(sign)
    {
      advance()
      left = .compare(operation, left, try operand())
    }
    return left
  }

  private mutating func operand() throws(GraphError) -> MatchQuestion.Expression {
    switch peek {
    case .text(let text): return value(.text(text))
    case .integer(let number): return value(.integer(number))
    case .number(let number): return value(.number(number))
    case .parameter(let name): return value(.parameter(name))
    case .sign("-"):
      var isNegative = false
      while take(sign: "-") { isNegative.toggle() }
      let value = try operand()
      return isNegative ? .compare(.subtract, .integer(0), value) : value
    case .sign("["): return try list()
    case .sign("("): return try parenthesis()
    case .word(let word):
      switch word.uppercased() {
      case "TRUE": return value(.truth(true))
      case "FALSE": return value(.truth(false))
      case "NULL": return value(.null)
      case "EXISTS" where peek(1) == .sign("{"):
        advance()
        advance()
        _ = take(keyword: "MATCH")
        let found = try pattern()
        guard take(sign: "}") else { throw error("expected } after the pattern") }
        return .exists(found)
      default: return try named()
      }
    case .quotedName: return try named()
    default: throw error("expected a value")
    }
  }

  private mutating func value(_ expression: MatchQuestion.Expression) -> MatchQuestion.Expression {
    advance()
    return expression
  }

  private mutating func list() throws(GraphError) -> MatchQuestion.Expression {
    advance()
    var values: [MatchQuestion.Expression] = []
    if take(sign: "]") { return .list([]) }
    repeat { values.append(try expression()) } while take(sign: ",")
    guard take(sign: "]") else { throw error("expected ] after the list") }
    return .list(values)
  }

  /// What stands in parentheses: a pattern where an edge follows, else a value.
  private mutating func parenthesis() throws(GraphError) -> MatchQuestion.Expression {
    let start = mark
    if let found = try? pattern(), !found.edges.isEmpty { return .exists(found) }
    comeBack(to: start)
    advance()
    let value = try expression()
    guard take(sign: ")") else { throw error("expected )") }
    return value
  }

  private mutating func named() throws(GraphError) -> MatchQuestion.Expression {
    let name = try name("a value")
    if take(sign: "(") { return try call(name) }
    if take(sign: ".") { return .property(name, try self.name("a property")) }
    if take(sign: ":") {
      var types = [try self.name("a type")]
      while take(sign: "|") { types.append(try self.name("a type")) }
      return .hasType(name, types)
    }
    return .variable(name)
  }

  private mutating func call(_ name: String) throws(GraphError) -> MatchQuestion.Expression {
    if name.lowercased() == "count", take(sign: "*") {
      guard take(sign: ")") else { throw error("expected )") }
      return .countAll
    }
    let isDistinct = take(keyword: "DISTINCT")
    var arguments: [MatchQuestion.Expression] = []
    if !take(sign: ")") {
      repeat { arguments.append(try expression()) } while take(sign: ",")
      guard take(sign: ")") else { throw error("expected )") }
    }
    return .call(name.lowercased(), arguments, isDistinct: isDistinct)
  }
}
