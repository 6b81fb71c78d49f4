internal import Linguistics

/// Finds the names of a document: those that the model tagged, completed by the lists, by quotes and by what stands around.
struct NameReader {
  let document: AnnotatedText
  let tags: [NameCandidate]
  let lexicon: Lexicon
  let list: NameList
  var words: [Word] { document.words }

  /// A name of more words is a headline in capitals.
  static let longestName = 12

  init(document: AnnotatedText, tags: NameTags, lexicon: Lexicon, list: NameList) {
    self.document = document
    self.tags = tags.spans
    self.lexicon = lexicon
    self.list = list
  }

  /// The names, in order; they do not overlap.
  func names() -> [Name] {
    var found: [[NameCandidate]] = []
    var tag = 0
    var mention = 0
    for sentence in document.sentences {
      var candidates =
        listed(in: sentence) + agencies(in: sentence) + quoted(in: sentence) + elections(in: sentence)
      while tag < tags.count, tags[tag].words.lowerBound < sentence.words.upperBound {
        candidates += trimmed(tags[tag], in: sentence)
        tag += 1
      }
      while mention < document.mentions.count,
        document.mentions[mention].words.lowerBound < sentence.words.upperBound
      {
        if let span = candidate(of: document.mentions[mention], in: sentence) { candidates.append(span) }
        mention += 1
      }
      found.append(chosen(joinedByNickname(candidates, in: sentence)))
    }
    addRepeated(to: &found)
    var names: [Name] = []
    for (sentence, candidates) in zip(document.sentences, found) {
      for candidate in candidates.sorted(by: { $0.words.lowerBound < $1.words.lowerBound }) {
        // A short form in brackets belongs to the name before it.
        if let short = names.last?.shortForm, short.overlaps(candidate.words) { continue }
        let name = name(candidate, beforeNext: sentence.words)
        // "State" of "Secretary of State Anna Berg" names nothing.
        while let last = names.last, name.title.overlaps(last.words),
          last.type == .person || WordList.officeField.contains(words[last.words.lowerBound].lower)
        {
          names.removeLast()
        }
        names.append(name)
      }
    }
    return names
  }

  /// Of candidates that overlap the longest, and of equal ones the one with the best source.
  private func chosen(_ candidates: [NameCandidate]) -> [NameCandidate] {
    var taken: Set<Int> = []
    var result: [NameCandidate] = []
    let sorted = candidates.sorted {
      ($1.words.count, $0.source, $0.words.lowerBound) < ($0.words.count, $1.source, $1.words.lowerBound)
    }
    for candidate in sorted {
      if let other = result.firstIndex(where: { $0.words.overlaps(candidate.words) }),
        candidate.words.contains(where: taken.contains)
      {
        // The model tells what a listed or quoted name is, where that does not tell itself.
        if result[other].type == .unknown, candidate.type != .object,
          result[other].words.upperBound == candidate.words.upperBound
        {
          result[other].type = candidate.type
        }
        continue
      }
      taken.formUnion(candidate.words)
      result.append(candidate)
    }
    return result
  }
}
