/// A file by which a user says how documents are read or names are joined, as a graph remembers it.
package struct ReadingFile: Hashable, Sendable {
  /// What a file tells.
  package enum Kind: String, CaseIterable, Sendable {
    /// Names that mean the same.
    case aliases
    /// How relations are read.
    case frames
    /// Words by which names are joined and compared.
    case lists
  }

  package var kind: Kind
  package var name: String
  package var text: String

  package init(kind: Kind, name: String, text: String) {
    self.kind = kind
    self.name = name
    self.text = text
  }
}
