import ArgumentParser
import Extraction

struct Frames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames",
    abstract: "Show and test the frames: which words state which relation.",
    discussion: FrameHelp.text + "\n\nEXAMPLE: kg frames test my.frames",
    subcommands: [ShowFrames.self, TestFrames.self])
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
