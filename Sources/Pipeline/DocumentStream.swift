internal import DocumentInput

/// Gives documents to several threads and takes the results in the order of the documents.
struct DocumentStream: Sendable {
  let source: DocumentSource
  /// The number of threads.
  let jobs: Int

  init(source: DocumentSource, jobs: Int) {
    self.source = source
    self.jobs = min(max(1, jobs), Self.mostThreads)
  }

  /// Each thread holds documents in memory; more of them than this are of use on no machine.
  private static let mostThreads = 512

  private static func weight(_ document: Result<InputDocument, InputError>) -> Int {
    (try? document.get().bytes.count) ?? 0
  }

  /// How many threads are to read a document: all of them where it is large, as the others would wait for it in the end.
  func threads(for bytes: [UInt8], given threads: Int) -> Int {
    isLarge(bytes) ? jobs : threads
  }

  /// Whether a document takes so long, and so much room, that it is read for itself.
  func isLarge(_ bytes: [UInt8]) -> Bool { bytes.count >= Self.largeDocument }

  /// A document of so many bytes takes seconds to read.
  private static let largeDocument = 1 << 18

  /// Maps files, folders and standard input.
  func map<Output: Sendable>(
    files arguments: [String],
    _ transform: @Sendable (_ document: Result<InputDocument, InputError>, _ threads: Int) -> Output,
    _ consume: (Output) throws -> Void
  ) rethrows {
    var queue = DocumentQueue(source: source, arguments: arguments)
    try OrderedMap.run(
      jobs: jobs, weight: Self.weight, next: { queue.next() }, transform: transform, consume: consume)
  }

  /// Maps documents out of lines of JSON; a bad line is a failure of its own.
  func map<Output: Sendable>(
    jsonLines path: String,
    _ transform: @Sendable (_ document: Result<InputDocument, InputError>, _ threads: Int) -> Output,
    _ consume: (Output) throws -> Void
  ) rethrows {
    var reader: JSONLinesReader
    do {
      reader = try JSONLinesReader(path: path, maximumLine: source.maximumLine, date: source.date)
    } catch {
      return try consume(transform(.failure(error), 1))
    }
    try OrderedMap.run(
      jobs: jobs, weight: Self.weight,
      next: { reader.nextResult() }, transform: transform, consume: consume)
  }
}
