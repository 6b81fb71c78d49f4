package import Claims

/// When a row of a graph file says that its edge is true: in a qualifier of its own, or from one to another.
package struct RowTime: Sendable {
  private var point: String?
  private var start: String?
  private var end: String?

  static let points = ["time", "when", "date", "point in time", "P585"]
  static let starts = ["start time", "start", "from", "P580"]
  static let ends = ["end time", "end", "until", "P582"]

  /// The row's time in EDTF, or NULL; `row` has a document and a row.
  static func sql(_ row: String) -> String {
    func value(_ names: [String]) -> String {
      "min(CASE WHEN q.name IN (\(list(names))) THEN q.value END)"
    }
    return """
      (SELECT coalesce(w.point, CASE WHEN w.start IS NULL AND w.stop IS NULL THEN NULL
          ELSE coalesce(w.start, '..') || '/' || coalesce(w.stop, '..') END)
        FROM (SELECT \(value(points)) AS point, \(value(starts)) AS start, \(value(ends)) AS stop
          FROM qualifier q WHERE q.document = \(row).document AND q.row = \(row).row) w)
      """
  }

  /// The condition that the row's time shares a day with a span, for hubs without putting each row's qualifiers together.
  static func overlapSQL(_ row: String, _ span: TimeSpan) -> String {
    func qualifier(_ alias: String, _ names: [String]) -> String {
      // The plus keeps the qualifiers from being sought name by name.
      "SELECT 1 FROM qualifier \(alias) WHERE \(alias).document = \(row).document AND \(alias).row = \(row).row AND +\(alias).name IN (\(list(names)))"
    }
    // The value is looked up once: the bound keeps SQLite from putting the look-up in each place of the condition.
    let told = "(SELECT \(sql(row)) AS value LIMIT 1) t"
    return """
      (EXISTS (\(qualifier("q", points)) AND (\(span.overlapSQL(column: "q.value")))
          AND NOT EXISTS (\(qualifier("z", points)) AND z.value < q.value))
        OR EXISTS (\(qualifier("q", starts + ends))
          AND EXISTS (SELECT 1 FROM \(told) WHERE \(span.overlapSQL(column: "t.value")))))
      """
  }

  private static func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ",") }

  /// The names of all qualifiers that tell a time, as a list in SQL.
  static let names = list(points + starts + ends)

  init() {}

  /// Takes one of the row's qualifiers in; of several of a kind the least counts.
  mutating func take(_ name: String, _ value: String) {
    func least(_ known: String?) -> String {
      guard let known, !value.utf8.lexicographicallyPrecedes(known.utf8) else { return value }
      return known
    }
    if Self.points.contains(name) { point = least(point) }
    if Self.starts.contains(name) { start = least(start) }
    if Self.ends.contains(name) { end = least(end) }
  }

  /// The time that the qualifiers taken in tell, as `sql` finds it.
  var value: String? {
    if let point { return point }
    return start == nil && end == nil ? nil : "\(start ?? "..")/\(end ?? "..")"
  }

  /// The time that these qualifiers tell, as `sql` finds it.
  package static func value(_ qualifiers: [Claim.Qualifier]) -> String? {
    var time = RowTime()
    for qualifier in qualifiers { time.take(qualifier.name, qualifier.value) }
    return time.value
  }
}
