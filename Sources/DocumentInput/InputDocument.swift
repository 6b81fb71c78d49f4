/// A document as it came in: a name and valid UTF-8.
package struct InputDocument: Sendable {
  package let name: String
  package let bytes: [UInt8]
  /// The day on which the document was written, where the input tells, as `YYYY-MM-DD`.
  package let date: String?

  package init(name: String, bytes: [UInt8], date: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.date = date
  }
}
