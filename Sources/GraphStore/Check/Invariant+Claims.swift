internal import Claims
internal import SQLite
internal import Schema

/// What claims and relations hold, beyond the edges that follow from them.
extension Invariant {
  static let claims: [Invariant] = [
    Invariant(
      "claims with a value that none has",
      rows: """
        SELECT 1 FROM claim WHERE method NOT IN (\(list(Claim.Method.self)))
          OR polarity NOT IN (\(list(Claim.Polarity.self))) OR modality NOT IN (\(list(Claim.Modality.self)))
          OR tense NOT IN (\(list(Claim.Tense.self))) OR confidence NOT BETWEEN 0 AND 1
          OR time_text IS NULL AND time_value IS NOT NULL
        """),
    Invariant(
      "claims whose subject or object is not whom they mention",
      rows: """
        SELECT 1 FROM claim c \(party("subject")) \(party("object")) LEFT JOIN relation r ON r.id = c.relation
        WHERE NOT (subject_entity.standing IS c.subject AND object_entity.standing IS c.object)
          AND NOT (r.symmetric IS 1 AND subject_entity.standing IS c.object AND object_entity.standing IS c.subject)
        """),
    Invariant(
      "claims that mention somebody in another sentence",
      rows: """
        SELECT 1 FROM claim c JOIN mention m ON m.document = c.document AND m.position IN (c.subject_mention,
          c.object_mention, c.attribution_mention, c.speaker_mention, c.place_mention)
        WHERE m.sentence <> c.sentence
        """),
    Invariant(
      "relations by a number, of a layer or of a symmetry that none has",
      count: { connection in
        let relations = try connection.statement("SELECT id, name, layer, symmetric FROM relation")
        var count = 0
        while try relations.step() {
          let identifier = relations.integer(at: 0)
          let layer = Claim.Layer(rawValue: relations.text(at: 2))
          let isSymmetric = relations.integer(at: 3)
          // A graph may hold relations that the vocabulary once had.
          let known = Vocabulary.builtIn[relations.text(at: 1)]?.isSymmetric
          let isRight =
            layer != nil && identifier != 0 && (layer == .open) == (identifier < 0)
            && identifier.magnitude <= UInt32.max
            && (layer == .canonical ? known ?? (isSymmetric == 1) : false) == (isSymmetric == 1)
            && (0...1).contains(isSymmetric)
          if !isRight { count += 1 }
        }
        return count
      }),
    Invariant(
      "claims and rows of a relation that is not there",
      rows: """
        SELECT 1 FROM claim WHERE relation NOT IN (SELECT id FROM relation)
        UNION ALL SELECT 1 FROM imported_row WHERE relation NOT IN (SELECT id FROM relation)
        """),
  ]

  static func list<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String
  where Value.RawValue == String {
    type.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// Joins the party that a claim's mention is of.
  private static func party(_ role: String) -> String {
    """
    LEFT JOIN mention \(role)_at ON \(role)_at.document = c.document AND \(role)_at.position = c.\(role)_mention
    LEFT JOIN party \(role)_party ON \(role)_party.document = c.document
      AND \(role)_party.position = \(role)_at.party
    LEFT JOIN (SELECT id, coalesce(canonical, id) AS standing FROM entity) \(role)_entity
      ON \(role)_entity.id = \(role)_party.entity
    """
  }
}
