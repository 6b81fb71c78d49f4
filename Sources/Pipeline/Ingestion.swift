internal import Claims
package import DocumentInput
package import Extraction
package import GraphStore
internal import Layout

/// Reads documents into a graph, each wholly or not at all.
package struct Ingestion {
  /// What became of one document.
  package enum Event: Sendable {
    /// The document is in the graph; `sentences` and `claims` are its own, and `notes` what is to be said of its file.
    case stored(document: String, outcome: IngestionOutcome, sentences: Int, claims: Int, notes: [String])
    /// The document was known; nothing changed but perhaps its names.
    case known(document: String, outcome: IngestionOutcome)
    case failed(InputError)
  }

  private let graph: Graph
  private let extractor: Extractor
  private let stream: DocumentStream

  package init(graph: Graph, extractor: Extractor, source: DocumentSource, jobs: Int) {
    self.graph = graph
    self.extractor = extractor
    stream = DocumentStream(source: source, jobs: jobs)
  }

  private enum Step: Sendable {
    case known(String, [UInt8], IngestionOutcome, DocumentOrigin)
    case toRead(InputDocument, DocumentOrigin)
    case read(DocumentReading, StoredContent, notes: [String], DocumentOrigin)
    case failed(InputError)

    /// How many bytes of text are still to be read.
    var weight: Int { if case .toRead(let document, _) = self { document.bytes.count } else { 0 } }
  }

  /// Reads and stores the documents in order; a document that fails does not keep the others out.
  ///
  /// - Parameter shouldStop: asked before each document; what was stored until then stays.
  /// - Throws: `GraphError` when the graph cannot be written to; whatever `report` throws.
  package func run(
    _ arguments: [String], shouldStop: () -> Bool,
    report: (_ event: Event, _ done: Int, _ total: Int) throws -> Void
  ) throws {
    var queue = DocumentQueue(source: stream.source, arguments: arguments)
    try run(
      total: { queue.count }, next: { try queue.next().map(prepared) }, shouldStop: shouldStop, report: report
    )
  }

  /// Reads and stores documents that are lines of JSON, each named by its `id`; a bad line does not keep the others out.
  ///
  /// How many there are is not known before, so that `total` is what is done.
  package func run(
    jsonLines path: String, shouldStop: () -> Bool,
    report: (_ event: Event, _ done: Int, _ total: Int) throws -> Void
  ) throws {
    var reader: JSONLinesReader
    do {
      reader = try JSONLinesReader(
        path: path, maximumLine: stream.source.maximumLine, date: stream.source.date)
    } catch {
      return try report(.failed(error), 1, 1)
    }
    let origin = path == "-" ? .namedStandardInput(.lines) : DocumentOrigin.file(at: path, .lines)
    try run(
      total: { 0 },
      next: {
        switch reader.nextResult() {
        case .none: return nil
        case .success(let document): return try self.prepared(line: document, from: origin)
        case .failure(let error): return .failed(error)
        }
      }, shouldStop: shouldStop, report: report)
  }

  private func run(
    total: () -> Int, next: () throws -> Step?, shouldStop: () -> Bool,
    report: (_ event: Event, _ done: Int, _ total: Int) throws -> Void
  ) throws {
    var done = 0
    try OrderedMap.run(
      jobs: stream.jobs, weight: \.weight,
      next: { () throws -> Step? in shouldStop() ? nil : try next() },
      transform: { [extractor, stream] step, threads -> Step in
        guard case .toRead(let document, let origin) = step else { return step }
        let reading = extractor.read(document, jobs: stream.threads(for: document.bytes, given: threads)).kept
        let content = StoredContent(document.content, date: document.date, isDateGiven: document.isDateGiven)
        return .read(reading, content, notes: document.content.notes, origin)
      },
      consume: { step in
        if shouldStop() { return }
        done += 1
        try report(try finish(step), done, max(done, total()))
      })
  }

  private func prepared(_ input: Result<InputDocument, InputError>) throws -> Step {
    do {
      var document = try input.get()
      let origin = stream.source.origin(of: document)
      // The same file by another spelling of its path is the same document.
      document.name = try graph.documentName(from: origin) ?? document.name
      if !document.isDateGiven,
        let date = try graph.givenDate(ofDigest: Extractor.digest(of: document.source))
      {
        document.date = date
        document.isDateGiven = true
      }
      return try step(for: document, from: origin)
    } catch let error as GraphError where error.code == .nameTaken {
      return .failed(InputError(.nameTaken, error.message))
    } catch let error as InputError {
      return .failed(error)
    }
  }

  private func prepared(line document: InputDocument, from origin: DocumentOrigin) throws -> Step {
    do {
      return try step(for: document, from: origin)
    } catch let error as GraphError where error.code == .nameTaken {
      return .failed(InputError(.nameTaken, error.message))
    }
  }

  private func step(for document: InputDocument, from origin: DocumentOrigin) throws -> Step {
    let digest = Extractor.digest(of: document.source)
    let known = try graph.knownOutcome(
      name: document.name, digest: digest, extractorVersion: extractor.version(for: document))
    if known != .unchanged { try graph.checkReplaceable(document.name, from: origin, digest: digest) }
    return known.map { .known(document.name, digest, $0, origin) } ?? .toRead(document, origin)
  }

  private func finish(_ step: Step) throws -> Event {
    do {
      return try stored(step)
    } catch let error as GraphError where error.code == .nameTaken {
      return .failed(InputError(.nameTaken, error.message))
    }
  }

  private func stored(_ step: Step) throws -> Event {
    switch step {
    case .known(let name, let digest, let outcome, let origin):
      if case .duplicate = outcome { try graph.addName(name, digest: digest, from: origin) }
      return .known(document: name, outcome: outcome)
    case .read(let reading, let content, let notes, let origin):
      let own = try graph.withoutKnownQuotations(reading, content)
      let outcome = try graph.ingest(own, content: content, from: origin)
      return .stored(
        document: reading.document, outcome: outcome, sentences: own.sentences.count,
        claims: own.claims.count,
        notes: notes)
    case .failed(let error): return .failed(error)
    case .toRead(let document, _):
      return .failed(InputError(.badText, "\(document.name): was not read"))
    }
  }
}

extension DocumentSource {
  /// Where a document comes from.
  fileprivate func origin(of document: InputDocument) -> DocumentOrigin {
    if let path = document.path { return .file(at: path, .text, part: document.part) }
    return standardInputName == "-" ? .standardInput : .namedStandardInput(.text)
  }
}
