internal import Schema

/// The words of Schema/document-words.tsv, by which parts of documents are told.
enum DocumentWords: String {
  case caption, page, month
  case pageOf = "page-of"
  case mailFrom = "mail-from"
  case mailFields = "mail-fields"

  private static let lists: [String: [String]] = {
    var lists: [String: [String]] = [:]
    for row in SchemaFile.named("document-words.tsv")?.rows ?? [] where row.count == 2 {
      lists[String(row[0])] = row[1].split(separator: " ").map(String.init)
    }
    return lists
  }()

  /// The words in the order of the file.
  var words: [String] { Self.lists[rawValue] ?? [] }

  func contains(_ word: String) -> Bool { words.contains(word) }
}
