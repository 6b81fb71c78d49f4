internal import Claims
internal import SQLite

/// The relations of the graph, looked up once each.
final class RelationTable {
  struct Entry {
    var name: String
    var layer: Claim.Layer
    var isSymmetric: Bool
    /// The place of the layer in the order of answers.
    var rank: Int

    /// The order of relations in answers, by layer and name.
    func precedes(_ other: Entry) -> Bool { rank == other.rank ? name < other.name : rank < other.rank }
  }

  private let connection: Connection
  private var numbers = IntegerNumbering()
  private var known: [Entry] = []
  private var symmetricRows: [Int]?
  private var rankedRows: [Int]?
  private var total: Int?

  /// Of which content of the file this table is.
  let version: Connection.ContentVersion?

  init(connection: Connection, version: Connection.ContentVersion? = nil) {
    self.connection = connection
    self.version = version
  }

  /// The rows of the relations that read the same both ways.
  func symmetric() throws -> [Int] {
    if let symmetricRows { return symmetricRows }
    let statement = try connection.statement("SELECT id FROM relation WHERE symmetric ORDER BY id")
    var result: [Int] = []
    while try statement.step() { result.append(statement.integer(at: 0)) }
    symmetricRows = result
    return result
  }

  /// The rows of all relations in the order of answers.
  func ranked() throws -> [Int] {
    if let rankedRows { return rankedRows }
    let statement = try connection.statement("SELECT \(Self.columns) FROM relation")
    var entries: [(row: Int, entry: Entry)] = []
    while try statement.step() { entries.append((statement.integer(at: 0), Self.entry(statement))) }
    for (row, entry) in entries where numbers.insert(row).isNew { known.append(entry) }
    let result = entries.sorted { $0.entry.precedes($1.entry) }.map(\.row)
    rankedRows = result
    return result
  }

  /// How many relations there are.
  func count() throws -> Int {
    if let total { return total }
    let count = try connection.integer("SELECT count(*) FROM relation") ?? 0
    total = count
    return count
  }

  /// The condition on an edge `e` that its relation reads the same both ways.
  func symmetricSQL() throws -> String {
    "e.relation IN (\(try symmetric().map(String.init).joined(separator: ",")))"
  }

  /// - Throws: `GraphError` with `badGraph` where the row is missing.
  subscript(_ relation: Int) -> Entry {
    get throws {
      if let number = numbers.number(of: relation) { return known[number] }
      let statement = try connection.statement("SELECT \(Self.columns) FROM relation WHERE id = ?")
      try statement.bindInteger(relation, at: 1)
      guard try statement.step() else {
        throw GraphError(
          .badGraph, "the graph is damaged: it holds edges of relation \(relation), which it does not name")
      }
      let entry = Self.entry(statement)
      _ = numbers.insert(relation)
      known.append(entry)
      return entry
    }
  }

  /// What `entry` reads.
  private static let columns =
    "id, name, symmetric, CASE layer WHEN 'canonical' THEN 0 WHEN 'imported' THEN 1 ELSE 2 END"

  private static func entry(_ statement: borrowing Statement) -> Entry {
    let rank = statement.integer(at: 3)
    return Entry(
      name: statement.text(at: 1), layer: rank == 0 ? .canonical : rank == 1 ? .imported : .open,
      isSymmetric: statement.integer(at: 2) == 1, rank: rank)
  }
}
