/// A year, a month or a day of the proleptic Gregorian calendar.
package struct CalendarDate: Hashable, Sendable {
  /// The year as astronomers count it: 0 is 1 BC, -43 is 44 BC; from -9999 to 9999.
  package let year: Int
  /// From 1 to 12, or nil for a whole year.
  package let month: Int?
  /// From 1 to the last of the month, or nil for a whole month or year.
  package let day: Int?

  /// Nil for what is in no calendar: a month 13, a 30 February, a day without a month.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (-9999...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(ofMonth: month, year: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a date as ISO 8601 writes it: `2001`, `2001-09`, `2001-09-10`, or a day with a time of day after a `T`, which is
  /// left out; nil for anything else.
  package init?(_ text: String) {
    var date = text.utf8[...]
    if let mark = date.firstIndex(of: UInt8(ascii: "T")) {
      guard Self.isTimeOfDay(date[mark...].dropFirst()) else { return nil }
      date = date[..<mark]
      guard date.count == 10 else { return nil }
    }
    let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil
    )
  }

  /// Whether a text is a time of day, from its hour and minute on, with or without a zone.
  private static func isTimeOfDay(_ text: Substring.UTF8View) -> Bool {
    let form = text.map { (0x30...0x39).contains($0) ? UInt8(ascii: "9") : $0 }
    let body = String(decoding: form, as: UTF8.self)
    var time = body[...]
    for zone in ["Z", "+99:99", "-99:99", "+9999", "-9999", "+99", "-99"] where time.hasSuffix(zone) {
      time = time.dropLast(zone.utf8.count)
      break
    }
    let parts = time.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard ["99:99", "99:99:99", "9999", "999999"].contains(parts[0]) else { return false }
    return parts.count == 1 || !parts[1].isEmpty && parts[1].allSatisfy { $0 == "9" }
  }

  /// The date in ISO 8601, which is EDTF as well: `2001-09-10`, `-0043-03-15`.
  package var iso: String {
    var text = Self.padded(year)
    if let month { text += "-" + Self.two(month) }
    if let day { text += "-" + Self.two(day) }
    return text
  }

  /// A year with four digits, and a minus before the year 0.
  package static func padded(_ year: Int) -> String {
    let digits = String(year.magnitude)
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// How many days a month of a year has.
  package static func days(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension CalendarDate {
  /// The number of the day, counted from 1 January 1970; nil for a month or a year.
  ///
  /// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
  package var dayNumber: Int? {
    guard let month, let day else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of a number, as `dayNumber` counts; nil outside of the years that a date may have.
  package init?(dayNumber: Int) {
    guard (-5_000_000...5_000_000).contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week, from 1 for Monday to 7 for Sunday; nil for a month or a year.
  package var weekday: Int? {
    dayNumber.map { (($0 + 3) % 7 + 7) % 7 + 1 }
  }

  /// The day so many days later; nil for a month or a year, and outside of the years that a date may have.
  package func adding(days: Int) -> CalendarDate? {
    guard let (sum, overflows) = dayNumber?.addingReportingOverflow(days), !overflows else { return nil }
    return CalendarDate(dayNumber: sum)
  }

  /// The month so many months later, without a day; nil for a year, and outside of the years that a date may have.
  package func adding(months: Int) -> CalendarDate? {
    guard let month else { return nil }
    let (count, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
    // From the least of all numbers not even 11 can be taken.
    guard !overflows, count >= .min + 11 else { return nil }
    let year = (count >= 0 ? count : count - 11) / 12
    return CalendarDate(year: year, month: count - year * 12 + 1)
  }
}
