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
    /// The language whose labels are preferred as names, where a file has several.
    package var language = "en"
    /// Whether relations of the vocabulary are taken as the vocabulary's.
    package var usesVocabulary = false
    /// Which columns or attributes hold what.
    package var columns = ColumnMapping()
    /// What separates the columns of a table, or nil to see it from the first line.
    package var separator: UInt8?
    /// Whether the first row of a table names its columns.
    package var hasHeading = true
    /// The relation of rows that name none, or nil where each must.
    package var relation: String?

    package init() {}
  }

  /// What came of one file.
  package struct Event: Sendable {
    package let file: String
    package let outcome: IngestionOutcome
    package let summary: GraphImport.Summary
    /// How many rows were left out.
    package let rejected: Int
    /// How many names had blanks before or behind them, which were taken away.
    package let trimmed: Int
  }

  /// How the rows of a format are read; raised when the same bytes come to give other rows.
  private static let version = "import-2"

  let options: Options
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
        for file in options.entityFiles { events += try self.file(file, isEntities: true, into: work) }
        for file in group { events += try self.file(file, isEntities: false, into: work) }
        return events
      }
      for event in events { try report(event) }
    }
  }

  /// Throws where one of the files cannot be opened, so that no graph is made for it.
  package func checkReadable(_ files: [String]) throws(GraphFileError) {
    for path in options.entityFiles + files where path != "-" {
      _ = try GraphFileBytes(path: path, name: path)
    }
  }

  private func file(_ path: String, isEntities: Bool, into work: GraphImport) throws -> [Event] {
    let opened = try open(path)
    var pass = pass(over: opened, to: work)
    work.options.dropsRepeated = opened.format != .jsonl
    work.options.buildsIndexesAtEnd = opened.format != .jsonl
    if opened.format == .jsonl {
      var reader = ClaimRecordReader(file: opened.file, origin: origin(path, .records))
      return try reader.read(&pass, into: work).map { document in
        Event(
          file: document.name, outcome: document.outcome, summary: document.summary, rejected: 0,
          trimmed: 0)
      }
    }
    // Only where a file can be known is it worth a pass of its own to see whether it is.
    let isNew = try work.isFirstFile
    let digest = try isNew ? nil : opened.file.size.map { _ in try GraphFileBytes.digest(path: path) }
    work.requiresKnownIdentifiers = naming == .identifier && !isEntities
    let (outcome, summary) = try work.file(
      name: opened.file.name, from: origin(path, .table), version: opened.version, digest: digest
    ) {
      try read(&pass, opened, isEntities: isEntities)
      return opened.file.facts
    }
    return [
      Event(
        file: opened.file.name, outcome: outcome, summary: summary, rejected: pass.rejected,
        trimmed: pass.trimmed)
    ]
  }

  private func origin(_ path: String, _ kind: DocumentOrigin.Kind) -> DocumentOrigin {
    if path != "-" { return .file(at: path, kind) }
    // The documents among records have names of their own.
    let isNamed = options.standardInputName != "-" || kind == .records
    return isNamed ? .namedStandardInput(kind) : .standardInput
  }

  /// So much of a file is looked at to see what it is.
  private static let startLength = 1 << 12

  /// A file about to be read.
  struct Opened {
    var file: GraphFileBytes
    var format: GraphFileFormat
    /// What separates its columns, where it is a table.
    var separator: UInt8
    /// How it is read: the same bytes give the same rows in the same version.
    var version: String
  }

  func open(_ path: String) throws -> Opened {
    let file = try GraphFileBytes(path: path, name: path == "-" ? options.standardInputName : path)
    // The root of a file of XML stands behind what the file says of itself.
    while file.window.count < Self.startLength, try file.fill() {}
    let line = try firstLine(of: file)
    let format =
      try options.format ?? (line.isEmpty && isNTriples(file.name) ? .ntriples : nil)
      ?? (options.separator == nil
        ? GraphFileFormat.recognised(line, start: Bytes(file.window), file: file.name) : .csv)
    if format == .jsonl && !options.entityFiles.isEmpty {
      throw GraphFileError(
        .badData,
        "\(file.name): claim records name their entities themselves; import them without tables of entities"
      )
    }
    let version =
      "\(Self.version) \(format.rawValue)\(naming == .identifier ? " ids" : "")"
      + (options.usesVocabulary ? " vocabulary" : "")
      + (options.language == "en" ? "" : " \(options.language)") + tableVersion
    return Opened(
      file: file, format: format, separator: options.separator ?? format.separator(line), version: version)
  }

  /// What is said of how tables are read.
  private var tableVersion: String {
    (options.columns.columns.isEmpty ? "" : " \(options.columns.text)")
      + (options.separator.map { " separator \($0)" } ?? "") + (options.hasHeading ? "" : " no heading")
      + (options.relation.map { " relation \($0)" } ?? "")
  }

  func pass(over opened: Opened, to receiver: any ImportedRowReceiver) -> RowPass {
    let name = opened.file.name
    return RowPass(
      file: opened.file, receiver: receiver, rejects: rejects.map { rejects in { try rejects(name, $0) } },
      progress: { try progress(name, $0, $1) })
  }

  /// How rows name entities.
  var naming: EntityReference.Kind { options.entityFiles.isEmpty ? .name : .identifier }

  private static func noEntities(_ file: String) -> GraphFileError {
    GraphFileError(.badData, "\(file) is no table of entities, which has the columns id and name")
  }

  func read(_ pass: inout RowPass, _ opened: Opened, isEntities: Bool) throws {
    let (file, format) = (pass.file, opened.format)
    let choice = NameChoice(language: options.language)
    if format == .ntriples {
      if isEntities { throw Self.noEntities(file.name) }
      var reader = NTriplesReader(file: file, naming: choice)
      return try reader.read(&pass)
    }
    if format == .graphml || format == .gexf {
      if isEntities { throw Self.noEntities(file.name) }
      return try GraphXMLReader.read(
        &pass, form: format == .gexf ? .gexf : .graphML, columns: options.columns, relation: options.relation)
    }
    var rows = SeparatedRows(
      file: file, dialect: .init(separator: opened.separator, isQuoted: format != .kgtk))
    if format == .kgtk {
      if isEntities { throw Self.noEntities(file.name) }
      var reader = try KGTKReader(rows: &rows, file: file.name, naming: choice)
      return try reader.read(&pass)
    }
    var columns = TableColumns.Options()
    columns.hasHeading = options.hasHeading
    columns.hasRelation = options.relation != nil
    // The names of columns are those of the edges' tables.
    if !isEntities { columns.mapping = options.columns }
    var table = try TableReader(
      rows: &rows, file: file.name, naming: naming, options: columns, relation: options.relation)
    if isEntities && table.columns.kind == .edges { throw Self.noEntities(file.name) }
    try table.readAll(&pass)
  }

  /// Whether a file is known for N-Triples without a look inside: such a file may be empty.
  private func isNTriples(_ name: String) -> Bool {
    options.format == .ntriples || options.format == nil && name.hasSuffix(".nt")
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
      if window.isEmpty && isNTriples(file.name) { return .empty }
      if window.isEmpty { throw GraphFileError(.badData, "\(file.name): the file is empty") }
      return Bytes(file.window)
    }
  }
}
