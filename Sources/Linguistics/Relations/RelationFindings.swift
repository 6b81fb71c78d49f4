extension RelationHead {
  /// Gathers the probabilities of a passage's pairs: the two directions of a symmetric relation become one.
  struct Findings {
    private struct Key: Hashable {
      let output, first, second: Int
    }

    private let phrases: [RelationPhrase]
    private let outputs: [Output]
    private var found: [Finding] = []
    /// The probabilities of the first directions of symmetric relations.
    private var halves: [Key: Float] = [:]

    init(phrases: [RelationPhrase], outputs: [Output]) {
      self.phrases = phrases
      self.outputs = outputs
    }

    mutating func add(_ probability: Float, output index: Int, subject: Int, object: Int) {
      let output = outputs[index]
      if !output.isSymmetric {
        if probability >= output.threshold { append(probability, output, subject, object) }
        return
      }
      let key = Key(output: index, first: min(subject, object), second: max(subject, object))
      if let other = halves.removeValue(forKey: key) {
        let mean = (probability + other) / 2
        if mean >= output.threshold { append(mean, output, key.first, key.second) }
      } else {
        halves[key] = probability
      }
    }

    private mutating func append(_ probability: Float, _ output: Output, _ subject: Int, _ object: Int) {
      let finding = Finding(
        subject: phrases[subject], object: phrases[object], relation: output.relation,
        probability: probability)
      // Two outputs may stand for one relation.
      if let known = found.lastIndex(where: {
        $0.subject == finding.subject && $0.object == finding.object && $0.relation == finding.relation
      }) {
        found[known].probability = max(found[known].probability, probability)
      } else {
        found.append(finding)
      }
    }

    /// The relations in the order of subject, object and name.
    var relations: [Finding] {
      found.sorted {
        ($0.subject.head, $0.object.head, $0.relation) < ($1.subject.head, $1.object.head, $1.relation)
      }
    }
  }
}
