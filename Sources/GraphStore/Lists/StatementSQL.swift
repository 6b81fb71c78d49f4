/// What a claim or a row of a graph file is counted by, in SQL.
enum StatementSQL {
  /// The statements with a value each: rows of subject, relation, object, polarity, modality and value.
  ///
  /// - Parameters:
  ///   - claims: the table of the claims.
  ///   - rows: that of the rows of graph files.
  static func values(of grouping: Grouping, claims: String, rows: String) -> String {
    """
    SELECT c.subject, c.relation, c.object, c.polarity, c.modality, \(value(of: grouping, isRow: false)) AS value
      FROM \(claims) c
    UNION ALL SELECT c.subject, c.relation, c.object, 'positive', 'certain', \(value(of: grouping, isRow: true))
      FROM \(rows) c
    """
  }

  private static func value(of grouping: Grouping, isRow: Bool) -> String {
    func entity(_ column: String, of end: String) -> String {
      "(SELECT n.\(column) FROM entity n WHERE n.id = c.\(end))"
    }
    func relation(_ column: String) -> String {
      "(SELECT n.\(column) FROM relation n WHERE n.id = c.relation)"
    }
    switch grouping {
    case .relation: return relation("name")
    case .layer: return relation("layer")
    case .subject: return entity("name", of: "subject")
    case .object: return entity("name", of: "object")
    case .subjectType: return entity("type", of: "subject")
    case .objectType: return entity("type", of: "object")
    case .polarity: return isRow ? "'positive'" : "c.polarity"
    case .modality: return isRow ? "'certain'" : "c.modality"
    case .document: return "(SELECT d.name FROM document d WHERE d.id = c.document)"
    case .year: return year(of: isRow ? RowTime.sql("c") : "c.time_value")
    case .saidBy:
      return isRow
        ? "NULL"
        : """
        (SELECT n.name FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
          JOIN entity own ON own.id = p.entity JOIN entity n ON n.id = coalesce(own.canonical, own.id)
          WHERE m.document = c.document AND m.position = coalesce(c.attribution_mention, c.speaker_mention))
        """
    }
  }

  /// The year of an EDTF value: of a span that of its start, where it has one.
  static func year(of time: String) -> String {
    """
    CASE WHEN substr(\(time), 1, 1) = '-' THEN substr(\(time), 1, 5) ELSE substr(ltrim(\(time), './'), 1, 4) END
    """
  }
}
