internal import Claims

/// What an entity is known by across graphs: its folded name and the part that tells it from others of that name, or its identifier.
///
/// The text stays the same when documents are read again, so that judgements can be anchored to it.
package struct EntityKey: Hashable, Sendable, Comparable {
  package let text: String

  /// The part of persons, who are told from places of the same name.
  static let personPart = "person"

  /// The part that a party of a text has by its type, where nothing is judged.
  static func part(ofType type: String) -> String? {
    type == EntityType.person.rawValue ? personPart : nil
  }

  /// - Parameter text: as `text` gives it; any other is the key of nothing.
  package init(text: String) { self.text = text }

  init(folded: String, part: String?, identifier: String?) {
    text = identifier.map { "\t#\($0)" } ?? "\(folded)\t\(part ?? "")"
  }

  /// The identifier, where that decides.
  package var identifier: String? { text.hasPrefix("\t#") ? String(text.dropFirst(2)) : nil }

  /// The folded name; empty where an identifier decides.
  package var folded: String {
    text.utf8.lastIndex(of: UInt8(ascii: "\t")).map { String(text[..<$0]) } ?? text
  }

  /// The part as the table has it.
  package var part: String? {
    guard identifier == nil, let tab = text.utf8.lastIndex(of: UInt8(ascii: "\t")) else { return nil }
    let part = text[text.utf8.index(after: tab)...]
    return part.isEmpty ? nil : String(part)
  }

  /// The digest, in hexadecimal, of the one document whose party this is.
  package var document: String? {
    guard let part, let at = part.utf8.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    return String(part[part.utf8.index(after: at)...])
  }

  /// Whether it is a person, told from places of the same name.
  package var isPerson: Bool { part?.hasPrefix(Self.personPart) == true }

  /// The key of all of the name that no judgement cut out.
  package var whole: EntityKey {
    guard document != nil else { return self }
    return EntityKey(folded: folded, part: isPerson ? Self.personPart : nil, identifier: nil)
  }

  /// The key of the party of one document.
  func inDocument(_ digest: String) -> EntityKey {
    EntityKey(folded: folded, part: (isPerson ? Self.personPart : "") + "@" + digest, identifier: nil)
  }

  /// By bytes, as SQLite sorts.
  package static func < (left: EntityKey, right: EntityKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension EntityKey {
  package init(identifier: String) { self.init(folded: "", part: nil, identifier: identifier) }

  /// - Parameter part: as `part` gives it.
  package init(name: String, part: String?) {
    self.init(folded: NameFolding.fold(name), part: part?.isEmpty == true ? nil : part, identifier: nil)
  }
}
