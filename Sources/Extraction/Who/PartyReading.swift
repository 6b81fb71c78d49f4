internal import Claims

/// What a phrase of the text stands for, as the end of a claim.
struct PartyReading: Hashable {
  /// The entity of the document's table; nil for what has no name.
  var entity: Int?
  /// What it is called where it is no entity.
  var name: String
  var type: EntityType?
  /// The words that stand for it.
  var mention: Range<Int>
  /// The word that heads it.
  var head: Int
  /// A pronoun or a description stands for it.
  var isReference = false
  /// Why the words were taken for it; nil where they name or describe it themselves.
  var ground: Claim.Origin.Ground?

  /// Whether the text names it, here or elsewhere.
  var isNamed: Bool { entity != nil }

  /// Whether a bare pronoun or quantifier stands for it, of which the text tells no more.
  var isOpen: Bool {
    entity == nil && (ground == .open || Pronoun(name) != nil || WordList.bareQuantifier.contains(name))
  }
}
