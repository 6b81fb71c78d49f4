/// Reads times that are told from the document's date, whether it is known or not: without it they have no value.
struct RelativeDateScanner {
  /// A time, nil where it cannot be told, and the piece after it.
  typealias Found = (end: Int, date: PartialDate?)

  let dates: DateScanner
  let relative: RelativeDates?
  private var lexicon: TimeLexicon { dates.lexicon }

  init(_ dates: DateScanner, _ relative: RelativeDates?) {
    self.dates = dates
    self.relative = relative
  }

  private func text(_ index: Int) -> String { dates.text(index) }

  /// "yesterday", "last year", "next Monday", "two years ago", "two years later".
  func time(at start: Int) -> Found? {
    switch text(start) {
    case English.yesterday: return (afterPartOfDay(start + 1), relative?.shifted(.day, by: -1))
    case English.today, English.tonight:
      // "today's Turkey" is no day.
      return text(start + 1) == "'" ? nil : (start + 1, relative?.shifted(.day, by: 0))
    case English.tomorrow: return (afterPartOfDay(start + 1), relative?.shifted(.day, by: 1))
    case English.the
    where text(start + 1) == English.day && text(start + 3) == English.yesterday
      && text(start + 2) == English.before:
      return (start + 4, relative?.shifted(.day, by: -2))
    case English.last: return shifted(at: start, by: -1)
    case English.this: return shifted(at: start, by: 0)
    case English.next: return shifted(at: start, by: 1)
    case English.the, English.that: return toldByText(at: start) ?? counted(at: start)
    default: return counted(at: start)
    }
  }

  private func afterPartOfDay(_ index: Int) -> Int {
    WordList.partOfDay.contains(text(index)) ? index + 1 : index
  }

  private func shifted(at start: Int, by step: Int) -> Found? {
    let next = start + 1
    if text(next) == English.night || text(next) == English.evening, step < 0 {
      return (next + 1, relative?.shifted(.day, by: -1))
    }
    if WordList.partOfDaylight.contains(text(next)), step == 0 {
      return (next + 1, relative?.shifted(.day, by: 0))
    }
    if text(next) == English.weekend { return (next + 1, relative?.weekend(by: step)) }
    if let unit = lexicon.units[text(next)], unit != .hour, unit != .day, isSingular(next) {
      // "this century" is; "last decade" may be ten years or the one before.
      // "the last year of the war" is told by the war.
      let isVague = step != 0 && (unit == .decade || unit == .century || text(start - 1) == English.the)
      return (next + 1, isVague ? nil : relative?.shifted(unit, by: step))
    }
    if let found = dates.date(at: next, afterPreposition: true), found.date.lacksYear, found.date.day == nil {
      return (found.end, relative?.shifted(found.date, by: step))
    }
    if step < 0, let season = lexicon.seasons[text(next)] {
      return (next + 1, relative?.shifted(PartialDate(season: season), by: step))
    }
    return lexicon.seasons[text(next)].map {
      (next + 1, relative?.shifted(PartialDate(season: $0), by: step))
    }
  }

  private func isSingular(_ index: Int) -> Bool { !text(index).hasSuffix(English.pluralEnding) }

  /// "the previous year", "that same day", "the following month": told by what the text said before, not by its date.
  private func toldByText(at start: Int) -> Found? {
    var next = start + 1
    var isTold = text(start) == English.that
    while WordList.toldDeterminer.contains(text(next)) {
      next += 1
      isTold = true
    }
    guard isTold else { return nil }
    let isUnit = lexicon.units[text(next)].map { $0 != .hour } ?? false
    guard isSingular(next), isUnit || lexicon.seasons[text(next)] != nil else { return nil }
    return (next + 1, nil)
  }

  /// How many there are of a unit: "two years", "20 years", "a decade", "several months", "twenty-five years".
  func count(at start: Int) -> (end: Int, count: Int?, unit: TimeLexicon.Unit)? {
    guard start < dates.atoms.count else { return nil }
    let atom = dates.atoms[start]
    var next = start + 1
    var count: Int?
    if let number = atom.isNumber ? atom.number : lexicon.numbers[atom.text] {
      count = number
      if atom.text == English.a, WordList.vagueCount.contains(text(next)) || text(next) == English.dozen {
        count = text(next) == English.dozen ? 12 : nil
        next += text(next + 1) == English.of ? 2 : 1
      } else if number % 10 == 0, number < 100, !atom.isNumber, text(next) == "-",
        let ones = lexicon.numbers[text(next + 1)], ones < 10
      {
        count = number + ones
        next += 2
      } else if text(next) == English.hundred, !atom.isNumber {
        count = number * 100
        next += 1
      }
    } else if WordList.vagueCount.contains(atom.text) {
      next += text(next) == English.of ? 1 : 0
    } else if lexicon.units[atom.text] != nil, atom.text.hasSuffix(English.pluralEnding) {
      // "decades ago"
      next = start
    } else {
      return nil
    }
    if text(next) == "-" { next += 1 }
    guard let unit = lexicon.units[text(next)] else { return nil }
    return (next + 1, count, unit)
  }

  /// "two years ago", "a month later".
  private func counted(at start: Int) -> Found? {
    guard let found = count(at: start) else { return nil }
    switch text(found.end) {
    case English.ago:
      guard let count = found.count else { return (found.end + 1, nil) }
      return (found.end + 1, relative?.before(count, found.unit))
    case English.later, English.earlier: return (found.end + 1, nil)
    case English.before, English.after:
      // "two years after the war" is told by the war.
      return found.unit == .hour ? nil : (found.end, nil)
    default: return nil
    }
  }

  /// "the past two years", "the last decade": up to the document's date.
  func recentPeriod(at start: Int) -> Found? {
    var next = text(start) == English.the ? start + 1 : start
    guard text(start) == English.the, WordList.recentAdjective.contains(text(next)) else { return nil }
    next += 1
    let found: (end: Int, count: Int?, unit: TimeLexicon.Unit)
    if let unit = lexicon.units[text(next)], isSingular(next) {
      found = (next + 1, 1, unit)
    } else if let counted = count(at: next) {
      found = counted
    } else {
      return nil
    }
    guard found.unit != .hour, text(found.end) != English.of else { return (found.end, nil) }
    guard let count = found.count, let relative, let now = relative.now(in: found.unit)?.value,
      let then = relative.before(count, found.unit)?.exact.value
    else { return (found.end, nil) }
    return (found.end, PartialDate(period: "\(then)/\(now)"))
  }
}

extension PartialDate {
  /// The same without marks of doubt.
  var exact: PartialDate {
    var copy = self
    copy.isApproximate = false
    copy.isUncertain = false
    return copy
  }
}
