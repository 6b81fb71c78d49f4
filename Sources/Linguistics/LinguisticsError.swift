/// Why a text could not be analysed: what happened, and what to do next.
package struct LinguisticsError: Error, CustomStringConvertible {
  /// What went wrong; new codes may come.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// Weights that were built into the binary are not what they should be.
    package static let damagedModel = Code(rawValue: "damaged-model")
    /// A line of CoNLL-U is not as the format wants it.
    package static let badCoNLLU = Code(rawValue: "bad-conllu")
  }

  package let code: Code
  package let message: String
  /// The error behind this one.
  package let cause: (any Error)?

  package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  package var description: String { cause.map { "\(message): \($0)" } ?? message }
}
