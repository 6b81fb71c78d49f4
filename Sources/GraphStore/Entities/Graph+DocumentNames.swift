internal import SQLite

extension Graph {
  /// The rows of the documents of these names; nil for no names at all, which means all documents.
  ///
  /// A name may be whole, may lack its first folders, or may be that of a folder, which means what lies in it.
  ///
  /// - Throws: `GraphError` with `unknownDocument`, listing near ones, for a name that no document has.
  func documents(named names: [String]) throws -> [Int]? {
    guard !names.isEmpty else { return nil }
    var result: Set<Int> = []
    for name in names {
      let found = try documents(named: name)
      if found.isEmpty { throw try unknownDocument(name) }
      result.formUnion(found)
    }
    return result.sorted()
  }

  private func documents(named name: String) throws -> [Int] {
    func rows(_ sql: String) throws -> [Int] {
      let statement = try connection.statement("SELECT document FROM document_name WHERE " + sql)
      try statement.bind(name, at: 1)
      var result: [Int] = []
      while try statement.step() { result.append(statement.integer(at: 0)) }
      return result
    }
    let same = try rows("name = ?1")
    if !same.isEmpty || name.isEmpty { return same }
    let folder = name.utf8.last == UInt8(ascii: "/") ? "?1" : "?1 || '/'"
    return try rows(
      "substr(name, -length(?1) - 1) = '/' || ?1 OR substr(name, 1, length(\(folder))) = \(folder)")
  }

  private func unknownDocument(_ name: String) throws -> GraphError {
    let statement = try connection.statement("SELECT name FROM document_name ORDER BY name LIMIT 10000")
    var known: [String] = []
    while try statement.step() { known.append(statement.text(at: 0)) }
    let ends = known.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    var seen: Set<String> = []
    let near = (NearestNames.of(name, in: known) + NearestNames.of(name, in: ends)).filter {
      seen.insert($0).inserted
    }
    let hint =
      near.isEmpty
      ? "`kg documents` lists them"
      : "did you mean \(near.prefix(3).map(Quoting.quoted).joined(separator: " or "))?"
    return GraphError(.unknownDocument, "the graph has no document \(Quoting.quoted(name)); \(hint)")
  }
}
