/// The gender by which a person is referred to.
enum Gender { case male, female }

/// What titles, given names, words of kinship and pronouns tell of the people of a document.
struct GenderTable {
  private var genders: [Int: Gender] = [:]

  /// Reads the names of a document.
  init(document: AnnotatedDocument, entities: EntityTable, lexicon: Lexicon) {
    var firm: [Int: Gender] = [:]
    for (index, name) in document.names.enumerated() {
      let entity = entities.entityOfName[index]
      guard firm[entity] == nil else { continue }
      let before = max(0, name.title.lowerBound - 1)..<name.words.lowerBound
      for word in before {
        if let gender = lexicon.gender(ofNoun: document.words[word].lower) { firm[entity] = gender }
      }
      if name.words.count > 1 || entities.entities[entity].type == .person, genders[entity] == nil,
        let gender = lexicon.gender(ofGivenName: document.words[name.words.lowerBound].lower)
      {
        genders[entity] = gender
      }
    }
    genders.merge(firm) { _, firm in firm }
  }

  /// The gender of an entity, or nil where nothing tells.
  subscript(_ entity: Int) -> Gender? { genders[entity] }

  /// Notes what a pronoun tells, where nothing told before.
  mutating func note(_ gender: Gender, of entity: Int) {
    if genders[entity] == nil { genders[entity] = gender }
  }
}
