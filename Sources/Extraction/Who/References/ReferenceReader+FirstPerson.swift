extension ReferenceReader {
  /// Tells who "I", "we" and "my" are in quotations, whose speaker the text names, and where somebody says who he is.
  ///
  /// It comes behind the reading, as who speaks is mostly told behind what he says.
  mutating func readFirstPerson() {
    let firstPersons = words.indices.filter { isFirstPerson($0) }
    guard !firstPersons.isEmpty else { return }
    var isQuoted = [Bool](repeating: false, count: words.count)
    for quotation in QuotationReader(document: document, lexicon: lexicon).quotations() {
      for word in quotation.words { isQuoted[word] = true }
      guard let speaker = quotation.speaker, case let known = entitiesSoFar(ofWord: speaker), known.count == 1
      else { continue }
      for word in quotation.words where isFirstPerson(word) { setFirstPerson(word, to: known[0]) }
    }
    readIntroductions(isQuoted: isQuoted, firstPersons: firstPersons)
  }

  private func isFirstPerson(_ word: Int) -> Bool {
    guard let sort = Pronoun(words[word])?.sort else { return false }
    return sort == .speaker || sort == .speakers
  }

  /// "I'm Anna Berg": who says "I" in that turn, or in a text in which nobody else says so.
  private mutating func readIntroductions(isQuoted: [Bool], firstPersons: [Int]) {
    var introduced: [(word: Int, entity: Int)] = []
    for word in firstPersons where Pronoun(words[word])?.sort == .speaker && !isQuoted[word] {
      if let entity = introduction(at: word) { introduced.append((word, entity)) }
    }
    let isSingle = Set(introduced.map(\.entity)).count == 1
    for (word, entity) in introduced {
      guard let index = document.sentenceIndex(ofWord: word) else { continue }
      let sentence = document.sentences[index]
      for other in firstPersons where !isQuoted[other] && entities(ofWord: other).isEmpty {
        guard let place = document.sentenceIndex(ofWord: other) else { continue }
        let isSameTurn = document.sentences[place].turn == sentence.turn
        let isMeant = place == index || isSameTurn && (sentence.turn != nil || isSingle)
        if isMeant, Pronoun(words[other])?.sort == .speaker { setFirstPerson(other, to: entity) }
      }
    }
  }

  /// The person that an "I" is said to be: "I am Anna Berg", "my name is Anna Berg", "I, Anna Berg, …".
  private func introduction(at word: Int) -> Int? {
    func person(_ word: Int) -> Int? {
      guard entityOfWord[word] >= 0, case let entity = entityOfWord[word],
        entities.entities[entity].type == .person || entities.entities[entity].type == .unknown
      else { return nil }
      return entity
    }
    let isDenied = { (word: Int) in
      self.document.dependents(of: word).contains { WordList.negation.contains(self.words[$0].lower) }
    }
    if let apposed = document.dependents(of: word).first(where: { words[$0].relation == "appos" }) {
      return person(apposed)
    }
    let head = words[word].head
    guard head >= 0 else { return nil }
    if words[word].hangs(by: "nsubj"), document.hasCopula(head), !isDenied(head) { return person(head) }
    if words[word].relation == "nmod:poss", words[head].lemma == English.name, words[head].hangs(by: "nsubj"),
      case let said = words[head].head, said >= 0, document.hasCopula(said), !isDenied(said)
    {
      return person(said)
    }
    return nil
  }
}
