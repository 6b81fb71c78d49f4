internal import Digests
internal import SQLite

/// What entities go by outside: 16 hexadecimal digits that follow from what the entity is, whatever the order in which it came to be.
final class EntityIdentifiers {
  private let connection: Connection
  private var known: [Int: String] = [:]
  private static let capacity = 1 << 16

  init(connection: Connection) { self.connection = connection }

  /// The identifier of the entity that stands for one.
  subscript(_ entity: Int) -> String {
    get throws {
      if let identifier = known[entity] { return identifier }
      let statement = try connection.statement(
        """
        SELECT c.folded, c.part, c.identifier, c.id FROM entity e JOIN entity c ON c.id = coalesce(e.canonical, e.id)
        WHERE e.id = ?
        """)
      try statement.bind(entity, at: 1)
      guard try statement.step() else { return "" }
      let (folded, identifier) = (statement.text(at: 0), statement.optionalText(at: 2))
      let part = try told(statement.optionalText(at: 1), of: folded, but: statement.integer(at: 3))
      let key = EntityKey(folded: folded, part: part, identifier: identifier).text
      let isDescription = DescriptionIdentifier.isOne(identifier)
      let stable = isDescription ? try descriptionKey(of: statement.integer(at: 3), folded) ?? key : key
      var hash = SHA256()
      hash.update(Array(stable.utf8))
      let short = Hexadecimal.text(hash.finalize().prefix(8))
      if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
      known[entity] = short
      return short
    }
  }

  /// The part of an entity where it tells it from another of its name; nil for a person who has the name alone, whatever rows of a file
  /// that say no type made of it.
  private func told(_ part: String?, of folded: String, but entity: Int) throws -> String? {
    guard part == EntityKey.personPart else { return part }
    let others = try connection.integer(
      "SELECT 1 FROM entity WHERE folded = ? AND canonical IS NULL AND identifier IS NULL AND id <> ? LIMIT 1",
      folded, entity)
    return others == nil ? nil : part
  }

  /// What a description's identifier follows from: its document's name, which goes with it into another graph as the document's bytes
  /// do not.
  private func descriptionKey(of entity: Int, _ folded: String) throws -> String? {
    let document = try connection.text(
      "SELECT d.name FROM party p JOIN document d ON d.id = p.document WHERE p.entity = ? ORDER BY d.name LIMIT 1",
      entity)
    return document.map { "\(DescriptionIdentifier.prefix)\($0)#\(folded)" }
  }
}
