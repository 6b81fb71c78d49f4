internal import SQLite

/// The names of documents, looked up once each: most edges of an answer come from few graph files.
final class DocumentNames {
  private let connection: Connection
  private var numbers = IntegerNumbering()
  private var known: [String] = []

  init(connection: Connection) { self.connection = connection }

  /// The name of the document of that row, or nil where there is none.
  func name(of document: Int) throws -> String? {
    if let number = numbers.number(of: document) { return known[number] }
    let statement = try connection.statement("SELECT name FROM document WHERE id = ?")
    try statement.bindInteger(document, at: 1)
    guard try statement.step() else { return nil }
    let name = statement.text(at: 0)
    _ = numbers.insert(document)
    known.append(name)
    return name
  }
}
