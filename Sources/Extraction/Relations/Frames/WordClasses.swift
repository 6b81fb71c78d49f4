internal import Schema

/// The words of each relation's meaning, from `Schema/classes.tsv`, which `Training/word_classes.py` makes from dictionaries.
///
/// A frame names a class as `@RELATION.KIND`: `@attacked.verb`, `@attacked.act` (nouns for the deed), `@attacked.agent` (nouns for who
/// does it) or `@attacked.adjective`.
struct WordClasses: Sendable {
  /// The classes that the binary was built with.
  static let builtIn = WordClasses(rows: SchemaFile.named("classes.tsv")?.rows ?? [])

  private var classes: [String: [String]] = [:]

  init(rows: [[Substring]]) {
    for cells in rows where cells.count >= 3 {
      let words = cells[2].utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      classes["\(cells[0]).\(cells[1])", default: []] += words
    }
  }

  /// The lemmas of a class, given as `RELATION.KIND`, in the order of the file; none of an unknown one.
  ///
  /// Words that hang together are joined by "_".
  func words(of name: String) -> [String] { classes[name] ?? [] }
}
