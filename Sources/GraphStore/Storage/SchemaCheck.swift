internal import Digests
internal import SQLite
internal import Schema

/// Looks whether a file's schema is the one that the migrations make, and nothing else.
///
/// A file from a stranger is data: a trigger, a view or a generated column of its own would run with every question.
enum SchemaCheck {
  /// The digest of the newest schema's objects; a test compares it with what the migrations make.
  static let digest = "75d2848e00658107a4e4a46471ed80ec"

  /// Throws where a file has an object too many, too few or another than the migrations make.
  ///
  /// Takes a digest of some ten kilobytes; only a schema that differs is compared object by object.
  ///
  /// - Throws: `GraphError.badGraph` with the name of the object.
  static func check(_ connection: Connection, path: String) throws {
    if try digest(of: connection) == digest { return }
    let reference = try Connection.temporary()
    for file in Migration.files { try reference.execute(file.text) }
    guard let what = difference(try objects(connection), try objects(reference)) else { return }
    throw GraphError(
      .badGraph,
      "\(path) is not as kg makes a graph: \(what). If you did not change it yourself, do not trust it; restore it from a copy, or "
        + "ingest anew")
  }

  private static let query =
    "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"

  private struct Object: Hashable {
    var type: String
    var name: String
    var table: String
    var sql: String
  }

  /// The objects of a schema in the order of their kinds and names.
  private static func objects(_ connection: Connection) throws -> [Object] {
    let statement = try connection.statement(query)
    var result: [Object] = []
    while try statement.step() {
      result.append(
        Object(
          type: statement.text(at: 0), name: statement.text(at: 1), table: statement.text(at: 2),
          sql: statement.text(at: 3)))
    }
    return result
  }

  /// The digest of a schema's objects, taken as they are read: every command waits for it.
  static func digest(of connection: Connection) throws -> String {
    let statement = try connection.statement(query)
    var hash = SHA256()
    while try statement.step() {
      for column: Int32 in 0..<4 {
        statement.withBytes(at: column) { hash.update($0) }
        hash.update([0])
      }
    }
    return SHA256.hexadecimal(hash.finalize().prefix(16))
  }

  private static func difference(_ found: [Object], _ expected: [Object]) -> String? {
    func named(_ object: Object) -> String { "\(object.type) \(Quoting.quoted(object.name))" }
    let known = Dictionary(expected.map { ($0.name, $0) }) { first, _ in first }
    for object in found {
      guard let same = known[object.name] else { return "the \(named(object)) is not kg's" }
      if same != object { return "the \(named(object)) is not as kg makes it" }
    }
    let present = Set(found.map(\.name))
    return expected.first { !present.contains($0.name) }.map { "the \(named($0)) is missing" }
  }
}
