internal import Digests

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where a document comes from, by which one that comes again is told from another that bears the same name.
///
/// A graph keeps its digest and not the path, which says things about a computer that are nobody else's business.
package struct DocumentOrigin: Hashable, Sendable {
  /// How the bytes are read.
  package enum Kind: String, Sendable {
    case text
    case table
    /// Records, among which are those of several documents.
    case records
    /// Lines that are a document each.
    case lines
  }

  /// What is stored; nil where nothing that comes later can be from the same place.
  let digest: [UInt8]?
  /// Whether it is the place of one document alone.
  let isOwn: Bool

  private init(digest: [UInt8]?, isOwn: Bool) {
    self.digest = digest
    self.isOwn = isOwn
  }

  /// A file, however its path is spelled, or a part of one.
  package static func file(at path: String, _ kind: Kind, part: String? = nil) -> DocumentOrigin {
    var whole = path
    if let resolved = realpath(path, nil) {
      whole = String(cString: resolved)
      free(resolved)
    }
    if let part { whole += "\0\(part)" }
    return DocumentOrigin(
      digest: digest("\(kind.rawValue) file \(whole)"), isOwn: kind == .text || kind == .table)
  }

  /// Standard input, to which its user gave a name.
  package static func namedStandardInput(_ kind: Kind) -> DocumentOrigin {
    DocumentOrigin(digest: digest("\(kind.rawValue) standard input"), isOwn: false)
  }

  /// Standard input without a name.
  package static let standardInput = DocumentOrigin(digest: nil, isOwn: false)

  private static func digest(_ text: String) -> [UInt8] {
    SHA256.digest(of: Array(text.utf8))
  }
}
