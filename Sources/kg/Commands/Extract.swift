import ArgumentParser
import Claims
import DocumentInput
import GraphFormats
import Layout
import Pipeline

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the claims of documents, without a graph.",
    discussion: """
      One JSON object a line, in the order of the documents, whatever the number of jobs. With --jsonl the inputs are \
      lines of JSON, {"id": …, "text": …}, with a "date" where one is known, and a bad line is reported with its number and skipped.

      The confidence of a claim whose relation is of the vocabulary is calibrated: of those at 0.9 about nine in ten are right. \
      Claims less sure than --min-confidence are left out; --all prints every one, as a graph keeps them.

      With --format text: the text of the documents as it is read, with what is no running text named before each line of it, and the \
      page where one starts.

      EXAMPLE: kg extract report.txt --format jsonl | jq -r '[.subject.name, .relation, .object.name] | @tsv'
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, text }

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String]
  @Flag(help: "The inputs are JSON lines, a document each.")
  var jsonl = false
  @Flag(help: "Add to each claim how it was read, as “origin”: what proposed it, and by which words.")
  var explain = false
  @Option(help: "How to write the claims.")
  var format: Format = .jsonl
  @Flag(
    help:
      "After the claims of each document, a line on the document: its parties and what it adds to the edges of a graph, or why it could not be read."
  )
  var summaries = false
  @OptionGroup var confidence: ConfidenceOption
  @Flag(help: "Print every claim, however unsure, as ingest keeps them.")
  var all = false
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if all, confidence.minConfidence != nil {
      throw ValidationError("--all and --min-confidence do not go together.")
    }
  }

  func run() throws {
    Signals.endChildren()
    if format == .text { return try printTexts() }
    let reader = DocumentReader(
      extractor: try reading.extractor(), source: try reading.source(), jobs: reading.jobCount)
    var firstFailure: Failure.Status?
    func consume(_ outcome: DocumentReader.Outcome) throws {
      switch outcome {
      case .reading(let reading): try print(reading)
      case .failure(let error) where summaries && error.code != .skipped:
        var json = JSONWriter()
        json.summary(error: error.advice)
        json.endLine()
        try StandardOutput.write(json.bytes, as: .json)
      case .failure(let error):
        StandardError.message(error.advice)
        if error.code != .skipped { firstFailure = firstFailure ?? Failure.status(error) }
      }
    }
    if jsonl {
      for file in files { try reader.read(jsonLines: file, consume) }
    } else {
      try reader.read(files, consume)
    }
    if let firstFailure { throw Failure(status: firstFailure, nil) }
  }

  /// Prints the claims of a document, of a long one as they are made.
  private func print(_ reading: DocumentReader.Reading) throws {
    var json = JSONWriter()
    let reading = summaries ? .whole(reading.whole) : reading
    try reading.forEachPart { claims in
      for claim in claims where all ? claim.isKept : confidence.admits(claim) {
        json.claim(claim, isExplained: explain)
        json.endLine()
      }
      guard json.bytes.count >= Self.pieceSize else { return }
      try StandardOutput.write(json.bytes, as: .json)
      json = JSONWriter()
    }
    if summaries {
      json.summary(of: reading.whole)
      json.endLine()
    }
    try StandardOutput.write(json.bytes, as: .json)
  }

  /// Claims are written once there are so many bytes of them.
  private static let pieceSize = 1 << 16

  /// Prints what the files hold, without reading claims.
  private func printTexts() throws {
    if jsonl { throw ValidationError("--format text takes files, not JSON lines.") }
    let source = try reading.source()
    var firstFailure: Failure.Status?
    func fail(_ error: InputError) {
      StandardError.message(error.message)
      if error.code != .skipped { firstFailure = firstFailure ?? Failure.status(error) }
    }
    for file in source.files(files) {
      do {
        for document in try source.documents(at: file.get()) {
          switch document {
          case .success(let document):
            for note in document.content.notes { StandardError.message("\(document.name): \(note)") }
            try StandardOutput.write(document.content.marked, as: .data)
          case .failure(let error): fail(error)
          }
        }
      } catch let error as InputError {
        fail(error)
      }
    }
    if let firstFailure { throw Failure(status: firstFailure, nil) }
  }
}
