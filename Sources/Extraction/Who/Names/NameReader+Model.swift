internal import Linguistics

extension NameReader {
  /// A tagged name without article, quotes and marks at its ends, or the names that it holds; none where no capital stays.
  func trimmed(_ span: NameCandidate, in sentence: Sentence) -> [NameCandidate] {
    var start = startOfName(span.words)
    if let (first, second) = parts(of: span, from: start) {
      return trimmed(first, in: sentence) + trimmed(second, in: sentence)
    }
    if let name = nameBehindRegion(start..<span.words.upperBound) {
      return [
        NameCandidate(words: start..<name, type: .place, source: span.source),
        NameCandidate(words: name..<span.words.upperBound, type: .person, source: span.source),
      ]
    }
    if span.type == .person || span.type == .unknown {
      start = nameBehindField(start..<span.words.upperBound, in: sentence.words) ?? start
    }
    let end = endOfName(start..<max(start, span.words.upperBound))
    guard start < end, end - start <= Self.longestName,
      (start..<end).contains(where: { words[$0].shape.contains(.capitalised) }), !isDerived(end - 1),
      end - start > 1 || !isOneOfMany(start), !isOfficeAlone(start..<end)
    else { return [] }
    let whole = continued(start..<end, limit: sentence.words.upperBound)
    return [NameCandidate(words: start..<whole, type: span.type, source: span.source)]
  }

  /// "the", but not the "A" of "A&J".
  private func startOfName(_ span: Range<Int>) -> Int {
    var start = span.lowerBound
    while start < span.upperBound,
      isArticle(start) && (start + 1 >= words.count || words[start + 1].shape.contains(.spaceBefore))
        || words[start].shape.contains(.punctuation) || isCount(start)
    { start += 1 }
    return start
  }

  /// "William Ross of the Ulster Unionist Party", "the Center for Studies and the Forum for Policy": two names.
  private func parts(of span: NameCandidate, from start: Int) -> (NameCandidate, NameCandidate)? {
    var index = start + 1
    while index + 2 < span.words.upperBound {
      let isAnd = words[index].lower == English.and
      if words[index + 1].lower == English.the,
        isAnd || span.type == .person && words[index].lower == English.of
      {
        let first = NameCandidate(words: start..<index, type: span.type, source: span.source)
        let second = NameCandidate(
          words: index + 2..<span.words.upperBound,
          type: isAnd ? span.type : headType(index + 2..<span.words.upperBound) ?? .unknown,
          source: span.source)
        return (first, second)
      }
      index += 1
    }
    return nil
  }

  /// Where a name ends before a quotation mark, an "'s", a preposition, a mark or the day of the news.
  private func endOfName(_ name: Range<Int>) -> Int {
    var end = name.first { words[$0].lower == "\"" } ?? name.upperBound
    while end > name.lowerBound,
      words[end - 1].lower == English.possessiveMark || words[end - 1].lower == "'"
        || words[end - 1].part == .adposition || words[end - 1].shape.contains(.punctuation)
        || end - name.lowerBound > 1 && isWeekday(end - 1)
    { end -= 1 }
    return end
  }

  /// "Nordic Shipping" before an untagged "Company", which it modifies: the name goes on.
  private func continued(_ name: Range<Int>, limit: Int) -> Int {
    let start = name.lowerBound
    var end = name.upperBound
    while end < limit, end - start < Self.longestName,
      words[end - 1].relation == "compound" || words[end].relation == "flat",
      words[end].part == .properNoun || words[end].part == .noun,
      words[end].shape.contains(.capitalised), !isOffice(end..<end + 1), !isListedPlace(start..<end),
      !isWeekday(end)
    {
      end += 1
    }
    return endWithSuffix(end, limit: limit)
  }

  /// "Karl Holm Wednesday rejected": newspapers put the day right behind a name.
  private func isWeekday(_ word: Int) -> Bool {
    TimeLexicon.builtIn.weekdays[words[word].lower] != nil && words[word].lower.utf8.count > 5
  }

  /// "the Middle East Anna Berg" of a headline: where somebody's name starts behind a region's.
  private func nameBehindRegion(_ range: Range<Int>) -> Int? {
    guard range.count > 2 else { return nil }
    let isGiven = lexicon.isGivenName(words[range.lowerBound].lower)
    return (range.lowerBound + (isGiven ? 2 : 1)..<range.upperBound - 1).first { start in
      let place = document.surface(range.lowerBound..<start)
      return lexicon.isGivenName(words[start].lower) && headType(start..<range.upperBound) == nil
        && (lexicon.region(named: place) != nil || lexicon.country(named: place) != nil)
    }
  }

  /// "Secretary of State Anna Berg": where somebody's name starts behind the field of the office before it.
  func nameBehindField(_ range: Range<Int>, in limits: Range<Int>) -> Int? {
    let preposition = range.lowerBound - 1
    guard preposition > limits.lowerBound, WordList.officePreposition.contains(words[preposition].lower),
      isTitle(preposition - 1)
    else { return nil }
    var start = range.lowerBound
    while start < range.upperBound - 1, WordList.officeField.contains(words[start].lower) { start += 1 }
    return start > range.lowerBound ? start : nil
  }

  private func isArticle(_ index: Int) -> Bool { WordList.article.contains(words[index].lower) }

