internal import Claims

/// Dates that are told from the day a document was written ("last year", "on Monday").
struct RelativeDates {
  /// On which side of the document's date an event lies.
  enum Direction: Sendable { case past, future }

  let date: CalendarDate

  /// The same date with the year, month or day that the document's date gives it, or nil where that does not tell.
  ///
  /// - Parameter direction: the nearest such date on this side is meant, today among them.
  func resolved(_ partial: PartialDate, _ direction: Direction) -> PartialDate? {
    var result = partial
    if let weekday = partial.weekday {
      guard let today = date.weekday else { return nil }
      let days = direction == .past ? -((today - weekday + 7) % 7) : (weekday - today + 7) % 7
      return date.adding(days: days).map { .date($0) }
    }
    guard partial.season == nil, let month = partial.month, let thisMonth = date.month else { return nil }
    if let day = partial.day {
      guard let today = date.day else { return nil }
      let isBehind = (month, day) <= (thisMonth, today)
      let isAhead = (month, day) >= (thisMonth, today)
      result.year =
        direction == .past ? isBehind ? date.year : date.year - 1 : isAhead ? date.year : date.year + 1
    } else {
      result.year =
        direction == .past
        ? month <= thisMonth ? date.year : date.year - 1 : month >= thisMonth ? date.year : date.year + 1
    }
    return result
  }

  /// "last Monday", "this March", "next summer": by -1, 0 or 1.
  func shifted(_ partial: PartialDate, by step: Int) -> PartialDate? {
    if let weekday = partial.weekday {
      guard let today = date.weekday else { return nil }
      let inWeek = weekday - today
      let days =
        step < 0 ? (inWeek < 0 ? inWeek : inWeek - 7) : step > 0 ? (inWeek > 0 ? inWeek : inWeek + 7) : inWeek
      return date.adding(days: days).map { .date($0) }
    }
    var result = partial
    if let season = partial.season {
      // A winter lies in two years.
      guard (21...23).contains(season) else { return nil }
      guard step != 0 else {
        result.year = date.year
        return result
      }
      guard let month = date.month else { return nil }
      let first = (season - 20) * 3
      result.year =
        step < 0
        ? month > first + 2 ? date.year : date.year - 1 : month < first ? date.year : date.year + 1
      // Within the season itself, "last summer" may be this one.
      return (first...first + 2).contains(month) && step < 0 ? nil : result
    }
    guard let month = partial.month, let thisMonth = date.month else { return nil }
    result.year =
      step == 0
      ? date.year
      : step < 0
        ? month < thisMonth ? date.year : date.year - 1 : month > thisMonth ? date.year : date.year + 1
    return result
  }

  /// "last week", "this year", "next month": by -1, 0 or 1, or by any other number.
  func shifted(_ unit: TimeLexicon.Unit, by step: Int) -> PartialDate? {
    switch unit {
    case .hour: return nil
    case .day: return date.adding(days: step).map { .date($0) }
    case .week:
      guard let today = date.weekday, let monday = date.adding(days: 1 - today + 7 * step),
        let sunday = monday.adding(days: 6)
      else { return nil }
      return .period(monday, sunday)
    case .month: return date.adding(months: step).map { .date($0) }
    case .year: return CalendarDate(year: date.year + step).map { .date($0) }
    case .decade:
      let year = date.year + 10 * step
      return year > 0 ? .decade(year / 10) : nil
    case .century:
      let year = date.year + 100 * step
      return year > 0 ? .century(year / 100 + 1) : nil
    }
  }

  /// "last weekend", "this weekend", "next weekend".
  func weekend(by step: Int) -> PartialDate? {
    guard let today = date.weekday, let saturday = date.adding(days: 6 - today + 7 * step),
      let sunday = saturday.adding(days: 1)
    else { return nil }
    return .period(saturday, sunday)
  }

  /// "two years ago": exact in the unit it is counted in, and about where a week or a decade is the unit.
  func before(_ count: Int, _ unit: TimeLexicon.Unit) -> PartialDate? {
    guard (0...10_000).contains(count) else { return nil }
    var result: PartialDate?
    switch unit {
    case .day, .month, .year: result = shifted(unit, by: -count)
    case .week:
      result = date.adding(days: -7 * count).map { .date($0) }
      result?.isApproximate = true
    case .decade, .century:
      result = CalendarDate(year: date.year - count * (unit == .decade ? 10 : 100)).map { .date($0) }
      result?.isApproximate = true
    case .hour: result = nil
    }
    return result
  }

  /// The document's own date, as exact as a unit asks for; nil where it is less exact.
  func now(in unit: TimeLexicon.Unit) -> PartialDate? {
    switch unit {
    case .hour: nil
    case .day, .week: date.day == nil ? nil : .date(date)
    case .month: date.month == nil ? nil : PartialDate(year: date.year, month: date.month)
    default: .year(date.year)
    }
  }
}
