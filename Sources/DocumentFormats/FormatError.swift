internal import ChildProcess

/// An error in reading a file of some format: what happened, and what to do next.
package struct FormatError: Error, Sendable {
  /// What kind of error it is.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// It is of a format that is not read.
    package static let unknownFormat = Code(rawValue: "unknown-format")
    /// The file is not what its format asks for.
    package static let damaged = Code(rawValue: "damaged")
    /// It needs more memory, time or depth than a document may.
    package static let tooLarge = Code(rawValue: "too-large")
    /// It cannot be read without its password.
    package static let encrypted = Code(rawValue: "encrypted")
    /// It holds no text.
    package static let empty = Code(rawValue: "empty")
    /// A program that reads it is not installed.
    package static let missingProgram = Code(rawValue: "missing-program")
    /// A program that reads it failed.
    package static let failedProgram = Code(rawValue: "failed-program")
    /// The work was interrupted.
    package static let interrupted = Code(rawValue: "interrupted")
  }

  package let code: Code
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ error: ChildProcessError) {
    let code: Code =
      switch error.code {
      case .interrupted: .interrupted
      case .tooLong, .tooMuch: .tooLarge
      default: .failedProgram
      }
    self.init(code, error.message)
  }

  static func damaged(_ what: String) -> FormatError { FormatError(.damaged, what) }
}
