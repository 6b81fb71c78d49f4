internal import SQLite

extension EntityName {
  /// What leads back to the entity, also after its document was read anew: `#identifier`, or `=name`.
  package var reference: String { identifier.map { "#" + $0 } ?? "=" + name }
}

extension Graph {
  /// The name of an entity that was resolved.
  package func name(of entity: Int) throws(GraphError) -> EntityName {
    try asking { try EntityNames(connection: connection)[entity] }
  }

  /// The entity that a reference leads to; a text that is none is resolved as a name is.
  package func resolve(reference: String) throws(GraphError) -> Resolution {
    guard reference.utf8.first == UInt8(ascii: "=") else { return try resolve(reference) }
    let name = String(reference.dropFirst())
    let found = try asking { () -> Resolved? in
      let statement = try connection.statement(
        "SELECT id, type FROM entity WHERE name = ? AND identifier IS NULL AND canonical IS NULL LIMIT 2")
      try statement.bind(name, at: 1)
      guard try statement.step() else { return nil }
      let only = Resolved(
        entity: statement.integer(at: 0), name: EntityName(name: name, type: statement.text(at: 1)))
      return try statement.step() ? nil : only
    }
    if let found { return .entity(found) }
    return try resolve(name)
  }
}
