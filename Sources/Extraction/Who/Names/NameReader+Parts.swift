internal import Linguistics

extension NameReader {
  func name(_ candidate: NameCandidate, beforeNext limits: Range<Int>) -> Name {
    let limit = limits.upperBound
    var range = candidate.words
    var type = candidate.type
    // "Haqqani network": the small word belongs to the name.
    if range.upperBound < limit, WordList.trailingNameNoun.contains(words[range.upperBound].lower) {
      range = range.lowerBound..<range.upperBound + 1
    }
    var title = range.lowerBound..<range.lowerBound
    if type == .person || type == .unknown, candidate.source != .quotes {
      var start = range.lowerBound
      while candidate.source != .list, start < range.upperBound - 1,
        isLeadingTitle(start, end: range.upperBound)
      {
        start += 1
      }
      let first = startOfTitle(before: range.lowerBound, limit: limits.lowerBound)
      title = first..<start
      range = start..<range.upperBound
      if !title.isEmpty { type = .person }
    }
    if let told = headType(range), type != told, type != .person || !startsWithGivenName(range) {
      type = told
    }
    // "Republican Senators" are many.
    if type == .person, let last = range.last, words[last].lower == words[last].lemma + English.pluralEnding,
      lexicon.type(ofNoun: words[last].lemma) == .person || lexicon.isDemonym(words[last].lower)
    {
      type = .group
    }
    let country = agencyCountry(range)
    if country != nil, type == .unknown { type = .organization }
    return Name(
      words: range, title: title, type: type, country: country,
      shortForm: shortForm(after: range.upperBound + (candidate.source == .quotes ? 1 : 0), limit: limit))
  }

  /// A title that starts a name, and no given name ("Earl Warren").
  private func isLeadingTitle(_ index: Int, end: Int) -> Bool {
    let word = Self.withoutStop(words[index].lower)
    guard words[index].shape.contains(.capitalised), !lexicon.isGivenName(word) else { return false }
    return WordList.title.contains(word)
      || end - index > 2 && (WordList.profession.contains(word) || WordList.role.contains(word))
  }

  private func startsWithGivenName(_ range: Range<Int>) -> Bool {
    lexicon.isGivenName(words[range.lowerBound].lower)
  }

  /// What the noun that heads a name says it is: "University of Vienna", "Stamp Act", "Congo River"; nil for a single word.
  func headType(_ range: Range<Int>) -> NameType? {
    guard range.count > 1 else { return nil }
    if WordList.organizationNameWord.contains(words[range.lowerBound].lower) { return .organization }
    // "Operation Desert Storm".
    if WordList.eventNameWord.contains(words[range.lowerBound].lower) { return .event }
    var end =
      range.dropFirst().first { WordList.namePreposition.contains(words[$0].lower) } ?? range.upperBound
    while end - range.lowerBound > 1,
      words[end - 1].shape.contains(.number) || WordList.romanNumeral.contains(words[end - 1].lower)
    {
      end -= 1
    }
    let head = words[end - 1]
    guard end - range.lowerBound > 1 || end < range.upperBound else { return nil }
    if WordList.organizationNameNoun.contains(head.lower) { return .organization }
    if WordList.placeNameNoun.contains(head.lower) { return .place }
    if WordList.eventNameNoun.contains(head.lower) { return .event }
    return WordList.objectNameNoun.contains(head.lower) ? .object : nil
  }

  func isTitle(_ index: Int) -> Bool {
    words[index].shape.contains(.capitalised) && WordList.title.contains(Self.withoutStop(words[index].lower))
  }

  /// No title has more words.
  private static let longestTitle = 12

  /// Where the title before a name starts, with the field of the office: "Deputy Secretary of State", "UN Special Envoy for Mali".
  private func startOfTitle(before name: Int, limit: Int) -> Int {
    var first = name
    while first > limit {
      if let office = officeWithField(endingAt: first, limit: max(limit, name - Self.longestTitle)) {
        first = office
      } else if isTitle(first - 1) || first < name && isTitleAdjective(first - 1) {
        first -= 1
      } else {
        break
      }
    }
    return first
  }

  private func isOf(_ index: Int) -> Bool {
    words[index].lower == English.of || words[index].lower == English.for
  }

  private func isTitleAdjective(_ index: Int) -> Bool {
    words[index].shape.contains(.capitalised) && WordList.roleAdjective.contains(words[index].lower)
  }

  /// "Secretary of State", "Minister for the Middle East", "President of France": the office whose field ends before a word.
  private func officeWithField(endingAt end: Int, limit: Int) -> Int? {
    guard end > limit, words[end - 1].shape.contains(.capitalised) else { return nil }
    var index = end - 1
    while index > limit {
      let word = words[index]
      if isOf(index), isTitle(index - 1) { return index - 1 }
      let isField =
        word.shape.contains(.capitalised) || isOf(index) || word.lower == English.and
        || word.lower == English.the
      guard isField, !word.shape.contains(.punctuation) else { return nil }
      index -= 1
    }
    return nil
  }

  static func withoutStop(_ word: String) -> String {
    word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  private func shortForm(after index: Int, limit: Int) -> Range<Int>? {
    var open = index
    if open < limit, words[open].lower == "\"" { open += 1 }
    if open + 2 < limit, words[open].lower == ",", words[open + 1].lower == English.or {
      let inner = words[open + 2].lower == "\"" ? open + 3 : open + 2
      return inner < limit && words[inner].shape.contains(.acronym) ? inner..<inner + 1 : nil
    }
    guard open + 2 < limit, words[open].lower == "(" else { return nil }
    var inner = open + 1
    if words[inner].lower == English.or || words[inner].lower == English.the { inner += 1 }
    if inner < limit, words[inner].lower == "\"" { inner += 1 }
    guard inner + 1 < limit, words[inner].shape.contains(.acronym) || isMixedAcronym(inner) else {
      return nil
    }
    // "(FNSA)", "(FNSA; founded 2001)"
    return [")", "\"", ",", ";", ":"].contains(words[inner + 1].lower) ? inner..<inner + 1 : nil
  }

  /// "MpS", "CoI": two capitals in one short word.
  private func isMixedAcronym(_ index: Int) -> Bool {
    let range = words[index].range
    guard range.count < 8, words[index].shape.contains(.capitalised) else { return false }
    return document.text.bytes[range].filter { $0 >= 65 && $0 <= 90 }.count > 1
  }

  private func agencyCountry(_ range: Range<Int>) -> String? {
    guard let last = range.last, range.count > 1, WordList.agencyNoun.contains(words[last].lower) else {
      return nil
    }
    let first = document.surface(range.lowerBound..<range.upperBound - 1)
    if let country = lexicon.country(named: first) { return country.name }
    if let country = lexicon.country(ofDemonym: words[range.lowerBound].lower) { return country }
    return range.count > 2
      ? lexicon.country(ofDemonym: words[range.lowerBound].lower + " " + words[range.lowerBound + 1].lower)
      : nil
  }
}
