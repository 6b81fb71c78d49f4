internal import Claims

/// What entities share that makes them one unasked, as far as their own types and no judgement speak against it.
///
/// The store joins by it, and a fold elsewhere is told it with each party, so that both follow one rule.
package struct IdentityMark: Hashable, Sendable {
  /// Marks of the first kind join before those of the second: it shows where judgements keep some of a group apart.
  package enum Kind: Int, CaseIterable, Sendable {
    /// Persons and the rest of one folded name, unless most of the rest are places.
    case name
    /// Names of one certain key.
    case certainKey
  }

  package var kind: Kind
  /// Entities that bear the same mark of the same kind are one.
  package var text: String
  /// The types, sorted, of which most mentions of an entity must be for it to bear the mark; empty where any will do.
  package var types: [String] = []
  /// The types, sorted, of which they must not be.
  package var otherTypes: [String] = []

  /// Whether an entity whose mentions are mostly of a type bears the mark.
  package func holds(for type: String?) -> Bool {
    guard let type else { return types.isEmpty }
    return (types.isEmpty || types.contains(type)) && !otherTypes.contains(type)
  }

  /// All marks of an entity of texts, by the lists that come with the program; none for what only one document knows.
  static func all(of key: EntityKey) -> [IdentityMark] {
    guard key.identifier == nil, key.document == nil else { return [] }
    let rule = CertainKey(lists: .builtIn)
    return [ofName(key)]
      + CertainKey.Kind.allCases.map { kind in
        var mark = ofCertainKey(CertainKey.key(rule.spelling(of: key.folded, kind), kind), of: key)
        mark.types = kind.types
        return mark
      }
  }

  /// The mark by which the persons and the rest of a name are one.
  static func ofName(_ key: EntityKey) -> IdentityMark {
    IdentityMark(
      kind: .name, text: key.folded, otherTypes: key.isPerson ? [] : [EntityType.place.rawValue])
  }

  /// The mark by which names of one certain key are one.
  static func ofCertainKey(_ certainKey: String, of key: EntityKey) -> IdentityMark {
    IdentityMark(
      kind: .certainKey, text: EntityKey(folded: certainKey, part: key.part, identifier: nil).text)
  }
}
