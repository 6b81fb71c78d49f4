/// Finds names by capitals, quotes and the word lists.
struct NameFinder {
  let text: DocumentText
  let words: [Word]
  let lexicon: Lexicon
  let knownNames: [String: NameType]
  /// Words seen with a capital where no sentence starts, in lower case.
  private var seenCapitalised: Set<String> = []
  /// Words seen without a capital.
  private var seenSmall: Set<String> = []

  /// A name of more words is a headline in capitals.
  private static let longestName = 12

  init(text: DocumentText, words: [Word], lexicon: Lexicon, knownNames: [String: NameType]) {
    self.text = text
    self.words = words
    self.lexicon = lexicon
    self.knownNames = knownNames
  }

  /// The names of the sentences, in order.
  mutating func names(in sentences: [Sentence]) -> [Name] {
    for sentence in sentences {
      for index in sentence.words {
        let word = words[index]
        if word.shape.contains(.punctuation) { continue }
        if !word.shape.contains(.capitalised) {
          seenSmall.insert(word.lower)
        } else if index > sentence.words.lowerBound, !words[index - 1].shape.contains(.punctuation) {
          seenCapitalised.insert(word.lower)
        }
      }
    }
    var names: [Name] = []
    for sentence in sentences { find(in: sentence, into: &names) }
    return names
  }

  private func find(in sentence: Sentence, into names: inout [Name]) {
    let limit = sentence.words.upperBound
    var index = sentence.words.lowerBound
    while index < limit {
      if let quoted = quotedName(at: index, limit: limit) {
        appendName(
          quoted, title: quoted.lowerBound..<quoted.lowerBound, isQuoted: true, limit: limit, to: &names)
        index = quoted.upperBound + 1
        continue
      }
      guard canStart(index, in: sentence) else {
        index += 1
        continue
      }
      var end = endOfName(from: index, limit: limit)
      var start = index
      // "Chinese President Xi": the adjective belongs to the office.
      if start + 2 < end, isDemonym(start..<start + 1), lexicon.holds("title", words[start + 1].lower) {
        start += 1
      }
      let title = titleWords(start..<end)
      start = title.upperBound
      if start == end {
        // "Minister of Internal Affairs": a title without a name, with what belongs to it.
        index = endOfOffice(from: end, limit: limit)
        continue
      }
      if let agency = agencyName(start..<end, limit: limit) { end = agency }
      if end < limit, isListedWithNext(start..<end) { end += 1 }
      if isDemonymOnly(start..<end) || isCommonNoun(start..<end) {
        index = end
        continue
      }
      appendName(start..<end, title: title, isQuoted: false, limit: limit, to: &names)
      index = max(end, names.last?.shortForm.map { $0.upperBound + 1 } ?? end)
    }
  }

  /// The words between quotes when they look like a name.
  private func quotedName(at index: Int, limit: Int) -> Range<Int>? {
    guard words[index].lower == "\"", index + 2 < limit, words[index + 1].shape.contains(.capitalised) else {
      return nil
    }
    var end = index + 1
    var small = 0
    while end < limit, end - index < 9, words[end].lower != "\"" {
      let word = words[end]
      if word.shape.contains(.punctuation), !["–", "-", "—", ".", "'"].contains(word.lower) { return nil }
      if !word.shape.contains(.capitalised), !word.shape.contains(.punctuation),
        !word.shape.contains(.number),
        !lexicon.holds("connector", word.lower), word.lower != "the", word.lower != "for", word.lower != "and"
      {
        small += 1
      }
      end += 1
    }
    guard end < limit, words[end].lower == "\"", small == 0, end > index + 1 else { return nil }
    if end == index + 2, lexicon.holds("function", words[index + 1].lower) { return nil }
    return words[end - 1].lower == "." ? nil : index + 1..<end
  }

  private func canStart(_ index: Int, in sentence: Sentence) -> Bool {
    let word = words[index]
    guard word.shape.contains(.capitalised) || isArabicArticle(index) else { return false }
    if word.lower == "i" || lexicon.holds("month", word.lower) || lexicon.holds("weekday", word.lower) {
      return false
    }
    if word.lower.utf8.count > 60 || isDerived(word) { return false }
    let next = index + 1 < sentence.words.upperBound ? words[index + 1] : nil
    let isFirst =
      index == sentence.words.lowerBound
      || words[index - 1].shape.contains(.punctuation) && words[index - 1].lower != ","
    guard isFirst else { return !lexicon.holds("function", word.lower) || word.shape.contains(.acronym) }
    if isKnown(word.lower) { return true }
    if let next, isKnown(word.lower + " " + next.lower) { return true }
    if word.shape.contains(.acronym) { return !lexicon.holds("function", word.lower) }
    if lexicon.holds("function", word.lower) || lexicon.holds("adverb", word.lower) { return false }
    if seenCapitalised.contains(word.lower) { return true }
    if lexicon.holds("title", word.lower) { return true }
    guard let next, next.shape.contains(.capitalised), !lexicon.holds("function", next.lower) else {
      return next?.lower == "'s" && !seenSmall.contains(word.lower)
    }
    return !seenSmall.contains(word.lower) || lexicon.holds("orgnoun", next.lower)
  }

