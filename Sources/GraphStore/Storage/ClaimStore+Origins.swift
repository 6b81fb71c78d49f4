internal import Claims
internal import SQLite

extension ClaimStore {
  /// What repeats from claim to claim of how they were read.
  struct OriginKey: Hashable {
    var source: String
    var place: String
    var construction: String
    var subject: Claim.Origin.Role
    var object: Claim.Origin.Role

    init(_ origin: Claim.Origin) {
      source = origin.source.rawValue
      place = origin.place ?? ""
      construction = origin.construction ?? ""
      subject = origin.subject
      object = origin.object
    }

    /// The values of the columns, in their order.
    var values: [any Bindable] {
      [
        source, place, construction, subject.way ?? "", object.way ?? "", subject.ground?.rawValue ?? "",
        object.ground?.rawValue ?? "",
      ]
    }
  }

  /// Stores how a claim was read; words outside of its sentence are left out.
  mutating func insert(
    _ origin: Claim.Origin, document: Int, position: Int, sentence: Range<Int>
  ) throws {
    let identifier = try use(OriginKey(origin))
    let trigger = origin.trigger.flatMap { Self.inside($0.range, sentence) }
    let statement = try connection.statement(
      """
      INSERT INTO claim_origin (document, position, origin, probability, trigger_start, trigger_end)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    try statement.bind([
      document, position, identifier, origin.probability, trigger?.lowerBound, trigger?.upperBound,
    ])
    try statement.run()
    for mark in origin.marks {
      guard let range = Self.inside(mark.words.range, sentence) else { continue }
      let statement = try connection.statement(
        "INSERT OR IGNORE INTO origin_mark (document, position, kind, start, end) VALUES (?, ?, ?, ?, ?)")
      try statement.bind([document, position, mark.kind.rawValue, range.lowerBound, range.upperBound])
      try statement.run()
    }
  }

  private static func inside(_ words: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    !words.isEmpty && sentence.lowerBound <= words.lowerBound && words.upperBound <= sentence.upperBound
      ? words : nil
  }

  /// The identifier of an origin, made when it is new; counts one use.
  private mutating func use(_ key: OriginKey) throws -> Int {
    let identifier = try origins[key] ?? stored(key)
    origins[key] = identifier
    try connection.run("UPDATE origin SET uses = uses + 1 WHERE id = ?", identifier)
    return identifier
  }

  private func stored(_ key: OriginKey) throws -> Int {
    let find = try connection.statement(
      """
      SELECT id FROM origin WHERE source = ? AND place = ? AND construction = ? AND subject_way = ?
        AND object_way = ? AND subject_ground = ? AND object_ground = ?
      """)
    try find.bind(key.values)
    if try find.step() { return find.integer(at: 0) }
    let insert = try connection.statement(
      """
      INSERT INTO origin (source, place, construction, subject_way, object_way, subject_ground, object_ground, uses)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0)
      """)
    try insert.bind(key.values)
    try insert.run()
    return connection.lastInsertedRow
  }

  /// Removes how the claims of a document were read.
  mutating func removeOrigins(of document: Int) throws {
    try connection.run("DELETE FROM origin_mark WHERE document = ?", document)
    try connection.run(
      """
      UPDATE origin SET uses = uses - u.claims FROM (
        SELECT origin, count(*) AS claims FROM claim_origin WHERE document = ? GROUP BY origin) u
      WHERE id = u.origin
      """, document)
    try connection.run("DELETE FROM claim_origin WHERE document = ?", document)
    try connection.run("DELETE FROM origin WHERE uses = 0")
    origins.removeAll()
  }
}
