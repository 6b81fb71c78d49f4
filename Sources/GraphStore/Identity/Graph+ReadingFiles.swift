internal import SQLite
internal import Schema

extension Graph {
  /// The files by which a graph's documents are read, in the order in which they were given.
  package func readingFiles(_ kind: ReadingFile.Kind) throws(GraphError) -> [ReadingFile] {
    try asking { try ReadingFileTable(connection: connection).files(kind) }
  }

  /// Remembers files in the place of those of their kind that were given before.
  ///
  /// Time follows the number of entities where lists of words are others than before, which may join and part any.
  ///
  /// - Parameter files: empty to forget those of the kind.
  /// - Throws: `GraphError`, with `badData` for a bad line of a list.
  package func remember(_ files: [ReadingFile], kind: ReadingFile.Kind) throws(GraphError) {
    try changing {
      let table = ReadingFileTable(connection: connection)
      if try table.files(kind) == files { return }
      if kind == .lists { for file in files { _ = try IdentityLists.rows(of: file) } }
      try connection.transaction(.immediate) {
        try table.replace(files, kind: kind)
        guard kind == .lists else { return }
        var store = ClaimStore(connection: connection)
        try store.touchAllOfTexts()
        try store.settle()
        try store.tally.record(.ingest, at: changeTime)
      }
    }
  }
}

extension ReadingFile {
  /// Throws `GraphError` with `badData` for the first bad line of lists of words.
  package static func check(_ lists: [ReadingFile]) throws(GraphError) {
    for file in lists { _ = try IdentityLists.rows(of: file) }
  }
}

extension ClaimStore {
  /// Looks again at who is who among all that texts name.
  mutating func touchAllOfTexts() throws {
    let all = try connection.statement("SELECT DISTINCT entity FROM party")
    while try all.step() { touchedEntities.insert(all.integer(at: 0)) }
    namesakes.formUnion(try Namesakes(connection: connection).names(inDocument: nil))
  }
}

/// Reads and writes the files that a graph remembers.
struct ReadingFileTable {
  let connection: Connection

  func files(_ kind: ReadingFile.Kind) throws -> [ReadingFile] {
    let statement = try connection.statement(
      "SELECT name, text FROM reading_file WHERE kind = ? ORDER BY position")
    try statement.bind(kind.rawValue, at: 1)
    var result: [ReadingFile] = []
    while try statement.step() {
      result.append(ReadingFile(kind: kind, name: statement.text(at: 0), text: statement.text(at: 1)))
    }
    return result
  }

  func replace(_ files: [ReadingFile], kind: ReadingFile.Kind) throws {
    try connection.run("DELETE FROM reading_file WHERE kind = ?", kind.rawValue)
    for (position, file) in files.enumerated() {
      try connection.run(
        "INSERT INTO reading_file (kind, position, name, text) VALUES (?, ?, ?, ?)", kind.rawValue, position,
        file.name, file.text)
    }
  }
}

extension IdentityLists {
  /// The lists by which a graph's names are joined and compared: those that come with the program and those that its user gave.
  static func of(_ connection: Connection) throws -> IdentityLists {
    let files = try ReadingFileTable(connection: connection).files(.lists)
    if files.isEmpty { return .builtIn }
    return IdentityLists(
      rows: (SchemaFile.named("identity.tsv")?.rows ?? []) + (try files.flatMap { try rows(of: $0) }))
  }

  /// The rows of a user's list, words folded: a kind, a word and perhaps what it stands for, with tabs between.
  ///
  /// - Throws: `GraphError` with `badData`, the file, the line and what was expected.
  static func rows(of file: ReadingFile) throws(GraphError) -> [[Substring]] {
    var result: [[Substring]] = []
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty || line.first == "#" { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      func refuse(_ reason: String) -> GraphError {
        GraphError(.badData, "\(file.name):\(number + 1): \(reason)")
      }
      guard let kind = Kind(rawValue: String(columns[0])), kind != .single else {
        let kinds = Kind.allCases.filter { $0 != .single }.map(\.rawValue).joined(separator: ", ")
        throw refuse("a line starts with one of these and a tab: \(kinds)")
      }
      let width = kind.needsValue ? 3 : 2
      guard columns.count == width, columns.allSatisfy({ !$0.isEmpty }) else {
        throw refuse(
          "“\(kind.rawValue)” takes \(kind.needsValue ? "a word and what it stands for" : "a word"), with tabs between"
        )
      }
      if kind == .number, Int(columns[2]) == nil { throw refuse("“number” takes a word and a number") }
      if kind == .letter {
        guard columns[1].unicodeScalars.count == 1 else {
          throw refuse("“letter” takes one letter and Latin ones")
        }
        result.append([columns[0], columns[1], Substring(NameFolding.fold(String(columns[2])))])
        continue
      }
      result.append([columns[0]] + columns.dropFirst().map { Substring(NameFolding.fold(String($0))) })
    }
    return result
  }
}
