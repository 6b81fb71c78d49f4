/// What a user searches for, as people know it from elsewhere: words, `"phrases"`, `OR`, `NOT` or `-`, `beginn*`.
///
/// All words are wanted; OR ties the two beside it. Nothing else is syntax.
struct SearchTerms {
  private struct Term {
    var text: String
    var isPrefix: Bool
  }

  /// Groups, of each of which one term is wanted.
  private var wanted: [[Term]] = []
  private var unwanted: [Term] = []

  /// Nil where nothing is said that is wanted.
  init?(_ text: String) {
    var isOr = false
    var isNot = false
    for piece in Self.pieces(of: text) {
      if !piece.isPhrase && piece.text == "OR" {
        // Before the first word it ties nothing.
        isOr = !wanted.isEmpty
        continue
      }
      if !piece.isPhrase && piece.text == "NOT" {
        isNot = true
        continue
      }
      if !piece.isPhrase && piece.text == "AND" { continue }
      let isMinus = piece.isNegative
      guard Self.hasWord(piece.text) else { continue }
      let term = Term(text: piece.text, isPrefix: piece.isPrefix)
      if isNot || isMinus {
        unwanted.append(term)
      } else if isOr, let last = wanted.indices.last {
        wanted[last].append(term)
      } else {
        wanted.append([term])
      }
      isOr = false
      isNot = false
    }
    if wanted.isEmpty { return nil }
  }

  /// The query in SQLite's own syntax.
  ///
  /// - Parameter spelling: how a term is spelled in the index.
  func fullText(_ spelling: (String) -> String = { $0 }) -> String {
    func quoted(_ term: Term) -> String {
      // A NUL would end the query early; a quotation mark inside a string is written twice.
      var text = String.UnicodeScalarView()
      for scalar in spelling(term.text).unicodeScalars where scalar != "\0" {
        if scalar == "\"" { text.append(scalar) }
        text.append(scalar)
      }
      return "\"\(String(text))\"" + (term.isPrefix ? "*" : "")
    }
    let groups = wanted.map { group in
      group.count == 1 ? quoted(group[0]) : "(\(group.map(quoted).joined(separator: " OR ")))"
    }
    let all = groups.joined(separator: " AND ")
    return unwanted.isEmpty ? all : "(\(all)) NOT (\(unwanted.map(quoted).joined(separator: " OR ")))"
  }

  /// What is wanted, without syntax: a name, maybe.
  var words: String { wanted.flatMap { $0 }.map(\.text).joined(separator: " ") }

  private struct Piece {
    var text = ""
    var isPhrase = false
    var isPrefix = false
    var isNegative = false
  }

  /// Words and phrases; a quotation mark without a second one is a letter.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      if first.properties.isWhitespace {
        rest = rest.dropFirst()
        continue
      }
      var piece = Piece()
      if first == "-", rest.count > 1, !rest[rest.startIndex + 1].properties.isWhitespace {
        piece.isNegative = true
        rest = rest.dropFirst()
      }
      let marks: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”", "„": "“"]
      if let start = rest.first, let end = marks[start], let close = rest.dropFirst().firstIndex(of: end) {
        piece.text = string(rest[(rest.startIndex + 1)..<close])
        piece.isPhrase = true
        rest = rest[(close + 1)...]
        if rest.first == "*" {
          piece.isPrefix = true
          rest = rest.dropFirst()
        }
      } else {
        let word = rest.prefix { !$0.properties.isWhitespace }
        rest = rest.dropFirst(word.count)
        piece.isPrefix = word.last == "*"
        piece.text = string(piece.isPrefix ? word.dropLast() : word)
      }
      pieces.append(piece)
    }
    return pieces
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func hasWord(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
