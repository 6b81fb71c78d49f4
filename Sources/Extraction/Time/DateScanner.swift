internal import Claims

/// Reads the dates of the calendar out of the pieces of a sentence: those that need no other date to be understood, and those
/// that only lack their year.
struct DateScanner {
  /// A date and the piece after it.
  typealias Found = (end: Int, date: PartialDate)

  let atoms: [TimeAtom]
  let document: AnnotatedDocument
  let lexicon: TimeLexicon

  /// The form of a piece, or the empty text behind the last.
  func text(_ index: Int) -> String { atoms.indices.contains(index) ? atoms[index].text : "" }

  func word(_ index: Int) -> Word { document.words[atoms[index].word] }

  /// The date that starts at a piece.
  ///
  /// - Parameter afterPreposition: whether a word before it says that a time follows ("since", "in").
  func date(at start: Int, afterPreposition: Bool) -> Found? {
    guard start < atoms.count else { return nil }
    if let found = weekday(at: start) { return found }
    if let found = numeric(at: start) ?? decade(at: start) ?? century(at: start) ?? partOfYear(at: start) {
      return found
    }
    if let found = monthFirst(at: start, afterPreposition: afterPreposition) ?? dayFirst(at: start) {
      return found
    }
    if let found = season(at: start) { return found }
    return year(at: start, afterPreposition: afterPreposition)
  }

  /// "Monday", "Monday, September 10, 2001".
  private func weekday(at start: Int) -> Found? {
    guard let number = lexicon.weekdays[text(start)], word(start).shape.contains(.capitalised) else {
      return nil
    }
    let next = text(start + 1) == "," ? start + 2 : text(start + 1) == English.the ? start + 2 : start + 1
    if next < atoms.count {
      if let found = monthFirst(at: next, afterPreposition: true) ?? dayFirst(at: next) ?? numeric(at: next),
        found.date.day != nil
      {
        return found
      }
    }
    return (start + 1, PartialDate(weekday: number))
  }

  /// "2001-09-10", "10.09.2001", "9/25/2001"; of one that could be two days, the year.
  private func numeric(at start: Int) -> Found? {
    guard start + 4 < atoms.count, let first = number(start), let middle = number(start + 2) else {
      return nil
    }
    let separator = text(start + 1)
    guard ["-", "/", "."].contains(separator), separator == text(start + 3),
      (start + 1...start + 4).allSatisfy({ !atoms[$0].isSpaced })
    else { return nil }
    let last = atoms[start + 4]
    guard let third = last.number,
      last.isNumber || last.digits == 2 && last.suffix.hasPrefix(English.timeMark)
    else {
      return nil
    }
    if atoms[start].digits == 4, last.digits <= 2 {
      // What follows the T is a time of day, of which pieces may be left.
      var end = start + 5
      if !last.isNumber { while end < atoms.count, !atoms[end].isSpaced, text(end) != "," { end += 1 } }
      return CalendarDate(year: first, month: middle, day: third).map { (end, .date($0)) }
    }
    guard last.digits == 4, last.isNumber, atoms[start].digits <= 2, (1000...2099).contains(third) else {
      return nil
    }
    let dayFirst = CalendarDate(year: third, month: middle, day: first)
    let monthFirst = CalendarDate(year: third, month: first, day: middle)
    guard let date = dayFirst ?? monthFirst else { return nil }
    let isAmbiguous = monthFirst != nil && dayFirst != nil && monthFirst != dayFirst
    return (start + 5, isAmbiguous ? .year(third) : .date(date))
  }

  private func number(_ index: Int) -> Int? {
    atoms.indices.contains(index) && atoms[index].isNumber ? atoms[index].number : nil
  }

  /// A day of the month: "10", "10th", "tenth".
  func day(at index: Int) -> Int? {
    guard atoms.indices.contains(index) else { return nil }
    let atom = atoms[index]
    if let number = atom.number, atom.digits <= 2, (1...31).contains(number) {
      return atom.isNumber || WordList.ordinalSuffix.contains(String(atom.suffix)) ? number : nil
    }
    return lexicon.ordinals[atom.text]
  }

  /// A month, and the piece after it and the full stop of its short form.
  func month(at index: Int) -> (month: Int, end: Int)? {
    guard atoms.indices.contains(index), let month = lexicon.months[atoms[index].text],
      word(index).shape.contains(.capitalised) || word(index).shape.contains(.acronym)
    else { return nil }
    // "Sept" "." are two words to some; "in June." ends a sentence.
    let isShort = atoms[index].text.utf8.count <= 4 && !WordList.shortMonth.contains(atoms[index].text)
    return (month, isShort && text(index + 1) == "." && index + 2 < atoms.count ? index + 2 : index + 1)
  }

