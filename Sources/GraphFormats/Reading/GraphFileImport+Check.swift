package import GraphStore

extension GraphFileImport {
  /// Reads files as `run` does, counts what they hold, and stores nothing.
  ///
  /// - Parameters:
  ///   - graph: what they would be imported into; nil for a graph that does not exist.
  ///   - report: called with each file.
  /// - Throws: `GraphFileError` for a file that could not be imported, `GraphError`, and what `report` throws.
  package func check(_ files: [String], against graph: Graph?, report: (Event) throws -> Void) throws {
    let rehearsal = ImportRehearsal(graph: graph, usesVocabulary: options.usesVocabulary)
    for file in options.entityFiles { try report(check(file, isEntities: true, rehearsal, graph)) }
    for file in files { try report(check(file, isEntities: false, rehearsal, graph)) }
  }

  private func check(
    _ path: String, isEntities: Bool, _ rehearsal: ImportRehearsal, _ graph: Graph?
  ) throws -> Event {
    let opened = try open(path)
    var pass = pass(over: opened, to: rehearsal)
    rehearsal.beginFile()
    rehearsal.requiresKnownIdentifiers = naming == .identifier && !isEntities
    if opened.format == .jsonl {
      var reader = ClaimRecordReader(file: opened.file, origin: nil)
      try reader.rehearse(&pass, with: rehearsal, in: graph)
      return Event(
        file: opened.file.name, outcome: .added, summary: rehearsal.summary, rejected: pass.rejected,
        trimmed: pass.trimmed)
    }
    try read(&pass, opened, isEntities: isEntities)
    let known = try graph?.knownOutcome(
      name: opened.file.name, digest: opened.file.facts.digest, extractorVersion: opened.version)
    return Event(
      file: opened.file.name, outcome: known ?? .added,
      summary: known == nil ? rehearsal.summary : GraphImport.Summary(), rejected: pass.rejected,
      trimmed: pass.trimmed)
  }
}
