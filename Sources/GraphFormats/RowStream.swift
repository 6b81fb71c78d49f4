package import Claims

/// Writes an answer row by row, so that it need not fit in memory; only a table for people, whose columns are as wide as
/// what they hold, is gathered first.
package struct RowStream {
  private let columns: [String]
  private let format: AnswerFormat
  private let display: Display
  private let write: ([UInt8]) throws -> Void
  private var table: Report
  /// Whether the table for people has columns of its own.
  private let hasOwnTable: Bool
  private var json = JSONWriter()
  private var text: [UInt8] = []
  private var isStarted = false

  /// - Parameters:
  ///   - format: any but dot, for which rows have no edges.
  ///   - shown: the columns of the table for people, where it has its own.
  package init(
    columns: [String], shown: [String]? = nil, format: AnswerFormat, on display: Display,
    _ write: @escaping ([UInt8]) throws -> Void
  ) {
    self.columns = columns
    self.format = format
    self.display = display
    self.write = write
    table = Report(columns: shown ?? columns)
    hasOwnTable = shown != nil
  }

  /// Writes a row, or its record where the format is JSON.
  ///
  /// - Parameter shown: the row of the table for people, where it has its own columns.
  package mutating func add(
    _ row: [String], shown: [String]? = nil, _ record: @escaping @Sendable (inout JSONWriter) -> Void
  ) throws {
    if let shown, hasOwnTable, format == .table {
      table.rows.append(shown)
    } else {
      try add(rows: [row], record)
    }
  }

  /// Writes what is several rows and one record.
  package mutating func add(
    rows: [[String]], _ record: @escaping @Sendable (inout JSONWriter) -> Void
  ) throws {
    start()
    switch format {
    case .table, .dot: table.rows += rows
    case .tsv: for row in rows { text += SeparatedValues.tabs.line(row).utf8 }
    case .csv: for row in rows { text += SeparatedValues.commas.line(row).utf8 }
    case .jsonl:
      record(&json)
      json.endLine()
      text += json.take()
    case .json:
      record(&json)
      text += json.take()
    }
    if text.count > 1 << 16 { try flush() }
  }

  /// Writes what is left, with a line under the table.
  package mutating func finish(footer: String? = nil) throws {
    start()
    switch format {
    case .table, .dot:
      if hasOwnTable { table.dropEmptyColumns() }
      table.footer = footer
      text += table.rendered(as: .table, on: display)
    case .json: text += "]\n".utf8
    default: break
    }
    try flush()
  }

  private mutating func start() {
    if isStarted { return }
    isStarted = true
    switch format {
    case .tsv: text += SeparatedValues.tabs.line(columns).utf8
    case .csv: text += SeparatedValues.commas.line(columns).utf8
    case .json: text += "[".utf8
    default: break
    }
  }

  /// Writes what is held back.
  package mutating func flush() throws {
    if text.isEmpty { return }
    try write(text)
    text.removeAll(keepingCapacity: true)
  }
}
