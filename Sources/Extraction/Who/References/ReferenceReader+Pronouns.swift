internal import Claims

extension ReferenceReader {
  /// The entities that a pronoun of the third person stands for.
  func pronoun(_ word: Int, sort: Pronoun.Sort, sentence: Int) -> Referent? {
    if Pronoun(words[word].lower)?.form == .reflexive,
      let subject = subject(above: word)
    {
      let known = entitiesSoFar(ofWord: subject)
      if !known.isEmpty { return Referent(known, .ownSubject) }
    }
    // "He sold his boat": of a pronoun and the possessive after it in one clause the second means the first.
    if words[word].relation == "nmod:poss", let subject = subject(above: word), subject < word,
      words[subject].part == .pronoun, Pronoun(words[subject].lower)?.sort == sort
    {
      return Referent(entities(ofWord: subject), .ownSubject)
    }
    switch sort {
    case .he, .she: return person(word, sort: sort, sentence: sentence)
    case .it, .this: return thing(word, sort: sort, sentence: sentence)
    case .they, .these: return things(word, sort: sort, sentence: sentence)
    case .both: return Referent(pair(before: word, sentence: sentence) { _ in true }, .pair)
    case .speaker, .speakers, .addressee, .relative, .nobody: return nil
    }
  }

  func entitiesSoFar(ofWord word: Int) -> [Int] {
    entityOfWord[word] >= 0 ? [entityOfWord[word]] : entities(ofWord: word)
  }

  /// What the model's coreference takes a pronoun for, where it can be that.
  private func told(_ word: Int, sort: Pronoun.Sort, sentence: Int) -> Int? {
    guard let thing = evidence.thing(ofWord: word), let entity = evidence.entity(ofThing: thing),
      sort.fits(entities.entities[entity].type), !coarguments(of: word).contains(entity)
    else { return nil }
    if sort == .he || sort == .she {
      let gender: Gender = sort == .he ? .male : .female
      if let known = genders[entity], known != gender { return nil }
      if entity == speaker { return nil }
      if isUnnamed(entity, gender: gender, sentence: sentence) { return nil }
    }
    return entity
  }

  /// Whether the sentence has a person for a subject who is not named and more likely meant than a person of an earlier sentence.
  private func isUnnamed(_ entity: Int, gender: Gender, sentence: Int) -> Bool {
    guard let unnamed = unnamedSubject, unnamed.sentence == sentence,
      lexicon.gender(ofNoun: words[unnamed.word].lemma) ?? gender == gender
    else { return false }
    return lastSentence[entity].map { $0 < sentence } ?? false
  }

  // MARK: People

  private func person(_ word: Int, sort: Pronoun.Sort, sentence: Int) -> Referent? {
    let gender: Gender = sort == .he ? .male : .female
    let told = told(word, sort: sort, sentence: sentence)
    let excluded = coarguments(of: word)
    let ranked = focus.ranked(at: sentence) { entry in
      entry.word >= earliestWord && entry.entity != speaker && !excluded.contains(entry.entity)
        && entities.entities[entry.entity].type == .person
        && (genders[entry.entity] ?? gender) == gender
    }
    guard let first = ranked.first else {
      return told.map { Referent($0, .coreference) }
        ?? laterSubject(word, gender: gender).map { Referent($0, .laterSubject) }
    }
    if let told, told == first.entity || isInFocus(told, sentence: sentence) {
      let weight = ranked.first { $0.entity == told }?.weight ?? 0
      let isOlder = lastSentence[told] ?? -1 < lastSentence[first.entity] ?? -1
      return isOlder && first.weight >= Calibration.leadOfDescription * weight
        ? Referent(first.entity, .prominence) : Referent(told, .coreference)
    }
    if isUnnamed(first.entity, gender: gender, sentence: sentence) { return nil }
    if ranked.count > 1, first.weight < Calibration.leadOfPerson * ranked[1].weight { return nil }
    return Referent(first.entity, .prominence)
  }

  /// The entities that a pronoun cannot mean: the subject of the verb whose object it is, and what else hangs on the verb whose subject
  /// it is.
  func coarguments(of word: Int) -> [Int] {
    let relation = words[word].relation
    guard words[word].head >= 0 else { return [] }
    if relation == "obj" || relation == "iobj" || relation.hasPrefix("obl") {
      return subject(of: words[word].head).map(entitiesSoFar(ofWord:)) ?? []
    }
    guard words[word].hangs(by: "nsubj") else { return [] }
    return document.dependents(of: words[word].head).prefix(40).flatMap { other in
      words[other].hangs(by: "obl") || words[other].relation == "obj" ? entitiesSoFar(ofWord: other) : []
    }
  }

  /// "In her youth, Anna Berg painted": the subject of the sentence, where a pronoun comes before it and nobody else can be meant.
  private func laterSubject(_ word: Int, gender: Gender) -> Int? {
    var root = word
    for _ in 0..<12 where words[root].head >= 0 { root = words[root].head }
    guard words[root].head < 0, let subject = subject(of: root), subject > word,
      entityOfWord[subject] >= 0, case let entity = entityOfWord[subject], entity != speaker,
      entities.entities[entity].type == .person, (genders[entity] ?? gender) == gender
    else { return nil }
    return entity
  }

