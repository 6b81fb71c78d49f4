internal import SQLite

/// Reads and writes the table of judgements.
struct JudgementTable {
  let connection: Connection

  private static let columns =
    "j.id, j.batch, j.verdict, j.left, j.right, j.value, j.score, j.reason, j.judge, j.at, j.voids"
  /// Holds for a judgement that was not undone.
  private static let standing =
    "j.verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM judgement u WHERE u.voids = j.id)"

  var isEmpty: Bool {
    get throws { try connection.integer("SELECT 1 FROM judgement LIMIT 1") == nil }
  }

  /// All judgements in the order in which they were made.
  func all() throws -> [Judgement] { try read("SELECT \(Self.columns) FROM judgement j ORDER BY j.id") }

  func judgement(_ number: Int) throws -> Judgement? {
    try read("SELECT \(Self.columns) FROM judgement j WHERE j.id = ?", number).first
  }

  func batch(_ batch: Int) throws -> [Judgement] {
    try read("SELECT \(Self.columns) FROM judgement j WHERE j.batch = ? ORDER BY j.id", batch)
  }

  /// Those that gave a name, whether they count or not.
  func naming(_ name: String) throws -> [Judgement] {
    try read(
      "SELECT \(Self.columns) FROM judgement j WHERE j.verdict = 'name' AND j.value = ? ORDER BY j.id", name)
  }

  /// Those that count: not undone, and not judged anew.
  func living() throws -> [Judgement] {
    Self.latest(try read("SELECT \(Self.columns) FROM judgement j WHERE \(Self.standing) ORDER BY j.id"))
  }

  /// Those that count and have an end of that identifier, or of that folded name, whatever its part.
  func living(near key: EntityKey) throws -> [Judgement] {
    let (first, end) =
      key.identifier == nil
      ? (key.folded + "\t", key.folded + "\n") : (key.text, key.text + "\0")
    let rows = try ["left", "right"].flatMap { side in
      try read(
        "SELECT \(Self.columns) FROM judgement j WHERE j.\(side) >= ?1 AND j.\(side) < ?2 AND \(Self.standing)",
        first, end)
    }
    var seen: Set<Int> = []
    return Self.latest(
      rows.filter { seen.insert($0.number).inserted }.sorted { $0.number < $1.number })
  }

  func isVoided(_ number: Int) throws -> Bool {
    try connection.integer("SELECT 1 FROM judgement WHERE voids = ? LIMIT 1", number) != nil
  }

  /// The number of the last batch with something to undo; nil where there is none.
  func lastStandingBatch() throws -> Int? {
    try connection.integer("SELECT max(j.batch) FROM judgement j WHERE \(Self.standing)")
  }

  func nextBatch() throws -> Int {
    try connection.integer("SELECT coalesce(max(batch), 0) + 1 FROM judgement") ?? 1
  }

  /// Adds a judgement; returns its number.
  @discardableResult
  func add(_ new: NewJudgement, batch: Int, stamp: JudgementStamp, voids: Int? = nil) throws -> Int {
    let number = try connection.integer("SELECT coalesce(max(id), 0) + 1 FROM judgement") ?? 1
    try connection.run(
      """
      INSERT INTO judgement (id, batch, verdict, left, right, value, score, reason, judge, at, voids)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, number, batch, new.verdict.rawValue, new.left.text, new.right.text, new.value, new.score,
      new.reason, stamp.judge, stamp.at, voids)
    return number
  }

  func remove(_ number: Int) throws {
    try connection.run("DELETE FROM judgement WHERE voids = ?", number)
    try connection.run("DELETE FROM judgement WHERE id = ?", number)
  }

  /// The last of those about the same.
  private static func latest(_ judgements: [Judgement]) -> [Judgement] {
    var last: [Judgement.Subject: Int] = [:]
    for judgement in judgements { last[judgement.subject] = judgement.number }
    return judgements.filter { last[$0.subject] == $0.number }
  }

  private func read(_ sql: String, _ values: any Bindable...) throws -> [Judgement] {
    let statement = try connection.statement(sql)
    try statement.bind(values)
    var result: [Judgement] = []
    while try statement.step() {
      result.append(
        Judgement(
          number: statement.integer(at: 0), batch: statement.integer(at: 1),
          verdict: Judgement.Verdict(rawValue: statement.text(at: 2)) ?? .undo,
          left: EntityKey(text: statement.text(at: 3)), right: EntityKey(text: statement.text(at: 4)),
          value: statement.optionalText(at: 5),
          score: statement.isNull(at: 6) ? nil : statement.number(at: 6),
          reason: statement.optionalText(at: 7), judge: statement.text(at: 8), at: statement.text(at: 9),
          voids: statement.optionalInteger(at: 10)))
    }
    return result
  }
}