  /// "Hungarian-born", "Kabul-based": an adjective made from a name.
  private func isDerived(_ word: Word) -> Bool {
    guard let hyphen = word.lower.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
    return lexicon.holds("suffix", String(word.lower[word.lower.index(after: hyphen)...]))
  }

  private func isKnown(_ lower: String) -> Bool {
    lexicon.countries[lower] != nil || lexicon.capitals[lower] != nil || lexicon.demonyms[lower] != nil
      || knownNames[lower] != nil || lexicon.holds("firstname", lower) || lexicon.holds("placeword", lower)
      || lexicon.holds("orgword", lower) || lexicon.holds("groupword", lower)
  }

  private func isArabicArticle(_ index: Int) -> Bool {
    words[index].lower.hasPrefix("al-") && words[index].lower.utf8.count > 4
  }

  private func isNamePart(_ index: Int) -> Bool {
    let word = words[index]
    if !word.shape.contains(.capitalised) { return isArabicArticle(index) }
    return word.lower != "i" && !isDerived(word) && !lexicon.holds("weekday", word.lower)
      && word.lower.utf8.count < 60
      && (!lexicon.holds("month", word.lower) || word.shape.contains(.acronym))
  }

  private func endOfName(from start: Int, limit: Int) -> Int {
    var end = start + 1
    while end < limit, end - start < Self.longestName {
      let word = words[end]
      if isNamePart(end) {
        if word.shape.contains(.acronym), words[end - 1].lower == "the" { break }
        end += 1
      } else if word.lower == "&", end + 1 < limit, isNamePart(end + 1) {
        end += 2
      } else if word.shape.contains(.number), word.shape.contains(.spaceBefore), end - start == 1,
        word.lower.utf8.count < 4, !lexicon.holds("month", words[start].lower), !isKnown(words[start].lower)
      {
        end += 1
      } else if let next = connected(from: start, to: end, limit: limit) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// Where the name goes on after "of", "for the" or "de"; nil where it doesn't.
  private func connected(from start: Int, to end: Int, limit: Int) -> Int? {
    let lower = words[end].lower
    guard end + 1 < limit else { return nil }
    if lower == "of" || lower == "for" {
      var next = end + 1
      if words[next].lower == "the", next + 1 < limit { next += 1 }
      guard isNamePart(next), !lexicon.holds("title", words[next].lower) else { return nil }
      let head = words[end - 1].lower
      let isHead =
        lexicon.holds("orgnoun", head)
        || ["republic", "kingdom", "battle", "treaty", "bay", "gulf", "union"].contains(head)
      // "Center for the Study of Afghan Politics" goes on after its first "for".
      let goesOn =
        lower == "of" && lexicon.holds("orgnoun", words[start].lower)
        && words[start..<end].contains { $0.lower == "for" }
      // A title before "of" starts an office, which is no name.
      return (isHead || goesOn) && !lexicon.holds("title", words[start].lower) ? next + 1 : nil
    }
    if lower == "and", end >= start + 3 || lexicon.holds("orgnoun", words[start].lower) {
      // "Ministry of Culture and Tourism" is one name when "of" already runs and no name of its own follows.
      let hasOf = words[start..<end].contains { $0.lower == "of" || $0.lower == "for" }
      guard hasOf, isNamePart(end + 1), !isKnown(words[end + 1].lower), !isKnown(words[end - 1].lower) else {
        return nil
      }
      guard lexicon.holds("orgnoun", words[start].lower), !words[end + 1].shape.contains(.acronym) else {
        return nil
      }
      return end + 2
    }
    if lexicon.holds("connector", lower), isNamePart(end + 1) { return end + 2 }
    if lower == "the" || lower == "la" { return nil }
    return nil
  }

  /// The titles that the words begin with.
  private func titleWords(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, lexicon.holds("title", words[end].lower.filter { $0 != "." }) { end += 1 }
    // "Prince Edward Island", "King County": the last words tell that the title is part of the name.
    if end < range.upperBound, let last = range.last, last >= end,
      lexicon.holds("placenoun", words[last].lower) || lexicon.holds("orgnoun", words[last].lower)
    {
      let isLone = last == end && lexicon.holds("agencynoun", words[last].lower)
      if !isLone { return range.lowerBound..<range.lowerBound }
    }
    return range.lowerBound..<end
  }

  private func endOfOffice(from end: Int, limit: Int) -> Int {
    guard end + 1 < limit, words[end].lower == "of" || words[end].lower == "for" else { return end }
    var index = end + 1
    if words[index].lower == "the" { index += 1 }
    let start = index
    while index < limit, isNamePart(index), !isKnown(words[index].lower) { index += 1 }
    // A single unknown capital word is more likely the place than the field of the office.
    return index > start + 1 || index > start && lexicon.holds("officefield", words[start].lower)
      ? index : end
  }

  /// The end of "Turkish special services", "Pakistani intelligence": an adjective of nationality with an agency.
  private func agencyName(_ range: Range<Int>, limit: Int) -> Int? {
    guard let last = range.last, isDemonym(range) else { return nil }
    var index = last + 1
    while index < limit, index - last < 4, lexicon.holds("agencyadjective", words[index].lower) {
      if lexicon.holds("agencynoun", words[index].lower),
        !(index + 1 < limit && lexicon.holds("agencynoun", words[index + 1].lower))
      {
        break
      }
      index += 1
    }
    guard index < limit, lexicon.holds("agencynoun", words[index].lower) else {
      let previous = words[index - 1].lower
      return index > last + 1 && lexicon.holds("agencynoun", previous) ? index : nil
    }
    return index + 1
  }

  private func isDemonym(_ range: Range<Int>) -> Bool {
    let joined = words[range].map(\.lower).joined(separator: " ")
    return range.count < 4 && lexicon.demonyms[joined] != nil
  }

  /// Whether the words are an adjective of nationality that stands before another word.
  private func isDemonymOnly(_ range: Range<Int>) -> Bool {
    guard range.count < 4 else { return false }
    let joined = words[range].map(\.lower).joined(separator: " ")
    let isPlural = joined.hasSuffix("s") && lexicon.demonyms[String(joined.dropLast())] != nil
    if isPlural || lexicon.holds("groupword", joined) { return false }
    return lexicon.demonyms[joined] != nil || lexicon.holds("ethnicity", joined)
  }

  /// "Haqqani network": a list knows the name together with the small word after it.
  private func isListedWithNext(_ range: Range<Int>) -> Bool {
    guard range.count < 5, lexicon.holds("genericnoun", words[range.upperBound].lower) else { return false }
    if words[range.upperBound].lower == "network" { return true }
    let joined = words[range].map(\.lower).joined(separator: " ") + " " + words[range.upperBound].lower
    return knownNames[joined] != nil && knownNames[words[range].map(\.lower).joined(separator: " ")] == nil
  }

  /// A capital alone does not make "Republic", "States" or "Prosecutor" a name.
  private func isCommonNoun(_ range: Range<Int>) -> Bool {
    // "the Iraqi Foreign Minister": an office.
    let first = words[range.lowerBound].lower
    if range.count > 1, lexicon.demonyms[first] != nil || lexicon.countries[first] != nil,
      words[range].dropFirst().allSatisfy({
        lexicon.holds("title", $0.lower) || lexicon.holds("role", $0.lower)
      })
    {
      return true
    }
    guard range.count == 1 else { return false }
    let word = words[range.lowerBound]
    if word.shape.contains(.acronym) || isKnown(word.lower) { return false }
    return ["orgnoun", "placenoun", "role", "profession", "eventnoun", "groupnoun", "kindnoun"].contains {
      lexicon.holds($0, word.lower)
    }
  }

  private func appendName(
    _ range: Range<Int>, title: Range<Int>, isQuoted: Bool, limit: Int, to names: inout [Name]
  ) {
    var shortForm: Range<Int>?
    let open = range.upperBound + (isQuoted ? 1 : 0)
    if open + 2 < limit, words[open].lower == "(" {
      var inner = open + 1
      var close = open + 2
      if words[inner].lower == "\"", open + 4 < limit, words[open + 3].lower == "\"" {
        inner += 1
        close += 2
      }
      if words[close].lower == ")", words[inner].shape.contains(.acronym) { shortForm = inner..<inner + 1 }
    }
    let country = agencyCountry(range)
    let type = NameTypes(finder: self).type(
      of: range, title: title, isQuoted: isQuoted, isAgency: country != nil && range.count > 1)
    names.append(Name(words: range, title: title, type: type, country: country, shortForm: shortForm))
  }

  private func agencyCountry(_ range: Range<Int>) -> String? {
    guard let last = range.last, lexicon.holds("agencynoun", words[last].lower) else { return nil }
    if range.count > 1, let country = lexicon.demonyms[words[range.lowerBound].lower] { return country }
    if range.count > 2 {
      return lexicon.demonyms[words[range.lowerBound].lower + " " + words[range.lowerBound + 1].lower]
    }
    return nil
  }
}
