package import Claims

/// What is known of a document beside its text; nil where nobody says.
package struct DocumentMetadata: Sendable, Hashable {
  package var title: String?
  package var author: String?
  /// When it was written.
  package var date: CalendarDate?
  package var url: String?
  package var publisher: String?
  /// The language as a code of two or three letters (BCP 47's first part).
  package var language: String?

  package init(
    title: String? = nil, author: String? = nil, date: CalendarDate? = nil, url: String? = nil,
    publisher: String? = nil, language: String? = nil
  ) {
    self.title = title
    self.author = author
    self.date = date
    self.url = url
    self.publisher = publisher
    self.language = language
  }

  /// This metadata with what another one knows and this one does not.
  package func completed(by other: DocumentMetadata) -> DocumentMetadata {
    DocumentMetadata(
      title: title ?? other.title, author: author ?? other.author, date: date ?? other.date,
      url: url ?? other.url, publisher: publisher ?? other.publisher, language: language ?? other.language)
  }
}