  /// "5 Social Crediters", "million Syrians": a number of somebody.
  private func isCount(_ index: Int) -> Bool {
    words[index].part == .number && !words[index].shape.contains(.capitalised)
      && words[index].relation == "nummod" && words[index].head > index
      && words[words[index].head].lower.hasSuffix(English.pluralEnding)
  }

  private func isListedPlace(_ range: Range<Int>) -> Bool {
    let name = document.surface(range)
    return lexicon.country(named: name) != nil || lexicon.region(named: name) != nil
  }

  /// "Berg Jr.", "Nordic Shipping, Inc.": the end with a generation or the legal form of a company.
  private func endWithSuffix(_ end: Int, limit: Int) -> Int {
    let next = end < limit && words[end].lower == "," ? end + 1 : end
    guard next < limit, words[next].shape.contains(.capitalised) else { return end }
    let bare = words[next].lower.filter { $0 != "." }
    return WordList.nameSuffix.contains(bare) ? next + 1 : end
  }

  /// "Secretary", "Foreign Minister": an office and nothing else.
  private func isOfficeAlone(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      let word = Self.withoutStop(words[index].lower)
      return
        (WordList.title.contains(word) || WordList.role.contains(word)
        || WordList.roleAdjective.contains(word))
        && !(range.count > 1 && lexicon.isGivenName(word))
    }
      && (range.count > 1
        || words[range.lowerBound].shape.contains(.capitalised) && !isTaggedSurname(range.lowerBound))
  }

  /// "King" or "Bishop" after a title: somebody's name.
  private func isTaggedSurname(_ index: Int) -> Bool {
    index > 0 && words[index - 1].shape.contains(.capitalised)
      && WordList.courtesyTitle.contains(Self.withoutStop(words[index - 1].lower))
  }

  /// "a Tajik", "an ethnic Tajik": one of a people, which has no name here.
  private func isOneOfMany(_ index: Int) -> Bool {
    if lexicon.isDemonym(words[index].lower), words[index].lemma == words[index].lower { return true }
    var before = index - 1
    while before > 0, words[before].part == .adjective { before -= 1 }
    return before >= 0 && WordList.indefiniteArticle.contains(words[before].lower)
  }

  /// "Hungarian-born", "Kabul-based": an adjective made from a name.
  private func isDerived(_ index: Int) -> Bool {
    let word = words[index]
    guard let hyphen = word.lower.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
    return word.part == .adjective || word.part == .verb
      || WordList.suffix.contains(String(word.lower[word.lower.index(after: hyphen)...]))
  }

  /// The name in a mention by a name: a proper noun with the capitals around it.
  ///
  /// It tells of events and works, which have no tag of their own, and of names that were not tagged.
  func candidate(of mention: Mention, in sentence: Sentence) -> NameCandidate? {
    guard mention.kind == .named, sentence.words.contains(mention.head),
      mention.words.count <= 2 * Self.longestName,
      words[mention.head].part == .properNoun, words[mention.head].shape.contains(.capitalised),
      !isDerived(mention.head)
    else { return nil }
    var start = mention.head
    while start > mention.words.lowerBound, isNamePart(start - 1) { start -= 1 }
    var end = mention.head + 1
    while end < mention.words.upperBound {
      if isNamePart(end) {
        end += 1
      } else if words[end].lower == English.of, mention.type != "person",
        let next = afterArticle(end + 1, limit: mention.words.upperBound),
        isNamePart(next)
      {
        end = next + 1
      } else {
        break
      }
    }
    while start < mention.head,
      lexicon.country(ofDemonym: words[start].lower) != nil && words[start].part == .adjective
        || isCount(start)
    { start += 1 }
    start = nameBehindRegion(start..<end) ?? start
    if mention.type == "person" { start = nameBehindField(start..<end, in: sentence.words) ?? start }
    if mention.type == "person", end - start > 1, isWeekday(end - 1) { end -= 1 }
    if end - start == 1, isOneOfMany(start) { return nil }
    var type = Self.types[mention.type] ?? .unknown
    if type == .person, words[mention.head].lemma != words[mention.head].lower, end - start == 1 {
      type = .group
    }
    // A prize or a law of its own name; one word is more often an idea.
    if mention.type == "abstract", end - start > 1 { type = .object }
    guard type != .unknown, end - start <= Self.longestName, !isOffice(start..<end) else { return nil }
    return NameCandidate(words: start..<end, type: type, source: .mention)
  }

  static let types: [String: NameType] = [
    "person": .person, "organization": .organization, "place": .place, "event": .event, "object": .object,
  ]

  func isNamePart(_ index: Int) -> Bool {
    let word = words[index]
    return word.part == .properNoun || word.part == .number
      || word.shape.contains(.capitalised) && (word.part == .noun || word.part == .adjective)
  }

  private func afterArticle(_ index: Int, limit: Int) -> Int? {
    let next = index < limit && words[index].lower == English.the ? index + 1 : index
    return next < limit ? next : nil
  }

  /// "President", "Foreign Minister of Norway": no name of a person.
  func isOffice(_ range: Range<Int>) -> Bool {
    range.contains {
      WordList.role.contains(words[$0].lower) || WordList.profession.contains(words[$0].lower)
    }
      || range.allSatisfy { WordList.title.contains(Self.withoutStop(words[$0].lower)) }
  }
}
