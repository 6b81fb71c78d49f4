internal import Layout

/// Collects the cells of tables: a row with several cells is one passage, and what stands alone in its row is running text.
struct TableRows {
  private struct Table {
    var rows: [[[Passage]]] = []
    var following: [Passage] = []
  }

  private var tables: [Table] = []

  var isOpen: Bool { !tables.isEmpty }

  mutating func startTable() { tables.append(Table()) }

  mutating func startRow() {
    if isOpen { tables[tables.count - 1].rows.append([]) }
  }

  mutating func startCell() {
    guard isOpen else { return }
    let table = tables.count - 1
    if tables[table].rows.isEmpty { tables[table].rows.append([]) }
    tables[table].rows[tables[table].rows.count - 1].append([])
  }

  mutating func endCell() {}

  mutating func endRow() {}

  /// Adds a paragraph to the cell that is open.
  mutating func add(_ passage: Passage, following: [Passage]) {
    guard isOpen else { return }
    let table = tables.count - 1
    if tables[table].rows.last?.last == nil { startCell() }
    let row = tables[table].rows.count - 1
    let cell = tables[table].rows[row].count - 1
    tables[table].rows[row][cell].append(passage)
    tables[table].following += following
  }

  /// The passages of the table that ends; of one inside another, none: they go to its cell.
  mutating func endTable() -> [Passage] {
    guard let table = tables.popLast() else { return [] }
    let isData = table.rows.filter { $0.filter { !$0.isEmpty }.count > 1 }.count > 0
    var passages: [Passage] = []
    for row in table.rows {
      if !isData {
        passages += row.flatMap { $0 }
      } else if let joined = Self.joined(row, isTight: !passages.isEmpty) {
        passages.append(joined)
      }
    }
    passages += table.following
    guard isOpen else { return passages }
    for passage in passages { add(passage, following: []) }
    return []
  }

  /// One passage of a row's cells, with a bar between them.
  static func joined(_ row: [[Passage]], isTight: Bool) -> Passage? {
    var result = Passage(kind: .table)
    result.isTight = isTight
    for cell in row {
      guard let first = cell.first?.runs.first else { continue }
      if !result.isEmpty {
        result.addSpace(at: first.place)
        result.add([0x7C], at: first.place, isVerbatim: false)
        result.addSpace(at: first.place)
      }
      for (index, passage) in cell.enumerated() {
        if index > 0, let run = passage.runs.first { result.addSpace(at: run.place) }
        result.append(passage)
      }
    }
    return result.isEmpty ? nil : result
  }
}
