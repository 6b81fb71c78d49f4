/// What pronouns stand for.
struct ReferenceReader {
  private(set) var entitiesOfWord: [Int: [Int]] = [:]

  init(document: AnnotatedDocument, entities: EntityTable) {
    let known = PronounReader(document: document, entities: entities).entityOfWord
    var resolver = PronounResolver()
    var turn: Int?
    var names = 0
    for (index, sentence) in document.sentences.enumerated() {
      if sentence.turn != turn { resolver.reset() }
      turn = sentence.turn
      let start = names
      while names < document.names.count, document.names[names].words.lowerBound < sentence.words.upperBound {
        names += 1
      }
      let people = (start..<names).compactMap { position -> (words: Range<Int>, entity: Int)? in
        let entity = entities.entityOfName[position]
        return entities.entities[entity].type == .person ? (document.names[position].words, entity) : nil
      }
      for (word, entity) in resolver.resolve(
        sentence: sentence, index: index, words: document.words, people: people, known: known)
      {
        entitiesOfWord[word] = [entity]
      }
    }
  }
}
