package import Claims
package import DocumentInput
package import Extraction

/// Reads documents with several threads; what comes out does not depend on how many.
package struct DocumentReader: Sendable {
  /// What became of one input, in the order of the inputs.
  package enum Outcome: Sendable {
    case reading(Reading)
    case failure(InputError)
  }

  /// What was read of a document.
  package enum Reading: Sendable {
    case whole(DocumentReading)
    /// A long document, whose claims together would take much memory.
    case pending(PendingReading)

    /// All at once.
    package var whole: DocumentReading {
      switch self {
      case .whole(let reading): reading
      case .pending(let pending): pending.whole
      }
    }

    /// Hands over the claims in the order of the document, of a long one sentence by sentence.
    package func forEachPart(_ body: ([Claim]) throws -> Void) rethrows {
      switch self {
      case .whole(let reading): try body(reading.claims)
      case .pending(let pending): try pending.forEachSentence(body)
      }
    }
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
      .reading(reading(of: document, jobs: stream.threads(for: document.bytes, given: threads)))
    case .failure(let error): .failure(error)
    }
  }

  private func reading(of document: InputDocument, jobs: Int) -> Reading {
    if !isTraced, stream.isLarge(document.bytes) { return .pending(extractor.pending(document, jobs: jobs)) }
    return .whole(extractor.read(document, jobs: jobs, isTraced: isTraced))
  }
}
