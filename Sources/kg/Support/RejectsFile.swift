import GraphFormats

/// The rows that an import left out, in a table of their own.
final class RejectsFile {
  private let file: OutputFile

  /// - Parameter others: files that it must not be, and what each is.
  init(path: String, apartFrom others: [(file: FileIdentity, what: String)]) throws {
    file = try OutputFile(path: path, option: "--rejects", apartFrom: others)
    try file.write(Array("file\tline\treason\trow\n".utf8))
  }

  func add(_ row: BadRow, of name: String) throws {
    try file.write(row.record(of: name))
  }

  func finish() throws { try file.finish() }
}
