internal import Claims

/// Finds the phrases of a sentence: names with what belongs to them, descriptions, offices, professions, numbers,
/// dates and lists.
struct PhraseFinder {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  let entities: EntityTable
  let sentence: Sentence
  /// The entities that pronouns stand for, by word.
  let pronouns: [Int: Int]
  private var words: [Word] { document.words }
  private var limit: Int { sentence.words.upperBound }

  /// The phrases; `names` are the indices of the names in the sentence.
  func phrases(names: Range<Int>) -> PhraseTable {
    var table = PhraseTable()
    for index in names { addName(index, to: &table) }
    for index in sentence.words {
      if let entity = pronouns[index] {
        table.add(
          Phrase(
            words: index..<index + 1, mention: index..<index + 1, meaning: .entity(entity),
            type: EntityType(entities.entities[entity].type), isPronoun: true))
      }
      if let date = DateReader(words: words).date(at: index, limit: limit) {
        let range = index..<date.end
        table.add(
          Phrase(
            words: range, mention: range, meaning: .description(surface(range)), type: .time, date: date.value
          ))
      }
    }
    CommonPhraseFinder(document: document, lexicon: lexicon, sentence: sentence).addPhrases(to: &table)
    addComplex(to: &table)
    addLists(to: &table)
    return table
  }

  private func surface(_ range: Range<Int>) -> String { document.surface(range) }

  private func addName(_ index: Int, to table: inout PhraseTable) {
    let name = document.names[index]
    let entity = entities.entityOfName[index]
    var start = name.title.isEmpty ? name.words.lowerBound : name.title.lowerBound
    var end = name.words.upperBound
    if start > sentence.words.lowerBound, words[start - 1].lower == "\"" { start -= 1 }
    if end < limit, words[end].lower == "\"" { end += 1 }
    if let short = name.shortForm { end = min(limit, short.upperBound + 1) }
    if end < limit, lexicon.holds("genericnoun", words[end].lower) { end += 1 }
    if end < limit, words[end].lower == ")", words[end - 1].lower != ")", name.shortForm != nil { end += 1 }
    let type = EntityType(entities.entities[entity].type) ?? EntityType(name.type)
    if end < limit, type == .place, words[end - 1].lower == "\"", lexicon.holds("placenoun", words[end].lower)
    {
      end += 1
    }
    let bareStart = start
    start = extendedLeft(from: start)
    if start < bareStart {
      table.add(
        Phrase(
          words: bareStart..<end, mention: name.words, meaning: .entity(entity), type: type,
          country: name.country))
    }
    let phrase = Phrase(
      words: start..<end, mention: name.words, meaning: .entity(entity), type: type, country: name.country)
    table.add(phrase)
    addDescriptions(around: name, from: start, to: end, table: &table)
  }

  /// Takes in article, adjectives and a profession before a name.
  private func extendedLeft(from start: Int) -> Int {
    var index = start
    var candidate = start
    while index > sentence.words.lowerBound, start - index < 5 {
      let word = words[index - 1]
      let lower = word.lower
      if ["the", "a", "an"].contains(lower) { return index - 1 }
      if lexicon.holds("profession", lower) || lexicon.holds("role", lower) || lower == "laureate"
        || lower.hasSuffix("-old")
        || lower == "former" || index == start && lexicon.country(ofDemonym: lower) != nil
      {
        index -= 1
        candidate = index
        continue
      }
      guard word.isModifier else { break }
      if word.shape.contains(.capitalised), lexicon.country(ofDemonym: lower) == nil { break }
      index -= 1
    }
    return candidate
  }

  /// "FNSA fighters", "Masood's fighters".
  private func addDescriptions(around name: Name, from start: Int, to end: Int, table: inout PhraseTable) {
    var index = end
    if index < limit, words[index].lower == "'s" || words[index].lower == "'" { index += 1 }
    var last = index
    while last < limit, last - index < 4 {
      if lexicon.holds("groupnoun", words[last].lower), words[last].part != .verb {
        // "police officers" goes on, "fighters" ends it.
        if last + 1 < limit, lexicon.holds("groupnoun", words[last + 1].lower) { last += 1 }
        let range = start..<last + 1
        table.add(
          Phrase(words: range, mention: bare(range), meaning: .description(described(range)), type: .group))
        return
      }
      if !words[last].isModifier || words[last].shape.contains(.capitalised) { return }
      last += 1
    }
  }

