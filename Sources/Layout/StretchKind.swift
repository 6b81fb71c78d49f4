/// What a stretch of a document's text is, by its part on the page or in the file.
///
/// Readers of files (PDF, HTML, DOCX, mail) say it of what they know; `LayoutFinder` finds it in plain text.
package enum StretchKind: String, Sendable, Hashable, CaseIterable {
  /// Running text.
  case body
  case heading
  /// An item of a list.
  case list
  /// A row of a table, or a whole table.
  case table
  case caption
  case footnote
  /// What stands at the head of each page.
  case header
  /// What stands at the foot of each page.
  case footer
  /// Another text that this one quotes as a block, such as the mail that is answered.
  case quotation
  /// Who signs, with greeting, office and addresses.
  case signature
  /// Menus, lists of links, "read more".
  case navigation
  /// What is said of the document: front matter, key and value, the head of a mail, letterheads, time stamps.
  case metadata
  case code
  /// What a reader of the text remarked in its margin.
  case comment
  /// Text in another language than the one that is read.
  case foreign

  /// Whether its sentences are read for claims.
  package var isProse: Bool {
    switch self {
    case .body, .heading, .list, .caption, .footnote, .quotation: true
    case .table, .header, .footer, .signature, .navigation, .metadata, .code, .comment, .foreign: false
    }
  }
}
