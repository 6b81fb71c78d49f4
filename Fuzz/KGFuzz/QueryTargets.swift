internal import Claims

@testable internal import GraphFormats
@testable internal import GraphStore

/// What a user asks: names, words to search for, times.
struct QueryTarget: FuzzTarget {
  private let graph: Graph

  init() throws {
    let path = temporaryPath("asked.db")
    let table = temporaryPath("asked.tsv")
    write(
      Array(
        "subject\trelation\tobject\nAnna\tvisited\tOslo\nÅse Öst\tknows\tKarl\n\"x\"\tvisited\tBergen\n#1\tlikes\t北京\n"
          .utf8),
      to: table)
    let made = try Graph(path: path, access: .create)
    try GraphFileImport(options: .init(), rejects: nil, progress: { _, _, _ in }).run([table], into: made) {
      _ in
    }
    graph = try Graph(path: path, access: .read)
  }

  func read(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    // None of these may fail, whatever was typed.
    do {
      _ = try graph.resolve(text)
      var query = SearchQuery()
      query.text = text
      query.limit = 5
      _ = try graph.search(query)
    } catch {
      throw BrokenPromise(what: "a question failed: \(error)")
    }
    _ = FullTextQuery(words: text, lastIsPrefix: true)
    let folded = NameFolding.fold(text)
    try promise(NameFolding.fold(folded) == folded, "a folded name folds to another")
    let halves = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if let span = TimeSpan(since: halves.first, until: halves.last) { _ = span.overlapSQL(column: "time") }
    if let date = CalendarDate(text) {
      try promise(CalendarDate(date.iso) == date, "a date that is written and read is another")
      for days in [-1_000_000_000, -1, 1, 1_000_000_000, .max, .min] {
        _ = date.adding(days: days)
        _ = date.adding(months: days)
      }
    }
    _ = Quoting.quoted(text)
  }
}

/// What is shown on a terminal or written as a table.
struct TerminalTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    var numbers = FuzzedNumbers(bytes)
    let width = numbers.number(below: 1 << 16) - 100
    let display = Display(width: numbers.chance(4) ? nil : width, usesColor: numbers.chance(2))
    let text = String(decoding: bytes.dropFirst(4), as: UTF8.self)
    let plain = Display.plain(text)
    try promise(
      !plain.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) },
      "a control character reaches the terminal")
    let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let rows = [Array(cells.prefix(3)), Array(cells.suffix(3))].map { cells in
      cells + Array(repeating: "", count: 3 - cells.count)
    }
    _ = TextTable(columns: ["subject", "relation", "object"], rows: rows).text(on: display)
    let cut = TextWidth.cut(plain, to: width)
    try promise(TextWidth.of(cut) <= max(width, 1) || TextWidth.of(plain) <= width, "a cut text is too wide")
    var report = Report(columns: ["subject", "relation", "object"])
    for row in rows {
      report.add(row) { json in
        json.object {
          $0.name("row")
          $0.string(row[0])
        }
      }
    }
    for format in [AnswerFormat.table, .tsv, .csv, .dot] { _ = report.rendered(as: format, on: display) }
    let json = report.rendered(as: .json, on: display)
    try promise((try? json.withUnsafeBytes { try JSONValue($0) }) != nil, "an answer is no JSON")
  }
}
