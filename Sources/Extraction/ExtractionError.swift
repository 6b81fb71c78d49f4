/// Why an extractor could not be made.
package struct ExtractionError: Error, CustomStringConvertible {
  /// What went wrong; new codes may come.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// A line of an alias file is not a canonical name and aliases with tabs between.
    package static let badAliasLine = Code(rawValue: "bad-alias-line")
    /// A line of a frame file is not in the form that its head describes.
    package static let badFrame = Code(rawValue: "bad-frame")
    /// The judge was trained for another version of the code.
    package static let unknownFeature = Code(rawValue: "unknown-feature")
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
