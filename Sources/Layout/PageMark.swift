/// Where a page of a document starts in its text.
package struct PageMark: Sendable, Hashable {
  /// Its number in the file, from 1.
  package var number: Int
  /// The number that is printed on it, or nil where none is known.
  package var label: String?
  /// Where its text starts, in bytes of the document's text.
  package var start: Int
  /// How sure a recogniser was of its words, from 0 to 1; nil where the file holds them as text.
  package var recognition: Double?

  package init(number: Int, label: String? = nil, start: Int, recognition: Double? = nil) {
    self.number = number
    self.label = label
    self.start = start
    self.recognition = recognition
  }
}
