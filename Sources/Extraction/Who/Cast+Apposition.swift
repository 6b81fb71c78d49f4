internal import Claims

extension Cast {
  /// The name that a description goes with: "the current minister, Anna Berg", "the political scientist Anna Berg".
  func apposedName(of word: Int) -> Int? {
    guard words[word].part == .noun || words[word].part == .properNoun else { return nil }
    if let name = name(beside: word), canBe(word, name) { return name }
    if let subject = subjectOfCopula(word) { return subject }
    // "Anna Berg, a painter": the apposition stands for the name before it.
    if words[word].hangs(by: "appos"), words[word].head >= 0, names(words[word].head) != nil,
      canBe(word, words[word].head)
    {
      return words[word].head
    }
    // "the head of the Center for Studies, Anna Berg": the name hangs on the last word before it, which is no person.
    guard phrases.isPerson(word) else { return nil }
    if let name = document.nameBehindDescription(word) { return name }
    var open = [word]
    var seen = 0
    while let next = open.popLast(), seen < 12 {
      seen += 1
      for dependent in document.dependents(of: next)
      where dependent > word && words[dependent].hangs(by: "nmod") {
        if let name = name(beside: dependent), names(name)?.type == .person, !phrases.isPerson(dependent),
          names(dependent)?.type != .person
        {
          return name
        }
        open.append(dependent)
      }
    }
    return nil
  }

  /// "Anna Berg was a painter who lived in Oslo": what a noun is said of, where that is a name.
  private func subjectOfCopula(_ word: Int) -> Int? {
    // "a mathematician and writer born in Oslo": both are said of the subject.
    var word = word
    if words[word].relation == "conj", words[word].head >= 0, words[words[word].head].part == .noun,
      !document.dependents(of: word).contains(where: { words[$0].relation == "det" })
    {
      word = words[word].head
    }
    guard document.hasCopula(word),
      let subject = document.dependents(of: word).first(where: { words[$0].relation == "nsubj" }),
      isNamed(subject)
    else { return nil }
    return subject
  }

  /// The description that a pronoun goes back to by the model's coreference: "they" for "the rebels" a sentence before.
  func describedAntecedent(of word: Int) -> PartyReading? {
    let index = phrases.mentionOfHead[word]
    guard index >= 0 else { return nil }
    let thing = document.mentions[index].thing
    var other = index - 1
    while other >= 0, document.mentions[other].head > word - Calibration.reachOfPronoun {
      let mention = document.mentions[other]
      if mention.thing == thing, mention.kind == .nominal, words[mention.head].part == .noun,
        nameOfWord[mention.head] < 0
      {
        return standing(word, for: mention.head)
      }
      other -= 1
    }
    return describedTopic(of: word)
  }

  /// The description that a "they" goes on about.
  private func describedTopic(of word: Int) -> PartyReading? {
    guard let sentence = document.sentenceIndex(ofWord: word),
      let topic = references.topic(before: word, sentence: sentence),
      nameOfWord[topic] < 0, references.entities(ofWord: topic).isEmpty, words[topic].part == .noun,
      words[topic].lower != words[topic].lemma
    else { return nil }
    return standing(word, for: topic)
  }

  /// A pronoun as the party that a description is of.
  private func standing(_ pronoun: Int, for noun: Int) -> PartyReading {
    var party = phrases.described(noun)
    party.mention = pronoun..<pronoun + 1
    party.head = pronoun
    party.isReference = true
    party.ground = .description
    return party
  }

  /// The place named last before "there".
  func placeBefore(_ word: Int) -> Int? {
    var index = document.names.firstIndex(startingBehind: word) - 1
    while index >= 0, document.names[index].words.lowerBound > word - Calibration.reachOfPronoun / 2 {
      let entity = entities.entityOfName[index]
      if entities.entities[entity].type == .place { return entity }
      index -= 1
    }
    return nil
  }

  /// The first name among the appositions of a word, and of those.
  private func name(beside word: Int) -> Int? {
    for dependent in document.dependents(of: word)
    where dependent > word && (words[dependent].hangs(by: "appos") || words[dependent].relation == "flat") {
      if names(dependent) != nil { return dependent }
      // A scientist called so: the name hangs on the noun that stands before it.
      for inner in document.dependents(of: dependent)
      where words[inner].hangs(by: "appos") || words[inner].relation == "flat"
        || words[inner].relation == "nmod:desc"
      {
        if names(inner) != nil { return inner }
      }
    }
    return nil
  }

  private func names(_ word: Int) -> Name? { phrases.name(at: word) }

  /// Whether a description and a name may be of one thing: both of a person, or neither.
  private func canBe(_ word: Int, _ name: Int) -> Bool {
    guard let type = names(name)?.type, type != .unknown else { return true }
    return phrases.isPerson(word) == (type == .person)
  }

  /// What "including", "such as" and "like" name of the things that a word stands for.
  func included(in word: Int) -> [Int] {
    guard nameOfWord[word] < 0 else { return [] }
    var result: [Int] = []
    // "the neighbours, both Norway and Sweden".
    if words[word].lower != words[word].lemma,
      let first = document.dependents(of: word).first(where: {
        $0 > word && words[$0].hangs(by: "appos") && nameOfWord[$0] >= 0
      }),
      case let others = document.tree.coordinates(of: first).filter({ nameOfWord[$0] >= 0 }), !others.isEmpty
    {
      result += [first] + others
    }
    for dependent in document.dependents(of: word)
    where dependent > word && words[dependent].hangs(by: "nmod") {
      let isExample = document.dependents(of: dependent).contains {
        WordList.examplePreposition.contains(words[$0].lower) || words[$0].lower == English.such
      }
      guard isExample else { continue }
      result.append(dependent)
      result += document.tree.coordinates(of: dependent)
    }
    return Array(result.prefix(24))
  }
}
