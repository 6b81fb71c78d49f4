internal import GraphStore

/// One pass over a graph file: where its rows go, and what happens on the way.
struct RowPass {
  let file: GraphFileBytes
  let receiver: any ImportedRowReceiver
  /// What takes the bad rows, or nil where the first one ends the pass.
  let rejects: ((BadRow) throws -> Void)?
  /// Called now and then with the bytes read and the file's length; throws to end the pass.
  let progress: (_ done: Int, _ size: Int?) throws -> Void
  /// How many rows were left out.
  private(set) var rejected = 0
  /// How many names had blanks before or behind them, which do not count.
  var trimmed = 0
  private var rows = 0

  init(
    file: GraphFileBytes, receiver: any ImportedRowReceiver, rejects: ((BadRow) throws -> Void)?,
    progress: @escaping (_ done: Int, _ size: Int?) throws -> Void
  ) {
    self.file = file
    self.receiver = receiver
    self.rejects = rejects
    self.progress = progress
  }

  /// Counts a row.
  mutating func tick() throws {
    rows += 1
    if rows & 0x3FFF == 0 { try progress(file.count, file.size) }
  }

  /// Leaves a row out, or ends the pass with its error.
  mutating func reject(line: Int, reason: String, bytes: Bytes) throws {
    guard let rejects else {
      throw GraphFileError(
        .badRow, "\(file.name), line \(line): \(reason); nothing of the file was imported"
      )
    }
    rejected += 1
    try rejects(BadRow(line: line, reason: reason, bytes: Array(bytes)))
  }
}