  /// A year behind a day or a month, perhaps after a comma or "of".
  private func followingYear(at index: Int, after marks: Set<String>) -> Found? {
    let next = marks.contains(text(index)) ? index + 1 : index
    guard let number = number(next), atoms[next].digits == 4 || isEra(next + 1),
      atoms[next].digits < 4 || (1000...2099).contains(number) || isEra(next + 1)
    else { return nil }
    guard !isCounted(next) || isEra(next + 1) else { return nil }
    let (end, year) = withEra(next, number)
    return (end, .year(year))
  }

  /// "September 10, 2001", "September 10–12, 2001", "September 2001", "September 10", "September".
  private func monthFirst(at start: Int, afterPreposition: Bool) -> Found? {
    guard let (month, next) = month(at: start) else { return nil }
    if let year = followingYear(at: next, after: [",", English.of]) {
      return (year.end, PartialDate(year: year.date.year, month: month))
    }
    let dayIndex = text(next) == English.the ? next + 1 : next
    if let day = day(at: dayIndex), atoms[dayIndex].number != nil || dayIndex > next {
      if text(dayIndex + 1) == "-", let last = self.day(at: dayIndex + 2), last > day {
        return days(day...last, of: month, until: dayIndex + 3)
      }
      let year = followingYear(at: dayIndex + 1, after: [","])
      let date = PartialDate(year: year?.date.year, month: month, day: day)
      return (year?.end ?? dayIndex + 1, date)
    }
    guard stands(aloneAt: start, afterPreposition: afterPreposition) else { return nil }
    return (next, PartialDate(month: month))
  }

  /// Days of a month whose year may follow.
  private func days(_ days: ClosedRange<Int>, of month: Int, until end: Int) -> Found {
    let year = followingYear(at: end, after: [","])
    guard let number = year?.date.year,
      let first = CalendarDate(year: number, month: month, day: days.lowerBound),
      let last = CalendarDate(year: number, month: month, day: days.upperBound)
    else { return (year?.end ?? end, PartialDate(month: month, day: days.upperBound)) }
    return (year?.end ?? end, .period(first, last))
  }

  /// Whether the name of a month without day and year is one: no "May I", "the March", "April said".
  private func stands(aloneAt index: Int, afterPreposition: Bool) -> Bool {
    let word = word(index)
    guard word.part == .properNoun || word.part == .noun else { return false }
    let short = atoms[index].text.utf8.count < 4 && atoms[index].text != English.may
    return afterPreposition || !short && !WordList.doubtfulMonth.contains(atoms[index].text)
  }

  /// "10 September 2001", "10th of September", "10–12 September 2001".
  private func dayFirst(at start: Int) -> Found? {
    guard let day = day(at: start) else { return nil }
    var next = start + 1
    var last: Int?
    if text(next) == "-", let end = self.day(at: next + 1), end > day {
      last = end
      next += 2
    }
    let isOf = text(next) == English.of
    if isOf { next += 1 }
    // An ordinal in letters needs the "of": "the third March" is no day.
    guard atoms[start].number != nil || isOf, let (month, end) = month(at: next) else { return nil }
    if let last { return days(day...last, of: month, until: end) }
    let year = followingYear(at: end, after: [","])
    return (year?.end ?? end, PartialDate(year: year?.date.year, month: month, day: day))
  }

  /// "summer 2022", "the spring of 2023", "winter 1941–42".
  private func season(at start: Int) -> Found? {
    guard let season = lexicon.seasons[text(start)] else { return nil }
    guard let year = followingYear(at: start + 1, after: [English.of]) else { return nil }
    // A winter of two years is known by the one it begins in.
    let end = secondYear(at: year.end, after: year.date.year ?? 0)?.end ?? year.end
    return (end, PartialDate(year: year.date.year, season: season))
  }

  /// "Q2": its number.
  private func quarter(at index: Int) -> Int? {
    guard WordList.quarter.contains(text(index)) else { return nil }
    return text(index).dropFirst().first?.wholeNumberValue
  }

  /// "the second quarter of 2010", "Q2 2010", "the first half of 2010".
  private func partOfYear(at start: Int) -> Found? {
    var next = start + 1
    var count = 4
    let number: Int
    if let ordinal = lexicon.ordinals[text(start)] ?? (day(at: start).flatMap { $0 <= 4 ? $0 : nil }) {
      number = ordinal
      guard text(next) == English.quarter || text(next) == English.half else { return nil }
      if text(next) == English.half { count = 2 }
      next += 1
    } else {
      guard let quarter = quarter(at: start) else { return nil }
      number = quarter
    }
    guard (1...count).contains(number), let year = followingYear(at: next, after: [English.of]),
      let value = year.date.year
    else { return nil }
    let months = 12 / count
    guard let first = CalendarDate(year: value, month: (number - 1) * months + 1),
      let last = CalendarDate(year: value, month: number * months)
    else { return nil }
    return (year.end, .period(first, last))
  }
}
