/// An error in reading a graph file: what happened and where, and what to do next.
package struct GraphFileError: Error, Sendable, CustomStringConvertible {
  /// What kind of error it is.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// There is no such file.
    package static let notFound = Code(rawValue: "not-found")
    /// The file is there but cannot be read.
    package static let unreadable = Code(rawValue: "unreadable")
    /// The file is not what its format asks for.
    package static let badData = Code(rawValue: "bad-data")
    /// A row of the file is wrong, which could be left out.
    package static let badRow = Code(rawValue: "bad-row")
    /// What the file is cannot be told from its first line.
    package static let unknownFormat = Code(rawValue: "unknown-format")
    /// Which columns of a table, or attributes of a graph, hold subject, relation and object cannot be told.
    package static let unknownColumns = Code(rawValue: "unknown-columns")
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

/// A row that cannot be taken.
package struct BadRow: Sendable {
  /// The line on which it starts, from 1.
  package let line: Int
  /// Why, in words that follow the file's name and line.
  package let reason: String
  /// The row as it stands, without its line break.
  package let bytes: [UInt8]
}

extension BadRow {
  /// The row for a file of rejects: file, line, reason and, behind the last tab, the row as it stands.
  package func record(of file: String) -> [UInt8] {
    Array("\(file)\t\(line)\t\(reason)\t".utf8) + bytes + [UInt8(ascii: "\n")]
  }
}
