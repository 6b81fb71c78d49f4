/// Of which kind a statement behind an edge has to be, a claim or a row of a graph file, as conditions in SQL.
struct StatementCondition {
  /// What a statement's time has to be.
  enum Time {
    case any
    case within(TimeSpan)
    /// No statement of the edge has a time.
    case untold
  }

  /// The rows of the documents in one of which it stands; nil for all.
  var documents: [Int]?
  /// Entities one of which says it; empty for anybody.
  var speakers: [Int] = []
  /// Whether the text ascribes it to a source.
  var isAttributed = false
  var time = Time.any

  /// Whether every statement fits.
  private var isEmpty: Bool {
    if case .any = time { documents == nil && speakers.isEmpty && !isAttributed } else { false }
  }

  /// Whether a row of a graph file, which nobody says, may fit.
  private var admitsRows: Bool { speakers.isEmpty && !isAttributed }

  /// The condition on an edge `e` that a statement behind it fits, to follow others.
  var edgeSQL: String {
    if isEmpty { return "" }
    let ends = "c.subject = e.subject AND c.relation = e.relation AND c.object = e.object"
    var ways = [
      "EXISTS (SELECT 1 FROM claim c WHERE \(ends) AND c.polarity = 'positive' AND c.modality = 'certain'\(claimSQL("c")))"
    ]
    if admitsRows {
      for table in ["edge", "imported_row"] {
        ways.append(
          "EXISTS (SELECT 1 FROM \(table) c WHERE \(ends) AND c.document IS NOT NULL\(rowSQL("c")))")
      }
    }
    let fits = " AND (\(ways.joined(separator: " OR ")))"
    guard case .untold = time else { return fits }
    // That one statement has no time says nothing while another has one.
    var timed = StatementCondition()
    timed.time = .within(.always)
    let isTold = timed.edgeSQL.dropFirst(" AND ".utf8.count)
    return fits + " AND NOT \(isTold)"
  }

  /// The conditions on a claim of that alias, to follow others.
  func claimSQL(_ claim: String) -> String {
    var sql = documentSQL(claim)
    if !speakers.isEmpty {
      sql += """
         AND EXISTS (SELECT 1 FROM mention said JOIN party p ON p.document = said.document AND p.position = said.party
          WHERE said.document = \(claim).document
            AND said.position IN (\(claim).attribution_mention, \(claim).speaker_mention)
            AND p.entity IN (SELECT id FROM entity WHERE id IN (\(SQLList.of(speakers))) OR canonical IN (\(SQLList.of(speakers)))))
        """
    }
    if isAttributed { sql += " AND \(claim).attribution_mention IS NOT NULL" }
    switch time {
    case .any: return sql
    case .within(let span): return sql + " AND \(span.overlapSQL(column: "\(claim).time_value"))"
    case .untold: return sql + " AND \(claim).time_value IS NULL"
    }
  }

  /// The conditions on a row of a graph file of that alias, to follow others.
  func rowSQL(_ row: String) -> String {
    guard admitsRows else { return " AND FALSE" }
    switch time {
    case .any: return documentSQL(row)
    case .within(let span):
      return documentSQL(row) + " AND \(RowTime.overlapSQL(row, span))"
    case .untold: return documentSQL(row) + " AND \(RowTime.sql(row)) IS NULL"
    }
  }

  private func documentSQL(_ statement: String) -> String {
    documents.map { " AND \(statement).document IN (\(SQLList.of($0)))" } ?? ""
  }
}
