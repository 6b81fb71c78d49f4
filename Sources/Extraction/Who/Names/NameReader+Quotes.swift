extension NameReader {
  /// The words between quotes that are written like a name.
  func quoted(in sentence: Sentence) -> [NameCandidate] {
    var candidates: [NameCandidate] = []
    let limit = sentence.words.upperBound
    var open = sentence.words.lowerBound - 1
    while open + 2 < limit {
      open += 1
      guard words[open].lower == "\"", open + 2 < limit, words[open + 1].shape.contains(.capitalised) else {
        continue
      }
      var close = open + 1
      while close < limit, close - open < 9, canBeQuoted(close) { close += 1 }
      guard close < limit, words[close].lower == "\"", close > open + 1, words[close - 1].lower != "." else {
        continue
      }
      if close == open + 2, !words[open + 1].isNominal { continue }
      let type = typeOfQuoted(nextTo: close + 1, limit: limit)
      candidates.append(NameCandidate(words: open + 1..<close, type: type, source: .quotes))
      open = close
    }
    return candidates
  }

  private func canBeQuoted(_ index: Int) -> Bool {
    let word = words[index]
    if word.shape.contains(.punctuation) { return ["–", "-", "—", ".", "'"].contains(word.lower) }
    return word.shape.contains(.capitalised) || word.shape.contains(.number)
      || [.adposition, .determiner, .coordinator].contains(word.part) || word.part == .properNoun
  }

  /// What the noun after a quoted name says that it is.
  private func typeOfQuoted(nextTo index: Int, limit: Int) -> NameType {
    guard index < limit else { return .unknown }
    if WordList.placeNoun.contains(words[index].lower) { return .place }
    return WordList.genericNoun.contains(words[index].lower)
      || WordList.groupNoun.contains(words[index].lower)
      ? .organization : .unknown
  }

  /// Names of one person with a nickname between: `William "Bill" Gates`, `Alessandro (Alex) Gadotti`.
  func joinedByNickname(_ candidates: [NameCandidate], in sentence: Sentence) -> [NameCandidate] {
    let limit = sentence.words.upperBound
    var joined: [NameCandidate] = []
    for candidate in candidates where candidate.type == .person {
      let open = candidate.words.upperBound
      guard open + 3 < limit, words[open].lower == "\"" || words[open].lower == "(" else { continue }
      let mark = words[open].lower == "(" ? ")" : "\""
      guard let close = (open + 2..<min(limit, open + 5)).first(where: { words[$0].lower == mark }),
        (open + 1..<close).allSatisfy({ words[$0].shape.contains(.capitalised) })
      else { continue }
      var end = close + 1
      while end < limit, end - close < 4, words[end].part == .properNoun,
        words[end].shape.contains(.capitalised),
        !words[end].shape.contains(.punctuation)
      {
        end += 1
      }
      guard end > close + 1 else { continue }
      joined.append(NameCandidate(words: candidate.words.lowerBound..<end, type: .person, source: .tags))
    }
    return candidates + joined
  }
}
