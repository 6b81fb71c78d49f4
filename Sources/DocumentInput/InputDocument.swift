package import Claims
package import Layout

/// A document as it came in: a name and valid UTF-8, with what its file tells of it.
package struct InputDocument: Sendable {
  package var name: String
  /// What it is known by: the bytes of its file, or of the part of a file that it is.
  package let source: [UInt8]
  package var content: DocumentContent
  /// When it was written, or nil where nobody says.
  package var date: CalendarDate?
  /// Whether its user said when it was written.
  package var isDateGiven = false
  /// The path of the file that it is or is a part of; nil for standard input.
  package var path: String?
  /// What it is called inside of a file that holds several.
  package var part: String?

  /// The text.
  package var bytes: [UInt8] { content.text }
  /// What the stretches of its text are, as far as its file says so.
  package var layout: TextLayout { content.layout }

  package init(name: String, bytes: [UInt8], date: CalendarDate? = nil, layout: TextLayout = .unknown) {
    self.init(
      name: name, source: bytes,
      content: DocumentContent(
        text: bytes, layout: layout, map: .identity(length: bytes.count), reader: DocumentContent.plainText),
      date: date)
  }

  package init(name: String, source: [UInt8], content: DocumentContent, date: CalendarDate? = nil) {
    self.name = name
    self.source = source
    self.content = content
    self.date = date
  }
}
