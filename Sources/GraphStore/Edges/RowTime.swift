package import Claims

/// When a row of a graph file says that its edge is true: in a qualifier of its own, or from one to another.
package enum RowTime {
  static let points = ["time", "when", "date", "point in time", "P585"]
  static let starts = ["start time", "start", "from", "P580"]
  static let ends = ["end time", "end", "until", "P582"]

  /// The row's time in EDTF, or NULL; `row` has a document and a row.
  static func sql(_ row: String) -> String {
    func value(_ names: [String]) -> String {
      "min(CASE WHEN q.name IN (\(names.map { "'\($0)'" }.joined(separator: ","))) THEN q.value END)"
    }
    return """
      (SELECT coalesce(w.point, CASE WHEN w.start IS NULL AND w.stop IS NULL THEN NULL
          ELSE coalesce(w.start, '..') || '/' || coalesce(w.stop, '..') END)
        FROM (SELECT \(value(points)) AS point, \(value(starts)) AS start, \(value(ends)) AS stop
          FROM qualifier q WHERE q.document = \(row).document AND q.row = \(row).row) w)
      """
  }

  /// The time that these qualifiers tell, as `sql` finds it.
  package static func value(_ qualifiers: [Claim.Qualifier]) -> String? {
    func value(_ names: [String]) -> String? {
      qualifiers.filter { names.contains($0.name) }.map(\.value).min()
    }
    if let point = value(points) { return point }
    let (start, end) = (value(starts), value(ends))
    return start == nil && end == nil ? nil : "\(start ?? "..")/\(end ?? "..")"
  }
}
