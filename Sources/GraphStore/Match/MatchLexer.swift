/// A piece of a pattern question.
enum MatchToken: Hashable, Sendable {
  /// A name or a keyword, as written; names in backquotes are none.
  case word(String)
  case quotedName(String)
  case text(String)
  case integer(Int)
  case number(Double)
  case parameter(String)
  /// Punctuation, of one or two characters.
  case sign(String)
  case end
}

/// Cuts a pattern question into tokens.
struct MatchLexer {
  struct Placed {
    var token: MatchToken
    /// Where it starts, in characters from 1.
    var column: Int
  }

  private let characters: [Character]
  private var place = 0

  private init(_ text: String) { characters = Array(text) }

  /// - Throws: `GraphError.badQuestion` for a text without an end, and for a character of no token.
  static func tokens(of text: String) throws(GraphError) -> [Placed] {
    var lexer = MatchLexer(text)
    var tokens: [Placed] = []
    while true {
      lexer.skipSpace()
      let column = lexer.place + 1
      let token = try lexer.next()
      tokens.append(Placed(token: token, column: column))
      if token == .end { return tokens }
    }
  }

  private func peek(_ offset: Int = 0) -> Character? {
    place + offset < characters.count ? characters[place + offset] : nil
  }

  private mutating func skipSpace() {
    while let character = peek() {
      if character.isWhitespace {
        place += 1
      } else if character == "/" && peek(1) == "/" {
        while peek().map({ !$0.isNewline }) ?? false { place += 1 }
      } else {
        return
      }
    }
  }

  private mutating func next() throws(GraphError) -> MatchToken {
    guard let character = peek() else { return .end }
    if character.isLetter || character == "_" { return .word(word()) }
    if character.isASCII && character.isNumber { return try number() }
    switch character {
    case "'", "\"": return .text(try quoted(by: character))
    case "`": return .quotedName(try quoted(by: character))
    case "$":
      place += 1
      guard let first = peek(), first.isLetter || first.isNumber || first == "_" else {
        throw error("a name has to follow $")
      }
      return .parameter(word())
    default: break
    }
    let pair = String(characters[place..<min(place + 2, characters.count)])
    if ["<>", "<=", ">=", "..", "=~"].contains(pair) {
      place += 2
      return .sign(pair)
    }
    guard "()[]{}<>-:,.|*=+/%!".contains(character) else { throw error("“\(character)” means nothing here") }
    place += 1
    return .sign(String(character))
  }

  private mutating func word() -> String {
    var result = ""
    while let character = peek(), character.isLetter || character.isNumber || character == "_" {
      result.append(character)
      place += 1
    }
    return result
  }

  private mutating func number() throws(GraphError) -> MatchToken {
    var digits = ""
    var isWhole = true
    while let character = peek() {
      // Two points make a range.
      let isPoint = character == "." && isWhole && peek(1)?.isNumber == true
      guard character.isASCII && character.isNumber || isPoint else { break }
      if isPoint { isWhole = false }
      digits.append(character)
      place += 1
    }
    if isWhole, let value = Int(digits) { return .integer(value) }
    guard let value = Double(digits) else { throw error("\(digits) is no number") }
    return .number(value)
  }

  private mutating func quoted(by mark: Character) throws(GraphError) -> String {
    var result = ""
    place += 1
    while let character = peek() {
      place += 1
      if character == mark {
        // Twice in a name means the mark itself.
        guard mark == "`", peek() == mark else { return result }
        place += 1
        result.append(mark)
      } else if character == "\\" && mark != "`" {
        guard let escaped = peek() else { break }
        place += 1
        result.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
      } else {
        result.append(character)
      }
    }
    throw error("a text has no end")
  }

  private func error(_ reason: String) -> GraphError {
    GraphError(.badQuestion, "the pattern cannot be read at character \(place + 1): \(reason)")
  }
}
