package import GraphStore

/// Imports graph files into a graph.
package struct GraphFileImport {
  /// How files are read.
  package struct Options: Sendable {
    /// What the files are, or nil to see it from their first line.
    package var format: GraphFileFormat?
    /// Tables of entities, by whose ids the rows of the files name them.
    package var entityFiles: [String] = []
    /// What to call the file on standard input.
    package var standardInputName = "-"
    /// Whether relations of the vocabulary are taken as the vocabulary's.
    package var usesVocabulary = false

    package init() {}
  }

  /// What came of one file.
  package struct Event: Sendable {
    package let file: String
    package let outcome: IngestionOutcome
    package let summary: GraphImport.Summary
    /// How many rows were left out.
    package let rejected: Int
  }

  /// How the rows of a format are read; raised when the same bytes come to give other rows.
  private static let version = "import-1"

  private let options: Options
  private let rejects: ((_ file: String, BadRow) throws -> Void)?
  private let progress: (_ file: String, _ done: Int, _ size: Int?) throws -> Void

  /// - Parameters:
  ///   - rejects: takes the rows that cannot be stored; nil when the first of them is an error.
  ///   - progress: called now and then with the bytes read and the file's length; may throw to end the import.
  package init(
    options: Options, rejects: ((_ file: String, BadRow) throws -> Void)?,
    progress: @escaping (_ file: String, _ done: Int, _ size: Int?) throws -> Void
  ) {
    self.options = options
    self.rejects = rejects
    self.progress = progress
  }

  /// Imports files, each wholly or not at all; with tables of entities all of them together.
  ///
  /// - Parameter report: called with each file when it is stored for good.
  /// - Throws: `GraphFileError` for a file that cannot be taken, `GraphError`, and what `report` throws. Files before it
  ///   are stored.
  package func run(_ files: [String], into graph: Graph, report: (Event) throws -> Void) throws {
    let together = options.entityFiles.isEmpty ? files.map { [$0] } : [files]
    for group in together {
      var work = GraphImport.Options()
      work.usesVocabulary = options.usesVocabulary
      let events = try graph.importing(work) { work in
        var events: [Event] = []
        for file in options.entityFiles { events.append(try self.file(file, isEntities: true, into: work)) }
        for file in group { events.append(try self.file(file, isEntities: false, into: work)) }
        return events
      }
      for event in events { try report(event) }
    }
  }

  private func file(_ path: String, isEntities: Bool, into work: GraphImport) throws -> Event {
    let name = path == "-" ? options.standardInputName : path
    let file = try GraphFileBytes(path: path, name: name)
    let format = try options.format ?? GraphFileFormat.recognised(try firstLine(of: file), file: name)
    let naming: EntityReference.Kind = options.entityFiles.isEmpty ? .name : .identifier
    let version =
      "\(Self.version) \(format.rawValue)\(naming == .identifier ? " ids" : "")"
      + (options.usesVocabulary ? " vocabulary" : "")
    var pass = RowPass(
      file: file, receiver: work, rejects: rejects.map { rejects in { try rejects(name, $0) } },
      progress: { try progress(name, $0, $1) })
    let digest = try work.isFirstFile ? nil : file.size.map { _ in try GraphFileBytes.digest(path: path) }
    work.requiresKnownIdentifiers = naming == .identifier && !isEntities
    let (outcome, summary) = try work.file(name: name, version: version, digest: digest) {
      try read(&pass, format: format, naming: naming, isEntities: isEntities)
      return file.facts
    }
    return Event(file: name, outcome: outcome, summary: summary, rejected: pass.rejected)
  }

  private func read(
    _ pass: inout RowPass, format: GraphFileFormat, naming: EntityReference.Kind, isEntities: Bool
  ) throws {
    let file = pass.file
    switch format {
    case .tsv, .csv:
      let separator = format == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ",")
      var rows = SeparatedRows(file: file, dialect: .init(separator: separator, isQuoted: true))
      var table = try TableReader(rows: &rows, file: file.name, naming: naming)
      if isEntities && table.columns.kind == .edges {
        throw GraphFileError(
          .badData, "\(file.name), line 1: a table of edges; --entities needs the columns id and name")
      }
      try table.read(&pass)
    default:
      throw GraphFileError(.badData, "\(file.name): not read yet")
    }
  }

  /// The first line of a file that is not empty, which stays unread; a byte-order mark before it is skipped.
  private func firstLine(of file: GraphFileBytes) throws -> Bytes {
    while file.window.count < 3, try file.fill() {}
    if file.window.starts(with: [0xEF, 0xBB, 0xBF]) { file.consume(3) }
    var searched = 0
    while true {
      let window = file.window
      if let end = window[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return Bytes(rebasing: window[..<end])
      }
      searched = window.count
      if try file.fill() { continue }
      if window.isEmpty { throw GraphFileError(.badData, "\(file.name): the file is empty") }
      return Bytes(file.window)
    }
  }
}
