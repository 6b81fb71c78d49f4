/// Holds the answers of several stores to the same questions against each other.
package struct AnswerComparison {
  /// A question that stores answer differently.
  package struct Disagreement: Hashable, Sendable {
    package let question: String
    /// Which stores gave which answer, both in the order of bytes.
    package let stores: [String: [String]]
  }

  /// What is wrong with a line of answers.
  package struct Failure: Error, CustomStringConvertible, Sendable {
    package let description: String
  }

  private var answers: [String: [String: Set<String>]] = [:]
  /// How many different questions each store answered.
  package private(set) var answered: [String: Int] = [:]

  package init() {}

  /// Adds what a store printed: lines of kind, question, pass, nanoseconds, nanoseconds of processor, answer.
  package mutating func add(_ output: String, from store: String) throws(Failure) {
    for line in output.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 6 else {
        throw Failure(description: "\(store) printed \(line), which is no answer")
      }
      let question = "\(fields[0]) \(fields[1])"
      let isNew = answers[question]?.values.contains { $0.contains(store) } != true
      if isNew { answered[store, default: 0] += 1 }
      // Two passes of one store that differ are a disagreement too.
      answers[question, default: [:]][String(fields[5]), default: []].insert(store)
    }
  }

  /// How many questions two stores or more answered.
  package var shared: Int {
    answers.values.count { $0.values.reduce(into: Set()) { $0.formUnion($1) }.count > 1 }
  }

  /// The questions without one answer, in the order of bytes.
  package func disagreements() -> [Disagreement] {
    answers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { question, given in
      Disagreement(question: question, stores: given.mapValues { $0.sorted() })
    }
  }
}
