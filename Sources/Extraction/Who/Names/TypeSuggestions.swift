/// What statements take the entities of a document for: that each is of the first type that was suggested is said in one pass when all
/// sentences are read, so that no sentence is read otherwise because of one before it.
struct TypeSuggestions {
  /// The first type that was suggested of each entity.
  private(set) var first: [Int: NameType] = [:]

  /// Notes the only type that a relation has at one of its ends.
  mutating func note(_ types: [String], for party: PartyReading) {
    guard let entity = party.entity, types.count == 1, first[entity] == nil,
      let type = NameType(rawValue: types[0])
    else { return }
    first[entity] = type
  }
}
