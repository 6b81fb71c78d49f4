/// The days that a date in EDTF may mean (levels 0 and 1: `2001-09`, `2001/2005`, `../2001`, `199X`, `2001-21`, `2001~`).
package struct EDTFInterval: Hashable, Sendable {
  /// The first day, or nil for an open or unknown start.
  package let first: CalendarDate?
  /// The last day, or nil for an open or unknown end.
  package let last: CalendarDate?
  /// Whether it is written as a start and an end, rather than as one date.
  package let isSpan: Bool

  /// Nil for what is no date, and for an end before the start.
  package init?(_ value: String) {
    // Marks of doubt say nothing of when.
    let plain = value.utf8.filter {
      $0 != UInt8(ascii: "~") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "%")
    }
    let parts = plain.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let ends = parts.map { Array($0) }
    isSpan = ends.count == 2
    let isOpen = ends.map { $0.isEmpty || $0.elementsEqual("..".utf8) }
    guard isSpan || !isOpen[0], !isOpen.allSatisfy({ $0 }) else { return nil }
    var days: [ClosedRange<Day>?] = []
    for (end, isOpen) in zip(ends, isOpen) {
      if isOpen {
        days.append(nil)
      } else if let range = Self.days(of: end) {
        days.append(range)
      } else {
        return nil
      }
    }
    first = days[0].map { $0.lowerBound.date }
    last = (days.last ?? nil).map { $0.upperBound.date }
    if let from = first?.dayNumber, let to = last?.dayNumber, to < from { return nil }
  }

  /// Whether both have a day in common, an open end reaching as far as one likes.
  package func overlaps(_ other: EDTFInterval) -> Bool {
    func isBefore(_ end: CalendarDate?, _ start: CalendarDate?) -> Bool {
      guard let end = end?.dayNumber, let start = start?.dayNumber else { return false }
      return end < start
    }
    return !isBefore(last, other.first) && !isBefore(other.last, first)
  }

  private struct Day: Comparable {
    var date: CalendarDate

    static func < (left: Day, right: Day) -> Bool { (left.date.dayNumber ?? 0) < (right.date.dayNumber ?? 0) }
  }

  /// The days of one date.
  private static func days(of text: [UInt8]) -> ClosedRange<Day>? {
    let isNegative = text.first == UInt8(ascii: "-")
    let body = text.dropFirst(isNegative ? 1 : 0).prefix { $0 != UInt8(ascii: "T") }
    let parts = body.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = range(of: parts[0], digits: 4) else { return nil }
    let years = isNegative ? -year.upperBound ... -year.lowerBound : year
    var months = 1...12
    var days: ClosedRange<Int>?
    if parts.count > 1 {
      guard let month = range(of: parts[1], digits: 2) else { return nil }
      // Seasons have the codes 21 to 41 where a month has its number, and may be any day of their year.
      if month.lowerBound < 21 || month.upperBound > 41 {
        guard month.lowerBound <= 12, month.upperBound >= 1 else { return nil }
        months = max(1, month.lowerBound)...min(12, month.upperBound)
      }
    }
    if parts.count > 2 {
      guard let day = range(of: parts[2], digits: 2) else { return nil }
      days = day
    }
    let most = CalendarDate.days(ofMonth: months.upperBound, year: years.upperBound)
    guard
      let first = CalendarDate(
        year: years.lowerBound, month: months.lowerBound, day: max(1, days?.lowerBound ?? 1)),
      let last = CalendarDate(
        year: years.upperBound, month: months.upperBound, day: min(most, days?.upperBound ?? most)),
      first.dayNumber ?? 0 <= last.dayNumber ?? 0
    else { return nil }
    return Day(date: first)...Day(date: last)
  }

  /// The numbers that so many digits may mean, of which an X is any.
  private static func range(of text: ArraySlice<UInt8>, digits: Int) -> ClosedRange<Int>? {
    guard text.count == digits else { return nil }
    var (low, high) = (0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        low = low * 10 + Int(byte - 0x30)
        high = high * 10 + Int(byte - 0x30)
      case UInt8(ascii: "X"):
        low *= 10
        high = high * 10 + 9
      default: return nil
      }
    }
    return low...high
  }
}
