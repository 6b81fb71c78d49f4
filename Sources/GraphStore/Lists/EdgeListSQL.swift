/// The SQL of a list of edges.
struct EdgeListSQL {
  /// Rows of `e`: an edge, or the claims that make none for the same reason.
  private let source: String
  /// The subjects by name where the source is the table of edges itself, else nothing.
  private let isWholeTable: Bool
  private let subjects: String
  private let conditions: String
  private let statement: StatementCondition

  init(_ query: EdgeListQuery, _ walk: WalkFilter, subjects: String) {
    let listsDoubt = query.includesDoubtful || query.filter.asksForDoubt
    statement = walk.statement
    let columns = "e.subject, e.relation, e.object, e.support, e.attributed, e.confidence, e.document, e.row"
    let doubtful = """
      SELECT e.subject, e.relation, e.object, count(*) AS support, count(e.attribution_mention) AS attributed,
        max(e.confidence) AS confidence, NULL AS document, NULL AS row, e.polarity, e.modality FROM claim e
      WHERE NOT (e.polarity = 'positive' AND e.modality = 'certain')\(walk.claimSQL)
      GROUP BY e.subject, e.relation, e.object, e.polarity, e.modality
      """
    // From one entity's edges nothing else has to be looked at.
    let near = query.filter.entities.first.map {
      """
      (SELECT * FROM edge WHERE subject = \($0) UNION ALL SELECT x.* FROM incoming i CROSS JOIN edge x
        ON x.subject = i.subject AND x.relation = i.relation AND x.object = i.object
        WHERE i.object = \($0) AND i.subject <> \($0))
      """
    }
    let stated =
      "SELECT \(columns), 'positive' AS polarity, 'certain' AS modality FROM \(near ?? "edge") e WHERE TRUE\(walk.sql)"
    isWholeTable = !listsDoubt && near == nil
    self.subjects = subjects
    conditions = isWholeTable ? walk.sql : ""
    source =
      isWholeTable ? "edge" : listsDoubt ? "(\(stated) UNION ALL \(doubtful))" : "(\(stated))"
  }

  private var tables: String {
    let ends = "CROSS JOIN relation r ON r.id = e.relation CROSS JOIN entity o ON o.id = e.object"
    return isWholeTable
      ? "entity s CROSS JOIN edge e ON e.subject = s.id \(ends) WHERE TRUE\(subjects)\(conditions)"
      : "\(source) e CROSS JOIN entity s ON s.id = e.subject \(ends) WHERE TRUE\(subjects)"
  }

  private var polarity: String { isWholeTable ? "'positive'" : "e.polarity" }
  private var modality: String { isWholeTable ? "'certain'" : "e.modality" }

  /// Rows as `EdgeReader.row` reads them, then polarity and modality.
  func list(_ query: EdgeListQuery) -> String {
    let down = query.isReversed ? " DESC" : ""
    let subject = ["s.name", "s.type", "s.identifier", "s.id"]
    let relation = ["r.name", "r.layer"]
    let object = ["o.name", "o.type", "o.identifier", "o.id"]
    // Where the whole table is gone through by the names of subjects, rows come without being sorted as a whole.
    let byName = subject + relation + object
    let keys: [String] =
      switch query.order {
      case .subject: byName
      case .relation: relation + byName
      case .object: object + byName
      case .support: ["-e.support"] + byName
      case .confidence: ["-e.confidence"] + byName
      case .when: ["\(firstTime) IS NULL", firstTime] + byName
      case .document: ["\(firstDocument) IS NULL", firstDocument] + byName
      }
    var seen: Set<String> = []
    let order = (keys + [polarity, modality]).filter { seen.insert($0).inserted && !$0.hasPrefix("'") }
    return """
      SELECT \(EdgeReader.columns), \(polarity), \(modality) FROM \(tables)
      ORDER BY \(order.map { $0 + down }.joined(separator: ", ")) LIMIT \(query.limit ?? -1)
      """
  }

  var count: String {
    // Ends and relations have to be looked up only where something is asked of them.
    isWholeTable && subjects.isEmpty
      ? "SELECT count(*) FROM edge e WHERE TRUE\(conditions)" : "SELECT count(*) FROM \(tables)"
  }

  /// How many there are, so many at most.
  func count(upTo most: Int) -> String {
    let rows = isWholeTable && subjects.isEmpty ? "edge e WHERE TRUE\(conditions)" : tables
    return "SELECT count(*) FROM (SELECT 1 FROM \(rows) LIMIT \(most))"
  }

  /// Counts by a value: the value, the number.
  func groups(_ grouping: Grouping) -> String {
    let key: String =
      switch grouping {
      case .relation: "r.name"
      case .layer: "r.layer"
      case .subject: "s.name"
      case .object: "o.name"
      case .subjectType: "s.type"
      case .objectType: "o.type"
      case .polarity: polarity
      case .modality: modality
      case .document, .year, .saidBy: "value"
      }
    guard grouping.isOfStatements else {
      return "SELECT \(key), count(*) FROM \(tables) GROUP BY 1 ORDER BY 2 DESC, 1"
    }
    let values = StatementSQL.values(
      of: grouping, claims: "(SELECT * FROM claim c WHERE TRUE\(statement.claimSQL("c")))",
      rows: "(SELECT * FROM \(ImportedRowReader.rows) c WHERE TRUE\(statement.rowSQL("c")))")
    // An edge counts once for each value that a statement behind it has.
    return """
      SELECT value, count(*) FROM (
        SELECT DISTINCT k.subject, k.relation, k.object, k.polarity, k.modality, x.value FROM (
          SELECT e.subject, e.relation, e.object, \(polarity) AS polarity, \(modality) AS modality FROM \(tables)) k
        JOIN (\(values)) x
          ON x.subject = k.subject AND x.relation = k.relation AND x.object = k.object
            AND x.polarity = k.polarity AND x.modality = k.modality)
      GROUP BY 1 ORDER BY 2 DESC, 1
      """
  }

  private var firstTime: String { first(claim: "c.time_value", row: RowTime.sql("c")) }

  private var firstDocument: String {
    let name = "(SELECT d.name FROM document d WHERE d.id = c.document)"
    return first(claim: name, row: name)
  }

  /// The least value that a statement behind the edge has, or NULL.
  private func first(claim: String, row: String) -> String {
    let ends = "c.subject = e.subject AND c.relation = e.relation AND c.object = e.object"
    let rows = ["edge", "imported_row"].map {
      "UNION ALL SELECT \(row) FROM \($0) c WHERE \(ends) AND c.document IS NOT NULL AND \(polarity) = 'positive' AND \(modality) = 'certain'"
    }
    return """
      (SELECT min(v) FROM (SELECT \(claim) AS v FROM claim c
        WHERE \(ends) AND c.polarity = \(polarity) AND c.modality = \(modality) \(rows.joined(separator: " "))))
      """
  }
}
