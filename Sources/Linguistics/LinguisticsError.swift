/// An error of the analysis: what happened, and what to do next.
package struct LinguisticsError: Error, Sendable, CustomStringConvertible {
  /// What kind of error it is.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// The model that is part of the binary is missing or damaged.
    package static let damagedModel = Code(rawValue: "damaged-model")
    /// The file of a model cannot be read.
    package static let unreadableModel = Code(rawValue: "unreadable-model")
    /// The file of a model is damaged, or is none of this version.
    package static let badModelFile = Code(rawValue: "bad-model-file")
    /// The input is no CoNLL-U.
    package static let badCoNLLU = Code(rawValue: "bad-conllu")
  }

  package let code: Code
  package let message: String
  package let cause: (any Error)?

  package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  package var description: String { message }
}
