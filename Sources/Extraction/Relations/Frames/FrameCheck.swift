internal import Claims

/// Runs the examples and counter-examples of frame files.
package struct FrameCheck: Sendable {
  /// What a sentence of a frame file yields.
  package struct Outcome: Sendable {
    package let example: FrameExample
    /// "subject | object" of each positive and certain claim of the relation that was read, sorted.
    package let found: [String]
    /// Whether what was read is what the example asks for.
    package let isRight: Bool
  }

  private let extractor: Extractor

  package init(extractor: Extractor) { self.extractor = extractor }

  /// The outcomes of the examples in the files of those names, or of all, in the order of the files.
  package func outcomes(of files: Set<String>? = nil) -> [Outcome] {
    extractor.examples.filter { files?.contains($0.file) ?? true }.map(outcome)
  }

  private func outcome(of example: FrameExample) -> Outcome {
    let claims = extractor.read(name: "example", bytes: Array(example.sentence.utf8)).claims
      .filter { $0.relation == example.relation && $0.method == .frame && $0.makesEdge }
    let isSymmetric = extractor.isSymmetric(example.relation)
    func key(_ subject: String, _ object: String) -> String {
      isSymmetric && object < subject ? "\(object) | \(subject)" : "\(subject) | \(object)"
    }
    let found = Set(claims.map { key($0.subject.name, $0.object.name) })
    let expected = example.expected.map { pair in
      let ends = pair.split(separator: "|").map { Self.trimmed($0) }
      return key(ends[0], ends[1])
    }
    let said = Set(claims.map { "\($0.subject.name) | \($0.object.name)" }).sorted()
    return Outcome(example: example, found: said, isRight: found == Set(expected))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
