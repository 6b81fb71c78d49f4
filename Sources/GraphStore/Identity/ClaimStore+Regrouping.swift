internal import SQLite

extension ClaimStore {
  /// Lets the right entity stand for each of those that a change may have joined or parted, and moves their claims and edges there.
  ///
  /// Time follows the claims and edges of the entities that change sides.
  ///
  /// - Parameter moved: entities whose claims or rows have come to be another's.
  /// - Returns: those whose name or type may be another now.
  mutating func regroup(_ touched: Set<Int>, dead: Set<Int>, moved: Set<Int> = []) throws -> Set<Int> {
    let fold = try IdentityFold(
      connection: connection, around: touched.union(moved), dead: dead, hasJudgements: hasJudgements())
    var left: Set<Int> = []
    var renamed: Set<Int> = []
    for entity in moved { left.insert(fold.members[entity]?.canonical ?? entity) }
    for entity in dead {
      guard let row = fold.members[entity], row.canonical != entity else { continue }
      try stand(entity, for: nil)
      left.insert(row.canonical)
      renamed.insert(row.canonical)
    }
    for group in try fold.groups() {
      // The first by key, so that nothing hangs on who came first.
      let canonical = group[0].number
      for row in group where row.canonical != canonical {
        left.insert(row.canonical)
        renamed.formUnion([row.canonical, canonical, row.number])
        try stand(row.number, for: row.number == canonical ? nil : canonical)
      }
    }
    for entity in left.sorted() { try reattach(at: entity) }
    // What a judgement names may be another entity now.
    if fold.hasNamings { renamed.formUnion(fold.members.keys) }
    return renamed
  }

  private func stand(_ entity: Int, for canonical: Int?) throws {
    try tally.note(entity: entity)
    try connection.run("UPDATE entity SET canonical = ? WHERE id = ?", canonical, entity)
  }

  /// Whether anything was judged.
  mutating func hasJudgements() throws -> Bool {
    if let known = knownJudgements { return known }
    let found = try !JudgementTable(connection: connection).isEmpty
    knownJudgements = found
    return found
  }

  /// Moves what stands at an entity to where its ends belong now.
  private mutating func reattach(at entity: Int) throws {
    try reattachClaims(at: entity)
    try reattachRows(at: entity)
  }

  private mutating func reattachClaims(at entity: Int) throws {
    var moves: [ClaimMove] = []
    for side in ["subject", "object"] {
      let statement = try connection.statement(
        """
        SELECT c.document, c.position, c.subject, c.relation, c.object,
          c.polarity = 'positive' AND c.modality = 'certain', c.attribution_mention IS NOT NULL, c.confidence,
          coalesce(se.canonical, se.id), coalesce(oe.canonical, oe.id), r.symmetric
        FROM claim c JOIN relation r ON r.id = c.relation
          JOIN mention sm ON sm.document = c.document AND sm.position = c.subject_mention
          JOIN party sp ON sp.document = c.document AND sp.position = sm.party JOIN entity se ON se.id = sp.entity
          JOIN mention om ON om.document = c.document AND om.position = c.object_mention
          JOIN party op ON op.document = c.document AND op.position = om.party JOIN entity oe ON oe.id = op.entity
        WHERE c.\(side) = ?
        """)
      try statement.bind(entity, at: 1)
      while try statement.step() {
        var move = ClaimMove(statement)
        if side == "object", move.old.subject == entity { continue }
        if statement.integer(at: 10) == 1 { try order(&move.new) }
        if move.new != move.old { moves.append(move) }
      }
    }
    for move in moves {
      try connection.run(
        "UPDATE claim SET subject = ?, object = ? WHERE document = ? AND position = ?", move.new.subject,
        move.new.object, move.document, move.position)
      guard move.makesEdge else { continue }
      try withdraw(move.old, attributed: move.isAttributed, confidence: move.confidence)
      try support(move.new, attributed: move.isAttributed, confidence: move.confidence)
    }
  }

  private struct ClaimMove {
    var document: Int
    var position: Int
    var old: EdgeKey
    var new: EdgeKey
    var makesEdge: Bool
    var isAttributed: Bool
    var confidence: Double

    init(_ statement: borrowing Statement) {
      document = statement.integer(at: 0)
      position = statement.integer(at: 1)
      old = EdgeKey(
        subject: statement.integer(at: 2), relation: statement.integer(at: 3),
        object: statement.integer(at: 4))
      new = EdgeKey(
        subject: statement.integer(at: 8), relation: old.relation, object: statement.integer(at: 9))
      makesEdge = statement.integer(at: 5) == 1
      isAttributed = statement.integer(at: 6) == 1
      confidence = statement.number(at: 7)
    }
  }

  /// Puts the ends of a symmetric relation's edge into an order that does not hang on who came first.
  func order(_ key: inout EdgeKey) throws {
    if try orderKey(of: key.object) < orderKey(of: key.subject) { swap(&key.subject, &key.object) }
  }

  /// The key of an entity, by which the ends of a symmetric relation's edge are ordered.
  func orderKey(of entity: Int) throws -> EntityKey {
    try EntityRows(connection: connection).row(entity)?.key
      ?? EntityKey(folded: "", part: nil, identifier: nil)
  }
}
