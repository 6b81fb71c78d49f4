import ArgumentParser
import DocumentInput
import GraphFormats
import GraphStore

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tell how likely two names mean one thing, and why.",
    discussion: """
      From 0 to 1, with what speaks for and against in log-odds. Knows no graph; `kg why` asks one. With --jsonl, each line of a file is \
      {"left": …, "right": …, "type": …} and comes back with its score.

      EXAMPLE: kg compare 'Joseph L. Votel' 'Votel, Joe' --type person
      """)

  @Argument(help: "A name, and another.")
  var names: [String] = []
  @Option(help: "What they are: person, organization, place or another type.")
  var type: String?
  @Option(
    help: ArgumentHelp("Compare the pairs of a file of JSON lines.", valueName: "file"), completion: .file())
  var jsonl: String?
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if jsonl == nil && names.count != 2 { throw ValidationError("Name two names, or a file with --jsonl.") }
    if jsonl != nil && !names.isEmpty { throw ValidationError("Name two names or a file, not both.") }
  }

  func run() throws {
    guard let jsonl else {
      return try answer.write(.comparison(names[0], names[1], NameComparison(names[0], names[1], type: type)))
    }
    var isBad = false
    for line in NamePairs.read(try DocumentSource().bytes(at: jsonl)) {
      switch line {
      case .success(let pair): try StandardOutput.write(pair.scored(type: type), as: .json)
      case .failure(let problem):
        StandardError.message("\(jsonl):\(problem.line): \(problem.reason)")
        isBad = true
      }
    }
    if isBad { throw Failure(status: .badData, nil) }
  }
}
