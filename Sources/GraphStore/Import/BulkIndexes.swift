internal import SQLite

/// The indexes of names, taken away while an empty graph is filled and built at the end, which is several times faster.
struct BulkIndexes {
  private static let indexes = ["entity_folded", "entity_name", "entity_identifier", "alias_folded"]
  private static let triggers = ["entity_inserted", "alias_inserted"]

  private let connection: Connection
  /// What makes them again, as the schema says it.
  private var indexDefinitions: [String]
  private let triggerDefinitions: [String]

  /// Takes the indexes away; both tables must be empty.
  init(connection: Connection) throws {
    self.connection = connection
    indexDefinitions = try Self.drop(Self.indexes, type: "INDEX", connection)
    triggerDefinitions = try Self.drop(Self.triggers, type: "TRIGGER", connection)
  }

  private static func drop(_ names: [String], type: String, _ connection: Connection) throws -> [String] {
    var definitions: [String] = []
    for name in names {
      guard let definition = try connection.text("SELECT sql FROM sqlite_schema WHERE name = ?", name) else {
        continue
      }
      definitions.append(definition)
      try connection.execute("DROP \(type) \(name)")
    }
    return definitions
  }

  /// Builds the indexes by which a name is looked up, where they are not there yet.
  mutating func restoreLookUp() throws {
    for definition in indexDefinitions { try connection.execute(definition) }
    indexDefinitions = []
  }

  /// Builds all that is not there yet.
  mutating func restore() throws {
    for table in ["entity_text", "alias_text"] {
      try connection.execute("INSERT INTO \(table) (\(table)) VALUES ('rebuild')")
    }
    try restoreLookUp()
    for definition in triggerDefinitions { try connection.execute(definition) }
  }
}
