package import Claims
package import Layout

/// A document as it came in: a name and valid UTF-8.
package struct InputDocument: Sendable {
  package let name: String
  package let bytes: [UInt8]
  /// When it was written, or nil where nobody says.
  package let date: CalendarDate?
  /// What the stretches of its text are, as far as its file says so.
  package let layout: TextLayout

  package init(name: String, bytes: [UInt8], date: CalendarDate? = nil, layout: TextLayout = .unknown) {
    self.name = name
    self.bytes = bytes
    self.date = date
    self.layout = layout
  }
}
