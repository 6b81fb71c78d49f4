internal import GraphStore

/// A reader of a file whose rows are fields between separators, and stand for themselves.
protocol SeparatedRowReader {
  /// The rows that are still to be read, and the fields of the last one.
  var rows: SeparatedRows { get set }

  /// Hands over what the last row says.
  ///
  /// - Throws: `ImportedRowError` for a row that says nothing sound.
  mutating func take(_ receiver: any ImportedRowReceiver) throws
}

extension SeparatedRowReader {
  /// Hands all rows over.
  mutating func read(_ pass: inout RowPass) throws {
    while let row = try rows.next() {
      try pass.tick()
      if case .bad(let reason) = row {
        try pass.reject(line: rows.line, reason: reason, bytes: rows.bytes)
        continue
      }
      try takeRow(&pass)
    }
  }

  /// Hands over what the last row says, or rejects it.
  mutating func takeRow(_ pass: inout RowPass) throws {
    do {
      try take(pass.receiver)
    } catch let error as ImportedRowError {
      try pass.reject(line: rows.line, reason: error.reason, bytes: rows.bytes)
    }
  }
}