  /// The subject of the next clause above a word.
  private func subject(above word: Int) -> Int? {
    var head = words[word].head
    for _ in 0..<8 where head >= 0 {
      if let subject = subject(of: head) { return subject == word ? nil : subject }
      head = words[head].head
    }
    return nil
  }

  // MARK: Things

  private func thing(_ word: Int, sort: Pronoun.Sort, sentence: Int) -> Referent? {
    // "This is Qatar" says itself what it is.
    if sort == .this, words[word].head >= 0, entityOfWord[words[word].head] >= 0 { return nil }
    if let told = told(word, sort: sort, sentence: sentence) { return Referent(told, .coreference) }
    if let object = objectBefore(word), sort.fits(entities.entities[object].type) {
      return Referent(object, .sharedObject)
    }
    guard Pronoun(words[word].lower)?.form == .possessive else { return nil }
    let ranked = focus.ranked(at: sentence) {
      $0.word >= earliestWord && sort.fits(entities.entities[$0.entity].type)
    }
    guard let first = ranked.first, first.weight >= Calibration.weightOfSubject,
      ranked.count < 2 || first.weight >= Calibration.leadOfDescription * ranked[1].weight
    else { return nil }
    return Referent(first.entity, .prominence)
  }

  /// "She founded the Institute and directed it": the object of the verb that the pronoun's verb is coordinated with.
  private func objectBefore(_ word: Int) -> Int? {
    guard words[word].relation == "obj", words[word].head >= 0, words[words[word].head].relation == "conj",
      case let first = words[words[word].head].head, first >= 0
    else { return nil }
    let objects = document.dependents(of: first).prefix(40).filter { words[$0].relation == "obj" }
    guard objects.count == 1, case let known = entitiesSoFar(ofWord: objects[0]), known.count == 1 else {
      return nil
    }
    return known[0]
  }

  private func things(_ word: Int, sort: Pronoun.Sort, sentence: Int) -> Referent? {
    if let thing = evidence.thing(ofWord: word), case let list = evidence.list(ofThing: thing), !list.isEmpty
    {
      return Referent(list, .coreference)
    }
    if let told = told(word, sort: sort, sentence: sentence), isInFocus(told, sentence: sentence) {
      let ranked = focus.ranked(at: sentence) { sort.fits(entities.entities[$0.entity].type) }
      guard let first = ranked.first, first.entity != told else { return Referent(told, .coreference) }
      return first.weight >= Calibration.leadOfDescription * (ranked.first { $0.entity == told }?.weight ?? 0)
        ? nil : Referent(told, .coreference)
    }
    // "Anna and Karl left. They …": a list that was the subject.
    if let list = lists.last, sentence - list.sentence <= 1, words[list.word].hangs(by: "nsubj"),
      !focus.recent(at: sentence, within: 1).contains(where: {
        $0.word > list.word && $0.weight >= Calibration.weightOfSubject && !list.entities.contains($0.entity)
      })
    {
      return Referent(list.entities, .list)
    }
    if let entity = topicEntity(before: word, sentence: sentence) { return Referent(entity, .topic) }
    // The same thing as a "they" before it whose meaning was told by that.
    if let earlier = evidence.earlierMention(than: word),
      Pronoun(words[earlier].lower)?.sort == .they, case let known = entities(ofWord: earlier),
      known.count == 1,
      isInFocus(known[0], sentence: sentence), !coarguments(of: word).contains(known[0])
    {
      return Referent(known, .earlierPronoun)
    }
    return nil
  }

  /// The last two things that were named together, or else the only two of the last sentences.
  func pair(before word: Int, sentence: Int, where passes: (NameType) -> Bool) -> [Int] {
    // "Both Turkey and Qatar" says itself who is meant.
    if words[word].relation == "cc:preconj" { return [] }
    if let list = lists.last(where: { list in list.entities.allSatisfy { passes(entities.entities[$0].type) }
    }),
      sentence - list.sentence <= 2, list.entities.count == 2
    {
      return list.entities
    }
    // Those of the sentence itself before those of the last ones.
    var members: [Int] = []
    for memory in 0...1 where members.count < 2 {
      members = []
      for entry in focus.recent(at: sentence, within: memory)
      where passes(entities.entities[entry.entity].type) && !members.contains(entry.entity) {
        members.append(entry.entity)
      }
    }
    guard members.count == 2, entities.entities[members[0]].type == entities.entities[members[1]].type else {
      return []
    }
    return members.reversed()
  }

  /// The subject of a verb; a long list of dependents is not searched to its end.
  private func subject(of verb: Int) -> Int? {
    document.dependents(of: verb).prefix(60).first { words[$0].hangs(by: "nsubj") }
  }
}
