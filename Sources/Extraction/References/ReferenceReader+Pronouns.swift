extension ReferenceReader {
  /// The entities that a pronoun of the third person stands for.
  func pronoun(_ word: Int, sort: PronounSort, sentence: Int) -> [Int] {
    if words[word].lower.hasSuffix("self") || words[word].lower.hasSuffix("selves"),
      let subject = subject(above: word)
    {
      let known = entitiesSoFar(ofWord: subject)
      if !known.isEmpty { return known }
    }
    switch sort {
    case .he, .she: return person(word, sort: sort, sentence: sentence).map { [$0] } ?? []
    case .it, .this: return thing(word, sort: sort, sentence: sentence).map { [$0] } ?? []
    case .they, .these: return things(word, sort: sort, sentence: sentence)
    case .both: return pair(before: word, sentence: sentence) { _ in true }
    case .speaker, .addressee: return []
    }
  }

  func entitiesSoFar(ofWord word: Int) -> [Int] {
    entityOfWord[word] >= 0 ? [entityOfWord[word]] : entities(ofWord: word)
  }

  /// What the model's coreference takes a pronoun for, where it can be that.
  private func told(_ word: Int, sort: PronounSort) -> Int? {
    guard let thing = evidence.thing(ofWord: word), let entity = evidence.entity(ofThing: thing),
      sort.fits(entities.entities[entity].type)
    else { return nil }
    if sort == .he || sort == .she {
      let gender: Gender = sort == .he ? .male : .female
      if let known = genders[entity], known != gender { return nil }
    }
    return entity
  }

  // MARK: People

  private func person(_ word: Int, sort: PronounSort, sentence: Int) -> Int? {
    let gender: Gender = sort == .he ? .male : .female
    let told = told(word, sort: sort)
    let excluded = coargument(of: word)
    let ranked = focus.ranked(at: sentence) { entry in
      entry.word >= earliestWord && entry.entity != excluded
        && entities.entities[entry.entity].type == .person
        && (genders[entry.entity] ?? gender) == gender
    }
    guard let first = ranked.first else { return told }
    if let told, told == first.entity || isInFocus(told, sentence: sentence) { return told }
    if ranked.count > 1, first.weight < 1.5 * ranked[1].weight { return nil }
    return first.entity
  }

  /// The entity that a pronoun cannot mean, being the subject of the verb whose object the pronoun is.
  private func coargument(of word: Int) -> Int? {
    let relation = words[word].relation
    guard relation == "obj" || relation == "iobj" || relation.hasPrefix("obl"), words[word].head >= 0,
      let subject = document.dependent(of: words[word].head, "nsubj")
    else { return nil }
    return entitiesSoFar(ofWord: subject).first
  }

  /// The subject of the next clause above a word.
  private func subject(above word: Int) -> Int? {
    var head = words[word].head
    for _ in 0..<8 where head >= 0 {
      if let subject = document.dependent(of: head, "nsubj") { return subject == word ? nil : subject }
      head = words[head].head
    }
    return nil
  }

  // MARK: Things

  private func thing(_ word: Int, sort: PronounSort, sentence: Int) -> Int? {
    if let told = told(word, sort: sort) { return told }
    guard words[word].lower == "its" else { return nil }
    let ranked = focus.ranked(at: sentence) {
      $0.word >= earliestWord && sort.fits(entities.entities[$0.entity].type)
    }
    guard let first = ranked.first, first.weight >= 8, ranked.count < 2 || first.weight >= 2 * ranked[1].weight
    else { return nil }
    return first.entity
  }

  private func things(_ word: Int, sort: PronounSort, sentence: Int) -> [Int] {
    if let thing = evidence.thing(ofWord: word), case let list = evidence.list(ofThing: thing), !list.isEmpty {
      return list
    }
    if let told = told(word, sort: sort), isInFocus(told, sentence: sentence) { return [told] }
    // "Anna and Karl left. They …": a list that was the subject.
    if let list = lists.last, sentence - list.sentence <= 1, words[list.word].hangs(by: "nsubj"),
      !focus.recent(at: sentence, within: 1).contains(where: {
        $0.word > list.word && $0.weight >= 8 && !list.entities.contains($0.entity)
      })
    {
      return list.entities
    }
    return []
  }

  /// The last two things that were named together, or else the only two of the last sentences.
  func pair(before word: Int, sentence: Int, where passes: (NameType) -> Bool) -> [Int] {
    // "Both Turkey and Qatar" says itself who is meant.
    if words[word].relation == "cc:preconj" { return [] }
    if let list = lists.last(where: { list in list.entities.allSatisfy { passes(entities.entities[$0].type) } }),
      sentence - list.sentence <= 2, list.entities.count == 2
    {
      return list.entities
    }
    var members: [Int] = []
    for entry in focus.recent(at: sentence, within: 1)
    where passes(entities.entities[entry.entity].type) && !members.contains(entry.entity) {
      members.append(entry.entity)
    }
    guard members.count == 2, entities.entities[members[0]].type == entities.entities[members[1]].type else {
      return []
    }
    return members.reversed()
  }
}
