package import SQLite

/// An error of the graph store: what happened, and what to do next.
package struct GraphError: Error, Sendable, CustomStringConvertible {
  /// What kind of error it is.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// There is no file at the path.
    package static let noGraph = Code(rawValue: "no-graph")
    /// The file is not a graph, or damaged.
    package static let badGraph = Code(rawValue: "bad-graph")
    /// The graph was made by a newer version.
    package static let newerGraph = Code(rawValue: "newer-graph")
    /// The graph was made by an older version, and has to be brought up to this one.
    package static let olderGraph = Code(rawValue: "older-graph")
    /// The file cannot be made or written to.
    package static let cannotWrite = Code(rawValue: "cannot-write")
    /// Another process has the graph locked, and went on having it for longer than was waited.
    package static let busy = Code(rawValue: "busy")
    /// Reading or writing failed: a full disk, an input or output error.
    package static let inputOutput = Code(rawValue: "input-output")
    /// The work was interrupted.
    package static let interrupted = Code(rawValue: "interrupted")
    /// What was to be stored breaks a rule of the store.
    package static let badData = Code(rawValue: "bad-data")
    /// A relation that neither the vocabulary nor the graph knows.
    package static let unknownRelation = Code(rawValue: "unknown-relation")
    /// A question in a language of questions that says nothing, or nothing that may be asked.
    package static let badQuestion = Code(rawValue: "bad-question")
    /// A question took longer than it may.
    package static let tooLong = Code(rawValue: "too-long")
    /// A document that the graph does not have.
    package static let unknownDocument = Code(rawValue: "unknown-document")
    /// A name is that of a document from another place.
    package static let nameTaken = Code(rawValue: "name-taken")
    /// More was asked for than the form of the answer can hold.
    package static let tooLarge = Code(rawValue: "too-large")
    /// A judgement contradicts another, or is about nothing that is there.
    package static let refused = Code(rawValue: "refused")
    /// Something that should not happen.
    package static let `internal` = Code(rawValue: "internal")
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

  /// Says in a user's words what SQLite's error means for the graph at `path`.
  package init(_ error: SQLiteError, path: String) {
    switch error.code.primary {
    case .notADatabase:
      self.init(
        .badGraph, "\(path) is not a kg graph (no SQLite database); name another file", cause: error)
    case .corrupt, .tooBig, .mismatch: self.init(damage: error, path: path)
    case .error where error.isOfFullTextIndex:
      self.init(
        .badGraph, "a full-text index of \(path) is damaged; `kg check --repair` builds it anew", cause: error
      )
    // The schema is known to be right, so a statement that ran and failed met values that no sound graph has.
    case .error where error.wasRunning: self.init(damage: error, path: path)
    case .noMemory:
      self.init(
        .inputOutput, "there is not enough memory to read \(path); `kg check` tells whether it is damaged",
        cause: error)
    case .busy, .locked:
      self.init(
        .busy, "\(path) is locked by another process; try again when that has finished", cause: error)
    case .readOnly:
      self.init(
        .cannotWrite, "\(path) is read-only; make it writable or name another file", cause: error)
    case .cannotOpen:
      self.init(
        .cannotWrite, "\(path) cannot be opened (\(error.message)); check the path and its permissions",
        cause: error)
    case .full:
      self.init(.inputOutput, Self.full(path), cause: error)
    // Some writes to a full disk are an input or output error to SQLite.
    case .inputOutput where FileProbe.isDiskFull(Self.folder(path)):
      self.init(.inputOutput, Self.full(path), cause: error)
    case .inputOutput:
      self.init(.inputOutput, "reading or writing \(path) failed (\(error.message))", cause: error)
    case .interrupt:
      self.init(.interrupted, "interrupted; what was stored before is kept", cause: error)
    case .constraint:
      self.init(
        .badData,
        "what is to be stored contradicts what \(path) holds; `kg check` tells whether it is damaged",
        cause: error)
    default:
      self.init(.internal, "\(path): \(error)", cause: error)
    }
  }

  private init(damage error: SQLiteError, path: String) {
    self.init(
      .badGraph,
      "\(path) is damaged (\(error.message)); `kg check` tells more. Restore it from a copy or ingest anew",
      cause: error)
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// Which disk has no room: the graph's, or that of SQLite's temporary files.
  private static func full(_ path: String) -> String {
    let temporary = FileProbe.temporaryFolder
    if !FileProbe.isDiskFull(folder(path)), FileProbe.isDiskFull(temporary) {
      return
        "no room left for temporary files in \(temporary); make room there, or set SQLITE_TMPDIR to another folder"
    }
    return "no room left on the disk of \(path); make room there. What was finished before is kept"
  }
}

extension SQLiteError {
  /// Whether a full-text index holds what its module cannot read.
  var isOfFullTextIndex: Bool {
    code.primary == .error && (message.contains("fts5") || message.hasPrefix("vtable constructor failed"))
  }
}
