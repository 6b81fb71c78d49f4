/// Which relations an edge may have, as a condition in SQL.
struct RelationFilter {
  /// The rows of the relations allowed, or nil for all.
  var relations: [Int]?
  /// Whether the open layer, whose relations have negative identifiers, is included.
  var includesOpen: Bool

  /// The condition on a column, to follow others; identifiers are numbers, so nothing a user typed is in it.
  func sql(column: String) -> String {
    (includesOpen ? "" : " AND \(column) > 0")
      + (relations.map { " AND \(column) IN (\($0.map(String.init).joined(separator: ",")))" } ?? "")
  }
}
