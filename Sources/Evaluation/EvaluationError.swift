/// Why a gold table or a file of claims cannot be used.
package struct EvaluationError: Error, CustomStringConvertible {
  /// What went wrong; new codes may come.
  package struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Value { case badGold, badClaims }
    private let value: Value

    /// A line of a gold table is not in the form that `GoldTable` describes, or there is none.
    package static let badGold = Code(value: .badGold)
    /// A line of a file of claims is no claim record.
    package static let badClaims = Code(value: .badClaims)

    package var description: String {
      switch value {
      case .badGold: "bad gold table"
      case .badClaims: "bad claims"
      }
    }
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
