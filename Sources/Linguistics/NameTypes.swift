/// Guesses what kind of thing a name names, from the word lists and the words around it.
struct NameTypes {
  private let finder: NameFinder
  private var words: [Word] { finder.words }
  private var lexicon: Lexicon { finder.lexicon }

  init(finder: NameFinder) { self.finder = finder }

  func type(of range: Range<Int>, title: Range<Int>, isQuoted: Bool, isAgency: Bool) -> NameType {
    guard let last = range.last else { return .unknown }
    let joined = words[range].map(\.lower).joined(separator: " ")
    if let known = finder.knownNames[joined], known != .unknown { return known }
    if lexicon.countries[joined] != nil || lexicon.capitals[joined] != nil { return .place }
    if lexicon.holds("placeword", joined) { return .place }
    if lexicon.holds("orgword", joined) { return .organization }
    if isAgency, !words[last].shape.contains(.capitalised) { return .organization }
    if lexicon.holds("groupword", joined) { return .group }
    if lexicon.demonyms[joined] != nil || lexicon.holds("ethnicity", joined) { return .group }
    if joined.hasSuffix("s"), lexicon.demonyms[String(joined.dropLast())] != nil { return .group }
    if !title.isEmpty { return .person }
    let first = words[range.lowerBound].lower
    // The head stands before "of": "University of Vienna", "Bank of England".
    let head = range.first { words[$0].lower == "of" || words[$0].lower == "for" }.map { $0 - 1 } ?? last
    let headWord = words[max(head, range.lowerBound)].lower
    if range.count > 1 {
      if lexicon.holds("eventnoun", headWord) { return .event }
      if headWord == "council" || !lexicon.holds("placenoun", headWord), lexicon.holds("orgnoun", headWord) {
        return .organization
      }
      if lexicon.holds("placenoun", headWord) { return .place }
      if lexicon.holds("objectnoun", headWord) { return .object }
      if lexicon.holds("orgnoun", first), head == range.lowerBound { return .organization }
      if [
        "lake", "mount", "cape", "fort", "port", "san", "santa", "new", "northern", "southern", "eastern",
        "western",
        "central",
      ].contains(first) {
        return .place
      }
      if lexicon.holds("firstname", first) { return .person }
      if isInitial(first), range.count < 4 { return .person }
      if words[last].lower == "jr." || words[last].lower == "sr." || words[last].lower == "jr" {
        return .person
      }
    }
    if lexicon.holds("firstname", first), range.count == 1 { return .person }
    if isQuoted {
      let after = range.upperBound + 1
      guard after < words.count else { return .unknown }
      if lexicon.holds("placenoun", words[after].lower) { return .place }
      return lexicon.holds("genericnoun", words[after].lower)
        || lexicon.holds("groupnoun", words[after].lower)
        ? .organization : .unknown
    }
    if words[last].shape.contains(.acronym), range.count == 1 { return .organization }
    return fromContext(range)
  }

  private func isInitial(_ form: String) -> Bool { form.utf8.count == 2 && form.hasSuffix(".") }

  /// Whether the words up to the index are "in Odense": what comes after the next comma is the place around it.
  private func followsPlace(_ index: Int) -> Bool {
    var index = index
    var steps = 0
    while index >= 0, steps < 4, words[index].shape.contains(.capitalised) {
      index -= 1
      steps += 1
    }
    return steps > 0 && index >= 0 && ["in", "from", "near", "at"].contains(words[index].lower)
  }

  private func fromContext(_ range: Range<Int>) -> NameType {
    let previous = range.lowerBound > 0 ? words[range.lowerBound - 1].lower : ""
    let next = range.upperBound < words.count ? words[range.upperBound].lower : ""
    if lexicon.holds("profession", previous) || lexicon.holds("role", previous), range.count < 4 {
      return .person
    }
    if next == "who" || next == "himself" || next == "herself" { return .person }
    if next == ",", range.upperBound + 1 < words.count {
      let after = words[range.upperBound + 1]
      if after.lower == "who" || after.shape.contains(.number) && after.lower.utf8.count == 2 {
        return .person
      }
    }
    if next == "(", range.upperBound + 2 < words.count, range.count > 1 {
      let after = words[range.upperBound + 1].lower
      if after == "born" || words[range.upperBound + 1].shape.contains(.number) { return .person }
    }
    if previous == ",", followsPlace(range.lowerBound - 2) { return .place }
    if lexicon.holds("genericnoun", next) { return .organization }
    if ["in", "near", "into", "throughout", "outside"].contains(previous), range.count < 3 { return .place }
    if lexicon.holds("placenoun", next) { return .place }
    return .unknown
  }
}
