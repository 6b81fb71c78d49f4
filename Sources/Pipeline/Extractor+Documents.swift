internal import Claims
internal import DocumentInput
internal import Extraction
internal import GraphStore
internal import Layout

extension Extractor {
  /// The version of the reading of a document, of which its date and what read its file are parts.
  func version(for document: InputDocument) -> String {
    version(for: document.date, reader: document.content.reader)
  }

  func version(for date: CalendarDate?, reader: String) -> String {
    let version = version(for: date)
    return reader == DocumentContent.plainText ? version : "\(version)+\(reader)"
  }

  /// Reads a document, with the page of each sentence.
  ///
  /// What a recogniser read of a picture is as much less sure as it was.
  func read(_ document: InputDocument, jobs: Int, isTraced: Bool = false) -> DocumentReading {
    var reading = read(
      name: document.name, bytes: document.bytes, jobs: jobs, date: document.date, layout: document.layout,
      isTraced: isTraced)
    reading.digest = Self.digest(of: document.source)
    reading.extractorVersion = version(for: document)
    guard !document.content.pages.isEmpty else { return reading }
    let places = StoredContent(document.content, date: nil, isDateGiven: false)
    for index in reading.claims.indices {
      guard let start = reading.claims[index].evidence?.range.lowerBound, let page = places.page(at: start)
      else { continue }
      reading.claims[index].evidence?.page = page.number
      reading.claims[index].evidence?.pageLabel = page.label
      if let recognition = page.recognition { reading.claims[index].confidence *= recognition }
    }
    return reading
  }
}
