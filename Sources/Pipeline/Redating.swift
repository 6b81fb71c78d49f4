package import Claims
internal import DocumentInput
package import Extraction
package import GraphStore
internal import Layout

/// Says of documents that are in a graph when they were written, and reads them again with it.
package struct Redating {
  private let graph: Graph
  private let extractor: Extractor

  package init(graph: Graph, extractor: Extractor) {
    self.graph = graph
    self.extractor = extractor
  }

  /// Sets the date of a document; nil for a date that nobody says.
  ///
  /// - Returns: what was read, or nil where no document has the name.
  /// - Throws: `GraphError`, with `badData` for a document of which no text is kept.
  package func set(
    _ date: CalendarDate?, ofDocument name: String
  ) throws(GraphError) -> (sentences: Int, claims: Int)? {
    guard try graph.text(ofDocument: name) != nil, let (content, digest) = try graph.content(ofDocument: name)
    else {
      return nil
    }
    let document = InputDocument(name: name, source: [], content: content, date: date)
    var reading = extractor.read(document, jobs: 1).kept
    reading.digest = digest
    let stored = StoredContent(content, date: date, isDateGiven: date != nil)
    let own = try graph.withoutKnownQuotations(reading, stored)
    try graph.ingest(own, content: stored)
    return (own.sentences.count, own.claims.count)
  }
}
