/// The words that alone name nobody: pronouns (`Schema/pronouns.tsv`) and quantifiers (the list `barequantifier` of `Schema/words.tsv`).
package enum OpenWords {
  /// Whether a party that is called so is left open: the record of a claim shows a name alone.
  ///
  /// In constant time. The word is in lower case.
  package static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = {
    var words: Set<String> = []
    for cells in SchemaFile.named("pronouns.tsv")?.rows ?? [] where cells.count >= 3 {
      words.formUnion(cells[2].split(separator: " ").map(String.init))
    }
    for cells in SchemaFile.named("words.tsv")?.rows ?? []
    where cells.count >= 2 && cells[0] == "barequantifier" {
      words.formUnion(cells[1].split(separator: " ").map(String.init))
    }
    return words
  }()
}
