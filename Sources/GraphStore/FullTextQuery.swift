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
      let quoted = piece.filter { $0 != "\0" }.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(
          separator: "\"\"")
      phrases.append("\"\(quoted)\"" + (isPrefix ? "*" : ""))
    }
    text = phrases.joined(separator: " AND ")
  }
}
