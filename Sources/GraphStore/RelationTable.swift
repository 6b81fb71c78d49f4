internal import Claims
internal import SQLite

/// The relations of the graph, looked up once each.
final class RelationTable {
  struct Entry {
    var name: String
    var layer: Claim.Layer
    var isSymmetric: Bool

    /// The place of the layer in the order of answers.
    var rank: Int { layer == .canonical ? 0 : layer == .imported ? 1 : 2 }
  }

  private let connection: Connection
  private var known: [Int: Entry] = [:]

  init(connection: Connection) { self.connection = connection }

  /// The rows of the relations that read the same both ways.
  func symmetric() throws -> [Int] {
    let statement = try connection.statement("SELECT id FROM relation WHERE symmetric ORDER BY id")
    var result: [Int] = []
    while try statement.step() { result.append(statement.integer(at: 0)) }
    return result
  }

  /// The condition on an edge `e` that its relation reads the same both ways.
  func symmetricSQL() throws -> String {
    "e.relation IN (\(try symmetric().map(String.init).joined(separator: ",")))"
  }

  /// - Throws: `GraphError` with `badGraph` where the row is missing.
  subscript(_ relation: Int) -> Entry {
    get throws {
      if let entry = known[relation] { return entry }
      let statement = try connection.statement("SELECT name, layer, symmetric FROM relation WHERE id = ?")
      try statement.bind(relation, at: 1)
      guard try statement.step() else {
        throw GraphError(
          .badGraph, "the graph is damaged: it holds edges of relation \(relation), which it does not name")
      }
      let entry = Entry(
        name: statement.text(at: 0), layer: Claim.Layer(rawValue: statement.text(at: 1)) ?? .open,
        isSymmetric: statement.integer(at: 2) == 1)
      known[relation] = entry
      return entry
    }
  }
}
