internal import GraphStore

/// What the columns of a table of edges or entities mean, by its heading.
struct TableColumns {
  /// What one column holds.
  enum Role: Hashable, Sendable {
    case subject, relation, object, subjectType, objectType, confidence
    case identifier, name, type, aliases
    /// Anything else: kept beside the edge under the column's own name.
    case qualifier(HeldBytes)
  }

  /// What the rows are.
  enum Kind { case edges, entities }

  let kind: Kind
  let roles: [Role]

  private static let edgeRoles: [String: Role] = [
    "subject": .subject, "relation": .relation, "object": .object, "subject_type": .subjectType,
    "object_type": .objectType, "confidence": .confidence,
  ]
  private static let entityRoles: [String: Role] = [
    "id": .identifier, "name": .name, "type": .type, "aliases": .aliases,
  ]

  /// Reads a heading.
  ///
  /// - Throws: `GraphFileError` with `badData` for one that lacks a column or has one twice.
  init(heading: [String], file: String) throws(GraphFileError) {
    let names = heading.map { $0.lowercased().filter { $0 != " " } }
    let isEdges = ["subject", "relation", "object"].allSatisfy(names.contains)
    let isEntities = names.contains("id") && names.contains("name")
    guard isEdges || isEntities else {
      throw GraphFileError(
        .badData,
        "\(file), line 1: the heading must name the columns subject, relation and object (or id and name, for entities); "
          + "it is \(Quoting.quoted(heading.joined(separator: " ")))")
    }
    kind = isEdges ? .edges : .entities
    let known = isEdges ? Self.edgeRoles : Self.entityRoles
    roles = zip(heading, names).map { known[$1] ?? .qualifier(HeldBytes($0)) }
    for (index, role) in roles.enumerated() where roles[..<index].contains(role) {
      throw GraphFileError(
        .badData, "\(file), line 1: the column \(Quoting.quoted(heading[index])) is there twice")
    }
  }
}
