internal import Claims
package import DocumentInput
package import Extraction
package import GraphStore

/// Reads documents into a graph, each wholly or not at all.
package struct Ingestion {
  /// What became of one document.
  package enum Event: Sendable {
    /// The document is in the graph; `sentences` and `claims` are its own.
    case stored(document: String, outcome: IngestionOutcome, sentences: Int, claims: Int)
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
    case read(DocumentReading, DocumentOrigin)
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
    let files = stream.source.files(arguments)
    var remaining = files[...]
    try run(
      total: files.count, next: { try remaining.popFirst().map(prepared) }, shouldStop: shouldStop,
      report: report)
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
      total: nil,
      next: {
        switch reader.nextResult() {
        case .none: return nil
        case .success(let document): return try self.prepared(line: document, from: origin)
        case .failure(let error): return .failed(error)
        }
      }, shouldStop: shouldStop, report: report)
  }

  private func run(
    total: Int?, next: () throws -> Step?, shouldStop: () -> Bool,
    report: (_ event: Event, _ done: Int, _ total: Int) throws -> Void
  ) throws {
    var done = 0
    try OrderedMap.run(
      jobs: stream.jobs, weight: \.weight,
      next: { () throws -> Step? in shouldStop() ? nil : try next() },
      transform: { [extractor, stream] step, threads -> Step in
        guard case .toRead(let document, let origin) = step else { return step }
        return .read(
          extractor.read(
            name: document.name, bytes: document.bytes,
            jobs: stream.threads(for: document.bytes, given: threads), date: document.date
          ).kept, origin)
      },
      consume: { step in
        if shouldStop() { return }
        done += 1
        try report(try finish(step), done, total ?? done)
      })
  }

  private func prepared(_ file: Result<String, InputError>) throws -> Step {
    do {
      let path = try file.get()
      let origin = stream.source.origin(of: path)
      let read = try stream.source.document(at: path)
      // The same file by another spelling of its path is the same document.
      let name = try graph.documentName(from: origin) ?? read.name
      return try step(for: InputDocument(name: name, bytes: read.bytes, date: read.date), from: origin)
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
    let digest = Extractor.digest(of: document.bytes)
    let known = try graph.knownOutcome(
      name: document.name, digest: digest, extractorVersion: extractor.version(for: document.date))
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
    case .read(let reading, let origin):
      let outcome = try graph.ingest(reading, from: origin)
      return .stored(
        document: reading.document, outcome: outcome, sentences: reading.sentences.count,
        claims: reading.claims.count)
    case .failed(let error): return .failed(error)
    case .toRead(let document, _):
      return .failed(InputError(.badText, "\(document.name): was not read"))
    }
  }
}

extension DocumentSource {
  /// Where the document at a path comes from.
  fileprivate func origin(of path: String) -> DocumentOrigin {
    if path != "-" { return .file(at: path, .text) }
    return standardInputName == "-" ? .standardInput : .namedStandardInput(.text)
  }
}
