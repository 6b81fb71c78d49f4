import SQLite
import TestSupport
import Testing

@testable import GraphStore

@Suite struct TimeSpanTests {
  @Test(
    arguments: [
      ("2001", "2001", nil, true), ("2001", nil, "2000", false), ("2001", "2002", nil, false),
      ("2001-09-10", "2001-09-10", "2001-09-10", true), ("2001-09-10", "2001-09-11", nil, false),
      ("2001-09", "2001-09-30", "2002", true), ("2001-09", "2001-10", "2002", false),
      ("2001/2005", "2003", "2003", true), ("2001/2005", "2006", nil, false),
      ("2001-03/2001-05", "2001-04-01", "2001-04-02", true), ("../2001", nil, "1900", true),
      ("../2001", "2002", nil, false), ("2001/..", "2050", nil, true), ("2001/..", nil, "2000-12-31", false),
      ("2001/", "2050", nil, true), ("199X", "1995", "1995", true), ("199X", "2000", nil, false),
      ("2022-22", "2022-07", "2022-07", true), ("2022-22", "2023", nil, false),
      ("2022-22", nil, "2021", false),
      ("2022-21/2022-23", "2022", "2022", true), ("-0043-03-15", nil, "1900", true),
      ("-0043-03-15", "0001", nil, false), ("1990/199X", "1999", nil, true),
      ("1990/199X", "2000", nil, false),
      ("20XX", "2099", nil, true), ("2001~", "2001", "2001", true), ("2001?", "2002", nil, false),
      ("2001-09%", "2001-09-01", "2001-09-01", true),
      ("2001-09-10T08:00:00Z", "2001-09-10", "2001-09-10", true),
    ] as [(String, String?, String?, Bool)])
  func valuesOverlapSpans(value: String, since: String?, until: String?, overlaps: Bool) throws {
    let span = try #require(TimeSpan(since: since, until: until))
    let connection = try Connection.temporary()
    let sql = "SELECT coalesce(\(span.overlapSQL(column: "v")), 0) FROM (SELECT ?1 AS v)"
    #expect(try connection.integer(sql, value) == (overlaps ? 1 : 0))
    #expect(try connection.integer(sql, String?.none) == 0)
    #expect(span.overlaps(value) == overlaps)
  }

  @Test func bothWaysToTellAnOverlapAgree() throws {
    var random = SplitMix64(seed: 1905)
    let connection = try Connection.temporary()
    let pieces = [
      "2001", "199X", "-0043", "..", "/", "-09", "-21", "-10", "~", "?", "%", "20XX", "0000", "9999", "T08",
      "",
      "noon",
    ]
    let spans = [(nil, nil), ("2001", "2001"), (nil, "1999-05"), ("2001-09-10", nil), ("0001", "9999")]
      .compactMap { (since: String?, until: String?) in TimeSpan(since: since, until: until) }
    for _ in 0..<2_000 {
      let value = (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick(pieces) }.joined()
      for span in spans {
        let sql = "SELECT coalesce(\(span.overlapSQL(column: "v")), 0) FROM (SELECT ?1 AS v)"
        #expect(try (connection.integer(sql, value) == 1) == span.overlaps(value), "\(value)")
      }
    }
  }

  @Test(arguments: [
    "", "201", "20011", "2001-1", "2001-13", "2001-00", "2001-01-32", "2001-01-01-01", "abcd", "2001-ab",
    "2001'", "٢٠٠١", "-001",
  ])
  func whatIsNoDateIsRefused(date: String) {
    #expect(TimeSpan(since: date, until: nil) == nil)
    #expect(TimeSpan(since: nil, until: date) == nil)
  }

  @Test func anEndBeforeTheStartIsRefused() {
    #expect(TimeSpan(since: "2002", until: "2001") == nil)
    #expect(TimeSpan(since: "2001-05", until: "2001") != nil)
    #expect(TimeSpan(since: "2001", until: "2001-01-01") != nil)
  }
}