  private func bare(_ range: Range<Int>) -> Range<Int> {
    ["the", "a", "an"].contains(words[range.lowerBound].lower) && range.count > 1
      ? range.lowerBound + 1..<range.upperBound : range
  }

  private func described(_ range: Range<Int>) -> String { surface(bare(range)) }

  /// "the Freedom Front of General Zia": a phrase, "of" and another phrase; "special services of Turkey".
  private func addComplex(to table: inout PhraseTable) {
    for index in sentence.words where words[index].lower == "of" && index + 1 < limit {
      guard let inner = table.starting(at: index + 1).last(where: { isParty(table.phrases[$0]) }) else {
        continue
      }
      let innerPhrase = table.phrases[inner]
      let outerPhrases = table.ending(at: index)
      if let outer = outerPhrases.first(where: { isParty(table.phrases[$0]) }) {
        var phrase = table.phrases[outer]
        phrase.words = phrase.words.lowerBound..<innerPhrase.words.upperBound
        if case .description = phrase.meaning {
          phrase.mention = bare(phrase.words)
          phrase.meaning = .description(described(phrase.words))
        }
        table.add(phrase)
      } else if index > sentence.words.lowerBound, lexicon.holds("groupnoun", words[index - 1].lower),
        words[index - 1].part != .verb
      {
        var start = index - 1
        while start > sentence.words.lowerBound, index - start < 4,
          lexicon.holds("agencyadjective", words[start - 1].lower)
        {
          start -= 1
        }
        let core = start
        if start > sentence.words.lowerBound, ["the", "a", "an"].contains(words[start - 1].lower) {
          start -= 1
        }
        let range = start..<innerPhrase.words.upperBound
        var country: String?
        if case .entity(let entity) = innerPhrase.meaning,
          lexicon.country(named: entities.entities[entity].name) != nil
        {
          country = entities.entities[entity].name
        }
        table.add(
          Phrase(
            words: range, mention: core..<innerPhrase.words.upperBound,
            meaning: .description(surface(core..<innerPhrase.words.upperBound)), type: .group,
            country: country))
      }
    }
  }

  private func isParty(_ phrase: Phrase) -> Bool {
    switch phrase.type {
    case .some(.time), .some(.quantity), .some(.role), .some(.concept): false
    default: true
    }
  }

  /// "A and B", "A, B and C", "A, B, and C".
  private func addLists(to table: inout PhraseTable) {
    for index in sentence.words where words[index].lower == "and" && index + 1 < limit {
      let other = words[index + 1].lower == "the" ? index + 2 : index + 1
      if other < limit, words[other].lower == "others",
        let phrase = table.ending(at: index).first(where: {
          canBeListed(table.phrases[$0])
        })
      {
        // "he and the others": the others stay unnamed.
        var wider = table.phrases[phrase]
        wider.words = wider.words.lowerBound..<other + 1
        table.add(wider)
        continue
      }
      guard let last = table.starting(at: index + 1).first(where: { canBeListed(table.phrases[$0]) }) else {
        continue
      }
      let type = table.phrases[last].type
      var members = [last]
      var position = index
      if position > sentence.words.lowerBound, words[position - 1].lower == "," { position -= 1 }
      while let previous = table.ending(at: position).first(where: {
        canBeListed(table.phrases[$0])
          && (table.phrases[$0].type == type || type == nil || table.phrases[$0].type == nil
            || Self.actors.isSuperset(of: [type, table.phrases[$0].type].compactMap(\.self)))
      }) {
        members.append(previous)
        position = table.phrases[previous].words.lowerBound
        guard members.count < 12, position > sentence.words.lowerBound, words[position - 1].lower == ","
        else { break }
        position -= 1
      }
      guard members.count > 1 else { continue }
      if position > sentence.words.lowerBound, words[position - 1].lower == "both" { position -= 1 }
      let start = min(position, table.phrases[members[members.count - 1]].words.lowerBound)
      let range = start..<table.phrases[last].words.upperBound
      let listed = words[start].lower == "," ? start + 1..<range.upperBound : range
      table.add(Phrase(words: listed, mention: listed, meaning: .list(members.reversed()), type: type))
    }
  }

  private static let actors: Set<EntityType> = [.person, .organization, .group, .place]

  private func canBeListed(_ phrase: Phrase) -> Bool {
    if case .list = phrase.meaning { return false }
    return isParty(phrase) || phrase.type == .concept
  }
}

extension EntityType {
  /// The claim type of a name's type; nil where that does not tell.
  init?(_ type: NameType) {
    if type == .unknown { return nil }
    self.init(rawValue: type.rawValue)
  }
}
