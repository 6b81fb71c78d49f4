/// The identifiers of entities that a document describes without a name ("the president"), and that no other document shares.
///
/// They are blank nodes, as RDF calls what has no name outside of its document.
enum DescriptionIdentifier {
  static let prefix = "_:description:"

  /// The identifier of what a document, known by the digest of its bytes, describes by these words, folded.
  ///
  /// A document may have several names and lose one; its bytes stay what they are.
  static func of(_ folded: String, in digest: [UInt8]) -> String {
    prefix + Hexadecimal.text(digest.prefix(keyBytes)) + "#" + folded
  }

  private static let keyBytes = 8

  /// The identifier that a description `e` of a document `d` has, in SQL.
  static let expectedSQL =
    "'\(prefix)' || lower(substr(hex(d.digest), 1, \(2 * keyBytes))) || '#' || e.folded"

  /// Whether an entity's identifier is that of a description.
  static func isOne(_ identifier: String?) -> Bool { identifier?.hasPrefix(prefix) ?? false }

  /// Whether an entity's column holds such an identifier, in SQL that uses the index.
  static func sql(_ column: String) -> String {
    "\(column) >= '\(prefix)' AND \(column) < '_:description;'"
  }
}

extension EntityName {
  /// Whether only one document's description stands for it.
  package var isDescription: Bool { DescriptionIdentifier.isOne(identifier) }
}
