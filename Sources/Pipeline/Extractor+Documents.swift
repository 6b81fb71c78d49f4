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
    if let mark = Self.pageMark(of: document) {
      for index in reading.claims.indices { mark(&reading.claims[index]) }
    }
    return reading
  }

  /// The same with claims that are made later, as they are asked for.
  func pending(_ document: InputDocument, jobs: Int) -> PendingReading {
    var pending = pending(
      name: document.name, bytes: document.bytes, jobs: jobs, date: document.date, layout: document.layout)
    pending.digest = Self.digest(of: document.source)
    pending.extractorVersion = version(for: document)
    if let mark = Self.pageMark(of: document) { pending.change(mark) }
    return pending
  }

  /// Gives a claim of a document the page of its sentence; nil where the document has no pages.
  private static func pageMark(of document: InputDocument) -> (@Sendable (inout Claim) -> Void)? {
    guard !document.content.pages.isEmpty else { return nil }
    let places = StoredContent(document.content, date: nil, isDateGiven: false)
    return { claim in
      guard let start = claim.evidence?.range.lowerBound, let page = places.page(at: start) else { return }
      claim.evidence?.page = page.number
      claim.evidence?.pageLabel = page.label
      if let recognition = page.recognition { claim.confidence *= recognition }
    }
  }
}
