extension NameJoiner {
  /// Words between a name and another of the same: "Anna Berg, also known as Anna the Brave", "the Desert Brigade, formerly the Sand
  /// Guard".
  private static let links = WordList.otherNameLink.words.sorted().map {
    $0.split(separator: " ").map(String.init)
  }
  /// So many words may stand in brackets between a name and its other name.
  private static let longestBracket = 14

  /// Joins the names that the text says are of the same.
  mutating func joinOtherNames() {
    for index in document.names.indices.dropFirst() {
      let other = document.names[index]
      guard let start = startOfLink(before: other.words.lowerBound),
        let first = nameEnding(before: start), first < index,
        case (let left, let right) = (document.names[first].type, other.type),
        left == right || left == .unknown || right == .unknown
      else { continue }
      join(formOfName[index], to: formOfName[first])
    }
  }

  /// The first word of a link that ends before a name.
  private func startOfLink(before name: Int) -> Int? {
    var end = name
    while end > 0, ["\"", English.the, "'"].contains(document.words[end - 1].lower) { end -= 1 }
    for link in Self.links where end >= link.count {
      let start = end - link.count
      if zip(start..<end, link).allSatisfy({ document.words[$0].lower == $1 }) { return start }
    }
    return nil
  }

  /// The name that ends before a word, with a comma or something in brackets between.
  private func nameEnding(before word: Int) -> Int? {
    var end = word
    if end > 0, [",", "("].contains(document.words[end - 1].lower) { end -= 1 }
    if end > 0, document.words[end - 1].lower == ")",
      let open = (max(0, end - Self.longestBracket)..<end).last(where: { document.words[$0].lower == "(" })
    {
      end = open
    }
    while end > 0, document.words[end - 1].lower == "\"" { end -= 1 }
    return document.names.firstIndex(endingAt: end)
  }
}
