import ArgumentParser
import DocumentInput
import Linguistics
import Pipeline

struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print the linguistic analysis of documents as CoNLL-U.",
    discussion: """
      A line a word, a blank line after each sentence, in the order of the documents, whatever the number of jobs. With \
      --pretokenized the inputs are CoNLL-U, whose documents, sentences and words are kept, and whose other columns are \
      ignored. With --jsonl they are lines of JSON, {"id": …, "text": …}. A bad line or document is reported with its \
      number and skipped.

      EXAMPLE: kg analyze report.txt --format conllu | grep -v '^#' | cut -f 2
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case conllu }

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String]
  @Flag(help: "The inputs are JSON lines, a document each.")
  var jsonl = false
  @Flag(help: "The inputs are CoNLL-U; keep its sentences and words.")
  var pretokenized = false
  @Option(help: "How to write the analysis.")
  var format: Format = .conllu
  @OptionGroup var input: InputOptions

  func validate() throws {
    if jsonl && pretokenized { throw ValidationError("--jsonl and --pretokenized exclude each other.") }
  }

  func run() throws {
    let analysis = try AnalysisStream(
      source: input.source, model: input.readingModel().withoutRelations(), jobs: input.jobCount)
    var firstFailure: Failure.Status?
    func consume(_ outcome: AnalysisStream.Outcome) throws {
      switch outcome {
      case .analysis(let bytes): try StandardOutput.write(bytes, as: .data)
      case .failure(let error):
        StandardError.message(error.advice)
        if error.code != .skipped { firstFailure = firstFailure ?? Failure.status(error) }
      }
    }
    if pretokenized {
      try analysis.analyse(pretokenized: files, consume)
    } else if jsonl {
      for file in files { try analysis.analyse(jsonLines: file, consume) }
    } else {
      try analysis.analyse(files, consume)
    }
    if let firstFailure { throw Failure(status: firstFailure, nil) }
  }
}
