internal import Linguistics

/// Says how likely a proposed claim is right, by trees that `make -C Training judge` grows on exhaustively annotated texts.
struct ClaimJudge: Sendable {
  private let forest: DecisionForest
  /// For each feature of the forest the place in a row, or nil for the relation's prior.
  private let places: [Int?]

  /// The judge that is part of the binary.
  ///
  /// - Throws: `LinguisticsError.damagedModel`; `ExtractionError.unknownFeature` for a judge of another version of the code.
  static func embedded() throws -> ClaimJudge { try ClaimJudge(.embeddedJudge()) }

  init(_ forest: DecisionForest) throws {
    self.forest = forest
    let known = Dictionary(
      uniqueKeysWithValues: ClaimFeature.names.enumerated().map { ($0.element, $0.offset) })
    places = try forest.features.map { name in
      if name == Self.priorFeature { return nil }
      guard let place = known[name] else {
        throw ExtractionError(
          code: .unknownFeature,
          message:
            "the judge asks for “\(name)”, which nothing tells; train it anew with `make -C Training judge`")
      }
      return place
    }
  }

  /// How often claims of the relation are right, as the training saw it.
  static let priorFeature = "relationPrior"

  /// What tells this judge from others: its version and the digest of what it learnt from.
  var version: String { (forest.metadata["version"] ?? "") + (forest.metadata["data"] ?? "") }

  /// From 0 to 1; calibrated, so that of the claims at 0.9 about nine in ten are right.
  func probability(_ row: ClaimFeatureRow, relation: String) -> Double {
    let values = row.values
    let prior = forest.priors[relation] ?? forest.prior
    return forest.probability(places.map { $0.map { values[$0] } ?? prior })
  }
}
