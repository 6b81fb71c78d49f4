/// The identifiers of entities that a document describes without a name ("the president"), and that no other document shares.
///
/// They are blank nodes, as RDF calls what has no name outside of its document.
enum DescriptionIdentifier {
  static let prefix = "_:description:"

  /// The identifier of what a document describes by these words, folded.
  static func of(_ folded: String, in document: String) -> String { start(in: document) + folded }

  /// What the identifiers of one document start with.
  static func start(in document: String) -> String { prefix + document + "#" }

  /// Whether an entity's column holds such an identifier, in SQL that uses the index.
  static func sql(_ column: String) -> String {
    "\(column) >= '\(prefix)' AND \(column) < '_:description;'"
  }
}

extension EntityName {
  /// Whether only one document's description stands for it.
  package var isDescription: Bool { identifier?.hasPrefix(DescriptionIdentifier.prefix) ?? false }
}
