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
  private let stream: DocumentStream
  private let isTraced: Bool

  /// - Parameter isTraced: whether each reading tells what was considered and dropped.
  package init(extractor: Extractor, source: DocumentSource, jobs: Int, isTraced: Bool = false) {
    self.isTraced = isTraced
    self.extractor = extractor
    stream = DocumentStream(source: source, jobs: jobs)
  }

  /// Reads files, folders and standard input.
  package func read(_ arguments: [String], _ consume: (Outcome) throws -> Void) rethrows {
    try stream.map(files: arguments, outcome, consume)
  }

  /// Reads documents out of lines of JSON; a bad line is a failure of its own.
  package func read(jsonLines path: String, _ consume: (Outcome) throws -> Void) rethrows {
    try stream.map(jsonLines: path, outcome, consume)
  }

  @Sendable private func outcome(of input: Result<InputDocument, InputError>, threads: Int) -> Outcome {
    switch input {
    case .success(let document):
      .reading(
        extractor.read(
          document, jobs: stream.threads(for: document.bytes, given: threads), isTraced: isTraced))
    case .failure(let error): .failure(error)
    }
  }
}
