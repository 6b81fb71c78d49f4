package import Claims

extension Extractor {
  /// A canonical claim with what the judge decides it by.
  package struct JudgeExample: Sendable {
    package let claim: Claim
    /// One for each of `judgeFeatures`.
    package let values: [Float]
  }

  /// The names of the values of a judge's examples.
  package static var judgeFeatures: [String] { ClaimFeature.names }

  /// What a judge learns from: the canonical claims of a document, in the order of its reading.
  package func judgeExamples(name: String, bytes: [UInt8]) -> [JudgeExample] {
    var examples: [JudgeExample] = []
    _ = read(analysis(of: bytes), name: name, digest: Self.digest(of: bytes)) { claim, row in
      examples.append(JudgeExample(claim: claim, values: row.values))
    }
    return examples
  }
}
