/// Why an extractor could not be made.
package struct ExtractionError: Error, CustomStringConvertible {
  /// What went wrong; new codes may come.
  package struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Value { case badAliasLine, badFrame, unknownFeature }
    private let value: Value

    /// A line of an alias file is not a canonical name and aliases with tabs between.
    package static let badAliasLine = Code(value: .badAliasLine)
    /// A line of a frame file is not in the form that its head describes.
    package static let badFrame = Code(value: .badFrame)
    /// The judge was trained for another version of the code.
    package static let unknownFeature = Code(value: .unknownFeature)

    package var description: String {
      switch value {
      case .badAliasLine: "bad alias line"
      case .badFrame: "bad frame"
      case .unknownFeature: "unknown feature"
      }
    }
  }

  package let code: Code
  /// What is wrong, where, and what was expected.
  package let message: String
  /// The error behind this one.
  package let cause: (any Error)?

  package init(code: Code, message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  package var description: String { cause.map { "\(message): \($0)" } ?? message }
}
