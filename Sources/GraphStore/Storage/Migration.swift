internal import SQLite
internal import Schema

/// Brings a database file to the newest schema.
///
/// Migrations are the files of `Schema/migrations` in the order of their names; `user_version` counts those applied, and
/// before them the formats that were never released.
/// They are never edited after a release.
enum Migration {
  /// How a file stands to this version of the program.
  enum State { case current, older }

  /// "kg" and two zero bytes, in SQLite's header: tells a graph from any other database.
  static let applicationIdentifier = 0x6B67_0000

  /// How many formats there were before the first release; their graphs have no way up.
  static let unreleased = 1

  /// The version of the newest schema.
  static var newest: Int { unreleased + files.count }

  static let files = SchemaFile.all.filter { $0.path.hasPrefix("migrations/") }

  static func check(_ connection: Connection, path: String, isNew: Bool) throws -> State {
    let identifier = try connection.integer("PRAGMA application_id") ?? 0
    let version = try connection.integer("PRAGMA user_version") ?? 0
    if identifier == applicationIdentifier {
      if version > newest {
        throw GraphError(
          .newerGraph,
          "\(path) was made by a newer version of kg (format \(version), this one reads up to \(newest)); upgrade kg"
        )
      }
      if version <= 0 {
        throw GraphError(
          .badGraph,
          "\(path) is damaged: it names no format (\(version)); restore it from a copy or ingest anew")
      }
      if version <= unreleased {
        throw GraphError(
          .badGraph,
          "\(path) was made by a kg from before its first release (format \(version)); move the file away and ingest anew"
        )
      }
      return version < newest ? .older : .current
    }
    let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
    guard isNew, identifier == 0, version == 0, tables == 0 else {
      throw GraphError(.badGraph, "\(path) is not a kg graph; name another file")
    }
    return .older
  }

  /// Applies what is missing; call it inside a transaction.
  static func apply(to connection: Connection, path: String) throws {
    // Another process may have migrated between our look and our lock.
    let done = try connection.integer("PRAGMA user_version") ?? 0
    guard done < newest else { return }
    for file in files.dropFirst(max(0, done - unreleased)) { try connection.execute(file.text) }
    // A graph that was filled before persons were told from places of their name.
    try PersonParts(connection: connection).separate()
    try connection.execute(
      "PRAGMA application_id = \(applicationIdentifier); PRAGMA user_version = \(newest)")
  }
}
