internal import SQLite

/// Makes judgements and lets the graph follow, inside a transaction.
struct Judging {
  private let connection: Connection
  private let table: JudgementTable
  private let rows: EntityRows
  private(set) var store: ClaimStore

  init(connection: Connection) throws {
    self.connection = connection
    table = JudgementTable(connection: connection)
    rows = EntityRows(connection: connection)
    store = ClaimStore(connection: connection)
  }

  mutating func judge(
    _ judgements: [NewJudgement], stamp: JudgementStamp, skipsRefused: Bool
  ) throws -> JudgementEffect {
    var effect = JudgementEffect()
    let batch = try table.nextBatch()
    let ends = Set(judgements.flatMap { [$0.left, $0.right] })
    let before = try IdentityMeasure(connection, around: ends)
    for (position, judgement) in judgements.enumerated() {
      if let reason = try refusal(of: judgement) {
        guard skipsRefused else { throw GraphError(.refused, reason) }
        effect.refused.append(.init(position: position, reason: reason))
        continue
      }
      let number = try table.add(judgement, batch: batch, stamp: judgement.stamp ?? stamp)
      store.knownJudgements = true
      try follow(judgement.left, judgement.right)
      if let reason = try contradiction(of: judgement, number: number) {
        guard skipsRefused else { throw GraphError(.refused, reason) }
        try table.remove(number)
        try follow(judgement.left, judgement.right)
        effect.refused.append(.init(position: position, reason: reason))
        continue
      }
      effect.numbers.append(number)
    }
    if !effect.numbers.isEmpty { effect.batch = batch }
    effect.compare(before, with: try IdentityMeasure(connection, around: ends))
    return effect
  }

  mutating func undo(_ target: UndoTarget, stamp: JudgementStamp) throws -> JudgementEffect {
    var effect = JudgementEffect()
    let voided = try standing(target)
    let ends = Set(voided.flatMap { [$0.left, $0.right] })
    let before = try IdentityMeasure(connection, around: ends)
    effect.batch = try table.nextBatch()
    for judgement in voided.reversed() {
      effect.numbers.append(judgement.number)
      try table.add(
        NewJudgement(.undo, judgement.left, judgement.right), batch: effect.batch, stamp: stamp,
        voids: judgement.number)
    }
    store.hadRejections = true
    // Looked at once for all: a judgement that stood in the way of another may have gone with it.
    for judgement in voided { try prepare(judgement.left, judgement.right) }
    try store.settle()
    effect.compare(before, with: try IdentityMeasure(connection, around: ends))
    return effect
  }

  /// What of an undo's target stands.
  private func standing(_ target: UndoTarget) throws -> [Judgement] {
    switch target {
    case .last:
      guard let batch = try table.lastStandingBatch() else {
        throw GraphError(.refused, "nothing was judged that could be undone")
      }
      return try table.batch(batch).filter { try $0.verdict != .undo && !table.isVoided($0.number) }
    case .batch(let batch):
      let all = try table.batch(batch).filter { $0.verdict != .undo }
      if all.isEmpty {
        throw GraphError(.refused, "there is no batch \(batch) of judgements; `kg judgements` lists them")
      }
      let standing = try all.filter { try !table.isVoided($0.number) }
      if standing.isEmpty { throw GraphError(.refused, "batch \(batch) is undone already") }
      return standing
    case .judgement(let number):
      guard let judgement = try table.judgement(number) else {
        throw GraphError(.refused, "there is no judgement \(number); `kg judgements` lists them")
      }
      if judgement.verdict == .undo {
        throw GraphError(
          .refused, "judgement \(number) is an undo; judge anew what it took back")
      }
      if try table.isVoided(number) {
        throw GraphError(.refused, "judgement \(number) is undone already")
      }
      return [judgement]
    }
  }

  /// Why a judgement cannot be made at all.
  private func refusal(of judgement: NewJudgement) throws -> String? {
    for key in [judgement.left, judgement.right] where try rows.row(key) == nil {
      return "nothing in the graph is called \(Quoting.quoted(key.shown))"
    }
    switch judgement.verdict {
    case .same, .different, .unsure:
      if judgement.left == judgement.right { return "\(Quoting.quoted(judgement.left.shown)) is itself" }
    case .name, .type:
      if (judgement.value ?? "").isEmpty { return "a name or a type must not be empty" }
    case .reject:
      if (judgement.value ?? "").split(separator: " ", maxSplits: 1).count != 2 {
        return "a rejected edge needs its layer and its relation"
      }
    case .undo: return "an undo is no judgement"
    }
    return nil
  }

  /// Why a judgement that was made does not hold; nil where it does.
  private func contradiction(of judgement: NewJudgement, number: Int) throws -> String? {
    guard judgement.verdict == .same || judgement.verdict == .different,
      let left = try rows.row(judgement.left), let right = try rows.row(judgement.right)
    else { return nil }
    let isOne = left.canonical == right.canonical
    let fold = try IdentityFold(
      connection: connection, around: [left.number, right.number], dead: [], hasJudgements: true)
    // What was judged the same before must still be one: it is not given up in silence for what is judged now.
    if isOne == (judgement.verdict == .same), try fold.holdsWhatIsTheSame() { return nil }
    let chain =
      try fold.chain(
        from: left.number, to: right.number, crossing: judgement.verdict == .same, without: number) ?? []
    if isOne == (judgement.verdict == .same), chain.isEmpty { return nil }
    let (a, b) = (Quoting.quoted(judgement.left.shown), Quoting.quoted(judgement.right.shown))
    return
      (judgement.verdict == .same
      ? "\(a) and \(b) must stay apart: " : "\(a) and \(b) were judged the same: ")
      + chain.map(\.words).joined(separator: "; ") + ". Undo one of these first"
  }

  /// Lets the graph follow a judgement.
  private mutating func follow(_ left: EntityKey, _ right: EntityKey) throws {
    try prepare(left, right)
    store.hadRejections = true
    try store.settle()
  }

  private mutating func prepare(_ left: EntityKey, _ right: EntityKey) throws {
    for key in Set([left, right]) {
      if key.document != nil { try store.settleCut(key) }
      if let row = try rows.row(key) { store.touchedEntities.insert(row.number) }
    }
  }
}

extension EntityKey {
  /// The key in words of one line.
  package var shown: String {
    if let identifier { return "#\(identifier)" }
    let kind = isPerson ? ":person" : ""
    return folded + kind + (document.map { " in \($0.prefix(12))" } ?? "")
  }
}

extension IdentityStep {
  /// The step in words of one line.
  package var words: String {
    let (a, b) = (Quoting.quoted(from.shown), Quoting.quoted(to.shown))
    return switch ground {
    case .judgement(let number, .different): "\(a) is not \(b) (judgement \(number))"
    case .judgement(let number, _): "\(a) is \(b) (judgement \(number))"
    case .rule: "\(a) is \(b) (by its name)"
    }
  }
}
