package import Claims
internal import Layout

/// Which documents are wanted.
package struct DocumentFilter: Sendable {
  private let since: CalendarDate?
  private let until: CalendarDate?
  private let language: String?
  private let words: [String]
  private let isUndated: Bool

  package init(
    since: CalendarDate? = nil, until: CalendarDate? = nil, language: String? = nil, words: String? = nil,
    isUndated: Bool = false
  ) {
    self.since = since
    self.until = until
    self.language = language?.lowercased()
    self.words = (words ?? "").split(separator: " ").map { NameFolding.fold(String($0)) }
    self.isUndated = isUndated
  }

  /// Whether a document is wanted: of a time, only where its date is known and may lie in it.
  package func holds(_ document: DocumentSummary) -> Bool {
    let metadata = document.metadata
    if isUndated, metadata.date != nil { return false }
    if since != nil || until != nil {
      guard let date = metadata.date?.iso else { return false }
      // A month holds its days and lies in its year: dates are compared as far as both go.
      if let since, Self.part(date, like: since.iso) < Self.part(since.iso, like: date) { return false }
      if let until, Self.part(date, like: until.iso) > Self.part(until.iso, like: date) { return false }
    }
    if let language, metadata.language != language { return false }
    guard !words.isEmpty else { return true }
    let text = NameFolding.fold(
      ([document.name, metadata.title, metadata.author, metadata.publisher].compactMap { $0 }
        + document.otherNames)
        .joined(separator: " "))
    return words.allSatisfy { Self.contains(text, $0) }
  }

  private static func part(_ date: String, like other: String) -> Substring {
    date.prefix(min(date.utf8.count, other.utf8.count))
  }

  private static func contains(_ text: String, _ word: String) -> Bool {
    var rest = text.utf8[...]
    let word = Array(word.utf8)
    while rest.count >= word.count {
      if rest.starts(with: word) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
