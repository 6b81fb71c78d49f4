package import Claims

/// A document as it came in: a name and valid UTF-8.
package struct InputDocument: Sendable {
  package let name: String
  package let bytes: [UInt8]
  /// When it was written, or nil where nobody says.
  package let date: CalendarDate?

  package init(name: String, bytes: [UInt8], date: CalendarDate? = nil) {
    self.name = name
    self.bytes = bytes
    self.date = date
  }
}
