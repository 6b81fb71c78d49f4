/// The way from one word of a tree to another.
struct DependencyPath {
  /// The first word and those above it, up to below the top.
  let up: [Int]
  /// The lowest word above both, which may be one of them; nil where only the artificial root is above both.
  let top: Int?
  /// The words from below the top down to the other word.
  let down: [Int]

  /// Takes time in proportion to the depth of the words; `heads` count from 1, with 0 for the root.
  init(from start: Int, to end: Int, heads: [Int32]) {
    var up = [start]
    while case let head = Int(heads[up[up.count - 1]]), head > 0, up.count <= heads.count {
      up.append(head - 1)
    }
    var down = [end]
    var meeting = up.firstIndex(of: end)
    while meeting == nil, case let head = Int(heads[down[down.count - 1]]), head > 0,
      down.count <= heads.count
    {
      down.append(head - 1)
      meeting = up.firstIndex(of: head - 1)
    }
    if let meeting {
      top = up[meeting]
      down.removeLast()
      up.removeSubrange(meeting...)
    } else {
      top = nil
    }
    self.up = up
    self.down = down.reversed()
  }
}

/// What the relation head sees of a pair apart from vectors: rows of tables that lie one after another, and the role of each word.
struct RelationFeatures: Sendable {
  private static let distances = [2, 3, 4, 5, 7, 10, 14, 20, 28]
  private static let lengths = [2, 3, 4, 5, 6, 8]
  private static let between = [1, 2, 3, 4, 6]
  /// So many steps of a side of the path are looked at.
  private static let mostSteps = 24
  /// A word so near to the pair is told from the others.
  private static let nearWords = 4

  /// What a word is to a pair.
  enum Role: UInt8, CaseIterable {
    case subject, object, subjectSide, top, objectSide, child, between, near, far
  }

  private let types, kinds, relations: Int
  /// 0 for no name, else what kind of name each tag is of.
  private let nameClass: [Int]
  private let tables: StackedTables
  private var offsets: [Int] { tables.offsets }
  /// The number of rows of all tables.
  var rowCount: Int { tables.rowCount }

  init(labels: ModelLabels, finder: RelationPhraseFinder) {
    types = finder.typeCount
    kinds = finder.kindCount
    relations = labels.relations.count
    nameClass = labels.names.map { ["PER": 1, "ORG": 2, "LOC": 3][$0.dropFirst(2)] ?? 0 }
    tables = StackedTables(sizes: [
      types * types, kinds * kinds, 2 * (Self.distances.count + 1), Self.lengths.count + 1, 3,
      Self.between.count + 1, 16, relations, relations, 3 * relations,
    ])
  }

  /// The row of the table of pairs of types.
  func types(_ subject: RelationPhrase, _ object: RelationPhrase) -> Int {
    subject.type * types + object.type
  }

  /// Gives the rows of a pair to `body`; `apart` is how many phrases later the object stands, negative for earlier.
  func forEachRow(
    _ subject: RelationPhrase, _ object: RelationPhrase, apart: Int, path: DependencyPath,
    reading: BatchReader.PassageReading, _ body: (Int) -> Void
  ) {
    func label(_ word: Int) -> Int { Int(reading.relations[word]) }
    body(types(subject, object))
    body(offsets[1] + subject.kind * kinds + object.kind)
    let distance = StackedTables.bucket(abs(subject.head - object.head), Self.distances)
    body(offsets[2] + (subject.head > object.head ? Self.distances.count + 1 : 0) + distance)
    body(
      offsets[3]
        + StackedTables.bucket(path.up.count + path.down.count + (path.top == nil ? 0 : 1), Self.lengths))
    body(offsets[4] + nesting(subject, object))
    body(offsets[5] + StackedTables.bucket(abs(apart) - 1, Self.between))
    body(offsets[6] + 4 * name(subject.head, reading) + name(object.head, reading))
    body(offsets[7] + label(subject.head))
    body(offsets[8] + label(object.head))
    for word in path.up.prefix(Self.mostSteps).dropFirst() { body(offsets[9] + label(word)) }
    for word in path.down.dropLast().prefix(Self.mostSteps) { body(offsets[9] + relations + label(word)) }
    if let top = path.top { body(offsets[9] + 2 * relations + label(top)) }
  }

  private func nesting(_ subject: RelationPhrase, _ object: RelationPhrase) -> Int {
    if object.first <= subject.first && subject.last <= object.last { return 1 }
    return subject.first <= object.first && object.last <= subject.last ? 2 : 0
  }

  private func name(_ word: Int, _ reading: BatchReader.PassageReading) -> Int {
    nameClass[Int(reading.nameTags[word])]
  }

  /// The role of each word of the passage.
  func roles(
    _ subject: RelationPhrase, _ object: RelationPhrase, path: DependencyPath, heads: [Int32],
    into roles: inout [Role]
  ) {
    let low = min(subject.head, object.head)
    let high = max(subject.head, object.head)
    roles.removeAll(keepingCapacity: true)
    for word in heads.indices {
      if low < word && word < high {
        roles.append(.between)
      } else {
        roles.append(low - Self.nearWords <= word && word <= high + Self.nearWords ? .near : .far)
      }
    }
    func hang(on word: Int) {
      for child in heads.indices where Int(heads[child]) - 1 == word { roles[child] = .child }
    }
    path.up.forEach(hang)
    path.down.forEach(hang)
    if let top = path.top { hang(on: top) }
    for word in path.up { roles[word] = .subjectSide }
    for word in path.down { roles[word] = .objectSide }
    if let top = path.top { roles[top] = .top }
    roles[subject.head] = .subject
    roles[object.head] = .object
  }
}
