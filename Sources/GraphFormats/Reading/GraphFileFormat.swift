internal import GraphStore

/// The forms of graph files that can be read.
package enum GraphFileFormat: String, CaseIterable, Sendable {
  case tsv, csv, kgtk, ntriples, jsonl

  /// What a file is, by its first line.
  ///
  /// - Throws: `GraphFileError` with `unknownFormat` where that cannot be told.
  static func recognised(_ line: Bytes, file: String) throws(GraphFileError) -> GraphFileFormat {
    let text = String(decoding: line.prefix(1 << 16), as: UTF8.self)
    let start = text.drop { $0.isWhitespace }
    if start.hasPrefix("{") { return .jsonl }
    if start.hasPrefix("<") || start.hasPrefix("_:") || start.hasPrefix("#") { return .ntriples }
    let tabbed = text.split(separator: "\t", omittingEmptySubsequences: false)
    if ["node1", "label", "node2"].allSatisfy({ tabbed.contains(Substring($0)) }) { return .kgtk }
    if tabbed.count > 1 { return .tsv }
    if text.contains(",") { return .csv }
    throw GraphFileError(
      .unknownFormat,
      "\(file), line 1: no graph file that kg knows; a table needs a heading with the columns subject, relation and "
        + "object")
  }
}
