/// Finds the expressions of time in the pieces of a sentence: dates with what stands around them, intervals and durations.
struct TimeScanner {
  /// An expression before the tree is asked.
  struct Found {
    var atoms: Range<Int>
    var kind: TimeExpression.Kind = .date
    /// The value in EDTF where no more is needed to tell it.
    var value: String?
    /// A date without a year, that the document's date may give.
    var partial: PartialDate?
    /// What goes around the value of `partial`: "../" before, "/.." behind.
    var prefix = ""
    var suffix = ""
    /// How long a duration is.
    var count: (count: Int, unit: TimeLexicon.Unit)?

    func wrapped(_ value: String?) -> String? { value.map { prefix + $0 + suffix } }
  }

  let dates: DateScanner
  let relative: RelativeDateScanner
  var atoms: [TimeAtom] { dates.atoms }
  var lexicon: TimeLexicon { dates.lexicon }

  init(_ dates: DateScanner, _ relative: RelativeDates?) {
    self.dates = dates
    self.relative = RelativeDateScanner(dates, relative)
  }

  func text(_ index: Int) -> String { dates.text(index) }

  /// All expressions, in order.
  func found() -> [Found] {
    var result: [Found] = []
    var index = 0
    while index < atoms.count {
      if let found = expression(at: index) {
        result.append(found)
        index = found.atoms.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private func expression(at start: Int) -> Found? {
    switch text(start) {
    case English.from:
      interval(at: start, joinedBy: WordList.intervalEnd.words) ?? opened(at: start, isStart: true)
    case English.between: interval(at: start, joinedBy: [English.and])
    case English.since, English.after: opened(at: start, isStart: true)
    case English.as where text(start + 1) == English.of: opened(at: start, from: start + 2, isStart: true)
    case English.until, English.till, English.before, English.by: opened(at: start, isStart: false)
    case English.up: WordList.openEnd.contains(text(start + 1)) ? opened(at: start + 1, isStart: false) : nil
    case English.through: opened(at: start, isStart: false)
    case English.for: duration(at: start)
    case English.over, English.during, English.in, English.within:
      relative.recentPeriod(at: start + 1).map {
        Found(atoms: start + 1..<$0.end, kind: .interval, value: $0.date?.value)
      }
    default: plain(at: start)
    }
  }

  /// A point in time.
  struct Point {
    var end: Int
    /// Nil where nobody can tell it.
    var date: PartialDate?
  }

  /// What the words before a time say of it: how exactly it is told, and which part of it is meant.
  private struct Approach {
    /// Where the time itself begins.
    var index: Int
    var isApproximate = false
    var isUncertain = false
    var isPart = false
  }

  private func approach(at start: Int) -> Approach {
    var found = Approach(index: start)
    for _ in 0..<5 {
      let index = found.index
      let word = text(index)
      if WordList.approximate.contains(word) || word == "~" {
        found.isApproximate = true
      } else if WordList.uncertain.contains(word) {
        found.isUncertain = true
      } else if word == English.at, text(index + 1) == English.least || text(index + 1) == English.the {
        found.index += 1
      } else if WordList.datePart.contains(word), text(index + 1) != English.quarter,
        text(index + 1) != English.half, !(lexicon.ordinals[word] != nil && isDayOrCentury(index))
      {
        found.isPart = true
      } else if !isPassedOver(word, index, after: found) {
        break
      }
      found.index += 1
    }
    return found
  }

  private func isPassedOver(_ word: String, _ index: Int, after found: Approach) -> Bool {
    (word == English.of || word == "-") && found.isPart || word == "'"
      || word == English.in && found.isUncertain || word == English.the && !isDeterminer(index)
  }

  /// A date or a relative time, with the words before it that say how exactly, or which part of it.
  func point(at start: Int, afterPreposition: Bool) -> Point? {
    let approach = approach(at: start)
    let index = approach.index
    let isTold = afterPreposition || approach.isApproximate || approach.isPart
    if var found = dates.date(at: index, afterPreposition: isTold) {
      found.date.isApproximate = approach.isApproximate
      found.date.isUncertain = approach.isUncertain
      if text(found.end) == "?", text(found.end + 1) == ")" {
        found.date.isUncertain = true
        found.end += 1
      }
      return Point(end: found.end, date: found.date)
    }
    if text(index) != English.the, index > start, text(index - 1) == English.the,
      let found = relative.time(at: index - 1)
    {
      return Point(end: found.end, date: found.date)
    }
    guard var found = relative.time(at: index) else { return nil }
    if approach.isApproximate { found.date?.isApproximate = true }
    return Point(end: found.end, date: found.date)
  }

  /// "the 10th of September", "the first century".
  private func isDayOrCentury(_ index: Int) -> Bool {
    [English.of, English.century, "-"].contains(text(index + 1))
  }

  /// Whether "the" opens a time that the text told before: "the previous year".
  private func isDeterminer(_ index: Int) -> Bool {
    relative.recentPeriod(at: index) != nil || relative.time(at: index) != nil
  }

  private func plain(at start: Int) -> Found? {
    let before = start > 0 ? text(start - 1) : ""
    let isAfterPreposition = WordList.beforeDate.contains(before)
    // An article is no part of the text of a date.
    guard text(start) != English.the || relative.time(at: start) != nil, text(start) != English.at,
      text(start) != "'",
      text(start) != "-", text(start) != English.of, text(start) != English.in
    else { return nil }
    if let first = bareYear(at: start), let interval = joined(start, first) { return interval }
    guard
      let point = point(
        at: start, afterPreposition: isAfterPreposition || before == English.the && isDated(start))
    else { return nil }
    if let interval = joined(start, point) { return interval }
    if let next = onward(point.end), let value = point.date?.value {
      return Found(atoms: start..<next, kind: .interval, value: value + "/..")
    }
    let isInterval = point.date?.period?.utf8.contains(UInt8(ascii: "/")) ?? false
    return Found(
      atoms: start..<point.end, kind: isInterval ? .interval : .date, value: point.date?.value,
      partial: point.date.flatMap { $0.lacksYear ? $0 : nil })
  }

  /// Whether a preposition stands before the article.
  private func isDated(_ start: Int) -> Bool {
    start > 1 && WordList.datePreposition.contains(text(start - 2))
  }

  /// "2001 onwards", "2001 on".
  private func onward(_ index: Int) -> Int? {
    WordList.onward.contains(text(index)) ? index + 1 : nil
  }

  /// "1919 to 1931", "March–May 2001": two dates of one exactness without "from".
  private func joined(_ start: Int, _ first: Point) -> Found? {
    guard let date = first.date, date.period == nil, WordList.intervalEnd.contains(text(first.end)),
      text(first.end) != English.up,
      let second = point(at: first.end + 1, afterPreposition: true), let last = second.date
    else { return nil }
    // With a dash they may differ: "1874 – 28 July 1946".
    let isAlike = last.precision == date.precision || text(first.end) == "-" && date.year != nil
    guard isAlike, !last.lacksYear, last.period == nil else { return nil }
    return interval(start..<second.end, date, last)
  }

  /// "from 1919 to 1931", "between March and May 2001", "from 2001 to the present".
  private func interval(at start: Int, joinedBy joints: Set<String>) -> Found? {
    let first: Point
    if let point = point(at: start + 1, afterPreposition: true) {
      first = point
    } else if let day = dates.day(at: skippingArticle(start + 1)) {
      first = Point(end: skippingArticle(start + 1) + 1, date: PartialDate(day: day))
    } else if let era = bareYear(at: start + 1) {
      first = era
    } else {
      return nil
    }
    // "from 1919–1931"
    if let period = first.date?.period {
      return Found(atoms: start..<first.end, kind: .interval, value: period)
    }
    guard joints.contains(text(first.end)) else { return nil }
    var next = first.end + 1
    if WordList.openEnd.contains(text(next)) { next += 1 }
    let present = text(next) == English.the ? next + 1 : next
    if WordList.presentTime.contains(text(present)) {
      return first.date?.value.map { Found(atoms: start..<present + 1, kind: .interval, value: $0 + "/..") }
    }
    guard let second = point(at: next, afterPreposition: true), let date = first.date else { return nil }
    guard let last = second.date else {
      return date.value.map { Found(atoms: start..<second.end, kind: .interval, value: $0 + "/..") }
    }
    return interval(start..<second.end, date, last)
  }

  private func skippingArticle(_ index: Int) -> Int { text(index) == English.the ? index + 1 : index }

  /// "753" of "753 to 509 BC".
  private func bareYear(at index: Int) -> Point? {
    guard index < atoms.count, atoms[index].isNumber, let number = atoms[index].number else { return nil }
    guard [English.to, English.and, English.until, "-"].contains(text(index + 1)), dates.isEra(index + 3)
    else { return nil }
    let (_, year) = dates.withEra(index + 2, number)
    return Point(end: index + 1, date: .year(year))
  }

  private func interval(_ range: Range<Int>, _ first: PartialDate, _ last: PartialDate) -> Found? {
    var start = first
    start.complete(from: last)
    guard let from = start.value, let to = last.value, !to.utf8.contains(UInt8(ascii: "/")) else {
      // A part of it lacks its year, and the document's date could stand for either.
      return start.lacksYear || last.lacksYear ? Found(atoms: range, kind: .interval) : nil
    }
    // Numbers that fall are no interval.
    if let a = start.year, let b = last.year, a > b { return nil }
    return Found(atoms: range, kind: .interval, value: "\(from)/\(to)")
  }

  /// "since 2001", "until 1957", "from last year", "by May 2003".
  private func opened(at start: Int, from next: Int? = nil, isStart: Bool) -> Found? {
    guard let point = point(at: next ?? start + 1, afterPreposition: true), !isModifier(point.end - 1) else {
      return nil
    }
    var end = point.end
    if text(start) == English.from, let next = onward(end) ?? (text(end) == English.on ? end + 1 : nil) {
      end = next
    }
    var found = Found(atoms: start..<end, kind: .interval)
    found.prefix = isStart ? "" : "../"
    found.suffix = isStart ? "/.." : ""
    // Of a period that has ended only the beginning or the end counts: "since last week", "until the 5th century BC".
    var value = point.date?.value
    if let period = value, let slash = period.firstIndex(of: "/") {
      let part = isStart ? period[..<slash] : period[period.index(after: slash)...]
      value = part == ".." ? nil : String(part)
    }
    found.value = found.wrapped(value)
    if let partial = point.date, partial.lacksYear { found.partial = partial }
    return found
  }

  /// Whether a date belongs to a noun behind it: "since the 2013 election" is since the election.
  private func isModifier(_ index: Int) -> Bool {
    let word = dates.word(index)
    return ["nummod", "compound", "amod"].contains(word.relation) && word.head > atoms[index].word
      && dates.document.words[word.head].part == .noun
  }

  /// "for 20 years", "for the past two years".
  private func duration(at start: Int) -> Found? {
    if let recent = relative.recentPeriod(at: start + 1) {
      return Found(atoms: start..<recent.end, kind: .interval, value: recent.date?.value)
    }
    var index = start + 1
    while WordList.quantityWord.contains(text(index)) || WordList.approximate.contains(text(index)),
      index < start + 4
    {
      index += text(index) == English.more || text(index) == English.less ? 2 : 1
    }
    if text(index) == English.more || text(index) == English.less { index += 2 }
    guard let count = relative.count(at: index), count.unit != .hour else {
      // "for 1950" is a date.
      return nil
    }
    return Found(
      atoms: start..<count.end, kind: .duration, count: count.count.map { ($0, count.unit) })
  }
}
