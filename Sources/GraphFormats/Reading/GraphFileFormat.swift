internal import GraphStore

/// The forms of graph files that can be read.
package enum GraphFileFormat: String, CaseIterable, Sendable {
  case tsv, csv, kgtk, ntriples, jsonl, graphml, gexf

  /// What a file is, by its first line.
  ///
  /// - Parameter start: what is known of the file's start, the first line included.
  /// - Throws: `GraphFileError` with `unknownFormat` where that cannot be told.
  static func recognised(_ line: Bytes, start: Bytes, file: String) throws(GraphFileError) -> GraphFileFormat
  {
    let text = String(decoding: line.prefix(1 << 16), as: UTF8.self)
    let first = text.drop { $0.isWhitespace }
    if first.hasPrefix("{") { return .jsonl }
    if first.hasPrefix("<"), let format = markup(String(decoding: start.prefix(1 << 16), as: UTF8.self)) {
      return format
    }
    if first.hasPrefix("<") || first.hasPrefix("_:") || first.hasPrefix("#") { return .ntriples }
    let tabbed = text.split(separator: "\t", omittingEmptySubsequences: false)
    if ["node1", "label", "node2"].allSatisfy({ tabbed.contains(Substring($0)) }) { return .kgtk }
    if tabbed.count > 1 { return .tsv }
    if text.contains(",") || text.contains(";") { return .csv }
    throw GraphFileError(
      .unknownFormat,
      "\(file), line 1: no graph file that kg knows; a table needs a heading with the columns subject, relation and "
        + "object")
  }

  /// Which form of XML a file is whose first line starts with `<`; nil where it is none.
  private static func markup(_ start: String) -> GraphFileFormat? {
    if start.contains("<graphml") { return .graphml }
    return start.contains("<gexf") ? .gexf : nil
  }

  /// What separates the columns of a table, by its first line: of comma and semicolon, the one that stands more often outside of
  /// quotation marks.
  func separator(_ line: Bytes) -> UInt8 {
    if self != .csv { return UInt8(ascii: "\t") }
    var isQuoted = false
    var (commas, semicolons) = (0, 0)
    for byte in line {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: commas += 1
      case UInt8(ascii: ";") where !isQuoted: semicolons += 1
      default: break
      }
    }
    return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }
}
