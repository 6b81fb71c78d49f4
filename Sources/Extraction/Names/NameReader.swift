internal import Linguistics

/// Finds the names of a document: those that the model tagged, completed by the lists, by quotes and by what stands around.
struct NameReader {
  let document: AnnotatedDocument
  private let tags: [NameCandidate]
  let lexicon: Lexicon
  let list: NameList
  var words: [Word] { document.words }

  /// A name of more words is a headline in capitals.
  static let longestName = 12

  init(document: AnnotatedDocument, tags: NameTags, lexicon: Lexicon, list: NameList) {
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
      var candidates = listed(in: sentence) + agencies(in: sentence) + quoted(in: sentence)
      while tag < tags.count, tags[tag].words.lowerBound < sentence.words.upperBound {
        if let span = trimmed(tags[tag], limit: sentence.words.upperBound) { candidates.append(span) }
        tag += 1
      }
      while mention < document.mentions.count,
        document.mentions[mention].words.lowerBound < sentence.words.upperBound
      {
        if let span = candidate(of: document.mentions[mention], in: sentence) { candidates.append(span) }
        mention += 1
      }
      found.append(chosen(candidates))
    }
    addRepeated(to: &found)
    var names: [Name] = []
    for (sentence, candidates) in zip(document.sentences, found) {
      for candidate in candidates.sorted(by: { $0.words.lowerBound < $1.words.lowerBound }) {
        // A short form in brackets belongs to the name before it.
        if let short = names.last?.shortForm, short.overlaps(candidate.words) { continue }
        names.append(name(candidate, beforeNext: sentence.words))
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

  // MARK: The model's names

  /// A tagged name without article, quotes and marks at its ends; nil where no capital or digit stays.
  private func trimmed(_ span: NameCandidate, limit: Int) -> NameCandidate? {
    var start = span.words.lowerBound
    var end = span.words.upperBound
    while start < end,
      ["the", "a", "an"].contains(words[start].lower) || words[start].shape.contains(.punctuation)
    { start += 1 }
    if let quote = (start..<end).first(where: { words[$0].lower == "\"" }) { end = quote }
    while end > start,
      words[end - 1].lower == "'s" || words[end - 1].part == .adposition
        || words[end - 1].shape.contains(.punctuation)
    { end -= 1 }
    guard start < end, end - start <= Self.longestName,
      (start..<end).contains(where: { words[$0].shape.contains(.capitalised) }), !isDerived(end - 1),
      end - start > 1 || !isOneOfMany(start)
    else { return nil }
    // "Nordic Shipping" before an untagged "Company", which it modifies: the name goes on.
    if words[end - 1].relation == "compound", end < limit,
      words[end].part == .properNoun || words[end].part == .noun,
      words[end].shape.contains(.capitalised), !isOffice(end..<end + 1)
    {
      end += 1
    }
    return NameCandidate(words: start..<end, type: span.type, source: span.source)
  }

  /// "a Tajik", "an ethnic Tajik": one of a people, which has no name here.
  private func isOneOfMany(_ index: Int) -> Bool {
    if lexicon.country(ofDemonym: words[index].lower) != nil, words[index].lemma == words[index].lower {
      return true
    }
    var before = index - 1
    while before > 0, words[before].part == .adjective { before -= 1 }
    return before >= 0 && (words[before].lower == "a" || words[before].lower == "an")
  }

  /// "Hungarian-born", "Kabul-based": an adjective made from a name.
  private func isDerived(_ index: Int) -> Bool {
    let word = words[index]
    guard let hyphen = word.lower.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
    return word.part == .adjective || word.part == .verb
      || lexicon.holds("suffix", String(word.lower[word.lower.index(after: hyphen)...]))
  }

  /// The name in a mention by a name: a proper noun with the capitals around it.
  ///
  /// It tells of events and works, which have no tag of their own, and of names that were not tagged.
  private func candidate(of mention: Mention, in sentence: Sentence) -> NameCandidate? {
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
      } else if words[end].lower == "of", let next = afterArticle(end + 1, limit: mention.words.upperBound),
        isNamePart(next)
      {
        end = next + 1
      } else {
        break
      }
    }
    while start < mention.head, lexicon.country(ofDemonym: words[start].lower) != nil,
      words[start].part == .adjective
    { start += 1 }
    var type = Self.types[mention.type] ?? .unknown
    if type == .person, words[mention.head].lemma != words[mention.head].lower, end - start == 1 {
      type = .group
    }
    // A prize or a law of its own name; one word is more often an idea.
    if mention.type == "abstract", end - start > 1 { type = .object }
    guard type != .unknown, end - start <= Self.longestName, !isOffice(start..<end) else { return nil }
    return NameCandidate(words: start..<end, type: type, source: .mention)
  }

  private static let types: [String: NameType] = [
    "person": .person, "organization": .organization, "place": .place, "event": .event, "object": .object,
  ]

  private func isNamePart(_ index: Int) -> Bool {
    let word = words[index]
    return word.part == .properNoun || word.part == .number
      || word.shape.contains(.capitalised) && (word.part == .noun || word.part == .adjective)
  }

