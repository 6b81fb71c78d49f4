internal import Schema

/// Words that tell where sentences and words go on.
enum SegmentationWords {
  /// The short forms of titles, which stand before names, without their stop.
  static let shortForms = words(of: "layout.tsv", kind: "titleform")
  /// The first parts of compounds that keep their hyphen: "self", "well".
  static let compoundStarts = words(of: "layout.tsv", kind: "compoundstart")
  /// Given names: behind "U.S." a sentence starts with one, but no phrase goes on with one.
  static let givenNames: Set<String> = {
    var names: Set<String> = []
    for cells in SchemaFile.named("given-names.tsv")?.rows ?? [] {
      for word in (cells.last ?? "").split(separator: " ") { names.insert(word.lowercased()) }
    }
    return names
  }()

  private static func words(of file: String, kind: String) -> Set<String> {
    var words: Set<String> = []
    for cells in SchemaFile.named(file)?.rows ?? [] where cells.count >= 2 && cells[0] == kind {
      words.formUnion(cells[1].split(separator: " ").map(String.init))
    }
    return words
  }
}
