/// Reads a pattern question: the part of GQL and openCypher that only reads.
struct MatchParser {
  private let tokens: [MatchLexer.Placed]
  private let text: [Character]
  private var place = 0
  /// How deeply the expression that is read is nested.
  var depth = 0

  /// - Throws: `GraphError.badQuestion`, with the character at which it cannot be read.
  static func question(_ text: String) throws(GraphError) -> MatchQuestion {
    guard text.utf8.count <= 20_000 else { throw GraphError(.badQuestion, "the pattern is too long") }
    var parser = MatchParser(tokens: try MatchLexer.tokens(of: text), text: Array(text))
    return try parser.question()
  }

  private init(tokens: [MatchLexer.Placed], text: [Character]) {
    self.tokens = tokens
    self.text = text
  }

  private mutating func question() throws(GraphError) -> MatchQuestion {
    var question = MatchQuestion()
    // The first word may be left out: the command is its name.
    _ = take(keyword: "MATCH")
    repeat {
      var patterns = [try pattern()]
      while take(sign: ",") { patterns.append(try pattern()) }
      question.matches.append(patterns)
      if take(keyword: "WHERE") {
        let condition = try expression()
        question.condition = question.condition.map { .and($0, condition) } ?? condition
      }
    } while take(keyword: "MATCH")
    if take(keyword: "RETURN") { try returns(&question) }
    if peek != .end {
      throw error(
        "expected \(question.items == nil ? "WHERE, RETURN or the end" : "ORDER BY, SKIP, LIMIT or the end")")
    }
    return question
  }

  private mutating func returns(_ question: inout MatchQuestion) throws(GraphError) {
    question.isDistinct = take(keyword: "DISTINCT")
    if !take(sign: "*") {
      var items: [MatchQuestion.Item] = []
      repeat { items.append(try item()) } while take(sign: ",")
      question.items = items
    }
    if take(keyword: "ORDER") {
      guard take(keyword: "BY") else { throw error("expected BY") }
      repeat {
        let key = try expression()
        let isDescending = take(keyword: "DESC") || take(keyword: "DESCENDING")
        if !isDescending { _ = take(keyword: "ASC") || take(keyword: "ASCENDING") }
        question.orders.append(.init(expression: key, isDescending: isDescending))
      } while take(sign: ",")
    }
    if take(keyword: "SKIP") || take(keyword: "OFFSET") { question.skip = try expression() }
    if take(keyword: "LIMIT") { question.limit = try expression() }
  }

  private mutating func item() throws(GraphError) -> MatchQuestion.Item {
    let start = tokens[place].column - 1
    let value = try expression()
    let end = tokens[place].column - 1
    if take(keyword: "AS") { return .init(expression: value, name: try name("a name")) }
    let written = String(text[min(start, end)..<min(end, text.count)]).split(whereSeparator: \.isWhitespace)
    return .init(expression: value, name: written.joined(separator: " "))
  }

  // MARK: Patterns

  mutating func pattern() throws(GraphError) -> MatchQuestion.Pattern {
    var pattern = MatchQuestion.Pattern(nodes: [try node()], edges: [])
    while peek == .sign("-") || peek == .sign("<") {
      pattern.edges.append(try edge())
      pattern.nodes.append(try node())
    }
    return pattern
  }

  private mutating func node() throws(GraphError) -> MatchQuestion.Node {
    var node = MatchQuestion.Node()
    guard take(sign: "(") else { throw error("expected a node in parentheses, such as (p:person)") }
    if peek != .sign(")"), peek != .sign(":"), peek != .sign("{") { node.variable = try name("a variable") }
    if take(sign: ":") { node.types = try alternatives("a type") }
    if peek == .sign("{") { node.properties = try properties() }
    guard take(sign: ")") else { throw error("expected ) after the node") }
    return node
  }

