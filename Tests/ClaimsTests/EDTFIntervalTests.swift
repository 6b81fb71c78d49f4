import Claims
import Testing

@Suite struct EDTFIntervalTests {
  @Test(arguments: [
    ("2001", "2001-01-01", "2001-12-31"), ("2001-09", "2001-09-01", "2001-09-30"),
    ("2001-09-10", "2001-09-10", "2001-09-10"), ("2001/2005", "2001-01-01", "2005-12-31"),
    ("../2001-02", "nil", "2001-02-28"), ("2000-02/..", "2000-02-01", "nil"), ("/2001", "nil", "2001-12-31"),
    ("199X", "1990-01-01", "1999-12-31"), ("2001-21", "2001-01-01", "2001-12-31"),
    ("2001~", "2001-01-01", "2001-12-31"), ("2001-XX-10", "2001-01-10", "2001-12-10"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15"), ("2001-09-10T08:00:00Z", "2001-09-10", "2001-09-10"),
    ("2004-02", "2004-02-01", "2004-02-29"),
  ])
  func aDateMeansItsDays(value: String, first: String, last: String) throws {
    let interval = try #require(EDTFInterval(value))
    #expect(interval.first.map(\.iso) ?? "nil" == first)
    #expect(interval.last.map(\.iso) ?? "nil" == last)
  }

  @Test(arguments: [
    "", "..", "../..", "/", "20", "2001-1", "2001-13", "2001-02-30", "2005/2001", "x", "2001/2002/2003",
    "May",
  ])
  func whatIsNoDateIsRefused(value: String) { #expect(EDTFInterval(value) == nil) }

  @Test(arguments: [
    ("2001", "2001-05", true), ("2001", "2002", false), ("../2001", "1900", true), ("2001/..", "2050", true),
    ("2001/2003", "2003-12-31/2005", true), ("2001/2003", "2004", false),
  ])
  func intervalsOverlapWhereTheyShareADay(one: String, other: String, overlaps: Bool) throws {
    let (left, right) = (try #require(EDTFInterval(one)), try #require(EDTFInterval(other)))
    #expect(left.overlaps(right) == overlaps && right.overlaps(left) == overlaps)
  }
}
