import ArgumentParser
import Claims
import DocumentInput
import Extraction
import GraphFormats
import GraphStore
import Pipeline

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell how an entity's claims were read, or those of a text.",
    discussion: """
      For each claim: the rule or model that proposed it, the words that fill its roles, for whom a pronoun or description \
      was taken and why, and the words that gave polarity, modality and source. With --text or --file, which ask no graph, \
      also what was considered and dropped, and why.

      EXAMPLE: kg explain Qatar Taliban
      EXAMPLE: kg explain --text "Norway refused to support Sweden."
      """)

  @Argument(help: "The name of an entity, or #identifier.")
  var name: String?
  @Argument(help: "Another, to see only what ties the two.")
  var other: String?
  @Option(help: ArgumentHelp("A text to read in place of a graph.", valueName: "text"))
  var text: String?
  @Option(
    help: ArgumentHelp("A document to read in place of a graph; may be repeated.", valueName: "file"),
    completion: .file())
  var file: [String] = []
  @OptionGroup var limit: LimitOption
  @OptionGroup var graph: GraphOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if (name == nil) == (text == nil && file.isEmpty) {
      throw ValidationError("Name an entity of the graph, or give a text with --text or --file.")
    }
  }

  func run() throws {
    if let name { return try explain(name) }
    let readings = try readings()
    try answer.write(.explanation(readings, shown: limit.rows(for: answer.format)))
  }

  private func explain(_ name: String) throws {
    let graph = try graph.open(.read)
    let entity = try graph.entity(named: name)
    let second = try other.map { try graph.entity(named: $0) }
    let claims = try graph.claims(involving: entity.entity, and: second?.entity, withOrigins: true)
    if claims.isEmpty {
      let names = [entity.name.name, second?.name.name].compactMap { $0.map(Quoting.quoted) }
      throw Failure(
        status: .notFound, "no sentence states a relation of \(names.joined(separator: " and "))")
    }
    try answer.write(.explanation(claims, shown: limit.rows(for: answer.format)))
  }

  private func readings() throws -> [DocumentReading] {
    let extractor = try reading.extractor()
    var readings: [DocumentReading] = []
    if let text {
      readings.append(
        extractor.read(name: "text", bytes: Array(text.utf8), date: try reading.source().date, isTraced: true)
      )
    }
    let reader = DocumentReader(
      extractor: extractor, source: try reading.source(), jobs: reading.jobCount, isTraced: true)
    try reader.read(file) { outcome in
      switch outcome {
      case .reading(let reading): readings.append(reading.whole)
      case .failure(let error): throw error
      }
    }
    return readings
  }
}
