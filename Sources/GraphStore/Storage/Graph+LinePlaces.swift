package import Claims
internal import SQLite

extension Graph {
  /// Where something stands in a file of plain text, as editors count.
  package struct LinePlace: Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// In code points, from 1.
    package let column: Int
  }

  /// The lines and columns where the sentences of claims begin; nil for those of no plain text, or of which no text is kept.
  ///
  /// Each text is read once.
  ///
  /// - Throws: `GraphError`.
  package func linePlaces(of claims: some Sequence<Claim>) throws(GraphError) -> [LinePlace?] {
    try asking {
      var starts: [String: [Int]?] = [:]
      return try claims.map { claim in
        guard let offset = claim.evidence?.range.lowerBound else { return nil }
        let lines: [Int]?
        if let known = starts[claim.document] {
          lines = known
        } else {
          lines = try lineStarts(ofDocument: claim.document)
          starts[claim.document] = .some(lines)
        }
        guard let lines else { return nil }
        let line = Self.count(of: lines, upTo: offset)
        return LinePlace(line: line, column: offset - (line > 0 ? lines[line - 1] : 0) + 1)
      }
    }
  }

  /// The offsets in code points at which the lines of a plain text begin.
  private func lineStarts(ofDocument name: String) throws -> [Int]? {
    let statement = try connection.statement(
      """
      SELECT t.text FROM document_name n JOIN document_text t ON t.document = n.document
      WHERE n.name = ? AND t.reader GLOB 'text-*'
      """)
    try statement.bind(name, at: 1)
    guard try statement.step() else { return nil }
    return statement.withBytes(at: 0) { bytes in
      var starts = [0]
      var offset = 0
      for byte in bytes {
        // A code point begins where no byte continues one.
        if byte & 0xC0 != 0x80 { offset += 1 }
        if byte == UInt8(ascii: "\n") { starts.append(offset) }
      }
      return starts
    }
  }

  /// How many of the numbers, which are sorted, are at most `offset`.
  private static func count(of sorted: [Int], upTo offset: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
