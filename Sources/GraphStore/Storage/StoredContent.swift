package import Claims
package import Layout

/// What a graph keeps of a document beside its sentences, with places in code points.
package struct StoredContent: Sendable, Hashable {
  /// A page, with its place.
  package struct Page: Sendable, Hashable {
    package var number: Int
    package var label: String?
    package var start: Int
    package var recognition: Double?
  }

  /// A stretch that is no running text, with its place.
  package struct Stretch: Sendable, Hashable {
    package var range: Range<Int>
    package var kind: StretchKind
    package var speaker: String?
  }

  package var text: String
  package var map: SourceMap
  package var reader: String
  package var metadata: DocumentMetadata
  /// Whether a user said when it was written.
  package var isDateGiven: Bool
  package var pages: [Page]
  package var stretches: [Stretch]

  /// - Complexity: linear in the text.
  package init(_ content: DocumentContent, date: CalendarDate?, isDateGiven: Bool) {
    text = String(decoding: content.text, as: UTF8.self)
    map = content.map
    reader = content.reader
    metadata = content.metadata
    metadata.date = date
    self.isDateGiven = isDateGiven
    var counter = CodePointCounter(content.text)
    pages = content.pages.map { page in
      Page(
        number: page.number, label: page.label, start: counter.codePoints(before: page.start),
        recognition: page.recognition)
    }
    counter = CodePointCounter(content.text)
    stretches = content.layout.stretches.map { stretch in
      let start = counter.codePoints(before: stretch.range.lowerBound)
      return Stretch(
        range: start..<max(start, counter.codePoints(before: stretch.range.upperBound)), kind: stretch.kind,
        speaker: stretch.speaker)
    }
  }

  /// The page that a code point stands on; nil before the first.
  package func page(at offset: Int) -> Page? { pages.last { $0.start <= offset } }
}

/// Counts the code points before places of a text that are asked for in their order.
private struct CodePointCounter {
  private let bytes: [UInt8]
  private var position = 0
  private var count = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func codePoints(before offset: Int) -> Int {
    if offset < position {
      position = 0
      count = 0
    }
    let end = min(offset, bytes.count)
    while position < end {
      if bytes[position] & 0xC0 != 0x80 { count += 1 }
      position += 1
    }
    return count
  }
}
