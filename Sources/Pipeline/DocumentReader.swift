package import Claims
package import DocumentInput
package import Extraction

/// Reads documents with several threads; what comes out does not depend on how many.
package struct DocumentReader: Sendable {
  /// What became of one input, in the order of the inputs.
  package enum Outcome: Sendable {
    case reading(DocumentReading)
    case failure(InputError)
  }

  private let extractor: Extractor
  private let source: DocumentSource
  private let jobs: Int

  package init(extractor: Extractor, source: DocumentSource, jobs: Int) {
    self.extractor = extractor
    self.source = source
    self.jobs = jobs
  }

  /// Reads files, folders and standard input.
  package func read(_ arguments: [String], _ consume: (Outcome) throws -> Void) rethrows {
    var files = source.files(arguments)[...]
    try run(
      {
        files.popFirst().map { file in
          file.flatMap { path in Result { () throws(InputError) in try source.document(at: path) } }
        }
      }, consume)
  }

  /// Reads documents out of lines of JSON; a bad line is a failure of its own.
  package func read(jsonLines path: String, _ consume: (Outcome) throws -> Void) rethrows {
    var reader: JSONLinesReader
    do {
      reader = try JSONLinesReader(path: path, maximumLine: source.maximumLine)
    } catch {
      return try consume(.failure(error))
    }
    try run(
      {
        do throws(InputError) {
          return try reader.next().map { .success($0) }
        } catch {
          return .failure(error)
        }
      }, consume)
  }

  /// Reads what `next` gives; a large document is read by all threads, as the others would wait for it in the end.
  private func run(
    _ next: () throws -> Result<InputDocument, InputError>?, _ consume: (Outcome) throws -> Void
  ) rethrows {
    try OrderedMap.run(
      jobs: jobs, next: next,
      transform: { input, threads -> Outcome in
        switch input {
        case .success(let document):
          .reading(
            extractor.read(
              name: document.name, bytes: document.bytes, jobs: document.isLarge ? jobs : threads))
        case .failure(let error): .failure(error)
        }
      }, consume: consume)
  }
}

extension InputDocument {
  /// Whether the document takes seconds to read.
  var isLarge: Bool { bytes.count >= 1 << 18 }
}
