/// An FTS5 query made of a user's words, in which nothing the user types is syntax.
struct FullTextQuery {
  let text: String

  /// All of the words, in any order; nil when there is no word.
  ///
  /// A star at the end of a word asks for a prefix, as does `lastIsPrefix` for the last word.
  init?(words: String, lastIsPrefix: Bool = false) {
    let pieces = words.split(whereSeparator: \.isWhitespace).filter { piece in
      piece.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
    guard let lastIndex = pieces.indices.last else { return nil }
    var phrases: [String] = []
    for (index, piece) in zip(pieces.indices, pieces) {
      let isPrefix = piece.hasSuffix("*") || (lastIsPrefix && index == lastIndex)
      // A NUL would end the query early; a quotation mark inside a string is written twice.
      // By scalars, since a combining mark would hide the quotation mark it stands on.
      var quoted = String.UnicodeScalarView()
      for scalar in piece.unicodeScalars where scalar != "\0" {
        if scalar == "\"" { quoted.append(scalar) }
        quoted.append(scalar)
      }
      phrases.append("\"\(String(quoted))\"" + (isPrefix ? "*" : ""))
    }
    text = phrases.joined(separator: " AND ")
  }
}
