/// Why a gold table or a file of claims cannot be used.
package struct EvaluationError: Error, CustomStringConvertible {
  /// What went wrong; new codes may come.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// A line of a gold table is not in the form that `GoldTable` describes, or there is none.
    package static let badGold = Code(rawValue: "bad-gold")
    /// A line of a file of claims is no claim record.
    package static let badClaims = Code(rawValue: "bad-claims")
  }

  package let code: Code
  /// What is wrong, in which file and line, and what was expected.
  package let message: String
  /// The error behind this one.
  package let cause: (any Error)?

  package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  package var description: String { message }
}
