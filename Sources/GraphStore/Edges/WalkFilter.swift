/// Which edges a question may use, as conditions in SQL that go into every walk.
struct WalkFilter {
  /// The rows of the relations allowed, or nil for all.
  var relations: [Int]?
  /// Whether the open layer, whose relations have negative identifiers, is included.
  var includesOpen = true
  /// The least confidence of an edge, or nil for any.
  var minimumConfidence: Double?
  /// When the edge has to be true, or nil for any time.
  var time: TimeSpan?

  /// The conditions on an edge `e`, to follow others; numbers and checked dates only, so nothing a user typed is in it.
  var sql: String { relationSQL + confidenceSQL + timeSQL }

  /// Whether edges of the relation may be walked.
  func admits(_ relation: Int) -> Bool {
    (includesOpen || relation > 0) && relations?.contains(relation) != false
  }

  /// The conditions on a claim `e` that makes no edge.
  var claimSQL: String {
    relationSQL + confidenceSQL + (time.map { " AND \($0.overlapSQL(column: "e.time_value"))" } ?? "")
  }

  private var relationSQL: String {
    (includesOpen ? "" : " AND e.relation > 0")
      + (relations.map { " AND e.relation IN (\($0.map(String.init).joined(separator: ",")))" } ?? "")
  }

  private var confidenceSQL: String { minimumConfidence.map { " AND e.confidence >= \($0)" } ?? "" }

  private var timeSQL: String {
    guard let time else { return "" }
    let ends = "subject = e.subject AND c.relation = e.relation AND c.object = e.object"
    let qualifier = "q.name IN ('time', 'point in time', 'P585') AND \(time.overlapSQL(column: "q.value"))"
    return """
       AND (EXISTS (SELECT 1 FROM claim c WHERE c.\(ends) AND c.polarity = 'positive' AND c.modality = 'certain'
        AND \(time.overlapSQL(column: "c.time_value")))
      OR EXISTS (SELECT 1 FROM edge c JOIN qualifier q ON q.document = c.document AND q.row = c.row
        WHERE c.\(ends) AND \(qualifier))
      OR EXISTS (SELECT 1 FROM imported_row c JOIN qualifier q ON q.document = c.document AND q.row = c.row
        WHERE c.\(ends) AND \(qualifier)))
      """
  }
}

extension Graph {
  /// The conditions that a question's options set.
  ///
  /// - Throws: `GraphError` with `unknownRelation` for a relation nobody knows.
  func filter(
    relations names: [String], minimumConfidence: Double? = nil, time: TimeSpan? = nil, includesOpen: Bool
  ) throws -> WalkFilter {
    WalkFilter(
      relations: try relations(named: names), includesOpen: includesOpen,
      minimumConfidence: minimumConfidence, time: time)
  }
}
