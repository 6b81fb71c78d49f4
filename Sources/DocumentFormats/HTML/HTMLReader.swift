internal import Claims
internal import Layout

/// Reads pages of HTML: their blocks become passages, and what surrounds the main text is marked.
struct HTMLReader {
  static let version = "html-1"

  /// What pages hold beside their passages.
  struct Result {
    var passages: [Passage]
    var metadata: DocumentMetadata
  }

  /// How a page is read.
  struct Options {
    /// Which part of the file the bytes are, as maps number parts.
    var part = 0
    /// Whether what surrounds the main text is looked for; books and mails have none.
    var marksBoilerplate = true
  }

  /// A page, decoded from the encoding it declares.
  static func content(_ source: TracedBytes) throws(FormatError) -> DocumentContent {
    let result = try read(source, Options())
    return ContentAssembly(result.passages).content(parts: [""], metadata: result.metadata, reader: version)
  }

  /// The passages of a page in UTF-8.
  static func read(_ source: TracedBytes, _ options: Options) throws(FormatError) -> Result {
    do {
      return try source.bytes.withUnsafeBufferPointer { bytes in
        let tree = try HTMLTree(bytes)
        var collector = HTMLCollector(source: source, part: options.part)
        tree.walk { collector.read($0) }
        var blocks = collector.finished()
        if options.marksBoilerplate { HTMLBoilerplate.mark(&blocks) }
        return Result(passages: joinedRows(blocks), metadata: collector.metadata.metadata)
      }
    } catch let error as FormatError {
      throw error
    } catch {
      throw .damaged("its HTML cannot be read")
    }
  }

  /// The passages of blocks, with the cells of a row made one.
  private static func joinedRows(_ blocks: [HTMLBlock]) -> [Passage] {
    let tables = HTMLTables(blocks)
    var passages: [Passage] = []
    var index = 0
    while index < blocks.count {
      guard let cell = blocks[index].cell, tables.isData(cell.table) else {
        passages.append(blocks[index].passage)
        index += 1
        continue
      }
      var row: [[Passage]] = []
      var column = -1
      let first = index
      while index < blocks.count, let next = blocks[index].cell, next.table == cell.table,
        next.row == cell.row
      {
        if next.column != column { row.append([]) }
        column = next.column
        row[row.count - 1].append(blocks[index].passage)
        index += 1
      }
      if var joined = TableRows.joined(row, isTight: passages.last?.kind == .table) {
        if blocks[first..<index].contains(where: { $0.passage.kind == .navigation }) {
          joined.kind = .navigation
        }
        passages.append(joined)
      }
    }
    return passages
  }
}

/// Which tables of a page hold data, and which only lay it out.
struct HTMLTables {
  private var data: Set<Int> = []

  init(_ blocks: [HTMLBlock]) {
    var cells: [Int: (rows: Set<Int>, columns: Set<Int>, longest: Int)] = [:]
    for block in blocks {
      guard let cell = block.cell else { continue }
      var known = cells[cell.table] ?? ([], [], 0)
      known.rows.insert(cell.row)
      known.columns.insert(cell.column)
      known.longest = max(known.longest, block.passage.text.count)
      cells[cell.table] = known
    }
    for (table, known) in cells where known.columns.count > 1 && known.longest < Self.longestCell {
      if known.rows.count > 1 || known.columns.count > 2 { data.insert(table) }
    }
  }

  /// A cell with more text is a part of the page.
  private static let longestCell = 600

  func isData(_ table: Int) -> Bool { data.contains(table) }
}