  private mutating func edge() throws(GraphError) -> MatchQuestion.Edge {
    var edge = MatchQuestion.Edge()
    let isBackward = take(sign: "<")
    guard take(sign: "-") else { throw error("expected -") }
    if take(sign: "[") {
      if case .word = peek { edge.variable = try name("a variable") }
      if case .quotedName = peek { edge.variable = try name("a variable") }
      if take(sign: ":") { edge.relations = try alternatives("a relation") }
      if take(sign: "*") { edge.length = try length() }
      if peek == .sign("{") { edge.properties = try properties() }
      guard take(sign: "]") else { throw error("expected ] after the edge") }
    }
    guard take(sign: "-") else { throw error("expected - after the edge") }
    let isForward = take(sign: ">")
    edge.direction = isForward == isBackward ? .either : isForward ? .forward : .backward
    if edge.length != nil, edge.variable != nil {
      throw error("an edge of several hops can have no name; leave \(edge.variable ?? "") out")
    }
    return edge
  }

  private mutating func length() throws(GraphError) -> ClosedRange<Int> {
    var low = 1
    var high: Int?
    if case .integer(let number) = peek {
      place += 1
      low = number
      high = number
    }
    if take(sign: "..") {
      high = nil
      if case .integer(let number) = peek {
        place += 1
        high = number
      }
    }
    guard let high else { throw error("say how far an edge may reach at most, such as *1..3") }
    guard low <= high, high <= MatchQuestion.mostHops else {
      throw error("an edge may reach from 0 to \(MatchQuestion.mostHops) hops, the fewer first")
    }
    return low...high
  }

  private mutating func alternatives(_ what: String) throws(GraphError) -> [String] {
    var names = [try hyphenatedName(what)]
    while take(sign: "|") {
      _ = take(sign: ":")
      names.append(try hyphenatedName(what))
    }
    return names
  }

  /// A name such as `located-in`: hyphens with a letter on both sides belong to it.
  private mutating func hyphenatedName(_ what: String) throws(GraphError) -> String {
    var result = try name(what)
    while peek == .sign("-"), place + 1 < tokens.count, case .word(let next) = tokens[place + 1].token,
      tokens[place + 1].column == tokens[place].column + 1
    {
      result += "-" + next
      place += 2
    }
    return result
  }

  private mutating func properties() throws(GraphError) -> [MatchQuestion.Property] {
    var result: [MatchQuestion.Property] = []
    _ = take(sign: "{")
    if take(sign: "}") { return [] }
    repeat {
      let name = try name("a property")
      guard take(sign: ":") else { throw error("expected : after the property") }
      result.append(.init(name: name, value: try expression()))
    } while take(sign: ",")
    guard take(sign: "}") else { throw error("expected } after the properties") }
    return result
  }

  // MARK: Tokens

  var peek: MatchToken { tokens[place].token }

  /// The token so many places on.
  func peek(_ offset: Int) -> MatchToken {
    place + offset < tokens.count ? tokens[place + offset].token : .end
  }

  mutating func advance() { if place < tokens.count - 1 { place += 1 } }

  mutating func take(sign: String) -> Bool {
    guard peek == .sign(sign) else { return false }
    advance()
    return true
  }

  func isKeyword(_ word: String, at offset: Int = 0) -> Bool {
    if case .word(let next) = peek(offset) { next.uppercased() == word } else { false }
  }

  mutating func take(keyword: String) -> Bool {
    guard isKeyword(keyword) else { return false }
    advance()
    return true
  }

  mutating func name(_ what: String) throws(GraphError) -> String {
    switch peek {
    case .word(let name), .quotedName(let name):
      advance()
      return name
    default: throw error("expected \(what)")
    }
  }

  /// Where reading stands, to come back to.
  var mark: Int { place }

  mutating func comeBack(to mark: Int) { place = mark }

  func error(_ reason: String) -> GraphError {
    GraphError(.badQuestion, "the pattern cannot be read at character \(tokens[place].column): \(reason)")
  }
}

extension MatchQuestion {
  /// How far one edge of a pattern may reach.
  static let mostHops = 8
}
