internal import Claims

extension PhraseIndex {
  /// The phrase that a word heads, as a party of which nothing but these words tells.
  func described(_ word: Int) -> PartyReading {
    let range = description(of: word)
    return PartyReading(
      name: name(of: range), type: descriptionType(of: word, in: range), mention: range, head: word)
  }

  /// The words of a phrase that say what it is: modifiers and "of" phrases, without article, apposition and clauses.
  func description(of word: Int, isBare: Bool = false) -> Range<Int> {
    let start = startOfDescription(word, isBare: isBare)
    return start..<endOfDescription(word, isBare: isBare)
  }

  private func startOfDescription(_ word: Int, isBare: Bool) -> Int {
    var start = word
    for dependent in document.dependents(of: word).reversed() where dependent < word {
      let other = words[dependent]
      // "immediately after the attack": what stands before the preposition is no part of the phrase.
      if other.relation == "case" { break }
      guard isKept(dependent, before: word) else {
        if other.relation == "det" || other.relation == "punct"
          || WordList.droppedModifier.contains(other.lower)
        {
          continue
        }
        break
      }
      let range = document.subtree(of: dependent)
      if range.upperBound > start || other.relation == "punct" { continue }
      // Nothing may lie between what is kept.
      if range.upperBound < start, !(range.upperBound..<start).allSatisfy({ words[$0].head == word }) {
        break
      }
      start = isBare && other.relation == "nmod:poss" ? start : range.lowerBound
    }
    while start < word,
      words[start].shape.contains(.punctuation)
        || words[start].part == .determiner && !WordList.keptDeterminer.contains(words[start].lower)
    {
      start += 1
    }
    return start
  }

  /// Whether what stands before a noun says what it is.
  private func isKept(_ dependent: Int, before word: Int) -> Bool {
    let other = words[dependent]
    switch other.relation {
    case "compound", "amod", "nummod", "flat", "nmod:poss", "nmod:desc", "advmod", "nmod:unmarked":
      return !WordList.droppedModifier.contains(other.lower)
    case "punct":
      return other.lower == "-" || other.lower == "\"" && dependent > document.subtree(of: word).lowerBound
    case "det": return WordList.keptDeterminer.contains(other.lower)
    default: return false
    }
  }

  private func endOfDescription(_ word: Int, isBare: Bool) -> Int {
    var end = word + 1
    for dependent in document.dependents(of: word) where dependent > word {
      let other = words[dependent]
      // "spokeswoman Petra Hallund": a person's name is no part of the office before it.
      if nameOfWord[dependent] >= 0, nameOfWord[dependent] != nameOfWord[word],
        document.names[nameOfWord[dependent]].type == .person
      {
        continue
      }
      if other.relation == "flat" || other.relation == "fixed" || other.relation == "goeswith"
        || other.relation == "compound" && dependent == end
      {
        end = max(end, dependent + 1)
        continue
      }
      guard !isBare, saysWhich(dependent, of: word) else { break }
      let range = bounded(document.subtree(of: dependent), head: dependent)
      if range.count > 12 || range.lowerBound > end { break }
      end = max(end, range.upperBound)
    }
    return end
  }

  /// "A portion of the land"; "the people in the valley" only where the noun says next to nothing.
  private func saysWhich(_ dependent: Int, of word: Int) -> Bool {
    guard words[dependent].hangs(by: "nmod") else { return false }
    let preposition = document.tree.firstPreposition(of: dependent)
    return preposition == English.of
      || preposition == English.in && WordList.vaguePlace.contains(words[word].lower)
        && nameOfWord[dependent] < 0
  }

  /// A phrase inside another, up to the first relative clause, apposition or coordination with a comma.
  private func bounded(_ range: Range<Int>, head: Int) -> Range<Int> {
    var end = range.upperBound
    for word in range where word > head {
      if words[word].shape.contains(.punctuation), words[word].lower != "-", words[word].lower != "\"",
        words[word].lower != "'"
      {
        end = word
        break
      }
      if words[word].hangs(by: "acl") || words[word].hangs(by: "advcl") {
        end = min(end, document.subtree(of: word).lowerBound)
        break
      }
    }
    return range.lowerBound..<max(head + 1, end)
  }

  // MARK: Types

  private static var longestMeasure: Int { 4 }

  /// What kind of thing a description is of.
  func descriptionType(of word: Int, in range: Range<Int>) -> EntityType? {
    if words[word].shape.contains(.number) || words[word].part == .number { return .quantity }
    if document.dependents(of: word).contains(where: { isCount($0) }) { return .quantity }
    if WordList.number.contains(words[word].lower), range.count > 1 { return .quantity }
    return kindOfThing(at: word)
  }

  /// What kind of thing a noun is, however many there are: "two soldiers" are a group.
  func kindOfThing(at word: Int) -> EntityType? {
    // "a number of soldiers", "tens of thousands of students": what is counted or sorted.
    let measure = word
    var word = word
    for _ in 0..<Self.longestMeasure {
      guard
        WordList.transparentNoun.contains(words[word].lemma)
          || WordList.number.contains(words[word].lower),
        let counted = document.dependents(of: word).first(where: {
          $0 > word && words[$0].hangs(by: "nmod") && document.tree.firstPreposition(of: $0) == English.of
        })
      else { break }
      word = counted
    }
    let lemma = words[word].lemma
    if WordList.role.contains(lemma) { return .person }
    if WordList.profession.contains(lemma) { return words[word].lower == lemma ? .person : .group }
    if WordList.groupNoun.contains(words[word].lower) || WordList.agencyNoun.contains(words[word].lower) {
      return .group
    }
    let mention = mentionOfHead[word] < 0 ? mentionOfHead[measure] : mentionOfHead[word]
    guard mention >= 0 else { return WordList.placeNoun.contains(lemma) ? .place : nil }
    switch document.mentions[mention].type {
    case "person": return word == measure && words[word].lower == lemma ? .person : .group
    case "organization": return .organization
    case "place": return .place
    case "event": return .event
    case "object", "plant", "animal", "substance": return .object
    case "time": return .time
    default: return .concept
    }
  }

  /// A number that counts: "4,000 fighters", but no year and no age.
  private func isCount(_ word: Int) -> Bool {
    words[word].relation == "nummod" && (words[word].part == .number || words[word].shape.contains(.number))
      || words[word].relation == "amod" && WordList.vagueNumber.contains(words[word].lower)
        && document.dependents(of: word).isEmpty
        && WordList.number.contains(words[words[word].head >= 0 ? words[word].head : word].lower)
  }
}
