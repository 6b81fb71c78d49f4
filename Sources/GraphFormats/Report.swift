package import Claims
package import GraphStore

/// An answer, ready to be written in any format.
package struct Report: Sendable {
  /// The heading of the table, or nil.
  package var title: String?
  /// The names of the columns.
  package var columns: [String]
  package var rows: [[String]]
  /// The same as JSON, an object each.
  package var records: [@Sendable (inout JSONWriter) -> Void]
  /// The same as edges, for a picture; nil where the answer has none.
  package var edges: [Edge]?
  /// A layout for people that takes the place of the table.
  package var prose: (@Sendable (Display) -> String)?
  /// A line under the table.
  package var footer: String?

  package init(columns: [String]) {
    self.columns = columns
    rows = []
    records = []
  }

  /// Adds a row and its record.
  package mutating func add(_ row: [String], _ record: @escaping @Sendable (inout JSONWriter) -> Void) {
    rows.append(row)
    records.append(record)
  }

  /// Takes away the columns that no row fills.
  mutating func dropEmptyColumns() {
    guard !rows.isEmpty else { return }
    let isFilled = columns.indices.map { index in rows.contains { !$0[index].isEmpty } }
    func filled(_ cells: [String]) -> [String] { zip(cells, isFilled).filter(\.1).map(\.0) }
    columns = filled(columns)
    rows = rows.map(filled)
  }

  /// The answer in a format, as UTF-8.
  package func rendered(as format: AnswerFormat, on display: Display) -> [UInt8] {
    switch format {
    case .table: Array(table(on: display).utf8)
    case .tsv: Array(SeparatedValues.tabs.text(header: columns, rows: rows).utf8)
    case .csv: Array(SeparatedValues.commas.text(header: columns, rows: rows).utf8)
    case .dot: Array(GraphPicture(edges ?? [], pictureOptions).text.utf8)
    case .jsonl: jsonLines
    case .json: json
    }
  }

  private var pictureOptions: GraphPicture.Options {
    var options = GraphPicture.Options()
    options.title = title ?? ""
    return options
  }

  private var jsonLines: [UInt8] {
    var writer = JSONWriter()
    for record in records {
      record(&writer)
      writer.endLine()
    }
    return writer.bytes
  }

  private var json: [UInt8] {
    var writer = JSONWriter()
    writer.array { writer in
      for record in records { record(&writer) }
    }
    writer.endLine()
    return writer.bytes
  }

  private func table(on display: Display) -> String {
    var text = title.map { display.bold($0) + "\n" } ?? ""
    if let prose {
      text += prose(display)
    } else if !rows.isEmpty {
      text += TextTable(columns: columns, rows: rows).text(on: display)
    }
    if let footer { text += display.dim(footer) + "\n" }
    // Its parts are safe already; what was forgotten is safe here.
    return VisibleText.of(text, keeping: [.lineEnds, .styles])
  }
}
