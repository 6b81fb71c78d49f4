import ArgumentParser
import Claims
import GraphStore

extension Claim.Layer: ExpressibleByArgument {}
extension Claim.Polarity: ExpressibleByArgument {}
extension Claim.Modality: ExpressibleByArgument {}

/// The option that says how sure what is told must be.
struct ConfidenceOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from \(Claim.sureConfidence) on).",
      valueName: "number"))
  var minConfidence: Double?

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be from 0 to 1.")
    }
  }

  /// Whether a claim is sure enough.
  func admits(_ claim: Claim) -> Bool { minConfidence.map { claim.confidence >= $0 } ?? claim.isSure }
}

/// The options that say which edges count, the same for every question.
struct EdgeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only edges of this relation; may be repeated.", valueName: "relation"),
    completion: .relations)
  var relation: [String] = []
  @Option(help: "Only edges of this layer; may be repeated.")
  var layer: [Claim.Layer] = []
  @Flag(help: "Leave out the open layer: only relations of the vocabulary and of imported files.")
  var canonical = false
  @Option(
    help: ArgumentHelp(
      "Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.",
      valueName: "type"), completion: .types)
  var type: [String] = []
  @Option(
    help: ArgumentHelp("Only edges with this entity at an end; may be repeated.", valueName: "name"),
    completion: .entities)
  var entity: [String] = []
  @Option(
    help: ArgumentHelp(
      "Only what this document states, or those of this folder; may be repeated.", valueName: "name"),
    completion: .documents)
  var document: [String] = []
  @Option(
    help: ArgumentHelp(
      "Only what this entity says, as a source or in its own turn; may be repeated.", valueName: "name"),
    completion: .entities)
  var saidBy: [String] = []
  @Flag(help: "Only what a text ascribes to a source.")
  var attributed = false
  @OptionGroup var confidence: ConfidenceOption
  @Option(
    help: ArgumentHelp("Only edges true on this day, month or year (2001-09-10) or later.", valueName: "date")
  )
  var since: String?
  @Option(help: ArgumentHelp("Only edges true on this day, month or year or earlier.", valueName: "date"))
  var until: String?

  func validate() throws {
    if TimeSpan(since: since, until: until) == nil {
      throw ValidationError(
        "--since and --until take a year, a month or a day (2001, 2001-09, 2001-09-10), the earlier one first."
      )
    }
  }

  private var time: TimeSpan? { since == nil && until == nil ? nil : TimeSpan(since: since, until: until) }

  /// The filter, its names looked up in the graph.
  ///
  /// - Parameters:
  ///   - layers: those that count where none is named.
  ///   - doubt: which polarities and modalities count.
  func filter(
    in graph: Graph, layers: [Claim.Layer] = [], doubt: DoubtOptions? = nil
  ) throws -> EdgeFilter {
    try graph.checkTypes(type)
    var filter = EdgeFilter()
    filter.onlySure = true
    filter.relations = relation
    filter.layers = !layer.isEmpty ? layer : canonical ? .vocabulary : layers
    filter.types = type
    filter.entities = try entity.map { try graph.entity(named: $0).entity }
    filter.documents = document
    filter.speakers = try saidBy.map { try graph.entity(named: $0).entity }
    filter.isAttributed = attributed
    filter.minimumConfidence = confidence.minConfidence
    filter.time = time
    filter.polarities = doubt?.polarity ?? []
    filter.modalities = doubt?.modality ?? []
    return filter
  }
}

/// The options that say whether the texts state, deny or doubt it.
struct DoubtOptions: ParsableArguments {
  @Option(help: "Only what the texts state (positive) or deny (negative).")
  var polarity: [Claim.Polarity] = []
  @Option(
    help: "Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.")
  var modality: [Claim.Modality] = []
}

extension [Claim.Layer] {
  /// All but the open layer.
  static let vocabulary: [Claim.Layer] = [.canonical, .imported]
}
