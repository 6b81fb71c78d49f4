import ArgumentParser
import Claims
import DocumentInput
import Evaluation
import FoundationEssentials
import Pipeline

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract:
      "Score the claims of a document against a gold table, or of a folder of documents against theirs.",
    discussion: """
      A gold table has a line a row, with tabs between: id, tier, subject, relation, object, polarity, modality, cue; | stands \
      between what is accepted. Tiers: core, what any reader would say; more, what takes more than the sentence; also, right \
      where it is claimed, but nobody would miss it; not, a trap. \
      A line =, tab, A|B makes names equivalent; # starts a comment. A table rarely holds all that a document says, so the \
      precision is a lower bound: --extra lists the claims that are in no row.

      A folder holds texts, NAME.txt, each with an exhaustive table, NAME.tsv, beside it. Then a claim in no row of core, more or also \
      is wrong, and the figures are by kind of text (the first word of its name) and relation, with how many of the claims \
      of each confidence are right; that table takes in the unsure ones, all others what --min-confidence lets through.

      EXAMPLE: kg eval gold.tsv report.txt --misses
      """)

  @Argument(
    help: ArgumentHelp(
      "The gold table, or - for standard input; or a folder of tables and texts.", valueName: "gold"),
    completion: .file())
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
  @OptionGroup var confidence: ConfidenceOption
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var reading: ReadingOptions

  private var isFolder: Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: gold, isDirectory: &isFolder) && isFolder
  }

  func validate() throws {
    if isFolder {
      guard document == nil, claims == nil else {
        throw ValidationError("A folder holds its documents; give no other document and no --claims.")
      }
      return
    }
    if (document == nil) == (claims == nil) {
      throw ValidationError("Give a document to read, or --claims with the claims of one.")
    }
    if gold == "-", document == "-" || claims == "-" {
      throw ValidationError("Only one of the files can be standard input.")
    }
  }

  func run() throws {
    if isFolder { return try runOnFolder() }
    let table = try GoldTable(name: gold, bytes: reading.input.source.bytes(at: gold))
    let evaluation = Evaluation(of: try found(), against: table)
    try answer.write(evaluation.report(listsMisses: misses, listsExtra: extra))
  }

  private func runOnFolder() throws {
    let texts = try reading.input.source.files([gold]).map { try $0.get() }.filter {
      FileManager.default.fileExists(atPath: Self.table(ofText: $0))
    }
    if texts.isEmpty {
      throw InputError(
        .notFound, "\(gold): no text with a table beside it (NAME.txt with NAME.tsv) in this folder")
    }
    var evaluation = CorpusEvaluation()
    let reader = DocumentReader(
      extractor: try reading.extractor(), source: try reading.source(), jobs: reading.jobCount)
    try reader.read(texts) { outcome in
      switch outcome {
      case .reading(let reading):
        let found = reading.whole
        let table = Self.table(ofText: found.document)
        evaluation.add(
          text: found.document, claims: found.claims,
          table: try GoldTable(name: table, bytes: self.reading.input.source.bytes(at: table)),
          isDrawn: confidence.admits)
      case .failure(let error): throw error
      }
    }
    try answer.write(evaluation.report(listsMisses: misses, listsExtra: extra))
  }

  /// The path of the table beside a text.
  private static func table(ofText path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path + ".tsv" }
    return path[..<dot] + ".tsv"
  }

  private func found() throws -> [Claim] {
    if let claims {
      // Who printed them has chosen among them already.
      return try ClaimFile.claims(name: claims, bytes: reading.input.source.bytes(at: claims)).filter {
        $0.confidence >= confidence.minConfidence ?? 0
      }
    }
    guard let document else { return [] }
    var found: [Claim] = []
    let reader = DocumentReader(
      extractor: try reading.extractor(), source: try reading.source(), jobs: reading.jobCount)
    try reader.read([document]) { outcome in
      switch outcome {
      case .reading(let reading): found += reading.whole.claims.filter(confidence.admits)
      case .failure(let error): throw error
      }
    }
    return found
  }
}
