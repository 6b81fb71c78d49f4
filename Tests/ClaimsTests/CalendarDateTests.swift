import Testing

@testable import Claims

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2001", "2001"), ("2001-09", "2001-09"), ("2001-09-10", "2001-09-10"), ("2000-02-29", "2000-02-29"),
    ("2001-09-10T08:00:00Z", "2001-09-10"), ("2001-09-10T08:00", "2001-09-10"),
    ("2001-09-10T08:00:00.123+02:00", "2001-09-10"), ("0000-01-01", "0000-01-01"),
  ])
  func `dates of ISO 8601 are read`(text: String, iso: String) {
    #expect(CalendarDate(text)?.iso == iso)
  }

  @Test(arguments: [
    "", "201", "20011", "2001-1", "2001-13", "2001-00", "2001-02-29", "2001-04-31", "2001-01-00",
    "2001-01-01-01",
    "abcd", "2001-ab", "٢٠٠١", "-001", "2001-09T08:00", "2001-09-10T", "2001-09-10T8", "2001-09-10Tnow",
    "2001-09-10 08:00", " 2001", "10 September 2001", "2001-09-10T08:00:00.Z",
  ])
  func `anything else is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days are counted as the calendar has them`() throws {
    #expect(CalendarDate("1970-01-01")?.dayNumber == 0)
    #expect(CalendarDate("1969-12-31")?.dayNumber == -1)
    #expect(CalendarDate("2000-03-01")?.dayNumber == 11_017)
    #expect(CalendarDate("2001-09-10")?.weekday == 1)
    #expect(CalendarDate("1970-01-01")?.weekday == 4)
    #expect(CalendarDate(year: -43, month: 3, day: 15)?.iso == "-0043-03-15")
    var date = try #require(CalendarDate(year: -401, month: 12, day: 1))
    for _ in 0..<2_000 {
      let next = try #require(date.adding(days: 173))
      #expect(next.dayNumber == date.dayNumber.map { $0 + 173 })
      #expect(next.weekday == date.weekday.map { ($0 - 1 + 173) % 7 + 1 })
      date = next
    }
  }

  @Test func `months are counted over the end of a year`() {
    #expect(CalendarDate("2001-01-31")?.adding(months: -1)?.iso == "2000-12")
    #expect(CalendarDate("2001-11")?.adding(months: 14)?.iso == "2003-01")
    #expect(CalendarDate("0000-01")?.adding(months: -1)?.iso == "-0001-12")
    #expect(CalendarDate("2001")?.adding(months: 1) == nil)
    #expect(CalendarDate(year: 9999, month: 12, day: 31)?.adding(days: 1) == nil)
  }
  @Test(arguments: [-9999, -1, 0, 2001, 9999])
  func `no number of days or months takes a date out of the calendar`(year: Int) throws {
    let date = try #require(CalendarDate(year: year, month: 1, day: 31))
    for number in [.min, .min + 11, -1 << 40, 1 << 40, .max - 11, .max] {
      #expect(date.adding(days: number) == nil)
      #expect(date.adding(months: number) == nil)
    }
  }
}
