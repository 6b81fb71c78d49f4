/// A document as a reader of its format gives it: its text, what the stretches of it are, and where in the file they stand.
package struct DocumentContent: Sendable, Hashable {
  /// The text as valid UTF-8.
  package var text: [UInt8]
  package var layout: TextLayout
  package var map: SourceMap
  /// The pages in their order; empty where the format has none.
  package var pages: [PageMark]
  package var metadata: DocumentMetadata
  /// The format and the version of its reader, such as `pdf-1`; the same bytes under the same reader give the same content.
  package var reader: String
  /// What a user should know of the reading, a line each.
  package var notes: [String]

  package init(
    text: [UInt8], layout: TextLayout = .unknown, map: SourceMap, pages: [PageMark] = [],
    metadata: DocumentMetadata = DocumentMetadata(), reader: String, notes: [String] = []
  ) {
    self.text = text
    self.layout = layout
    self.map = map
    self.pages = pages
    self.metadata = metadata
    self.reader = reader
    self.notes = notes
  }

  /// The reader of plain text, whose content is its bytes.
  package static let plainText = "text-1"

  /// The page that a byte of the text stands on; nil for a document without pages, and before the first.
  ///
  /// - Complexity: logarithmic in the number of pages.
  package func page(at offset: Int) -> PageMark? {
    var low = 0
    var high = pages.count
    while low < high {
      let middle = low + (high - low) / 2
      if pages[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pages[low - 1] : nil
  }
}
