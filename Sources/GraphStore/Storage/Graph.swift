internal import SQLite

/// A graph in one SQLite file.
///
/// Questions walk indexes with prepared statements and never load the graph. A `Graph` belongs to one thread; several
/// may read one file while another writes.
package final class Graph {
  /// What the caller wants to do.
  package enum Access: Sendable {
    /// Answer questions about one state of the graph; the file must exist.
    case read
    /// Answer one question in little memory; the file must exist.
    case ask
    /// Change a graph that exists.
    case change
    /// Change the graph, making the file when it does not exist.
    case create

    var isWriting: Bool { self == .change || self == .create }
  }

  /// The path of the file, as given.
  package let path: String
  let connection: Connection
  private let access: Access
  /// The file as it was when it was opened without locks; nil where locks keep it from changing under us.
  private let unlockedState: FileProbe.State?
  private var relationTable: RelationTable?
  /// When changes are said to be made, in RFC 3339; nil for when they are.
  package var changeTime: String?

  /// Opens the graph at `path`.
  ///
  /// For reading, all that is asked is answered from one state of the graph, nothing is written, and nothing stays beside the file.
  ///
  /// - Parameter patience: how long to wait for another process's lock, in milliseconds; nil for the usual time.
  /// - Throws: `GraphError`: `noGraph`, `badGraph`, `newerGraph`, `olderGraph`, `cannotWrite`, `busy` or `inputOutput`.
  package init(path: String, access: Access, patience: Int32? = nil) throws(GraphError) {
    self.path = path
    self.access = access
    let opened = try Self.wording(path: path) {
      try Self.open(path: path, access: access, patience: patience)
    }
    connection = opened.connection
    unlockedState = opened.unlockedState
  }

  /// A graph that lives as long as its connection, and is spoken of by the path it was copied from.
  init(temporary connection: Connection, path: String) {
    self.path = path
    access = .change
    self.connection = connection
    unlockedState = nil
  }

  /// Runs `body`, which only reads, on one state of the graph, and words SQLite's errors for a user.
  func asking<Result>(_ body: () throws -> Result) throws(GraphError) -> Result {
    try wording { try reading(body) }
  }

  private func reading<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      let result = try connection.reading(body)
      try checkUnchanged()
      return result
    } catch let error as SQLiteError {
      // What a file that changed under us seems to be says nothing.
      try checkUnchanged()
      throw error
    }
  }

  /// Runs `body`, which writes, and words SQLite's errors for a user.
  func changing<Result>(_ body: () throws -> Result) throws(GraphError) -> Result {
    guard access.isWriting else {
      throw GraphError(.cannotWrite, "\(path) was opened for reading only")
    }
    return try wording(body)
  }

  /// Words SQLite's errors for a user.
  private func wording<Result>(_ body: () throws -> Result) throws(GraphError) -> Result {
    try Self.wording(path: path, body)
  }

  static func wording<Result>(path: String, _ body: () throws -> Result) throws(GraphError) -> Result {
    do {
      return try body()
    } catch let error as GraphError {
      throw error
    } catch let error as SQLiteError {
      throw GraphError(error, path: path)
    } catch {
      throw GraphError(.internal, "\(path): \(error)", cause: error)
    }
  }

  /// Runs `body`, words SQLite's errors for a user, and lets all others through: those of a caller's own closure.
  ///
  /// What it reads is one state of the graph.
  func askingWithOwnErrors<Result>(_ body: () throws -> Result) throws -> Result {
    try withOwnErrors { try reading(body) }
  }

  /// Runs `body`, words SQLite's errors for a user, and lets all others through: those of a caller's own closure.
  func withOwnErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as SQLiteError {
      throw GraphError(error, path: path)
    }
  }

  /// The relations of the graph as it is now, looked up again only where it has changed.
  func relations() throws -> RelationTable {
    let version = try connection.contentVersion()
    if let relationTable, relationTable.version == version { return relationTable }
    let table = RelationTable(connection: connection, version: version)
    relationTable = table
    return table
  }

  /// Whether it was opened to be changed.
  var isWriting: Bool { access.isWriting }

  private func checkUnchanged() throws {
    guard let unlockedState, FileProbe.state(path) != unlockedState else { return }
    throw GraphError(
      .inputOutput, "\(path) was written to while it was read, and this user may not lock it; ask again")
  }
}
