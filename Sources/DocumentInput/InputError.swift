/// An error in finding or reading a document: what happened, and what to do next.
package struct InputError: Error, Sendable, CustomStringConvertible {
  /// What kind of error it is.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// There is no such file, or nothing in the folder.
    package static let notFound = Code(rawValue: "not-found")
    /// The file is there but cannot be read.
    package static let unreadable = Code(rawValue: "unreadable")
    /// What the file holds is not a text.
    package static let badText = Code(rawValue: "bad-text")
    /// It needs a program that is not installed.
    package static let missingProgram = Code(rawValue: "missing-program")
    /// A line is longer than may be read.
    package static let lineTooLong = Code(rawValue: "line-too-long")
    /// A link in a folder leads out of it and was not named: nothing failed.
    package static let skipped = Code(rawValue: "skipped")
    /// Its name is that of another document.
    package static let nameTaken = Code(rawValue: "name-taken")
    /// The work was interrupted.
    package static let interrupted = Code(rawValue: "interrupted")
  }

  package let code: Code
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { message }
}
