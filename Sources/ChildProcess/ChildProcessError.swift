#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An error in running another program: what happened.
package struct ChildProcessError: Error, Sendable {
  /// What kind of error it is.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// It cannot be started or read from.
    package static let system = Code(rawValue: "system")
    /// It took more time than it may.
    package static let tooLong = Code(rawValue: "too-long")
    /// It printed more than it may.
    package static let tooMuch = Code(rawValue: "too-much")
    /// All programs were to end.
    package static let interrupted = Code(rawValue: "interrupted")
    /// What it printed is not what it should print.
    package static let badOutput = Code(rawValue: "bad-output")
  }

  package let code: Code
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  static func system(_ what: String, _ number: Int32) -> ChildProcessError {
    ChildProcessError(.system, "\(what): \(String(cString: strerror(number)))")
  }
}
