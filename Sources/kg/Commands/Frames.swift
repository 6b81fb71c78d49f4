import ArgumentParser
import DocumentInput
import Extraction
import GraphFormats
import Pipeline

struct Frames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames",
    abstract: "Show and test the frames: which words state which relation.",
    discussion: FrameHelp.text + "\n\nEXAMPLE: kg frames test my.frames",
    subcommands: [ShowFrames.self, TestFrames.self, CountFrames.self])
}

struct ShowFrames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the built-in frames of a relation, or of all.",
    discussion: "EXAMPLE: kg frames show leader > my.frames")

  @Argument(help: ArgumentHelp("A relation of the vocabulary.", valueName: "relation"))
  var relation: String?

  func run() throws {
    let text = BuiltInFrames.text(of: relation)
    if text.isEmpty, let relation {
      throw Failure(status: .usage, "no frames for a relation “\(relation)”; `kg frames show` prints all")
    }
    try StandardOutput.write(Array(text.utf8), as: .data)
  }
}

struct TestFrames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Show what each example of frame files yields.",
    discussion: """
      Prints a line for each example, ok or wrong, with the claims it yields; ends with status 1 where one is wrong.

      EXAMPLE: kg frames test my.frames
      """)

  @Argument(help: ArgumentHelp("Files of frames.", valueName: "file"), completion: .file())
  var files: [String]
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    var reading = reading
    reading.frames += files
    let outcomes = FrameCheck(extractor: try reading.extractor()).outcomes(of: Set(files))
    for outcome in outcomes { try StandardOutput.write(outcome.text) }
    let wrong = outcomes.count { !$0.isRight }
    if outcomes.isEmpty {
      throw Failure(
        status: .notFound, "no examples (lines that start with + or -) in \(files.joined(separator: ", "))")
    }
    if wrong > 0 { throw Failure(status: .notFound, "\(wrong) of \(outcomes.count) examples are wrong") }
  }
}

struct CountFrames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fired",
    abstract: "Count which rules of the frames fire in documents, and which never do.",
    discussion: """
      A rule fires where it reads a relation of two parties; what it read is kept where it becomes a claim, and not where \
      a rule of more right reads the same, the sentence says it twice or only asks it.

      EXAMPLE: kg frames fired reports/ --never
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String]
  @Flag(help: "The inputs are JSON lines, a document each.")
  var jsonl = false
  @Flag(help: "Only the rules that never fired.")
  var never = false
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let extractor = try reading.extractor()
    var count = FrameCount(rules: extractor.rules)
    let reader = DocumentReader(
      extractor: extractor, source: try reading.source(), jobs: reading.jobCount, isTraced: true)
    var firstFailure: Failure.Status?
    func consume(_ outcome: DocumentReader.Outcome) {
      switch outcome {
      case .reading(let reading): count.add(reading.whole)
      case .failure(let error):
        StandardError.message(error.message)
        if error.code != .skipped { firstFailure = firstFailure ?? Failure.status(error) }
      }
    }
    if jsonl {
      for file in files { reader.read(jsonLines: file, consume) }
    } else {
      reader.read(files, consume)
    }
    let counts = count.counts.filter { !never || $0.fired == 0 }
    try answer.write(
      .rules(
        counts.map {
          Report.RuleCount(
            place: $0.rule.place, relation: $0.rule.relation, kind: $0.rule.kind, fired: $0.fired,
            kept: $0.kept)
        }))
    if let firstFailure { throw Failure(status: firstFailure, nil) }
  }
}
