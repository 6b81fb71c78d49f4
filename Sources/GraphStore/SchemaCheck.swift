internal import Digests
internal import SQLite
internal import Schema

/// Looks whether a file's schema is the one that the migrations make, and nothing else.
///
/// A file from a stranger is data: a trigger, a view or a generated column of its own would run with every question.
enum SchemaCheck {
  /// The digest of the newest schema's objects; a test compares it with what the migrations make.
  static let digest = "29ed968a4bd5b298b3ca3ea27070bbb3"

  /// Throws where a file has an object too many, too few or another than the migrations make.
  ///
  /// Takes a digest of some ten kilobytes; only a schema that differs is compared object by object.
  ///
  /// - Throws: `GraphError.badGraph` with the name of the object.
  static func check(_ connection: Connection, path: String) throws {
    let objects = try objects(connection)
    if digest(of: objects) == digest { return }
    let reference = try Connection.temporary()
    for file in Migration.files { try reference.execute(file.text) }
    let expected = try Self.objects(reference)
    let what = difference(objects, expected)
    guard let what else { return }
    throw GraphError(
      .badGraph,
      "\(path) is not as kg makes a graph: \(what). If you did not change it yourself, do not trust it; restore it from a copy, or "
        + "ingest anew")
  }

  struct Object: Hashable {
    var type: String
    var name: String
    var table: String
    var sql: String
  }

  /// The objects of a schema in the order of their kinds and names.
  static func objects(_ connection: Connection) throws -> [Object] {
    let statement = try connection.statement(
      "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
    var result: [Object] = []
    while try statement.step() {
      result.append(
        Object(
          type: statement.text(at: 0), name: statement.text(at: 1), table: statement.text(at: 2),
          sql: statement.text(at: 3)))
    }
    return result
  }

  static func digest(of objects: [Object]) -> String {
    var hash = SHA256()
    for object in objects {
      for part in [object.type, object.name, object.table, object.sql] { hash.update(Array(part.utf8) + [0]) }
    }
    return hash.finalize().prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
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
