internal import Claims
package import Layout

/// A list of what a user says of files: a table with a line for each, as `path,date,title,url,source,language`.
package struct DocumentManifest: Sendable {
  /// What is said of a file.
  package struct Entry: Sendable {
    package var path: String
    /// What to call the document; nil for its path.
    package var name: String?
    package var metadata: DocumentMetadata
  }

  /// In the order of the list.
  package private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  private static let columns: Set<String> = [
    "path", "file", "name", "date", "title", "url", "source", "publisher", "author", "language",
  ]

  /// Reads a table of values with commas or tabs between, as spreadsheets write it; paths are relative to its folder.
  ///
  /// - Throws: `InputError.badText` with the line of what is wrong.
  package init(_ bytes: [UInt8], path: String) throws(InputError) {
    if let offset = TextValidation.firstInvalidOffset(bytes) {
      throw InputError(
        .badText,
        "\(path): not UTF-8 at byte offset \(offset); convert it first, as with `iconv -f LATIN1 -t UTF-8`")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = Array(bytes[start...])
    let head = text.prefix { $0 != 10 }
    let separator =
      [UInt8(ascii: "\t"), UInt8(ascii: ";")].first { mark in
        head.contains(mark) && !head.contains(UInt8(ascii: ","))
      } ?? UInt8(ascii: ",")
    let rows = try Self.rows(of: text, separator: separator, list: path)
    guard let header = rows.first else { throw InputError(.badText, "\(path): the list is empty") }
    let names = header.cells.map { $0.lowercased() }
    guard names.contains("path") || names.contains("file") else {
      throw InputError(
        .badText,
        "\(path), line 1: no column “path”; the columns are named in the first line, as path,date,title,url,source,language"
      )
    }
    if let unknown = names.first(where: { !Self.columns.contains($0) && !$0.isEmpty }) {
      throw InputError(
        .badText,
        "\(path), line 1: no column is called “\(unknown)”; known are \(Self.columns.sorted().joined(separator: ", "))"
      )
    }
    if let twice = names.indices.first(where: {
      !names[$0].isEmpty && names[..<$0].contains(names[$0]) || names[$0] == "file" && names.contains("path")
    }) {
      throw InputError(.badText, "\(path), line 1: two columns say the same, the second “\(names[twice])”")
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    for row in rows.dropFirst() where row.cells.contains(where: { !$0.isEmpty }) {
      guard row.cells.dropFirst(names.count).allSatisfy(\.isEmpty) else {
        throw InputError(
          .badText,
          "\(path), line \(row.line): \(row.cells.count) cells for \(names.count) columns; put a cell that holds the separator in quotation marks"
        )
      }
      let entry = try Self.entry(row, names: names, folder: folder, list: path)
      let place = RealPath.of(entry.path) ?? entry.path
      guard positions.updateValue(entries.count, forKey: place) == nil else {
        throw InputError(
          .badText, "\(path), line \(row.line): a line before is of the same file, \(entry.path)")
      }
      entries.append(entry)
    }
  }

  /// What is said of the file that a path leads to.
  package func entry(for path: String) -> Entry? {
    positions[RealPath.of(path) ?? path].map { entries[$0] }
  }

  private struct Row {
    var line: Int
    var cells: [String]
  }

  private static func entry(
    _ row: Row, names: [String], folder: String, list: String
  ) throws(InputError) -> Entry {
    var entry = Entry(path: "", name: nil, metadata: DocumentMetadata())
    for (name, value) in zip(names, row.cells) where !value.isEmpty {
      switch name {
      case "path", "file": entry.path = value.hasPrefix("/") || folder.isEmpty ? value : "\(folder)/\(value)"
      case "name": entry.name = value
      case "title": entry.metadata.title = value
      case "author": entry.metadata.author = value
      case "url": entry.metadata.url = value
      case "source", "publisher": entry.metadata.publisher = value
      case "language": entry.metadata.language = value.lowercased()
      case "date":
        guard let date = CalendarDate(value) else {
          throw InputError(
            .badText,
            "\(list), line \(row.line): the date “\(value)” is not a year, a month or a day in ISO 8601 (2001, 2001-09, 2001-09-10)"
          )
        }
        entry.metadata.date = date
      default: break
      }
    }
    guard !entry.path.isEmpty else { throw InputError(.badText, "\(list), line \(row.line): no path") }
    return entry
  }

  /// The rows, with quotes taken off as RFC 4180 puts them.
  ///
  /// - Throws: `InputError.badText` for a quotation mark that nothing closes, which would take in all lines behind it.
  private static func rows(
    of text: [UInt8], separator: UInt8, list: String
  ) throws(InputError) -> [Row] {
    var rows: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    /// Whether the cell holds nothing but spaces so far.
    var isBlank = true
    var line = 1
    var first = 1
    var quoteLine = 1
    func endCell() {
      let plain = String(decoding: cell, as: UTF8.self)
      cells.append(String(plain.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\r" }.reversed()))
      cell = []
      isBlank = true
    }
    func endRow() {
      endCell()
      rows.append(Row(line: first, cells: cells))
      cells = []
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if isQuoted {
        let isMark = byte == UInt8(ascii: "\"")
        if isMark, index < text.count, text[index] == UInt8(ascii: "\"") {
          cell.append(byte)
          index += 1
        } else if isMark {
          isQuoted = false
        } else {
          if byte == 10 { line += 1 }
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), isBlank {
        cell = []
        isBlank = false
        isQuoted = true
        quoteLine = line
      } else if byte == separator {
        endCell()
      } else if byte == 10 {
        endRow()
        line += 1
        first = line
      } else {
        if byte != 32 { isBlank = false }
        cell.append(byte)
      }
    }
    if isQuoted {
      throw InputError(.badText, "\(list), line \(quoteLine): a quotation mark that nothing closes")
    }
    if !cell.isEmpty || !cells.isEmpty { endRow() }
    return rows
  }
}
