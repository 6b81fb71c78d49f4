import ArgumentParser
import Claims
import DocumentInput
import Evaluation
import Pipeline

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Score the claims of a document against a gold table.",
    discussion: """
      A gold table has a line a row, with tabs between: id, tier, subject, relation, object, polarity, modality, cue; | stands \
      between what is accepted. Tiers: core, what any reader would say; more, what takes more than the sentence; not, a trap. \
      A line =, tab, A|B makes names equivalent; # starts a comment. A table rarely holds all that a document says, so the \
      precision is a lower bound: --extra lists the claims that are in no row.

      EXAMPLE: kg eval gold.tsv report.txt --misses
      """)

  @Argument(
    help: ArgumentHelp("The gold table, or - for standard input.", valueName: "gold"), completion: .file())
  var gold: String
  @Argument(
    help: ArgumentHelp("The document, or - for standard input.", valueName: "document"), completion: .file())
  var document: String?
  @Option(
    help: ArgumentHelp(
      "Score these claims, as extract prints them, instead of reading a document.", valueName: "file"),
    completion: .file())
  var claims: String?
  @Flag(help: "List the rows that no claim states.")
  var misses = false
  @Flag(help: "List the canonical claims that are in no row.")
  var extra = false
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if (document == nil) == (claims == nil) {
      throw ValidationError("Give a document to read, or --claims with the claims of one.")
    }
    if gold == "-", document == "-" || claims == "-" {
      throw ValidationError("Only one of the files can be standard input.")
    }
  }

  func run() throws {
    let table = try GoldTable(name: gold, bytes: reading.input.source.bytes(at: gold))
    let evaluation = Evaluation(of: try found(), against: table)
    try answer.write(evaluation.report(listsMisses: misses, listsExtra: extra))
  }

  private func found() throws -> [Claim] {
    if let claims { return try ClaimFile.claims(name: claims, bytes: reading.input.source.bytes(at: claims)) }
    guard let document else { return [] }
    var found: [Claim] = []
    let reader = DocumentReader(
      extractor: try reading.extractor(), source: try reading.source(), jobs: reading.jobCount)
    try reader.read([document]) { outcome in
      switch outcome {
      case .reading(let reading): found += reading.claims
      case .failure(let error): throw error
      }
    }
    return found
  }
}
