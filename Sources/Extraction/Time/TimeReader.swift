internal import Claims

/// Finds the expressions of time in sentences and what they stand for.
///
/// A value is never guessed. What is told less exactly than the calendar has words for keeps the wider value: "late 2001" is
/// 2001, "10/09/2001" too, as it may be September or October. Times of day are left out.
struct TimeReader {
  let document: AnnotatedDocument
  private var date: CalendarDate? { document.date }
  let lexicon = TimeLexicon.builtIn

  /// The expressions in a sentence, in order, found in time linear in its words.
  ///
  /// They do not overlap.
  func times(in sentence: Sentence) -> [TimeExpression] {
    guard sentence.words.contains(where: mayTellTime) else { return [] }
    let scanner = TimeScanner(
      DateScanner(
        atoms: TimeAtom.atoms(of: sentence.words, in: document.words), document: document, lexicon: lexicon),
      date.map(RelativeDates.init))
    return scanner.found().compactMap { expression($0, scanner.atoms) }
  }

  /// The date with a year that starts at a word and is no period: its words and the year.
  ///
  /// - Parameter limit: the word before which it must end.
  func date(at word: Int, limit: Int) -> (words: Range<Int>, year: Int)? {
    guard mayTellTime(word), word < limit else { return nil }
    let atoms = TimeAtom.atoms(of: word..<min(limit, word + Self.longestDate), in: document.words)
    if let found = date(in: atoms) { return found }
    // "1891–1968": each end by itself.
    guard let dash = atoms.firstIndex(where: { $0.isDash || $0.text == "/" }), dash > 0,
      atoms[dash - 1].word < atoms[dash].word
    else { return nil }
    return date(in: Array(atoms[..<dash]))
  }

  /// A date has no more words.
  private static let longestDate = 8

  private func date(in atoms: [TimeAtom]) -> (words: Range<Int>, year: Int)? {
    let scanner = DateScanner(atoms: atoms, document: document, lexicon: lexicon)
    guard let found = scanner.date(at: 0, afterPreposition: true), let year = found.date.year,
      found.date.period == nil, case let last = atoms[found.end - 1].word,
      found.end == atoms.count || atoms[found.end].word != last
    else { return nil }
    return (atoms[0].word..<last + 1, year)
  }

  private func mayTellTime(_ index: Int) -> Bool {
    let word = document.words[index]
    return word.shape.contains(.number) || lexicon.openers.contains(word.lower)
      || word.lower.utf8.contains { $0 >= 48 && $0 <= 57 || $0 == 0x2E || $0 == 0x2D }
  }

  private func expression(_ found: TimeScanner.Found, _ atoms: [TimeAtom]) -> TimeExpression? {
    let first = atoms[found.atoms.lowerBound].word
    let last = atoms[found.atoms.upperBound - 1].word
    // Not a part of a word: "2001-based".
    if found.atoms.lowerBound > 0, atoms[found.atoms.lowerBound - 1].word == first,
      !["(", "["].contains(atoms[found.atoms.lowerBound - 1].text)
    {
      return nil
    }
    if found.atoms.upperBound < atoms.count, atoms[found.atoms.upperBound].word == last,
      ![")", "]", ",", "'"].contains(atoms[found.atoms.upperBound].text)
    {
      return nil
    }
    let words = first..<last + 1
    guard !isInsideName(words) else { return nil }
    let head = head(of: words)
    let above = document.words[head].head
    var value = found.value
    if value == nil, let partial = found.partial, let date, let direction = direction(of: above, head),
      partial.weekday != nil || !isOtherYearTold(before: first)
    {
      value = found.wrapped(RelativeDates(date: date).resolved(partial, direction)?.value)
    }
    if found.kind == .duration, let date, let count = found.count, isPerfect(above) {
      // "has led it for 20 years"
      value = RelativeDates(date: date).before(count.count, count.unit)?.exact.value.map { $0 + "/.." }
    }
    let isBracketed = first > 0 && ["(", "["].contains(document.words[first - 1].lower)
    return TimeExpression(
      words: words, head: head, value: value, kind: found.kind,
      governor: governor(of: words, head: head, isBracketed: isBracketed, kind: found.kind),
      isBracketed: isBracketed)
  }

  /// Whether a name of something else holds the words: "the 2008 Summer Olympics", Theresa May.
  private func isInsideName(_ words: Range<Int>) -> Bool {
    guard let name = name(touching: words) else { return false }
    return name.words.lowerBound < words.lowerBound || name.words.upperBound > words.upperBound
      || name.type == .person
  }

  /// How far back a year that the text tells counts for the days and months that follow.
  private static let memory = 60

  /// Whether the text before a word speaks of another year than that of the document or the one before it: "5 October" is no day
  /// of last autumn then.
  private func isOtherYearTold(before word: Int) -> Bool {
    guard let date else { return false }
    return document.words[max(0, word - Self.memory)..<word].contains { word in
      guard word.lower.utf8.count == 4, word.shape.contains(.number), let year = Int(word.lower) else {
        return false
      }
      return (1000..<2100).contains(year) && year != date.year && year != date.year - 1
    }
  }

  /// The last name that shares a word with a range.
  func name(touching words: Range<Int>) -> Name? {
    let next = document.names.firstIndex(startingBehind: words.upperBound - 1)
    guard next > 0, document.names[next - 1].words.overlaps(words) else { return nil }
    return document.names[next - 1]
  }

  /// The first word that hangs outside, but for a preposition that does.
  private func head(of words: Range<Int>) -> Int {
    let outer = words.filter { !words.contains(document.words[$0].head) }
    return outer.first { document.words[$0].part != .adposition } ?? outer.first ?? words.lowerBound
  }
}