  private func afterArticle(_ index: Int, limit: Int) -> Int? {
    let next = index < limit && words[index].lower == "the" ? index + 1 : index
    return next < limit ? next : nil
  }

  /// "President", "Foreign Minister of Norway": no name of a person.
  private func isOffice(_ range: Range<Int>) -> Bool {
    range.contains { lexicon.holds("role", words[$0].lower) || lexicon.holds("profession", words[$0].lower) }
      || range.allSatisfy { lexicon.holds("title", Self.withoutStop(words[$0].lower)) }
  }

  // MARK: Quotes

  /// The words between quotes that are written like a name.
  private func quoted(in sentence: Sentence) -> [NameCandidate] {
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
    if lexicon.holds("placenoun", words[index].lower) { return .place }
    return lexicon.holds("genericnoun", words[index].lower) || lexicon.holds("groupnoun", words[index].lower)
      ? .organization : .unknown
  }

  // MARK: What is a name elsewhere

  /// A name is one wherever it is written as a proper noun, though the model may have missed it here.
  private func addRepeated(to found: inout [[NameCandidate]]) {
    var types: [String: NameType] = [:]
    var starts: Set<String> = []
    for candidate in found.joined() where candidate.source != .mention {
      let form = form(candidate.words)
      guard words[candidate.words.lowerBound].shape.contains(.capitalised), types[form] == nil else {
        continue
      }
      types[form] = candidate.type
      starts.insert(words[candidate.words.lowerBound].lower)
    }
    for (number, sentence) in document.sentences.enumerated() {
      var taken: Set<Int> = []
      for candidate in found[number] { taken.formUnion(candidate.words) }
      var index = sentence.words.lowerBound
      while index < sentence.words.upperBound {
        let start = index
        index += 1
        guard !taken.contains(start), words[start].part == .properNoun,
          words[start].shape.contains(.capitalised),
          starts.contains(words[start].lower)
        else { continue }
        var run = start
        while run < sentence.words.upperBound, run - start < Self.longestName, !taken.contains(run),
          !words[run].shape.contains(.punctuation)
        {
          run += 1
        }
        for end in stride(from: run, to: start, by: -1) {
          guard let type = types[form(start..<end)] else { continue }
          // "Berg" is not in "Berg Street".
          if end < sentence.words.upperBound, words[end].part == .properNoun, !taken.contains(end) { break }
          if start > sentence.words.lowerBound, words[start - 1].part == .properNoun,
            !taken.contains(start - 1),
            !lexicon.holds("title", words[start - 1].lower)
          {
            break
          }
          found[number].append(NameCandidate(words: start..<end, type: type, source: .tags))
          index = end
          break
        }
      }
    }
  }

  private func form(_ range: Range<Int>) -> String { document.surface(range) }

  // MARK: What belongs to a name

  private func name(_ candidate: NameCandidate, beforeNext limits: Range<Int>) -> Name {
    let limit = limits.upperBound
    var range = candidate.words
    var type = candidate.type
    // "Haqqani network": the small word belongs to the name.
    if range.upperBound < limit, words[range.upperBound].lower == "network" {
      range = range.lowerBound..<range.upperBound + 1
    }
    var title = range.lowerBound..<range.lowerBound
    if type == .person || type == .unknown, candidate.source != .quotes {
      var start = range.lowerBound
      while candidate.source != .list, start < range.upperBound - 1, isTitle(start) { start += 1 }
      var first = range.lowerBound
      while first > limits.lowerBound, isTitle(first - 1) { first -= 1 }
      title = first..<start
      range = start..<range.upperBound
      if !title.isEmpty { type = .person }
    }
    let country = agencyCountry(range)
    if country != nil, type == .unknown { type = .organization }
    return Name(
      words: range, title: title, type: type, country: country,
      shortForm: shortForm(after: range.upperBound + (candidate.source == .quotes ? 1 : 0), limit: limit))
  }

  private func isTitle(_ index: Int) -> Bool {
    words[index].shape.contains(.capitalised) && lexicon.holds("title", Self.withoutStop(words[index].lower))
  }

  private static func withoutStop(_ word: String) -> String {
    word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  private func shortForm(after index: Int, limit: Int) -> Range<Int>? {
    var open = index
    if open < limit, words[open].lower == "\"" { open += 1 }
    guard open + 2 < limit, words[open].lower == "(" else { return nil }
    let isQuoted = words[open + 1].lower == "\"" && open + 4 < limit && words[open + 3].lower == "\""
    let inner = isQuoted ? open + 2 : open + 1
    let close = isQuoted ? open + 4 : open + 2
    guard words[close].lower == ")", words[inner].shape.contains(.acronym) else { return nil }
    return inner..<inner + 1
  }

  private func agencyCountry(_ range: Range<Int>) -> String? {
    guard let last = range.last, range.count > 1, lexicon.holds("agencynoun", words[last].lower) else {
      return nil
    }
    if let country = lexicon.country(ofDemonym: words[range.lowerBound].lower) { return country }
    return range.count > 2
      ? lexicon.country(ofDemonym: words[range.lowerBound].lower + " " + words[range.lowerBound + 1].lower)
      : nil
  }
}
