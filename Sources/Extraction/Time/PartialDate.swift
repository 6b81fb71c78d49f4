internal import Claims

/// A date as far as its own words tell it: "10 September" lacks a year, which another date or the document's may give.
struct PartialDate: Hashable, Sendable {
  /// The year as astronomers count it.
  var year: Int?
  var month: Int?
  var day: Int?
  /// The code of ISO 8601-2, from 21 for spring to 24 for winter.
  var season: Int?
  /// From 1 for Monday, where nothing but a day of the week is told.
  var weekday: Int?
  /// A decade or century, with X for the digits that are open.
  var digits: String?
  /// A period of its own: a quarter, a week, "-0499/-0400".
  var period: String?
  /// "about 1950".
  var isApproximate = false
  /// "1950?".
  var isUncertain = false

  /// Whether something of the calendar is told without the year it falls in.
  var lacksYear: Bool {
    year == nil && digits == nil && period == nil && (month != nil || season != nil || weekday != nil)
  }

  /// How exactly it is told, from 0 for a century or decade to 4 for a day.
  var precision: Int {
    if day != nil || weekday != nil { return 4 }
    if month != nil { return 3 }
    if season != nil || period != nil { return 2 }
    return year != nil ? 1 : 0
  }

  /// The value in EDTF, or nil where the year is open or there is no such day.
  var value: String? {
    if let period { return period }
    let mark = isApproximate ? isUncertain ? "%" : "~" : isUncertain ? "?" : ""
    if let digits { return digits + mark }
    guard let year else { return nil }
    if let season {
      return (-9999...9999).contains(year) ? "\(CalendarDate.padded(year))-\(season)\(mark)" : nil
    }
    return CalendarDate(year: year, month: month, day: day).map { $0.iso + mark }
  }

  /// Takes from the end of an interval what its start leaves open: "10 to 12 September 2001", "753 to 509 BC".
  mutating func complete(from end: PartialDate) {
    guard digits == nil, period == nil, year == nil else { return }
    if day != nil, month == nil { month = end.month }
    year = end.year
    // "from November to March 2001" began in the year before.
    if let month, let last = end.month, end.year != nil,
      (month, day ?? 0) > (last, day == nil ? 0 : end.day ?? 0)
    {
      year = end.year.map { $0 - 1 }
    }
  }

  static func year(_ year: Int) -> PartialDate { PartialDate(year: year) }

  static func date(_ date: CalendarDate) -> PartialDate {
    PartialDate(year: date.year, month: date.month, day: date.day)
  }

  /// A century by its number, from 1 for the years 1 to 100; negative before Christ.
  static func century(_ number: Int) -> PartialDate {
    if number < 0 {
      // The first century before Christ has the years -99 to 0.
      return PartialDate(
        period:
          "\(CalendarDate.padded(number * 100 + 1))/\(CalendarDate.padded((number + 1) * 100))")
    }
    return PartialDate(digits: (number <= 10 ? "0" : "") + "\(number - 1)XX")
  }

  /// A decade by its first three digits: 199 for the 1990s.
  static func decade(_ number: Int) -> PartialDate {
    PartialDate(digits: String(repeating: "0", count: max(0, 3 - String(number).utf8.count)) + "\(number)X")
  }

  /// From the first day, month or year to the last.
  static func period(_ first: CalendarDate, _ last: CalendarDate) -> PartialDate {
    PartialDate(period: "\(first.iso)/\(last.iso)")
  }
}
