extension NameReader {
  /// The names that a list knows.
  func listed(in sentence: Sentence) -> [NameCandidate] {
    var candidates: [NameCandidate] = []
    var index = sentence.words.lowerBound
    while index < sentence.words.upperBound {
      guard words[index].shape.contains(.capitalised) || words[index].lower.hasPrefix(English.arabicArticle),
        list.mayStart(words[index].lower),
        let end = endOfListed(from: index, limit: sentence.words.upperBound)
      else {
        index += 1
        continue
      }
      let name = document.surface(index..<end)
      let isPlace =
        lexicon.country(named: name) != nil || lexicon.country(withCapital: name) != nil
        || lexicon.region(named: name) != nil
      candidates.append(NameCandidate(words: index..<end, type: isPlace ? .place : .unknown, source: .list))
      index = end
    }
    return candidates
  }

  private func endOfListed(from start: Int, limit: Int) -> Int? {
    var farthest = start + 1
    while farthest < limit, farthest - start < Self.longestName, words[farthest].lower != "\"" {
      farthest += 1
    }
    for end in stride(from: farthest, to: start, by: -1)
    where !words[end - 1].shape.contains(.punctuation) && list.holds(document.surface(start..<end)) {
      // "Who" and "Us" are no organizations, and no name ends in small letters by chance.
      if end == start + 1 {
        guard words[start].isNominal || words[start].shape.contains(.acronym) || words[start].part == .other
        else { return nil }
        if words[start].lower.utf8.count < 4, !words[start].shape.contains(.acronym),
          words[start].part != .properNoun
        {
          return nil
        }
      }
      return end
    }
    return nil
  }

  /// "Turkish special services", "Pakistani intelligence": an adjective of nationality with an agency; and "Chechens".
  func agencies(in sentence: Sentence) -> [NameCandidate] {
    var candidates: [NameCandidate] = []
    let limit = sentence.words.upperBound
    var index = sentence.words.lowerBound
    while index < limit {
      guard let last = endOfDemonym(at: index, limit: limit) else {
        index += 1
        continue
      }
      var end = last
      while end < limit, end - last < 4, WordList.agencyAdjective.contains(words[end].lower),
        !WordList.agencyNoun.contains(words[end].lower)
          || end + 1 < limit && WordList.agencyNoun.contains(words[end + 1].lower)
      {
        end += 1
      }
      if end < limit, WordList.agencyNoun.contains(words[end].lower), words[end].part != .verb {
        candidates.append(NameCandidate(words: index..<end + 1, type: .organization, source: .agency))
        index = end + 1
        continue
      }
      let word = words[last - 1]
      if word.part == .noun || word.part == .properNoun,
        word.lower.hasSuffix(English.pluralEnding) || word.lemma != word.lower,
        last >= limit || !words[last].isNominal
      {
        candidates.append(NameCandidate(words: index..<last, type: .group, source: .agency))
      }
      index = last
    }
    return candidates
  }

  /// The end of an adjective or noun of nationality ("Saudi Arabian") that starts at a word.
  private func endOfDemonym(at index: Int, limit: Int) -> Int? {
    guard words[index].shape.contains(.capitalised) else { return nil }
    if index + 1 < limit,
      lexicon.country(ofDemonym: words[index].lower + " " + words[index + 1].lower) != nil
    {
      return index + 2
    }
    if lexicon.isDemonym(words[index].lower) { return index + 1 }
    // "US forces", "Saudi Arabia authorities": a country before its agency.
    for length in 1...2 where index + length < limit {
      if WordList.agencyNoun.contains(words[index + length].lower), words[index + length].part == .noun,
        words[index + length].head != index,
        lexicon.country(named: document.surface(index..<index + length)) != nil
      {
        return index + length
      }
    }
    return nil
  }

  /// "2006 Canadian federal election", "the Irish presidential election of 1990": the votes of a country, by adjective or name.
  func elections(in sentence: Sentence) -> [NameCandidate] {
    var candidates: [NameCandidate] = []
    for noun in sentence.words where WordList.election.contains(words[noun].lemma) {
      var start = noun
      while start > sentence.words.lowerBound, WordList.electionAdjective.contains(words[start - 1].lower) {
        start -= 1
      }
      let adjectives = start
      while start > sentence.words.lowerBound, adjectives - start < 4, isNamePart(start - 1),
        words[start - 1].part != .number
      {
        start -= 1
      }
      guard start < adjectives, words[start].shape.contains(.capitalised) else { continue }
      if start > sentence.words.lowerBound, words[start - 1].shape.contains(.number),
        words[start - 1].range.count == 4
      {
        start -= 1
      } else if adjectives == noun {
        continue
      }
      candidates.append(NameCandidate(words: start..<noun + 1, type: .event, source: .list))
    }
    return candidates
  }
}
