extension Claim {
  /// The least confidence of a canonical claim that is drawn where nobody asks otherwise.
  ///
  /// `make -C Training judge` writes the number with the judge that it holds for: where nine in ten of the edges that are drawn are right
  /// in texts that the judge had not learnt from, unless that costs too much of what the texts say (Training/README.md has the figures).
  package static let sureConfidence = 0.5

  /// Whether a claim of a layer is drawn where nobody asks otherwise: the judge speaks of canonical claims alone.
  package static func isSure(_ confidence: Double, layer: Layer) -> Bool {
    layer != .canonical || confidence >= sureConfidence
  }

  /// Whether it is drawn where nobody asks otherwise.
  package var isSure: Bool { Self.isSure(confidence, layer: layer) }
}
